import Model

/// Display, returned, defective or expiring goods that only the terms tell of.
struct IlliquidStock: Check {
    static let id = CheckID(.promotions, "illiquid-stock")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let clauses = page.promotions.conditions.filter { $0.kind == .illiquidGoods }
        guard page.fetch.isSuccess, let clause = clauses.first else {
            return .notApplicable("no terms about display, returned, defective or expiring goods")
        }
        // Clearances and outlets say what they sell; so does a claim that holds the clause itself.
        let claims = page.announcements.filter { $0.kind != .freeDelivery && $0.kind != .scarcity }
        guard let claim = claims.first else {
            return .undetermined("the claim that the terms belong to isn't on this page")
        }
        let isOpen = claims.contains { claim in
            claim.kind == .clearance || clauses.contains { page.isSaid($0, in: claim) || isHeading($0, page) }
        }
        guard !isOpen else { return .pass([Evidence(url: page.url, clause.mention)]) }
        return .fail(
            Failure(
                evidence: [
                    Evidence(url: page.url, claim.mention, note: "the announcement"),
                    Evidence(url: page.url, clause.mention, note: "the terms"),
                ], confidence: .likely))
    }

    /// A heading says it as loudly as a claim can.
    private func isHeading(_ clause: Condition, _ page: PageFacts) -> Bool {
        page.navigation.headings.contains { $0.text == clause.mention.quote }
            || page.head.title.map { $0.contains(clause.mention.quote) } ?? false
    }
}
