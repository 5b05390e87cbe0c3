import Model

/// "Up to 70 %" against the reductions that goods really have.
struct UpToThin: Check {
    struct Settings: Decodable, Sendable {
        /// Share of the reduced goods, 0…1, that has to reach the figure.
        var share: Double
        /// Reduced goods seen, at least.
        var fewestReduced: Int
    }
    static let id = CheckID(.promotions, "up-to-thin")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let claims = site.claims.filter { $0.kind == .upTo && ($0.percent ?? 0) > 0 }
        guard !claims.isEmpty else { return .notApplicable("no “up to … %”") }
        let reduced = site.range.reduced
        guard reduced >= settings.fewestReduced else {
            return .undetermined("\(reduced) reduced goods were seen; \(settings.fewestReduced) are needed")
        }
        let thin = claims.filter(isThin(site.range))
        guard let first = thin.first, let percent = first.percent else {
            return .pass(
                claims.prefix(1).map {
                    Evidence(url: $0.url, $0.mention, note: words(site.range, $0.percent ?? 0))
                })
        }
        let nothing = site.range.reaching(percent) == 0 && !site.coverage.isSample
        return .fail(
            Failure(
                evidence: thin.prefix(5).map {
                    Evidence(url: $0.url, $0.mention, note: words(site.range, $0.percent ?? 0))
                }, confidence: nothing ? .certain : .likely, share: Double(thin.count) / Double(claims.count),
                detail: words(site.range, percent)))
    }

    /// Thin both in the whole range and, where the claim heads a listing of reduced goods, in that listing.
    private func isThin(_ range: RangeSeen) -> (SiteClaim) -> Bool {
        { claim in
            let percent = claim.percent ?? 0
            let isThinHere =
                claim.reducedBeside < settings.fewestReduced
                || Double(claim.reachingBeside) < settings.share * Double(claim.reducedBeside)
            return isThinHere && Double(range.reaching(percent)) < settings.share * Double(range.reduced)
        }
    }

    private func words(_ range: RangeSeen, _ percent: Double) -> String {
        "\(range.reaching(percent)) of \(range.reduced) reduced goods seen reach \(GenericCheck.format(percent)) %"
    }
}
