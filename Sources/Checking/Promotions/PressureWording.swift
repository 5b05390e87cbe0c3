import Model

/// Words that press, without a fact behind them.
struct PressureWording: Check {
    static let id = CheckID(.promotions, "pressure-wording")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.home, .listing, .product, .promotion, .cart]) {
            return .notApplicable(unfit)
        }
        let words = page.terms["promo.pressure"] ?? []
        guard !words.isEmpty else {
            if let silence = WordLists.silence(in: page.language.tag) { return .undetermined(silence) }
            return .pass([Evidence(url: page.url, quote: "", note: "no words that press were found")])
        }
        // A date, or a number of pieces, is a fact that a customer can plan by.
        let facts = page.promotions.claims.filter { claim in
            claim.until != nil || claim.namesAnEnd
                || claim.kind == .scarcity && claim.mention.quote.contains { $0.isNumber }
        }.map(\.mention.quote)
        let bare = words.filter { !facts.contains($0.quote) }
        guard !bare.isEmpty else { return .pass([Evidence(url: page.url, words[0], note: "with a fact beside it")]) }
        return .fail(
            Failure(evidence: bare.prefix(3).map { Evidence(url: page.url, $0) }, confidence: .likely))
    }
}
