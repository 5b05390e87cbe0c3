import Model

/// The price that visitors see against the one that search engines and price comparisons read.
struct PriceMismatch: Check {
    struct Settings: Decodable, Sendable {
        /// Differences of up to this many percent are rounding.
        var tolerancePercent: Double
        /// Rates of value added tax, in percent: prices that differ by just one of them may be with and without tax.
        var taxRates: [Double]
    }
    static let id = CheckID(.pricing, "price-mismatch")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        let structured = page.pricing.structured.filter { $0.price != nil }
        guard !structured.isEmpty else { return .notApplicable("no price in structured data") }
        if let ambiguity = page.pricing.ambiguity {
            return .undetermined("the visible price is ambiguous: \(ambiguity)")
        }
        guard let visible = page.pricing.visible, let price = visible.price else {
            return .undetermined("no visible price was found beside the product")
        }
        // Shop software writes 0 where no price is set, and for what is free beside what is not.
        if price.hundredths != 0, structured.contains(where: { $0.price?.hundredths == 0 }) {
            return .undetermined("structured data says 0, which shop software writes where no price is set")
        }
        let comparable = structured.filter { sameCurrency($0.price, price) }
        guard !comparable.isEmpty else {
            return .undetermined("the visible price and the structured one are in different currencies")
        }
        if let match = comparable.first(where: { overlaps($0, visible) }) {
            return .pass([
                Evidence(url: page.url, visible.mention, note: "structured data says \(words(match)) too")
            ])
        }
        if comparable.contains(where: { ratio($0, visible)?.isTax(settings.taxRates) ?? false }) {
            return .undetermined("the two prices differ by just a rate of value added tax")
        }
        if comparable.contains(where: { ratio($0, visible)?.isWhole ?? false }) {
            return .undetermined("one price is a multiple of the other: they may be for a piece and for a pack")
        }
        if comparable.contains(where: { $0.price != price && $0.was.map { $0.hundredths == price.hundredths } ?? false }
        ) {
            return .undetermined("the visible price is the one before the reduction that structured data tells of")
        }
        let lowest = comparable.compactMap { $0.price?.hundredths }.min() ?? 0
        let highest = comparable.compactMap { ($0.highPrice ?? $0.price)?.hundredths }.max() ?? 0
        if comparable.count > 1, (lowest...max(lowest, highest)).contains(price.hundredths) {
            return .undetermined("the visible price lies among the prices of several structured offers")
        }
        return failure(page, visible, price, comparable)
    }

    /// Both speak of one product by its name; where one has none, nothing speaks against it.
    private func isNamedAlike(_ offer: Offer, _ page: PageFacts) -> Bool {
        guard let name = offer.name, let own = page.pricing.productName else { return true }
        return words(name) == words(own)
    }

    private func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private func failure(_ page: PageFacts, _ visible: Offer, _ price: Money, _ structured: [Offer]) -> Outcome {
        let other = structured[0]
        // Prices may follow the variant chosen, the customer's group or country: one of each, in one currency, doesn't.
        let isPlain =
            Set(structured.map(\.price)).count == 1 && structured.allSatisfy { $0.highPrice == nil }
            && visible.highPrice == nil
            && price.currency != nil && other.price?.currency == price.currency && isNamedAlike(other, page)
        return .fail(
            Failure(
                evidence: [
                    Evidence(url: page.url, visible.mention, note: "what visitors see: \(words(visible))"),
                    Evidence(url: page.url, other.mention, note: "what machines read: \(words(other))"),
                ], confidence: isPlain ? .certain : .likely,
                detail: "visible \(words(visible)), structured \(words(other))"))
    }

    private func sameCurrency(_ a: Money?, _ b: Money) -> Bool {
        a?.currency == nil || b.currency == nil || a?.currency == b.currency
    }

    /// The ranges from lowest to highest price meet, but for rounding.
    private func overlaps(_ a: Offer, _ b: Offer) -> Bool {
        guard let first = range(a), let second = range(b) else { return false }
        let slack = max(Double(second.upper) * settings.tolerancePercent / 100, 1)
        // A price shown in whole units stands for the amount with its cents cut or rounded.
        let isWhole = first.lower % 100 == 0 || second.lower % 100 == 0
        let allowed = isWhole ? max(slack, min(99, Double(second.upper) * 0.05)) : slack
        return Double(first.lower) - allowed <= Double(second.upper)
            && Double(second.lower) - allowed <= Double(first.upper)
    }

    private func range(_ offer: Offer) -> (lower: Int64, upper: Int64)? {
        guard let low = offer.price?.hundredths else { return nil }
        return (low, max(low, offer.highPrice?.hundredths ?? low))
    }

    private func ratio(_ a: Offer, _ b: Offer) -> PriceRatio? {
        guard let x = a.price, let y = b.price else { return nil }
        return PriceRatio(x, y)
    }

    private func words(_ offer: Offer) -> String {
        let low = offer.price?.text ?? "no price"
        return offer.highPrice.map { "\(low) to \($0.text)" } ?? low
    }
}
