import Model

/// A price before that is above the price now.
struct WasNotHigher: Check {
    static let id = CheckID(.promotions, "was-not-higher")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product, .listing, .home, .promotion]) { return .notApplicable(unfit) }
        let offers = (page.pricing.visible.map { [$0] } ?? []) + page.pricing.tiles.map(\.offer)
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
        return offer.highPrice == nil && price.currency == was.currency && offer.wasKind != .lowest30Days
    }

    private func words(_ offer: Offer) -> String {
        "before \(offer.was?.text ?? ""), now \(offer.price?.text ?? "")"
    }
}
