import Model

/// Adds page outcomes up, and judges the site at the end.
public struct Tally: Sendable {
    private let catalogue: CheckCatalogue
    private let pageChecks: [LoadedCheck]
    private var tallies: [CheckTally]

    /// For the outcomes of this catalogue's page checks.
    public init(catalogue: CheckCatalogue) {
        self.catalogue = catalogue
        pageChecks = catalogue.checks.filter { $0.judge.subject == .page }
        tallies = Array(repeating: CheckTally(), count: pageChecks.count)
    }

    /// - Parameter template: as `SiteFactsBuilder.absorb` returned it.
    public mutating func absorb(_ page: PageOutcomes, id: PageID, url: String, template: Int) {
        for (i, outcome) in page.outcomes.enumerated() where i < tallies.count {
            tallies[i].absorb(outcome, id: id, url: url, template: template)
        }
    }

    /// Every check's result ascending by id, and the findings ascending by check, template, then the sure before
    /// the likely.
    public func results(site: SiteFacts) -> (checks: [CheckResult], findings: [Finding]) {
        var results: [CheckResult] = []
        var findings: [Finding] = []
        var pages: [PageID: PageSummary] = [:]
        for page in site.pages { pages[page.id] = page }
        for (check, tally) in zip(pageChecks, tallies) {
            results.append(Tally.result(check.definition, tally))
            findings += Tally.findings(check.id, tally, pages)
        }
        for check in catalogue.checks {
            guard case .site(let judge) = check.judge else { continue }
            let outcome = judge(site)
            results.append(Tally.result(check.definition, outcome))
            if case .fail(let failure) = outcome { findings.append(Tally.finding(check.id, failure)) }
        }
        results.sort { $0.id < $1.id }
        findings.sort { Tally.order($0) < Tally.order($1) }
        return (results, findings)
    }

    private static func order(_ finding: Finding) -> (CheckID, Int, Int, String) {
        (
            finding.check, finding.template ?? -1, finding.confidence == .certain ? 0 : 1, finding.pages.first ?? ""
        )
    }

    // MARK: pages

    private static func result(_ check: CheckDefinition, _ tally: CheckTally) -> CheckResult {
        let (verdict, reason) = tally.verdict
        let assessed = tally.passed + tally.failed
        let score = assessed > 0 ? 100 * Double(tally.passed) / Double(assessed) : nil
        var result = result(check, verdict, reason, score: score, passEvidence: tally.passEvidence)
        result.passed = tally.passed
        result.failed = tally.failed
        result.notApplicable = tally.notApplicable
        result.undetermined = tally.undetermined
        return result
    }

    private static func findings(
        _ check: CheckID, _ tally: CheckTally, _ pages: [PageID: PageSummary]
    ) -> [Finding] {
        let byTemplate = tally.failures.map { key, group in
            let found = group.pages.compactMap { pages[$0] }.sorted { $0.url < $1.url }
            let urls = found.map(\.url)
            return Finding(
                check: check, confidence: key.confidence, template: found.first?.template ?? key.template,
                pages: urls, evidence: group.evidence, looked: group.looked(urls: urls), detail: group.detail)
        }
        return FindingMerge.merged(byTemplate, assessed: tally.passed + tally.failed)
    }

    // MARK: the site

    private static func result(_ check: CheckDefinition, _ outcome: Outcome) -> CheckResult {
        switch outcome {
        case .pass(let evidence):
            var result = result(check, .pass, nil, score: 100, passEvidence: Array(evidence.prefix(3)))
            result.passed = 1
            return result
        case .fail(let failure):
            var result = result(check, .fail, nil, score: 100 * (1 - failure.share))
            result.failed = 1
            return result
        case .notApplicable(let reason):
            var result = result(check, .notApplicable, reason, score: nil)
            result.notApplicable = 1
            return result
        case .undetermined(let reason):
            var result = result(check, .undetermined, reason, score: nil)
            result.undetermined = 1
            return result
        }
    }

    private static func finding(_ check: CheckID, _ failure: Failure) -> Finding {
        Finding(
            check: check, confidence: failure.confidence, template: nil,
            pages: Set(failure.evidence.map(\.url)).sorted(), evidence: Array(failure.evidence.prefix(5)),
            looked: failure.looked, detail: failure.detail)
    }

    private static func result(
        _ check: CheckDefinition, _ verdict: CheckResult.Verdict, _ reason: String?, score: Double?,
        passEvidence: [Evidence] = []
    ) -> CheckResult {
        CheckResult(
            id: check.id, title: check.title, verdict: verdict, reason: reason, why: check.why, fix: check.fix,
            source: check.source, disproof: check.disproof, severity: check.severity, effort: check.effort,
            score: score, passed: 0, failed: 0, notApplicable: 0, undetermined: 0, passEvidence: passEvidence,
            defect: check.defect, weight: check.effectiveWeight)
    }
}
