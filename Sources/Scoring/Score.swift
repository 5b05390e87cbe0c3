import Model

/// Turns results of checks into scores (CHECKS catalogue, "From outcomes to a score").
public enum Score {
    /// - Parameters:
    ///   - results: every check that ran.
    ///   - findings: theirs; a certain one of a critical check holds the letter down to C.
    ///   - coverage: what the crawl saw of the site.
    public static func card(results: [CheckResult], findings: [Finding], coverage: Coverage) -> Scorecard {
        let shares = categoryShares(results)
        let categories = Model.Category.allCases.map { category in
            self.category(category, results.filter { $0.id.category == category }, shares[category] ?? 0, coverage)
        }
        var overall: Double?
        for category in categories {
            if let score = category.score { overall = (overall ?? 0) + category.share * score }
        }
        let letter = overall.map(Letter.init(score:))
        let cap = (letter == .a || letter == .b) ? capping(results, findings) : nil
        return Scorecard(overall: overall, letter: cap == nil ? letter : .c, cappedBy: cap, categories: categories)
    }

    /// The share of a failed check that fails, 0…1; nil where it was not assessed.
    public static func failingShare(_ result: CheckResult) -> Double? {
        result.score.map { 1 - min(max($0, 0), 100) / 100 }
    }

    /// Each category's share of the overall score, 0…1, over those that have a score.
    static func categoryShares(_ results: [CheckResult]) -> [Model.Category: Double] {
        let scored = Model.Category.allCases.filter { category in
            results.contains { $0.id.category == category && $0.score != nil && $0.weight > 0 }
        }
        let total = scored.reduce(0) { $0 + $1.weight }
        return Dictionary(uniqueKeysWithValues: scored.map { ($0, $0.weight / total) })
    }

    /// Weight of a category's assessed checks together.
    static func assessedWeight(_ results: [CheckResult], _ category: Model.Category) -> Double {
        results.reduce(0) { $0 + ($1.id.category == category && $1.score != nil ? max(0, $1.weight) : 0) }
    }

    private static func category(
        _ category: Model.Category, _ results: [CheckResult], _ share: Double, _ coverage: Coverage
    ) -> CategoryScore {
        let assessed = results.filter { $0.score != nil }
        let weight = assessedWeight(results, category)
        let points = assessed.reduce(0) { $0 + max(0, $1.weight) * ($1.score ?? 0) }
        let score = weight > 0 ? points / weight : nil
        return CategoryScore(
            category: category, score: score, share: share, checksAssessed: assessed.count,
            checksApplicable: assessed.count + results.filter { $0.verdict == .undetermined }.count,
            pagesAssessed: assessed.isEmpty ? 0 : coverage.assessed, pagesKnown: coverage.known,
            interval: score == nil || !coverage.isSample ? nil : interval(assessed, weight))
    }

    /// Bounds of the weighted mean from the bounds of each check's share of healthy pages. Checks on the same pages
    /// err together, so bounds are added as they stand; checks of the whole site rest on no sample of pages.
    private static func interval(_ assessed: [CheckResult], _ weight: Double) -> Interval? {
        var low = 0.0
        var high = 0.0
        var sampled = false
        for result in assessed {
            let score = result.score ?? 0
            let pages = result.passed + result.failed
            // A site check has one subject: the site.
            guard pages > 1 else {
                low += max(0, result.weight) * score
                high += max(0, result.weight) * score
                continue
            }
            sampled = true
            let bounds = Wilson.interval(successes: Double(result.passed), trials: Double(pages))
            low += max(0, result.weight) * bounds.low * 100
            high += max(0, result.weight) * bounds.high * 100
        }
        return sampled ? Interval(low: low / weight, high: high / weight) : nil
    }

    /// The first critical check with a certain finding.
    private static func capping(_ results: [CheckResult], _ findings: [Finding]) -> CheckID? {
        let sure = Set(findings.filter { $0.confidence == .certain }.map(\.check))
        return results.filter { $0.severity == .critical && $0.verdict == .fail && sure.contains($0.id) }
            .map(\.id).min()
    }
}
