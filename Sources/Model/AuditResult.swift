/// Everything that a report shows. Renderers read it and never judge again.
public struct AuditResult: Codable, Sendable {
    /// Version of this structure; `reports/schema.json` describes it.
    public var schema: Int
    /// Version of Comeback.
    public var version: String
    /// Whose site it is.
    public var site: SiteIdentity
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var startedAt: Int64
    /// Milliseconds.
    public var duration: Int64
    /// What was asked for that differs from the defaults: option → value.
    public var options: [String: String]
    /// What was seen of it.
    public var coverage: Coverage
    /// The scores, and what they rest on.
    public var scorecard: Scorecard
    /// Best first.
    public var recommendations: [Recommendation]
    /// Ascending by check id, then template.
    public var findings: [Finding]
    /// Every check that ran, ascending by id.
    public var checks: [CheckResult]
    /// Ascending by URL.
    public var pages: [PageRow]
    /// URLs that could not be assessed, ascending; at most 10,000 of one reason.
    public var notAssessed: [UnreadRow]
    /// By reason, how many such URLs there are beyond those listed; nil where all are.
    public var notListed: [String: Int]?
    /// What the shop promises to everybody, by kind, most pages first.
    public var promises: [SitePromise]
    /// What its promotions promise and ask for.
    public var promotions: PromotionSummary
    /// How far customers are from a person; nil where nothing could be read.
    public var reach: ReachabilityMap?
    /// Things a reader must know before the score: partial crawl, most of the site blocked, no browser.
    public var cautions: [String]

    /// Each argument becomes the field of its name.
    public init(
        schema: Int = 1, version: String, site: SiteIdentity, startedAt: Int64, duration: Int64,
        options: [String: String], coverage: Coverage, scorecard: Scorecard, recommendations: [Recommendation],
        findings: [Finding], checks: [CheckResult], pages: [PageRow], notAssessed: [UnreadRow],
        promises: [SitePromise] = [], promotions: PromotionSummary = PromotionSummary(),
        reach: ReachabilityMap? = nil, cautions: [String]
    ) {
        self.schema = schema
        self.version = version
        self.site = site
        self.startedAt = startedAt
        self.duration = duration
        self.options = options
        self.coverage = coverage
        self.scorecard = scorecard
        self.recommendations = recommendations
        self.findings = findings
        self.checks = checks
        self.pages = pages
        self.notAssessed = notAssessed
        self.promises = promises
        self.promotions = promotions
        self.reach = reach
        self.cautions = cautions
    }
}

/// Whose site it is.
public struct SiteIdentity: Codable, Sendable, Hashable {
    /// What the user asked for.
    public var seed: String
    /// Where it led.
    public var finalURL: String
    /// Lower case, without port.
    public var host: String
    /// The shop's own name where it states one, else the host.
    public var name: String
    /// That of most pages, a BCP 47 tag; "und" where it can't be told.
    public var language: String
    /// ISO 3166 region that it most likely sells in; nil where nothing tells.
    public var country: String?

    /// Each argument becomes the field of its name.
    public init(seed: String, finalURL: String, host: String, name: String, language: String, country: String?) {
        self.seed = seed
        self.finalURL = finalURL
        self.host = host
        self.name = name
        self.language = language
        self.country = country
    }
}

/// A row of the list of pages read.
public struct PageRow: Codable, Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// The answer's HTTP status.
    public var status: Int
    /// What kind of page it was taken for.
    public var kind: PageKind
    /// What told the kind, in words.
    public var kindReason: String
    /// A BCP 47 tag; "und" where it can't be told.
    public var language: String
    /// Index of the template, from 0, in the order of the templates' first URLs.
    public var template: Int
    /// UTF-8 bytes after decoding.
    public var bytes: Int
    /// At most 200 characters; "" without one.
    public var title: String

    /// Each argument becomes the field of its name.
    public init(
        url: String, status: Int, kind: PageKind, kindReason: String, language: String, template: Int, bytes: Int,
        title: String
    ) {
        self.url = url
        self.status = status
        self.kind = kind
        self.kindReason = kindReason
        self.language = language
        self.template = template
        self.bytes = bytes
        self.title = title
    }
}

