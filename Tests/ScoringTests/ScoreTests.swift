import Model
import Testing

@testable import Scoring

/// A result by hand.
func result(
    _ category: Model.Category, _ name: StaticString, _ severity: Severity, score: Double?, passed: Int = 1,
    failed: Int = 0, effort: Effort = .small, weight: Double? = nil, verdict: CheckResult.Verdict? = nil
) -> CheckResult {
    let own: CheckResult.Verdict = score == nil ? .undetermined : score == 100 ? .pass : .fail
    return CheckResult(
        id: CheckID(category, name), title: "t", verdict: verdict ?? own, reason: nil, why: "w", fix: "f", source: "s",
        disproof: "d", severity: severity, effort: effort, score: score, passed: passed, failed: failed,
        notApplicable: 0, undetermined: 0, passEvidence: [], weight: weight)
}

func finding(_ check: CheckID, _ confidence: Confidence, template: Int? = nil, pages: [String] = []) -> Finding {
    Finding(
        check: check, confidence: confidence, template: template, pages: pages, evidence: [], looked: nil, detail: nil)
}

func isNear(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    a.map { abs($0 - b) <= tolerance } ?? false
}

@Suite struct ScoreTests {
    let coverage = {
        var coverage = Coverage()
        coverage.known = 40
        coverage.assessed = 40
        return coverage
    }()

    /// Contact: critical 100, major 50, minor 0: (8·100 + 4·50 + 1·0) / 13 = 76.92. Loyalty: minor 0: 0.
    /// Overall: contact 20 and loyalty 10 of 30: 76.92 · 2/3 = 51.28.
    @Test func meansAreWeighted() throws {
        let card = Score.card(
            results: [
                result(.contact, "a", .critical, score: 100), result(.contact, "b", .major, score: 50),
                result(.contact, "c", .minor, score: 0), result(.contact, "d", .critical, score: nil),
                result(.loyalty, "e", .minor, score: 0), result(.loyalty, "f", .informative, score: 0),
            ], findings: [], coverage: coverage)
        #expect(card.categories.map(\.category) == Model.Category.allCases)
        let contact = try #require(card.categories.first { $0.category == .contact })
        #expect(isNear(contact.score, 1000.0 / 13))
        #expect(isNear(contact.share, 2.0 / 3))
        #expect(contact.checksAssessed == 3)
        #expect(contact.checksApplicable == 4)
        #expect(contact.pagesAssessed == 40)
        #expect(contact.interval == nil)
        #expect(isNear(card.overall, 2000.0 / 39))
        #expect(card.letter == .e)
        let pricing = try #require(card.categories.first { $0.category == .pricing })
        #expect(pricing.score == nil && pricing.share == 0 && pricing.pagesAssessed == 0)
        #expect(isNear(card.categories.reduce(0) { $0 + $1.share }, 1))
    }

    @Test func aFileMayOverrideTheWeight() {
        let card = Score.card(
            results: [
                result(.contact, "a", .minor, score: 0, weight: 3), result(.contact, "b", .minor, score: 100),
            ], findings: [], coverage: coverage)
        #expect(isNear(card.overall, 25))
    }

    @Test func nothingAssessedGivesNoScore() {
        let none = Score.card(
            results: [result(.contact, "a", .critical, score: nil)], findings: [], coverage: coverage)
        #expect(none.overall == nil && none.letter == nil)
        let informative = Score.card(
            results: [result(.contact, "a", .informative, score: 0)], findings: [], coverage: coverage)
        #expect(informative.overall == nil)
    }

    /// Nineteen pages of twenty pass a critical check; everything else is well: 97.4 would be an A.
    @Test(arguments: [
        (Severity.critical, Confidence.certain, Letter.c, true), (.critical, .likely, .a, false),
        (.major, .certain, .a, false),
    ]) func onlyACertainCriticalFailureHoldsTheLetterDown(
        _ one: (severity: Severity, confidence: Confidence, letter: Letter, isCapped: Bool)
    ) {
        let id = CheckID(.pricing, "price-missing")
        let card = Score.card(
            results: [
                result(.pricing, "price-missing", one.severity, score: 95, passed: 19, failed: 1),
                result(.contact, "b", .critical, score: 100),
            ], findings: [finding(id, one.confidence, template: 0, pages: ["u"])], coverage: coverage)
        #expect(card.letter == one.letter)
        #expect(card.cappedBy == (one.isCapped ? id : nil))
        #expect((card.overall ?? 0) > 90)
    }

    @Test func aLetterThatIsLowAnywayIsHeldByNothing() {
        let card = Score.card(
            results: [result(.pricing, "a", .critical, score: 0)],
            findings: [finding(CheckID(.pricing, "a"), .certain)], coverage: coverage)
        #expect(card.letter == .f && card.cappedBy == nil)
    }

