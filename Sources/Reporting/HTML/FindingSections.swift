import Model
import Mustache

/// A category's findings.
struct CategorySection {
    let name: String
    let anchor: String
    let score: String
    let basis: String
    let findings: [FindingBlock]
    let passed: [PassedLine]
    let nothingFound: Bool
    let assessed: Bool

    static func all(_ result: AuditResult, checks: [CheckID: CheckResult]) -> [CategorySection] {
        let byCheck = Dictionary(grouping: result.findings, by: \.check)
        return result.scorecard.categories.map { category in
            let mine = result.checks.filter { $0.id.category == category.category }
            let failed = mine.filter { $0.verdict == .fail }
                .sorted { ($1.severity.weight, $0.id) < ($0.severity.weight, $1.id) }
            let findings = failed.map { FindingBlock($0, byCheck[$0.id] ?? []) }
            return CategorySection(
                name: Wording.name(category.category), anchor: category.category.rawValue,
                score: Wording.score(category.score), basis: CategoryRow(category).basis, findings: findings,
                passed: mine.filter { $0.verdict == .pass }.map(PassedLine.init), nothingFound: findings.isEmpty,
                assessed: category.score != nil)
        }
    }
}

/// One failed check with everything that supports it.
struct FindingBlock {
    let anchor: String
    let id: String
    let title: String
    let severity: String
    let likely: Bool
    let why: String
    let fix: String
    let disproof: String
    let source: String
    let summary: String
    let groups: [FindingGroup]

    init(_ check: CheckResult, _ findings: [Finding]) {
        anchor = check.id.rawValue.replacing("/", with: "-")
        id = check.id.rawValue
        title = check.heading
        severity = check.severity.rawValue
        likely = !findings.contains { $0.confidence == .certain }
        why = check.why
        fix = check.fix
        disproof = check.disproof
        source = check.source
        let assessed = check.passed + check.failed
        let isPageCheck = assessed + check.notApplicable + check.undetermined > 1
        summary =
            isPageCheck
            ? "\(Wording.grouped(check.failed)) of \(Wording.count(assessed, "page")) assessed" : "the shop as a whole"
        groups = findings.map { FindingGroup($0, isPageCheck: isPageCheck) }
    }
}

/// The pages of one template that share a defect.
struct FindingGroup {
    let heading: String?
    let detail: String?
    let evidence: [EvidenceLine]
    let looked: String?
    let lookedAt: [URLLine]
    let pages: [URLLine]
    let hasPages: Bool
    let pageCount: String
    let morePages: String?

    /// Addresses listed under a finding; all of them are in the JSON report.
    static let listedPages = 50

    init(_ finding: Finding, isPageCheck: Bool) {
        let count = Wording.count(finding.pages.count, "page")
        if let template = finding.template {
            heading =
                finding.pages.count > 1
                ? "\(count) built on template \(template + 1)" : "\(count), template \(template + 1)"
        } else {
            heading = isPageCheck ? "\(count) of several templates" : nil
        }
        detail = finding.detail.map { Wording.safe($0) }
        evidence = finding.evidence.map(EvidenceLine.init)
        // Pages that lack something are listed as such; where it was looked for would only list them again.
        let searched = isPageCheck && !finding.evidence.isEmpty ? nil : finding.looked
        looked = searched.map {
            let kinds = $0.kinds.sorted { $0.key < $1.key }
                .map { "\($0.value) \(Wording.safe($0.key, limit: 40))" }
                .joined(separator: ", ")
            let pages = Wording.count($0.pages, "page") + (kinds.isEmpty ? "" : " (\(kinds))")
            return "Looked for \(Wording.safe($0.what)) on \(pages), among them:"
        }
        lookedAt = searched?.urls.map { URLLine($0) } ?? []
        pages = finding.pages.prefix(FindingGroup.listedPages).map { URLLine($0) }
        hasPages = finding.pages.count > 1
        pageCount = "All \(Wording.count(finding.pages.count, "page"))"
        let more = finding.pages.count - pages.count
        morePages = more > 0 ? "and \(Wording.grouped(more)) more, listed in the JSON report" : nil
    }
}

/// A place to look at.
struct EvidenceLine {
    let url: String
    let link: String?
    let quote: String
    let hasQuote: Bool
    let place: String
    let note: String?

    init(_ evidence: Evidence) {
        url = Wording.safe(evidence.url, limit: 300)
        link = Wording.link(evidence.url)
        quote = Wording.safe(evidence.quote)
        hasQuote = !evidence.quote.isEmpty
        let region = Wording.place(evidence.region)
        let locator = Wording.safe(evidence.locator, limit: 160)
        place = [region, locator].filter { !$0.isEmpty }.joined(separator: ", ")
        note = evidence.note.map { Wording.safe($0) }
    }
}

/// An address with its link, and what was seen there; asked by name because there are many.
struct URLLine: MustacheParent {
    private let url: String
    let seen: String?

    init(_ url: String, seen: String? = nil) {
        self.url = url
        self.seen = seen.map { Wording.safe($0, limit: 300) }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "url": Wording.safe(url, limit: 300)
        case "link": Wording.link(url)
        case "seen": seen
        default: nil
        }
    }
}

/// A check that passed, with what it saw.
struct PassedLine {
    let title: String
    let extent: String
    let example: String?

    init(_ check: CheckResult) {
        title = check.title
        extent = check.passed > 1 ? Wording.count(check.passed, "page") : ""
        example = check.passEvidence.first.flatMap { $0.quote.isEmpty ? $0.note : $0.quote }
            .map { Wording.safe($0, limit: 120) }
    }
}

/// A check without a verdict.
struct UndecidedRow {
    let title: String
    let id: String
    let reason: String

    static func rows(_ checks: [CheckResult], verdict: CheckResult.Verdict) -> [UndecidedRow] {
        checks.filter { $0.verdict == verdict }.map {
            UndecidedRow(title: $0.title, id: $0.id.rawValue, reason: Wording.safe($0.reason ?? "no reason was given"))
        }
    }
}

/// URLs that were not read for one reason.
struct UnreadGroup {
    let reason: String
    let count: String
    let urls: [URLLine]
    let more: String?

    static func groups(_ result: AuditResult) -> [UnreadGroup] {
        Dictionary(grouping: result.notAssessed, by: \.reason).sorted { $0.key < $1.key }.map { reason, rows in
            let shown = rows.prefix(20).map { URLLine($0.url, seen: $0.seen) }
            let count = rows.count + (result.notListed?[reason] ?? 0)
            let more = count - shown.count
            let listed = count == rows.count ? "" : "the first \(Wording.grouped(rows.count)) "
            return UnreadGroup(
                reason: Wording.safe(reason), count: Wording.count(count, "address", "addresses"), urls: shown,
                more: more > 0 ? "and \(Wording.grouped(more)) more, \(listed)listed in the JSON report" : nil)
        }
    }
}
