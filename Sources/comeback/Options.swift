import ArgumentParser
import Auditing

/// How far the crawl goes and how fast.
struct CrawlOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Pages read at most (default: 200).", valueName: "n")) var maxPages: Int?
    @Option(help: ArgumentHelp("Clicks from the first page at most.", valueName: "n")) var maxDepth: Int?
    @Option(help: ArgumentHelp("Only paths that match this glob; may be repeated.", valueName: "glob"))
    var include: [String] = []
    @Option(help: ArgumentHelp("No paths that match this glob; may be repeated.", valueName: "glob"))
    var exclude: [String] = []
    @Option(help: ArgumentHelp("Requests at once (default: 8).", valueName: "n")) var concurrency: Int?
    @Option(help: ArgumentHelp("Requests a second at most.", valueName: "n")) var rate: Double?
    @Option(help: ArgumentHelp("Seconds for the crawl; what is read by then is reported.", valueName: "seconds"))
    var timeBudget: Double?
    @Option(help: ArgumentHelp("What to send as User-Agent.", valueName: "text")) var userAgent: String?
    @Option(help: ArgumentHelp("Language to ask for and to expect, e.g. az.", valueName: "tag")) var language: String?
    @Option(
        help: ArgumentHelp(
            "HOST:PORT:HOST2:PORT2, as curl's: audit a staging server under its public name.", valueName: "map"))
    var connectTo: [String] = []
    @Option(
        help: ArgumentHelp("PEM file of a certificate authority to trust: a staging server's own.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var caFile: String?
    @Flag(help: "Leave out pages that ask robots not to index them.") var respectNoindex = false
    @Flag(help: "Follow no links marked nofollow.") var respectNofollow = false

    func apply(to settings: inout AuditSettings) throws {
        try settings.setCrawl(
            maxPages: maxPages, maxDepth: maxDepth, concurrency: concurrency, rate: rate, timeBudget: timeBudget)
        if !include.isEmpty { settings.crawl.include = include }
        if !exclude.isEmpty { settings.crawl.exclude = exclude }
        if let userAgent { settings.crawl.userAgent = userAgent }
        if let language { settings.crawl.language = language }
        if !connectTo.isEmpty { settings.crawl.connectTo = connectTo }
        if let caFile { settings.crawl.caFile = caFile }
        if respectNoindex { settings.crawl.respectsNoindex = true }
        if respectNofollow { settings.crawl.respectsNofollow = true }
    }
}

/// Which checks judge, and what is written.
struct JudgingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Folder for the reports (default: reports/out).", valueName: "folder"),
        completion: .directory)
    var out: String?
    @Option(help: ArgumentHelp("Reports to write, of html, json, md, joined by commas.", valueName: "list"))
    var format: String?
    @Option(
        help: ArgumentHelp("Folder of further checks; may be repeated.", valueName: "folder"), completion: .directory)
    var checks: [String] = []
    @Option(help: ArgumentHelp("Only these checks or categories, joined by commas.", valueName: "list"))
    var only: [String] = []
    @Option(help: ArgumentHelp("Without these checks or categories, joined by commas.", valueName: "list"))
    var skip: [String] = []
    @Option(help: ArgumentHelp("Exit with 1 when the score is lower.", valueName: "score")) var failUnder: Double?
    @Flag(help: "Log as JSON, one object a line.") var jsonLog = false

    func apply(to settings: inout AuditSettings) throws {
        if let out { settings.out = out }
        if let format { try settings.setFormats(format) }
        if !checks.isEmpty { settings.checkFolders = checks }
        if !only.isEmpty { settings.only = only.flatMap(names) }
        if !skip.isEmpty { settings.skip = skip.flatMap(names) }
        if let failUnder { try settings.setFailUnder(failUnder) }
        if jsonLog { settings.jsonLog = true }
    }

    private func names(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0.filter { $0 != " " }) }
    }
}
