import Foundation
import Model
import Testing

@testable import Observing

/// Kinds of clauses that were found, missed and made up in some sentences.
struct ClauseScore {
    private(set) var hits = 0
    private(set) var misses: [String] = []
    private(set) var falseAlarms: [String] = []
    /// Sums, numbers and days that were named in the text and read otherwise.
    private(set) var misread: [String] = []

    var precision: Double { hits + falseAlarms.count == 0 ? 1 : Double(hits) / Double(hits + falseAlarms.count) }
    var recall: Double { hits + misses.count == 0 ? 1 : Double(hits) / Double(hits + misses.count) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    init(_ texts: [LabelledClause], of kinds: [ConditionKind] = ConditionKind.allCases) throws {
        for text in texts {
            let found = try text.found().filter { kinds.contains($0.kind) }
            let foundKinds = Set(found.map(\.kind))
            let labels = Set(text.labels.keys).intersection(kinds)
            hits += foundKinds.intersection(labels).count
            misses += labels.subtracting(foundKinds).map { "\($0.rawValue) missed: \(text.text)" }.sorted()
            falseAlarms += foundKinds.subtracting(labels).map { "\($0.rawValue) made up: \(text.text)" }.sorted()
            for condition in found {
                guard let label = text.labels[condition.kind], !label.isEmpty else { continue }
                let named = LabelledClause.named(condition)
                if named != label {
                    misread.append("\(condition.kind.rawValue) \(label) read as \(named): \(text.text)")
                }
            }
        }
    }

    var cells: String {
        let shares = [precision, recall, f1].map { String(format: "%.3f", $0) }.joined(separator: " / ")
        return "\(hits) | \(misses.count) | \(falseAlarms.count) | \(misread.count) | \(shares)"
    }
}

@Suite struct LabelledClauseTests {
    /// Below what was reached when it was set.
    static let floor = 0.92

    @Test(arguments: ["az", "cs", "de", "en", "es", "fr", "hy", "it", "pl", "ru", "sk", "th", "tr", "uk"])
    func readsClauses(language: String) throws {
        let texts = try #require(LabelledClause.all()[language])
        #expect(texts.count >= 15)
        #expect(texts.count { $0.labels.isEmpty } * 3 >= texts.count)
        let score = try ClauseScore(texts)
        #expect(score.f1 >= Self.floor, "\(score.misses) \(score.falseAlarms)")
        #expect(score.misread.count <= 3, "\(score.misread)")
    }

    /// Writes the figures, and what was read wrongly, to the file that `LABELLED_CLAUSE_TABLE` names.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LABELLED_CLAUSE_TABLE"] != nil))
    func tellsFigures() throws {
        let file = try #require(ProcessInfo.processInfo.environment["LABELLED_CLAUSE_TABLE"])
        var rows = ["| of | hits | misses | false alarms | misread | P / R / F1 |", "|---|---|---|---|---|---|"]
        var wrong: [String] = []
        let all = try LabelledClause.all().sorted { $0.key < $1.key }
        for (language, texts) in all {
            let score = try ClauseScore(texts)
            rows.append("| \(language) | \(score.cells) |")
            wrong += (score.misses + score.falseAlarms + score.misread).map { "- \(language): \($0)" }
        }
        for kind in ConditionKind.allCases {
            rows.append("| \(kind.rawValue) | \(try ClauseScore(all.flatMap(\.value), of: [kind]).cells) |")
        }
        try (rows + [""] + wrong).joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
