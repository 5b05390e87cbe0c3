import Model

/// A minimum purchase that stands in the terms and not beside the claim.
struct MinimumHidden: Check {
    struct Settings: Decodable, Sendable {
        /// Kinds of claims that a minimum may limit.
        var kinds: [ClaimKind]
    }
    static let id = CheckID(.promotions, "minimum-hidden")
    private let kinds: Set<ClaimKind>

    init(settings: Settings) { kinds = Set(settings.kinds) }

    func evaluate(_ page: PageFacts) -> Outcome {
        guard page.fetch.isSuccess, !page.kind.kind.isPolicy else { return .notApplicable("no page that promotes") }
        let claims = page.announcements.filter { kinds.contains($0.kind) }
        guard !claims.isEmpty else { return .notApplicable("no promotion that a minimum could limit") }
        let minimums = page.promotions.conditions.filter { $0.kind == .minimumPurchase }
        guard !minimums.isEmpty else { return .notApplicable("no minimum purchase in the terms on this page") }
        for claim in claims {
            guard let note = claim.note, claim.amount == nil || claim.kind == .amount,
                let minimum = minimums.first(where: {
                    $0.mention.quote == note.quote || note.quote.contains($0.mention.quote)
                }),
                !minimums.contains(where: { page.isSaid($0, in: claim) || isBeside($0, claim) })
            else { continue }
            return failure(page, claim, minimum)
        }
        // A clause that stands in a claim of its own belongs to that one.
        let loose = minimums.filter { minimum in !page.promotions.claims.contains { page.isSaid(minimum, in: $0) } }
        guard let minimum = loose.first else { return .pass([Evidence(url: page.url, minimums[0].mention)]) }
        guard Set(claims.map(\.mention.quote)).count == 1, let claim = claims.first else {
            return .undetermined(
                "which of several promotions “\(minimum.mention.quote.prefix(60))” limits is not clear")
        }
        if isBeside(minimum, claim) { return .pass([Evidence(url: page.url, minimum.mention)]) }
        return failure(page, claim, minimum)
    }

    /// In the same element as the claim.
    private func isBeside(_ minimum: Condition, _ claim: Claim) -> Bool {
        let around = claim.mention.surroundings
        return around.isEmpty || minimum.mention.locator.hasPrefix(around)
    }

    private func failure(_ page: PageFacts, _ claim: Claim, _ minimum: Condition) -> Outcome {
        .fail(
            Failure(
                evidence: [
                    Evidence(url: page.url, claim.mention, note: "the announcement"),
                    Evidence(url: page.url, minimum.mention, note: "the terms, elsewhere on the page"),
                ], confidence: .likely))
    }
}
