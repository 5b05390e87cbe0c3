import Foundation
import Model

/// The result as JSON, keys sorted, an element of a list on a line, as `reports/schema.json` describes it.
///
/// Lists are encoded element by element: the encoder's own tree of a whole result of 5,000 pages is many times the
/// size of the text.
enum JSONReport {
    static func render(_ result: AuditResult) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func one(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        func list(_ values: [some Encodable]) throws -> String {
            guard !values.isEmpty else { return "[]" }
            var out = "["
            for (i, value) in values.enumerated() { out += (i == 0 ? "\n" : ",\n") + (try one(value)) }
            return out + "\n]"
        }
        let members: [(String, String)] = [
            ("cautions", try list(result.cautions)), ("checks", try list(result.checks)),
            ("coverage", try one(result.coverage)), ("duration", "\(result.duration)"),
            ("findings", try list(result.findings)), ("notAssessed", try list(result.notAssessed)),
            ("options", try one(result.options)), ("pages", try list(result.pages)),
            ("recommendations", try list(result.recommendations)), ("schema", "\(result.schema)"),
            ("scorecard", try one(result.scorecard)), ("site", try one(result.site)),
            ("startedAt", "\(result.startedAt)"), ("version", try one(result.version)),
        ]
        return "{\n" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",\n") + "\n}\n"
    }
}
