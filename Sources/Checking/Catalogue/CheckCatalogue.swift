import Foundation
import Model

/// A check that can run: its words and its logic.
public struct LoadedCheck: Sendable {
    /// What its file says.
    public let definition: CheckDefinition
    /// What decides.
    public let judge: Judge
    /// The check that `judge` asks; nil where it is the generic evaluator.
    var logic: (any Sendable)?

    /// The definition's own.
    public var id: CheckID { definition.id }
}

/// The checks of an audit, read from the bundled folder and from an auditor's own.
public struct CheckCatalogue: Sendable {
    /// Ascending by id.
    public let checks: [LoadedCheck]
    /// Languages with a word list, by tag.
    public let languages: Set<String>
    /// Paths of the auditor's own `channels.yaml`, in the order of their folders.
    public let channelFiles: [String]

    /// The bundled `checks` folder.
    public static var bundledFolder: String { Bundle.module.bundleURL.appendingPathComponent("checks").path }

    /// Reads the bundled checks, then each folder in turn; a file of the same id takes the place of an earlier one.
    public init(folders: [String] = []) throws {
        try self.init(bundled: CheckCatalogue.bundledFolder, folders: folders)
    }

    /// The same with another folder in place of the bundled one; nil for none.
    public init(bundled: String?, folders: [String]) throws {
        var files: [CheckID: CheckFile] = [:]
        var languages: Set<String> = []
        let all =
            (bundled.map { [CheckFolder(path: $0, isBundled: true)] } ?? [])
            + folders.map { CheckFolder(path: $0, isBundled: false) }
        for folder in all {
            for file in try folder.files() { files[file.id] = file }
            languages.formUnion(folder.languages())
        }
        // The word lists that pages are read with are there whichever checks are.
        languages.formUnion(CheckFolder(path: CheckCatalogue.bundledFolder, isBundled: true).languages())
        self.languages = languages
        channelFiles = all.filter { !$0.isBundled }.compactMap { $0.channelFile() }
        checks = try files.values.sorted { $0.id < $1.id }.map { try $0.load(languages: languages) }
    }

    init(checks: [LoadedCheck], languages: Set<String>, channelFiles: [String] = []) {
        self.checks = checks
        self.languages = languages
        self.channelFiles = channelFiles
    }

    /// Some check judges what comes of asking for pictures of products.
    public var judgesPictures: Bool { check(BrokenProductImage.id) != nil }

    /// Some check judges what a second visit to a page shows.
    public var judgesRevisits: Bool { check(CountdownResets.id) != nil || check(ScarcityInvented.id) != nil }

    /// What earlier prices say of the reductions of a site, by its own settings of the check on inflated prices before;
    /// nil where no ledger was kept or that check doesn't run.
    public func reductions(of site: SiteFacts) -> [JudgedReduction]? {
        (check(WasPriceInflated.id)?.logic as? WasPriceInflated).flatMap { $0.reductions(of: site) }
    }

    /// What has to be asked of every page while it is observed, ascending by check.
    public var queries: [PageQuery] { checks.compactMap { $0.definition.evaluation?.query(of: $0.id) } }

    /// Nil where no check has this id.
    public func check(_ id: CheckID) -> LoadedCheck? { checks.first { $0.id == id } }

    /// Nil where no check has this id, written out.
    public func check(named name: String) throws -> LoadedCheck {
        guard let found = checks.first(where: { $0.id.rawValue == name }) else {
            throw CatalogueError("no check “\(name)”\(NearestName.hint(name, among: names))")
        }
        return found
    }

    /// The checks named by id or category: all where `only` is empty, without those in `skip`.
    public func selection(only: [String] = [], skip: [String] = []) throws -> CheckCatalogue {
        let categories = Model.Category.allCases.map(\.rawValue)
        for name in only + skip where !categories.contains(name) && !names.contains(name) {
            throw CatalogueError(
                "no check or category “\(name)”\(NearestName.hint(name, among: categories + names))")
        }
        func isNamed(_ check: LoadedCheck, in list: [String]) -> Bool {
            list.contains(check.id.rawValue) || list.contains(check.id.category.rawValue)
        }
        let chosen = checks.filter { (only.isEmpty || isNamed($0, in: only)) && !isNamed($0, in: skip) }
        return CheckCatalogue(checks: chosen, languages: languages, channelFiles: channelFiles)
    }

    private var names: [String] { checks.map(\.id.rawValue) }
}