    /// A sample: the page check's bounds are Wilson's, the site check's are its score.
    @Test func aSampleHasAnInterval() throws {
        var sample = coverage
        sample.beyondLimit = 100
        let card = Score.card(
            results: [
                result(.contact, "a", .major, score: 80, passed: 8, failed: 2),
                result(.contact, "b", .major, score: 100), result(.loyalty, "c", .major, score: 100),
            ], findings: [], coverage: sample)
        let contact = try #require(card.categories.first { $0.category == .contact })
        let interval = try #require(contact.interval)
        #expect(isNear(interval.low, (49.01625 + 100) / 2, 0.001))
        #expect(isNear(interval.high, (94.33178 + 100) / 2, 0.001))
        #expect(card.categories.first { $0.category == .loyalty }?.interval == nil)
    }
}

@Suite struct WilsonTests {
    /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
    /// table I, method 3 (score): 81/263, 15/148, 0/20, 1/29.
    @Test(arguments: [
        (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ]) func agreesWithNewcombe(_ one: (successes: Double, trials: Double, low: Double, high: Double)) {
        let interval = Wilson.interval(successes: one.successes, trials: one.trials)
        #expect(isNear(interval.low, one.low, 0.00006))
        #expect(isNear(interval.high, one.high, 0.00006))
    }

    @Test func holdsTheProportionAndStaysInBounds() {
        for trials in 1...60 {
            for successes in 0...trials {
                let p = Double(successes) / Double(trials)
                let interval = Wilson.interval(successes: Double(successes), trials: Double(trials))
                #expect(0 <= interval.low && interval.low <= p && p <= interval.high && interval.high <= 1)
            }
        }
        #expect(Wilson.interval(successes: 0, trials: 0) == Interval(low: 0, high: 1))
    }
}

@Suite struct RecommendationTests {
    let results = [
        result(.contact, "a", .critical, score: 0, effort: .large),
        result(.contact, "b", .major, score: 25, effort: .small),
        result(.contact, "c", .minor, score: 100), result(.loyalty, "d", .minor, score: 40, effort: .medium),
        result(.loyalty, "e", .informative, score: 0), result(.loyalty, "f", .minor, score: nil),
        result(.pricing, "g", .critical, score: 90, effort: .small),
    ]

    /// Shares of 55: contact 20, loyalty 10, pricing 25. Contact weighs 13: a costs 100·20/55·8/13 = 22.38 over
    /// effort 4, b 100·20/55·4/13·0.75 = 8.39 over 1; d 100·10/55·0.6 = 10.91 over 2; g 100·25/55·0.1 = 4.55.
    @Test func areRankedByPointsOverEffort() {
        let list = Score.recommendations(results: results, findings: [])
        #expect(list.map(\.check.name) == ["b", "a", "d", "g", "e"])
        #expect(isNear(list[0].points, 100 * 20 / 55 * 4 / 13 * 0.75))
        #expect(isNear(list[1].points, 100 * 20.0 / 55 * 8 / 13))
        #expect(list.last?.points == 0)
    }

    @Test func mendingAllMakesAHundred() throws {
        let card = Score.card(results: results, findings: [], coverage: Coverage())
        let points = Score.recommendations(results: results, findings: []).reduce(0) { $0 + $1.points }
        #expect(isNear(try #require(card.overall) + points, 100))
        var mended = results
        for i in mended.indices where mended[i].score != nil { mended[i].score = 100 }
        #expect(isNear(Score.card(results: mended, findings: [], coverage: Coverage()).overall, 100))
    }

    @Test func mendingOneWinsItsPoints() throws {
        let before = try #require(Score.card(results: results, findings: [], coverage: Coverage()).overall)
        for recommendation in Score.recommendations(results: results, findings: []) {
            var mended = results
            for i in mended.indices where mended[i].id == recommendation.check { mended[i].score = 100 }
            let after = try #require(Score.card(results: mended, findings: [], coverage: Coverage()).overall)
            #expect(isNear(after - before, recommendation.points))
        }
    }

    @Test func pagesAndConfidenceComeFromTheFindings() {
        let id = CheckID(.contact, "b")
        let list = Score.recommendations(
            results: results,
            findings: [
                finding(id, .certain, template: 0, pages: ["1", "2", "3"]),
                finding(id, .likely, template: 1, pages: ["3", "4"]), finding(CheckID(.contact, "a"), .likely),
            ])
        #expect(list[0].pages == 4 && list[0].confidence == .certain)
        #expect(list[1].pages == 0 && list[1].confidence == .likely)
    }
}
