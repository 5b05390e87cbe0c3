import Checking
import Foundation
import Model
import Observing
import Parsing

/// The checks, for the command line.
public struct Catalogue: Sendable {
    private let catalogue: CheckCatalogue

    /// - Throws: `AuditError.usage` that names the file and the key.
    public init(folders: [String]) throws {
        catalogue = try Catalogue.wrapping { try Catalogue.validated(CheckCatalogue(folders: folders)) }
    }

    /// The checks that an audit runs.
    static func load(_ settings: AuditSettings) throws -> CheckCatalogue {
        try wrapping {
            let catalogue = try CheckCatalogue(folders: settings.checkFolders)
            return try validated(catalogue.selection(only: settings.only, skip: settings.skip))
        }
    }

    /// Checking can't see the parser and the observer, so that XPaths and phrases are tried here.
    static func validated(_ catalogue: CheckCatalogue) throws -> CheckCatalogue {
        for query in catalogue.queries {
            guard let (key, problem) = problem(with: query) else { continue }
            let file = catalogue.check(query.check)?.definition.file ?? query.check.rawValue
            throw AuditError.usage("\(file): evaluate.\(key): \(oneLine(problem))")
        }
        do { _ = try ChannelCatalogue(adding: catalogue.channelFiles) } catch {
            throw AuditError.usage(oneLine("\(error)"))
        }
        return catalogue
    }

    private static func problem(with query: PageQuery) -> (key: String, problem: String)? {
        switch query.kind {
        case .xpath(let expression): return XPathQuery.problem(with: expression).map { ("xpath", $0) }
        case .terms:
            do {
                _ = try TermQueries([query])
                return nil
            } catch let fault as LexiconError {
                return (fault.key, fault.reason)
            } catch {
                return ("terms", "\(error)")
            }
        }
    }

    /// One line a check: id, severity, effort, title.
    public func list() -> String {
        let width = catalogue.checks.map(\.id.rawValue.count).max() ?? 0
        return catalogue.checks.map { check in
            let d = check.definition
            let pad = String(repeating: " ", count: width - d.id.rawValue.count)
            let severity = d.severity.rawValue.padding(toLength: 11, withPad: " ", startingAt: 0)
            let effort = d.effort.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)
            return "\(d.id)\(pad)  \(severity)  \(effort)  \(d.title)\n"
        }.joined()
    }

    /// Everything about one check.
    public func explain(_ id: String) throws -> String { try Catalogue.wrapping { try catalogue.explain(id) } }

    /// The catalogue as Markdown.
    public func index() -> String { catalogue.index() }

    /// The facts that a check in YAML can ask for.
    public static func facts() -> String { CheckDocumentation.facts() }

    /// Writes the skeleton of a check where no file is yet.
    /// - Returns: the file's path.
    public static func writeSkeleton(of id: String, in folder: String) throws -> String {
        let text = try wrapping { try CheckDocumentation.skeleton(id) }
        let file = "\(folder)/\(id).yaml"
        guard !FileManager.default.fileExists(atPath: file) else {
            throw AuditError.usage("\(file): exists already; edit it, or give another name")
        }
        do {
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw AuditError.usage("\(file): cannot be written: \(oneLine(error.localizedDescription))")
        }
        return file
    }

    static func wrapping<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let fault as CatalogueError { throw AuditError.usage(fault.description) }
    }
}
