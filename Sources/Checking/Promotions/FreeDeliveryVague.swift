import Model

/// From which sum on delivery is free.
struct FreeDeliveryVague: Check {
    struct Settings: Decodable, Sendable {
        /// Words, lower case, that make a promise unconditional: "on all orders".
        var unconditional: [String]
    }
    static let id = CheckID(.promotions, "free-delivery-vague")
    private let unconditional: [String]

    init(settings: Settings) { unconditional = settings.unconditional.map { $0.lowercased() } }

    func evaluate(_ site: SiteFacts) -> Outcome {
        // On a product it is a promise for that product, in a menu the name of a page.
        let claims = site.claims.filter {
            $0.kind == .freeDelivery && $0.pageKind != .product && $0.mention.region != .navigation
        }
        guard let first = claims.first else { return .notApplicable("no free delivery is promised for the whole shop") }
        let amounts = site.claims.filter { $0.kind == .freeDelivery && $0.amount != nil }
        if let pair = disagreement(amounts) {
            return .fail(
                Failure(
                    evidence: pair.map { Evidence(url: $0.url, $0.mention, note: "from \($0.amount?.text ?? "")") },
                    confidence: .likely, detail: pair.map { $0.amount?.text ?? "" }.joined(separator: " and ")))
        }
        if let told = amounts.first {
            return .pass([Evidence(url: told.url, told.mention, note: "from \(told.amount?.text ?? "")")])
        }
        let said = claims.first { claim in
            let words = claim.mention.quote.lowercased()
            return unconditional.contains { words.contains($0) }
        }
        if let said { return .pass([Evidence(url: said.url, said.mention)]) }
        if let minimum = site.mentions["promotions.condition.minimumPurchase"], minimum.pages > 0 {
            return .pass(Array(minimum.examples.prefix(1)))
        }
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        if site.mentions["pricing.amounts"]?.kinds[.delivery] ?? 0 > 0 {
            return .undetermined("the page about delivery names amounts, one of which may be the threshold")
        }
        let absence = Absence(
            of: "the sum from which on delivery is free, or words that it always is", in: site,
            places: [.delivery, .help, .home])
        guard case .fail(var failure) = absence.outcome(upTo: .likely) else { return absence.outcome() }
        failure.evidence = [Evidence(url: first.url, first.mention, note: "no page says from which sum on")]
        return .fail(failure)
    }

    /// Two thresholds in one currency of which no page names both: a table of ways and countries names several.
    private func disagreement(_ claims: [SiteClaim]) -> [SiteClaim]? {
        var pages: [String: Set<Money>] = [:]
        for claim in claims { if let amount = claim.amount { pages[claim.url, default: []].insert(amount) } }
        guard pages.values.allSatisfy({ $0.count == 1 }) else { return nil }
        for a in claims {
            guard a.amount?.currency != nil,
                let b = claims.first(where: { $0.amount?.currency == a.amount?.currency && $0.amount != a.amount })
            else { continue }
            return [a, b]
        }
        return nil
    }
}