/// A URL that was not read, and why.
public struct UnreadRow: Codable, Sendable, Hashable {
    /// What kept it from being read.
    public enum State: String, Codable, Sendable {
        /// Answered with an error status.
        case error
        case failed, blocked, skipped
    }
    /// Normalised.
    public var url: String
    /// What became of it.
    public var state: State
    /// The cause in a line of words, the same for all rows of one cause.
    public var reason: String
    /// What was seen in the page's place, in a line; nil where its absence says all.
    public var seen: String?

    /// Each argument becomes the field of its name.
    public init(url: String, state: State, reason: String, seen: String? = nil) {
        self.seen = seen
        self.url = url
        self.state = state
        self.reason = reason
    }
}

/// How one check came out over the whole site.
public struct CheckResult: Codable, Sendable, Hashable {
    /// The state of a check after the audit.
    public enum Verdict: String, Codable, Sendable, CaseIterable { case pass, fail, notApplicable, undetermined }
    /// Which check.
    public var id: CheckID
    /// The healthy state, in words.
    public var title: String
    /// The unhealthy state, in words: what a finding is headed with.
    public var defect: String = ""
    /// Fail where any page failed, pass where any passed.
    public var verdict: Verdict
    /// Why it is not applicable or undetermined; nil otherwise.
    public var reason: String?
    /// The advice that goes with the check, whatever the verdict.
    public var why: String
    /// How to mend it, for someone who knows no HTML.
    public var fix: String
    /// Law, standard or study that it goes back to.
    public var source: String
    /// What would show a finding of this check to be wrong.
    public var disproof: String
    /// How much a failure costs in its category.
    public var severity: Severity
    /// How much work mending takes.
    public var effort: Effort
    /// 0…100; nil unless passed or failed.
    public var score: Double?
    /// Points of weight in its category: the severity's own unless the check's file says otherwise.
    public var weight: Double
    /// Pages (or the one site) by outcome.
    public var passed: Int
    /// Pages, or the one site, that failed.
    public var failed: Int
    /// Pages, or the one site, that it says nothing of.
    public var notApplicable: Int
    /// Pages, or the one site, that couldn't be decided.
    public var undetermined: Int
    /// What passed looked like; at most 3.
    public var passEvidence: [Evidence]

    /// Each argument becomes the field of its name; the weight is the severity's own where none is given.
    public init(
        id: CheckID, title: String, verdict: Verdict, reason: String?, why: String, fix: String, source: String,
        disproof: String, severity: Severity, effort: Effort, score: Double?, passed: Int, failed: Int,
        notApplicable: Int, undetermined: Int, passEvidence: [Evidence], defect: String = "",
        weight: Double? = nil
    ) {
        self.defect = defect
        self.weight = weight ?? severity.weight
        self.id = id
        self.title = title
        self.verdict = verdict
        self.reason = reason
        self.why = why
        self.fix = fix
        self.source = source
        self.disproof = disproof
        self.severity = severity
        self.effort = effort
        self.score = score
        self.passed = passed
        self.failed = failed
        self.notApplicable = notApplicable
        self.undetermined = undetermined
        self.passEvidence = passEvidence
    }
}

/// A failed outcome, located: one check on the pages of one template, or on the site.
public struct Finding: Codable, Sendable, Hashable {
    /// The check that failed.
    public var check: CheckID
    /// How sure it is.
    public var confidence: Confidence
    /// Index of the template whose pages share it; nil for the site as a whole.
    public var template: Int?
    /// Pages that it was found on, ascending.
    public var pages: [String]
    /// At most 5, from the first pages in order.
    public var evidence: [Evidence]
    /// Where it was looked for, where the finding is that something is missing.
    public var looked: SearchedPlaces?
    /// This case's own figures in a line.
    public var detail: String?

    /// Each argument becomes the field of its name.
    public init(
        check: CheckID, confidence: Confidence, template: Int?, pages: [String], evidence: [Evidence],
        looked: SearchedPlaces?, detail: String?
    ) {
        self.check = check
        self.confidence = confidence
        self.template = template
        self.pages = pages
        self.evidence = evidence
        self.looked = looked
        self.detail = detail
    }
}
