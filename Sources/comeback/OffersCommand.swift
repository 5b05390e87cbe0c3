import ArgumentParser
import Auditing
import Foundation

/// `comeback offers URL|CRAWL`
struct OffersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers", abstract: "Write a shop's catalogue as extracted: prices, stock, identifiers.",
        usage: "comeback offers <url-or-crawl> [options]",
        discussion: """
            A row a product: pages first, then products that only listings showed. A price that cannot be told is left \
            empty, with the reason under "ambiguity".
            """)

    @Argument(
        help: "The shop's address, or a file that 'comeback audit --save-crawl' wrote.", completion: .file())
    var source: String
    @Option(help: ArgumentHelp("csv, json or ndjson (default: csv).", valueName: "format")) var format = "csv"
    @Option(
        help: ArgumentHelp("File to write (default: standard output).", valueName: "file"), completion: .file())
    var out: String?
    @Flag(help: "Log as JSON, one object a line.") var jsonLog = false
    @OptionGroup var crawl: CrawlOptions

    func run() async throws {
        var settings = AuditSettings()
        try crawl.apply(to: &settings)
        let console = Console(json: jsonLog)
        let interruption = Interruption()
        let file = try out.map { try PartialFile($0) }
        defer { file?.abandon() }
        let count = try await offers(
            of: source, settings: settings, format: format, isStopped: interruption.isRequested,
            progress: console.show,
            write: { text in
                guard let file else { return try console.print(text) }
                try file.write(text)
            })
        try file?.finish()
        console.finish()
        console.note("\(count) products" + (out.map { " in \($0)" } ?? ""))
    }
}
