import Foundation

/// A folder with a ledger for each shop, so that audits of different shops never wait for one another.
public struct LedgerFolder: Sendable, Hashable {
    /// Made when the first ledger is.
    public let path: String

    /// Takes the path as given.
    public init(_ path: String) { self.path = path }

    private static let ending = ".sqlite"

    /// The file of a shop's ledger, whether or not it is there.
    ///
    /// - Parameter host: with the port where it isn't the usual one; case doesn't matter.
    public func file(for host: String) -> String {
        var name = ""
        for scalar in host.lowercased().unicodeScalars {
            let isSafe = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
            name.unicodeScalars.append(isSafe ? scalar : "_")
        }
        // A name of dots alone would be a folder.
        if name.allSatisfy({ $0 == "." }) { name = "_" }
        return path + "/" + name + LedgerFolder.ending
    }

    /// A shop's ledger; makes it, and the folder, where it isn't there.
    public func ledger(for host: String) throws(LedgerError) -> PriceLedger {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw LedgerError(.unusable, path, "the folder cannot be made") }
        return try PriceLedger(path: file(for: host))
    }

    /// Hosts that have a ledger, ascending.
    public var hosts: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(LedgerFolder.ending) }.map { String($0.dropLast(LedgerFolder.ending.count)) }
            .sorted()
    }
}
