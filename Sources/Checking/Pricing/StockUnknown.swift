import Model

/// Whether a product can be had, said on its page.
struct StockUnknown: Check {
    static let id = CheckID(.pricing, "stock-unknown")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        if let known = page.pricing.knownAvailability {
            let note = page.pricing.availability == nil ? "structured data says \(known.availability.words)" : nil
            let mention = known.mention ?? Mention(quote: "", region: .page)
            return .pass([Evidence(url: page.url, mention, note: note)])
        }
        if let reason = page.wordsUnknown { return .undetermined(reason) }
        let stock = page.terms.filter { $0.key.hasPrefix("stock.") && !$0.value.isEmpty }
        if let words = stock.sorted(by: { $0.key < $1.key }).first?.value.first {
            return .undetermined("the page speaks of stock in several ways, e.g. “\(words.quote.prefix(60))”")
        }
        // A product that can't be ordered may be said to be sold out in words that aren't known here.
        guard !page.pricing.orderControls.isEmpty else {
            return .undetermined("neither words on stock nor a way to order were found")
        }
        return page.lack(of: "words on stock beside the product, availability in structured data", confidence: .likely)
    }
}
