import Foundation
import Model

/// The outcome of an audit in a few lines, and where its reports are.
public struct AuditSummary: Sendable {
    /// The whole result.
    public let result: AuditResult
    /// Report files that were written.
    public let files: [String]
    /// Why nothing was assessed, in one line with the address; nil where something was. The exit status is 3 then.
    public var problem: String?
    /// The user stopped it: the reports are partial.
    public var isInterrupted = false
    /// What was fetched is kept, and `--resume` goes on.
    public var isResumable = false

    /// The process's exit status after Ctrl-C, as shells have it.
    public static let interruptedStatus: Int32 = 130

    /// The overall score is lower than the limit, or there is none while a limit is set.
    public func isBelow(_ limit: Double?) -> Bool {
        guard let limit else { return false }
        return (result.scorecard.overall ?? -1) < limit
    }

    /// For people.
    public var text: String {
        let card = result.scorecard
        let score = card.overall.map { "\(Int($0.rounded())) of 100" } ?? "no score"
        let letter = card.letter.map { " (\($0.rawValue))" } ?? ""
        var lines = ["\(plain(result.site.host)): \(score)\(letter), \(result.coverage.assessed) pages read"]
        for caution in result.cautions { lines.append("Note: \(plain(caution))") }
        for r in result.recommendations.filter({ $0.points > 0 }).prefix(5) {
            lines.append("  +\((r.points * 10).rounded() / 10)  \(plain(r.title))")
        }
        lines += files.map { "Report: \($0)" }
        if isResumable { lines.append("To go on from here, give the same command with --resume.") }
        return lines.joined(separator: "\n")
    }

    /// One JSON object.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            event: "done", host: result.site.host, score: result.scorecard.overall,
            letter: result.scorecard.letter?.rawValue, pages: result.coverage.assessed,
            findings: result.findings.count, isResumable: isResumable, problem: problem, files: files)
        return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private struct Line: Encodable {
        let event: String
        let host: String
        let score: Double?
        let letter: String?
        let pages: Int
        let findings: Int
        let isResumable: Bool
        let problem: String?
        let files: [String]
    }

    /// Outside text without anything a terminal would obey.
    private func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<32, 127..<160, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }
}
