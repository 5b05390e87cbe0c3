import ArgumentParser
import Auditing
import Foundation

/// `comeback ledger …`
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "What shops' products cost over time.",
        discussion: """
            Every audit keeps the prices that it saw, a file for each shop. From them audits tell whether a price before \
            was really charged.
            """,
        subcommands: [Import.self, Show.self, Export.self, Prune.self])

    /// `comeback ledger import FILE.csv`
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in prices from a CSV file.",
            discussion: """
                The first line names the columns. Needed: price, url or --site, date or --date. Known besides: currency, \
                highPrice, wasPrice, wasKind, availability, name, brand, sku, gtin, mpn; what 'comeback offers' and \
                'comeback ledger export' write is understood, and so are the names of merchants' product feeds (id, link, title, \
                sale_price). Dates as 2026-03-01 or 2026-03-01T09:00:00Z, amounts as 1299.00, with the currency behind them or in \
                a column. A line that can't be read stops the import before anything is kept.
                """)
        @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String
        @Option(help: ArgumentHelp("The shop, where the file has no addresses.", valueName: "host")) var site: String?
        @Option(help: ArgumentHelp("The day of prices that name none.", valueName: "date")) var date: String?
        @Option(help: ArgumentHelp("ISO 4217 code of amounts that name none.", valueName: "code")) var currency: String?
        @OptionGroup var place: LedgerOptions

        func run() async throws {
            let taken = try importPrices(
                from: file, into: try place.folder(), site: site, date: date, currency: currency)
            for shop in taken { print("\(shop.host): \(shop.prices) prices of \(shop.products) products") }
        }
    }

    /// `comeback ledger show PRODUCT`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a product cost over time, and what that says of its reduction.")
        @Argument(help: "Its address, GTIN or article number, or a part of its name.") var product: String
        @Option(help: ArgumentHelp("Only this shop.", valueName: "host")) var site: String?
        @OptionGroup var place: LedgerOptions

        func run() async throws {
            try Console(json: false).print(
                showPrices(of: product, in: try place.folder(), site: site))
        }
    }

    /// `comeback ledger export`
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write everything that is kept as CSV.")
        @Option(help: ArgumentHelp("Only this shop.", valueName: "host")) var site: String?
        @Option(
            help: ArgumentHelp("File to write (default: standard output).", valueName: "file"), completion: .file())
        var out: String?
        @OptionGroup var place: LedgerOptions

        func run() async throws {
            let console = Console(json: false)
            let file = try out.map { try PartialFile($0) }
            defer { file?.abandon() }
            let count = try exportPrices(from: try place.folder(), site: site) { text in
                guard let file else { return try console.print(text) }
                try file.write(text)
            }
            try file?.finish()
            console.note("\(count) prices" + (out.map { " in \($0)" } ?? ""))
        }
    }

    /// `comeback ledger prune`
    struct Prune: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Forget prices that were seen before a day.")
        @Option(help: ArgumentHelp("The first day that is kept, as 2026-03-01.", valueName: "date")) var before: String
        @Option(help: ArgumentHelp("Only this shop.", valueName: "host")) var site: String?
        @OptionGroup var place: LedgerOptions

        func run() async throws {
            for shop in try prunePrices(before: before, in: try place.folder(), site: site) {
                print("\(shop.host): forgot \(shop.prices) prices, and \(shop.products) products with them")
            }
        }
    }
}

/// Where ledgers are.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Folder of the ledgers (default: the user's data folder).", valueName: "folder"),
        completion: .directory)
    var ledger: String?

    func folder() throws -> String {
        guard let folder = ledger ?? Self.usualFolder else {
            throw AuditError.usage("--ledger: name the folder of the ledgers; this user has no home folder")
        }
        return folder
    }

    /// By the XDG Base Directory Specification; nil without a home folder.
    static var usualFolder: String? {
        let environment = ProcessInfo.processInfo.environment
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/comeback/ledger" }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/share/comeback/ledger" : nil }
    }
}
