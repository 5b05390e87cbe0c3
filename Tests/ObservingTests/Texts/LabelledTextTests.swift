import Foundation
import Testing

/// What the observers read in the labelled texts, counted by kind.
struct ReadingScore {
    private(set) var hits = 0
    private(set) var misses: [String] = []
    private(set) var falseAlarms: [String] = []

    var precision: Double { hits + falseAlarms.count == 0 ? 1 : Double(hits) / Double(hits + falseAlarms.count) }
    var recall: Double { hits + misses.count == 0 ? 1 : Double(hits) / Double(hits + misses.count) }

    init(_ texts: [LabelledText]) throws {
        for text in texts {
            let found = try text.found()
            hits += found.intersection(text.label).count
            misses += text.label.subtracting(found).map { "\($0) missed: \(text.html)" }
            falseAlarms += found.subtracting(text.label).map { "\($0) made up: \(text.html)" }
        }
    }

    var cells: String {
        let shares = [precision, recall].map { "\(Int(($0 * 100).rounded())) %" }.joined(separator: " / ")
        return "\(hits) | \(misses.count) | \(falseAlarms.count) | \(shares)"
    }
}

@Suite struct LabelledTextTests {
    /// Below what was reached when they were set, the worst language of a kind.
    static let floors: [String: (precision: Double, recall: Double)] = [
        "hours": (0.95, 0.92), "clock": (0.95, 0.95), "returns": (0.95, 0.95), "free": (0.95, 0.92),
        "channels": (0.95, 0.95),
    ]

    @Test(arguments: ["az", "de", "en", "hy", "ru", "sk", "th"])
    func readsThem(language: String) throws {
        let texts = try #require(LabelledText.all()[language])
        for kind in LabelledText.kinds {
            let ofKind = texts.filter { $0.kind == kind }
            #expect(ofKind.count >= 12)
            let score = try ReadingScore(ofKind)
            let floor = try #require(Self.floors[kind])
            #expect(score.precision >= floor.precision, "\(language) \(kind): \(score.falseAlarms)")
            #expect(score.recall >= floor.recall, "\(language) \(kind): \(score.misses)")
        }
    }

    /// Links need no words: languages without a file of terms have their channels read too.
    @Test(arguments: ["cs", "es", "fr", "it", "pl", "tr", "uk"])
    func readsChannels(language: String) throws {
        let texts = try #require(LabelledText.all()[language])
        #expect(texts.count >= 8 && texts.allSatisfy { $0.kind == "channels" })
        let score = try ReadingScore(texts)
        #expect(score.falseAlarms == [] && score.misses == [])
    }

    /// Writes the figures, and what was read wrongly, to the file that `LABELLED_TEXT_TABLE` names.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LABELLED_TEXT_TABLE"] != nil))
    func tellsFigures() throws {
        let file = try #require(ProcessInfo.processInfo.environment["LABELLED_TEXT_TABLE"])
        var rows = [
            "| kind | language | hits | misses | false alarms | precision / recall |", "|---|---|---|---|---|---|",
        ]
        var wrong: [String] = []
        let all = try LabelledText.all().sorted { $0.key < $1.key }
        for kind in LabelledText.kinds {
            for (language, texts) in all {
                let ofKind = texts.filter { $0.kind == kind }
                if ofKind.isEmpty { continue }
                let score = try ReadingScore(ofKind)
                rows.append("| \(kind) | \(language) | \(score.cells) |")
                wrong += (score.misses + score.falseAlarms).map { "- \(kind) \(language): \($0)" }
            }
        }
        try (rows + [""] + wrong).joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
