import Model

/// A price before that is above the price now.
struct WasNotHigher: Check {
    static let id = CheckID(.promotions, "was-not-higher")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product, .listing, .home, .promotion]) { return .notApplicable(unfit) }
        let offers = page.pricing.shownOffers { $0.price != nil && $0.was != nil }
        let comparable = offers.filter(isComparable)
        guard let first = comparable.first else { return .notApplicable("no price before beside a price now") }
        let wrong = comparable.filter { ($0.was?.minor ?? 0) <= ($0.price?.minor ?? 0) }
        guard !wrong.isEmpty else {
            return .pass([Evidence(url: page.url, first.wasMention ?? first.mention, note: words(first))])
        }
        return .fail(
            Failure(
                evidence: wrong.prefix(3).map { Evidence(url: page.url, $0.wasMention ?? $0.mention, note: words($0)) },
                // Themes keep prices in the markup that styles hide; a person can see which.
                confidence: .likely, share: Double(wrong.count) / Double(comparable.count),
                detail: "\(wrong.count) of \(comparable.count) prices before"))
    }

    /// The lowest price of 30 days may well be under today's: that is its purpose.
    private func isComparable(_ offer: Offer) -> Bool {
        guard let price = offer.price, let was = offer.was, price.minor > 0, was.minor > 0 else { return false }
        // A price before of less than half the price, or in a range, was rather misread than written.
        let isPlausible = was.minor > price.minor / 2 && !WasNotHigher.namesRange(offer.mention.quote)
        return offer.highPrice == nil && price.currency == was.currency && offer.wasKind != .lowest30Days && isPlausible
    }

    /// "25.99 - 79.70"
    static func namesRange(_ text: String) -> Bool {
        let dashes: Set<Character> = ["-", "–", "—", "~"]
        let characters = Array(text.filter { $0 != " " && $0 != "\u{A0}" })
        for (i, character) in characters.enumerated() where dashes.contains(character) && i > 0 {
            let next = characters[(i + 1)...].prefix(2)
            if next.contains(where: \.isNumber), characters[max(0, i - 2)..<i].contains(where: \.isNumber) {
                return true
            }
        }
        return false
    }

    private func words(_ offer: Offer) -> String {
        "before \(offer.was?.text ?? ""), now \(offer.price?.text ?? "")"
    }
}
