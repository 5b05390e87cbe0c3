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
            escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
        }
        func list(_ values: [some Encodable]) throws -> String {
            guard !values.isEmpty else { return "[]" }
            var out = "["
            for (i, value) in values.enumerated() { out += (i == 0 ? "\n" : ",\n") + (try one(value)) }
            return out + "\n]"
        }
        var members: [(String, String)] = [
            ("cautions", try list(result.cautions)), ("checks", try list(result.checks)),
            ("coverage", try one(result.coverage)), ("duration", "\(result.duration)"),
            ("findings", try list(result.findings)), ("notAssessed", try list(result.notAssessed)),
            ("options", try one(result.options)), ("pages", try list(result.pages)),
            ("promises", try list(result.promises)), ("promotions", try one(result.promotions)),
            ("recommendations", try list(result.recommendations)), ("schema", "\(result.schema)"),
            ("scorecard", try one(result.scorecard)), ("site", try one(result.site)),
            ("startedAt", "\(result.startedAt)"), ("version", try one(result.version)),
        ]
        if let reach = result.reach { members.append(("reach", try one(reach))) }
        if let more = result.notListed { members.append(("notListed", try one(more))) }
        members.sort { $0.0 < $1.0 }
        return "{\n" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The same JSON, with everything as an escape that a terminal would obey or that turns text around: the encoder
    /// escapes the first 32 characters only, and a report may be looked at with `cat`.
    static func escaped(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
        var out = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            guard isUnsafe(scalar) else {
                out.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                out.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
            }
        }
        return String(out)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x7F: false
        case 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
