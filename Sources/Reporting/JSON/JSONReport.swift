import Foundation
import Model

/// The result as JSON, keys sorted, as `reports/schema.json` describes it.
enum JSONReport {
    static func render(_ result: AuditResult) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
    }
}
