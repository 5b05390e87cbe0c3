import Checking
import Foundation
import Model
import Reporting
import Yams

/// A YAML file with the command line's long options as keys.
public enum ConfigurationFile {
    /// Applies the file to the settings.
    /// - Throws: `AuditError.usage` that names the file and the key.
    public static func read(_ path: String, into settings: inout AuditSettings) throws {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw AuditError.usage("\(path): cannot be read as UTF-8 text; give an existing file to --config")
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw AuditError.usage("\(path): not valid YAML: \(oneLine("\(error)"))")
        }
        guard let node else { return }
        guard let mapping = node.mapping else {
            throw AuditError.usage("\(path): expected keys such as 'max-pages: 200' at the top level")
        }
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard let apply = keys[name] else {
                let hint = NearestName.hint(name, among: keys.keys.sorted())
                throw AuditError.usage("\(path): unknown key '\(name)'\(hint)")
            }
            do {
                try apply(Value(node: value), &settings)
            } catch let fault as ValueFault {
                throw AuditError.usage("\(path): \(name): \(fault.expected)")
            }
        }
    }

    private typealias Apply = @Sendable (Value, inout AuditSettings) throws -> Void

    private static let keys: [String: Apply] = [
        "max-pages": { $1.crawl.maxPages = try $0.int(1...1_000_000) },
        "max-depth": { $1.crawl.maxDepth = try $0.int(0...1_000) },
        "include": { $1.crawl.include = try $0.strings() },
        "exclude": { $1.crawl.exclude = try $0.strings() },
        "concurrency": { $1.crawl.concurrency = try $0.int(1...256) },
        "rate": { $1.crawl.rate = try $0.double(0.01...10_000) },
        "time-budget": { $1.crawl.timeBudget = try $0.double(1...1_000_000) },
        "user-agent": { $1.crawl.userAgent = try $0.string() },
        "language": { $1.crawl.language = try $0.string() },
        "respect-noindex": { $1.crawl.respectsNoindex = try $0.bool() },
        "respect-nofollow": { $1.crawl.respectsNofollow = try $0.bool() },
        "connect-to": { $1.crawl.connectTo = try $0.strings() },
        "ca-file": { $1.crawl.caFile = try $0.string() },
        "out": { $1.out = try $0.string() },
        "format": { value, settings in
            settings.formats = try value.strings().flatMap { $0.split(separator: ",") }.map { name in
                guard let format = ReportFormat(rawValue: String(name)) else {
                    throw ValueFault("'\(name)' is none of html, json, md")
                }
                return format
            }
        },
        "checks": { $1.checkFolders = try $0.strings() },
        "only": { $1.only = try $0.strings() },
        "skip": { $1.skip = try $0.strings() },
        "fail-under": { $1.failUnder = try $0.double(0...100) },
        "save-crawl": { $1.saveCrawl = try $0.string() },
        "resume": { $1.resumes = try $0.bool() },
        "no-store": { $1.keepsAnswers = try !$0.bool() },
        "ledger": { $1.ledger = try $0.string() },
        "no-ledger": { if try $0.bool() { $1.usualLedger = nil } },
        "json-log": { $1.jsonLog = try $0.bool() },
    ]
}

/// A key's value is not what the key takes.
private struct ValueFault: Error {
    let expected: String
    init(_ expected: String) { self.expected = expected }
}

/// A YAML value with the conversions that keys ask for.
private struct Value {
    let node: Node

    func string() throws -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw ValueFault("expected a text") }
        return text
    }

    func strings() throws -> [String] {
        if let sequence = node.sequence { return try sequence.map { try Value(node: $0).string() } }
        return [try string()]
    }

    func int(_ range: ClosedRange<Int>) throws -> Int {
        guard let n = node.int, range.contains(n) else {
            throw ValueFault("expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return n
    }

    func double(_ range: ClosedRange<Double>) throws -> Double {
        guard let n = node.float, range.contains(n) else {
            throw ValueFault("expected a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return n
    }

    func bool() throws -> Bool {
        guard let flag = node.bool else { throw ValueFault("expected true or false") }
        return flag
    }
}
