import Model

/// "Free" beside a cost that comes with it.
struct FreeWithStrings: Check {
    static let id = CheckID(.promotions, "free-with-strings")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        guard page.fetch.isSuccess else { return .notApplicable("the page answers with an error") }
        let claims = page.promotions.claims.filter { $0.kind == .freeThing || $0.kind == .gift }
        guard let first = claims.first else { return .notApplicable("nothing is called free on this page") }
        let costs = page.terms["promo.freeStrings"] ?? []
        for claim in claims {
            let cost = costs.first { cost in
                cost.quote == claim.mention.quote || claim.mention.quote.contains(cost.quote)
                    || (claim.note.map { $0.quote.contains(cost.quote) || cost.quote.contains($0.quote) } ?? false)
            }
            guard let cost else { continue }
            return .fail(
                Failure(
                    evidence: [
                        Evidence(url: page.url, claim.mention, note: "called free"),
                        Evidence(url: page.url, cost, note: "and what comes with it"),
                    ], confidence: .likely))
        }
        if let silence = WordLists.silence(in: page.language.tag) { return .undetermined(silence) }
        return .pass([Evidence(url: page.url, first.mention, note: "no cost stands beside it")])
    }
}
