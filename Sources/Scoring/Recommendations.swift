import Model

extension Score {
    /// What to mend, best first: by points to be won over effort, then by points, then by id. Checks that can win
    /// nothing (informative ones) come as opportunities at the end. The points of all together with the overall
    /// score make 100.
    public static func recommendations(results: [CheckResult], findings: [Finding]) -> [Recommendation] {
        let shares = categoryShares(results)
        let byCheck = Dictionary(grouping: findings, by: \.check)
        return results.filter { $0.verdict == .fail }
            .map { result in
                recommendation(result, byCheck[result.id] ?? [], points: points(result, results, shares))
            }
            .sorted(by: isBefore)
    }

    /// Points of the overall score that a check costs.
    private static func points(
        _ result: CheckResult, _ results: [CheckResult], _ shares: [Model.Category: Double]
    ) -> Double {
        let weight = assessedWeight(results, result.id.category)
        guard weight > 0, let failing = failingShare(result), let share = shares[result.id.category] else { return 0 }
        return 100 * share * max(0, result.weight) / weight * failing
    }

    private static func recommendation(
        _ result: CheckResult, _ findings: [Finding], points: Double
    ) -> Recommendation {
        let subjects = result.passed + result.failed + result.notApplicable + result.undetermined
        let isOfPages = subjects > 1 || findings.contains { $0.template != nil }
        // An opportunity is named by what could be had, a defect by what is wrong.
        let isOpportunity = result.severity == .informative || result.defect.isEmpty
        // As sure as what most of its pages rest on.
        let sure = findings.filter { $0.confidence == .certain }.reduce(0) { $0 + max(1, $1.pages.count) }
        let likely = findings.filter { $0.confidence == .likely }.reduce(0) { $0 + max(1, $1.pages.count) }
        return Recommendation(
            check: result.id, title: isOpportunity ? result.title : result.defect, why: result.why, fix: result.fix,
            severity: result.severity, effort: result.effort,
            confidence: sure > 0 && sure >= likely ? .certain : .likely, points: points,
            pages: isOfPages ? Set(findings.flatMap(\.pages)).count : 0,
            detail: findings.count == 1 ? findings[0].detail : nil)
    }

    private static func isBefore(_ a: Recommendation, _ b: Recommendation) -> Bool {
        if (a.points > 0) != (b.points > 0) { return a.points > 0 }
        let x = a.points / a.effort.cost
        let y = b.points / b.effort.cost
        if x != y { return x > y }
        if a.points != b.points { return a.points > b.points }
        return a.check < b.check
    }
}
