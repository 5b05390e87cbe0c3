import ArgumentParser
import Auditing
import Foundation

/// `comeback audit URL`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Crawl a shop, judge it and write a report.",
        usage: "comeback audit <url> [options]")

    @Argument(help: "The shop's address, with http:// or https://.") var url: String
    @OptionGroup var crawl: CrawlOptions
    @OptionGroup var judging: JudgingOptions

    @Option(help: ArgumentHelp("Keep the crawl for 'comeback judge'.", valueName: "file"), completion: .file())
    var saveCrawl: String?
    @Flag(help: "Go on with the audit that was broken off in the folder of --out, where there is one.")
    var resume = false
    @Flag(help: "Keep nothing of what is fetched: an audit that is broken off can't go on.") var noStore = false
    @Option(
        help: ArgumentHelp(
            "Folder of the ledgers that remember prices (default: the user's data folder).", valueName: "folder"),
        completion: .directory)
    var ledger: String?
    @Flag(help: "Neither remember prices nor compare them with earlier ones.") var noLedger = false
    @Option(
        help: ArgumentHelp("YAML with these options as keys; the command line wins.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config: String?

    func run() async throws {
        var settings = AuditSettings()
        settings.usualLedger = LedgerOptions.usualFolder
        if let config { try ConfigurationFile.read(config, into: &settings) }
        try crawl.apply(to: &settings)
        try judging.apply(to: &settings)
        if let saveCrawl { settings.saveCrawl = saveCrawl }
        if resume { settings.resumes = true }
        if let ledger { settings.ledger = ledger }
        if noLedger {
            guard ledger == nil else {
                throw AuditError.usage(
                    "--no-ledger: goes without the folder that --ledger names; leave one of them out")
            }
            (settings.ledger, settings.usualLedger) = (nil, nil)
        }
        if noStore { settings.keepsAnswers = false }
        let console = Console(json: settings.jsonLog)
        let interruption = Interruption()
        let result = try await audit(
            url, settings: settings, clock: .fromEnvironment(), isStopped: interruption.isRequested,
            progress: console.show, notice: console.notice)
        console.finish()
        try console.conclude(result, settings: settings)
    }
}

/// `comeback judge CRAWL`
struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Judge a saved crawl anew, offline, and write a report.",
        usage: "comeback judge <crawl> [options]")

    @Argument(help: "A file that 'comeback audit --save-crawl' wrote.", completion: .file()) var crawl: String
    @OptionGroup var judging: JudgingOptions

    func run() async throws {
        var settings = AuditSettings()
        try judging.apply(to: &settings)
        let console = Console(json: settings.jsonLog)
        let result = try judge(crawlAt: crawl, settings: settings)
        try console.conclude(result, settings: settings)
    }
}
