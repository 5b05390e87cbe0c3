import Foundation
import Model
import Testing

@testable import Checking

@Suite struct ReadabilityFormulaTests {
    func text(words: Int, sentences: Int, long: Int, syllables: Int) -> ReadabilityFacts {
        var text = ReadabilityFacts()
        text.runningWords = words
        text.sentences = sentences
        text.longWords = long
        text.syllables = syllables
        return text
    }

    /// Worked out by hand from the formulas as published.
    @Test func areThosePublished() throws {
        let text = text(words: 200, sentences: 10, long: 60, syllables: 320)
        let expected: [ReadabilityFormula: Double] = [
            .fleschEnglish: 206.835 - 20.3 - 135.36, .fleschGerman: 180 - 20 - 93.6,
            .fleschRussian: 206.835 - 26 - 96.16, .lix: 50,
        ]
        for formula in ReadabilityFormula.allCases {
            let score = try #require(formula.score(text))
            #expect(abs(score - (expected[formula] ?? 0)) < 0.001, "\(formula)")
        }
    }

    @Test func nothingIsSaidOfNothing() {
        #expect(ReadabilityFormula.lix.score(text(words: 0, sentences: 0, long: 0, syllables: 0)) == nil)
        #expect(ReadabilityFormula.lix.score(text(words: 9, sentences: 0, long: 0, syllables: 0)) == nil)
    }

    /// The check's file may know more languages, and must not gainsay a language file.
    @Test func areThoseOfTheLanguageFiles() throws {
        let folder = CheckCatalogue.bundledFolder
        let check = folder + "/readability/hard-sentences.yaml"
        let top = try YAMLMapping.top(ofYAML: try String(contentsOfFile: check, encoding: .utf8), file: check)
        let formulas = try top.mapping("settings").mapping("formulas")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder + "/languages") {
            let path = folder + "/languages/" + file
            let language = try YAMLMapping.top(ofYAML: try String(contentsOfFile: path, encoding: .utf8), file: path)
            let own = try language.optionalString("readability") ?? "none"
            let tag = try language.string("language")
            #expect(try formulas.optionalString(tag) == own, "\(tag)")
            #expect(own == "none" || ReadabilityFormula(rawValue: own) != nil, "\(own)")
        }
    }
}

@Suite struct ShoutingTests {
    @Test(arguments: [
        ("BUY TWO OF THEM TODAY", 5), ("KIVIK | MORABO | UPPLAND", 1), ("SLS / SLES / PARABENS", 1),
        ("SAVE MORE & PAY LESS", 4), ("Die GRÖSSE ist XL", 1), ("A B C D", 0), ("", 0), ("TWK3 MODELL", 2),
        ("ЧАЙ НЕДЕЛИ! ТОЛЬКО СЕГОДНЯ", 4),
    ]) func longestRun(_ one: (text: String, words: Int)) {
        #expect(Shouting.longestRun(one.text) == one.words)
    }
}

@Suite struct ReadablePageTests {
    @Test func pagesThatNobodyReadsAreLeftOut() {
        var page = Shop.page("/cart", .cart)
        page.readability.words = 10
        page.readability.garbled = [Shop.mention("Ã¼")]
        let check = GarbledText(settings: NoSettings())
        #expect(check.evaluate(page) == .notApplicable(page.isNotForReading ?? ""))
        page.kind = KindFact(.about, reason: "said so")
        page.head.robots = "noindex, follow"
        #expect(check.evaluate(page) == .notApplicable("the page is kept out of search engines"))
        page.head.robots = nil
        guard case .fail = check.evaluate(page) else {
            Issue.record("garbled text passed")
            return
        }
    }

    @Test func whatStyleAloneSetsApartIsNoWall() {
        let check = WallOfText(settings: .init(mostWords: 150, partsOfOthers: ["review"]))
        var page = Shop.page("/about", .about)
        page.readability.paragraphs = 1
        func wall(_ quote: String, _ locator: String) -> MeasuredMention {
            MeasuredMention(Mention(quote: quote, region: .main, locator: locator), value: 200)
        }
        page.readability.walls = [wall("One box.Another box.", "main > p")]
        guard case .undetermined = check.evaluate(page) else {
            Issue.record("boxes without space were taken for one paragraph")
            return
        }
        page.readability.walls = [wall("I love it.", "main > div.Review-body > p")]
        guard case .pass = check.evaluate(page) else {
            Issue.record("a customer's words were held against the shop")
            return
        }
        page.readability.walls.append(wall("We began in 1998. It was raining.", "main > p"))
        guard case .fail(let failure) = check.evaluate(page) else {
            Issue.record("a wall passed")
            return
        }
        #expect(failure.evidence.map(\.quote) == ["We began in 1998. It was raining."])
    }
}
