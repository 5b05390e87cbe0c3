import Model
import Reporting

/// What one audit was asked to do: the command line's options over a configuration file over the defaults.
public struct AuditSettings: Sendable {
    /// How far the crawl goes and how fast.
    public var crawl = CrawlSettings()
    /// Folders of an auditor's own checks, later ones override earlier ones.
    public var checkFolders: [String] = []
    /// Check ids or categories; empty means all.
    public var only: [String] = []
    /// Check ids or categories that are left out, also of `only`.
    public var skip: [String] = []
    /// Folder that reports are written to; made when it doesn't exist.
    public var out = "reports/out"
    /// Reports that are written.
    public var formats: [ReportFormat] = [.html, .json, .md]
    /// Overall score, 0…100, below which the exit status is 1; nil never.
    public var failUnder: Double?
    /// File that the crawl is saved to for `comeback judge`.
    public var saveCrawl: String?
    /// Keep what is fetched until the audit is done, so that it can go on after a break.
    public var keepsAnswers = true
    /// Go on with the audit that was broken off in the output folder, where there is one.
    public var resumes = false
    /// Folder of the ledgers that remember prices, as the user named it; an audit that can't use it doesn't begin.
    public var ledger: String?
    /// Folder that is used where `ledger` names none and it can be; nil keeps no ledger.
    public var usualLedger: String?
    /// Log lines as JSON objects.
    public var jsonLog = false

    /// What `comeback audit URL` does without options.
    public init() {}
}

/// Something the caller has to mend: one line that names the file, key or URL and says what to do.
public enum AuditError: Error, CustomStringConvertible, Sendable {
    /// Wrong options, configuration, check files or output folder: exit status 2.
    case usage(String)
    /// Nothing of the site could be audited: exit status 3.
    case nothingAudited(String)
    /// The crawl had to end, because what it fetched could no more be kept; `--resume` goes on: exit status 4.
    case unfinished(String)
    /// The user stopped the audit before there was anything to report: exit status 130.
    case interrupted(String)

    /// The line itself.
    public var description: String {
        switch self {
        case .usage(let line), .nothingAudited(let line), .unfinished(let line), .interrupted(let line): line
        }
    }

    /// The process's exit status for this error.
    public var exitStatus: Int32 {
        switch self {
        case .usage: 2
        case .nothingAudited: 3
        case .unfinished: 4
        case .interrupted: AuditSummary.interruptedStatus
        }
    }
}
