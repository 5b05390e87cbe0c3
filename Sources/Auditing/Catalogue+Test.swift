import Checking
import Foundation

/// How the examples of checks came out.
public struct ExampleReport: Sendable {
    /// A line for each example that failed, and the count.
    public let text: String
    /// Every example came out as it says, and there was at least one.
    public let isGood: Bool
}

extension Catalogue {
    /// Runs the examples of the checks in a folder through the real parser and observer.
    public static func test(_ folder: String) throws -> ExampleReport {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw AuditError.usage("\(folder): is no folder; give one that holds category/name.yaml")
        }
        let isBundled = URL(fileURLWithPath: folder).standardizedFileURL.path == CheckCatalogue.bundledFolder
        let folders = isBundled ? [] : [folder]
        let own = try wrapping { try validated(CheckCatalogue(bundled: isBundled ? folder : nil, folders: folders)) }
        return try test(own)
    }

    /// Runs the examples of the bundled checks.
    public static func testBundled() throws -> ExampleReport { try test(wrapping { try CheckCatalogue() }) }

    private static func test(_ catalogue: CheckCatalogue) throws -> ExampleReport {
        let shop = try ExampleShop(catalogue: catalogue)
        let results = ExampleRunner(catalogue: catalogue) { try shop.observe($0) }.run()
        let failed = results.filter { !$0.isPassed }
        var lines = failed.map { "\($0)" }
        lines.append("\(catalogue.checks.count) checks, \(results.count) examples, \(failed.count) failed")
        return ExampleReport(
            text: lines.joined(separator: "\n") + "\n", isGood: failed.isEmpty && !results.isEmpty)
    }
}
