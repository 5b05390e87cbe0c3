import Model
import Testing

@testable import Checking

@Suite struct TallyTests {
    static let noViewport =
        Shop.words + """
            evaluate: { subject: page, fact: head.viewport, pages: [product, listing], fails: absent, what: a viewport }
            examples: []

            """
    static let garbled =
        Shop.words + """
            evaluate: { subject: page, fact: readability.garbled, fails: present, confidence: likely }
            examples: []

            """

    static func catalogue() throws -> CheckCatalogue {
        try Shop.catalogue([
            "navigation/no-viewport.yaml": noViewport, "readability/gibberish.yaml": garbled,
            "contact/landline-missing.yaml": Shop.phoneMissing,
        ])
    }

    /// Thirty pages of two shapes: a third of the products lack a viewport, every fifth page is garbled.
    static let pages: [PageFacts] = (0..<30).map { i in
        let kind: PageKind = i == 0 ? .home : i % 2 == 0 ? .product : .listing
        var page = Shop.page(
            i == 0 ? "/" : "/p\(i < 10 ? "0" : "")\(i)", kind, shape: [UInt32](repeating: UInt32(i % 2), count: 32))
        page.head.viewport = i % 6 == 0 ? nil : "width=device-width"
        if i % 5 == 0 { page.readability.garbled = (0..<4).map { Shop.mention("Ã\($0) on \(i)") } }
        return page
    }

    static func results(_ order: [Int]) throws -> (checks: [CheckResult], findings: [Finding]) {
        let catalogue = try catalogue()
        let runner = CheckRunner(catalogue: catalogue)
        var builder = SiteFactsBuilder(seed: "https://shop.example/", now: 0)
        var tally = Tally(catalogue: catalogue)
        for i in order {
            let template = builder.absorb(pages[i], id: PageID(i))
            tally.absorb(runner.judge(pages[i]), id: PageID(i), url: pages[i].url, template: template)
        }
        return tally.results(site: builder.finish(graph: LinkGraph(), coverage: Coverage()))
    }

    @Test func outcomesAddUp() throws {
        let (checks, findings) = try Self.results(Array(Self.pages.indices))
        #expect(
            checks.map(\.id.rawValue) == [
                "contact/landline-missing", "navigation/no-viewport", "readability/gibberish",
            ])
        let viewport = checks[1]
        #expect([viewport.passed, viewport.failed, viewport.notApplicable] == [25, 4, 1])
        #expect(viewport.verdict == .fail)
        #expect(viewport.score == 100 * 25 / 29.0)
        #expect(viewport.passEvidence.count == 3)
        #expect(checks[0].verdict == .fail && checks[0].score == 0 && checks[0].failed == 1)

        let found = findings.filter { $0.check == viewport.id }
        #expect(found.count == 1)
        #expect(found[0].pages == ["06", "12", "18", "24"].map { "https://shop.example/p\($0)" })
        #expect(found[0].evidence.map(\.url) == found[0].pages)
        #expect(
            found[0].looked
                == SearchedPlaces(
                    pages: 4, kinds: ["product": 4], urls: found[0].pages, what: "a viewport"))
        #expect(found[0].confidence == .certain)

        // Garbled: home (template 0), 10 and 20 (products), 5, 15, 25 (listings).
        let garbled = findings.filter { $0.check.name == "gibberish" }
        #expect(garbled.map(\.pages.count) == [1, 3, 2])
        #expect(garbled.allSatisfy { $0.confidence == .likely })
        #expect(garbled[0].evidence.count == 3, "at most three of a page")
        #expect(garbled[1].evidence.count == 5, "at most five of a template")
        #expect(Set(garbled[1].evidence.map(\.url)).count == 3, "every page of them before a second item")
        let site = findings.first { $0.check.name == "landline-missing" }
        #expect(site?.template == nil && site?.looked?.pages == 30)
    }

    @Test func orderOfPagesDoesNotShow() throws {
        let sorted = try Self.results(Array(Self.pages.indices))
        for seed in 1...8 {
            var random = Stream(seed: UInt64(seed))
            let other = try Self.results(Self.pages.indices.shuffled(using: &random))
            #expect(other.checks == sorted.checks)
            #expect(other.findings == sorted.findings)
        }
    }

    @Test func withoutASubjectTheCommonestReasonIsGiven() throws {
        var tally = CheckTally()
        tally.absorb(.notApplicable("b"), id: 0, url: "u", template: 0)
        tally.absorb(.notApplicable("a"), id: 1, url: "v", template: 0)
        tally.absorb(.notApplicable("b"), id: 2, url: "w", template: 0)
        #expect(tally.verdict == (.notApplicable, "b"))
        tally.absorb(.undetermined("c"), id: 3, url: "x", template: 0)
        #expect(tally.verdict == (.undetermined, "c"))
        tally.absorb(.pass([]), id: 4, url: "y", template: 0)
        #expect(tally.verdict == (.pass, nil))
        #expect(CheckTally().verdict == (.undetermined, "no page could be read"))
    }

    @Test func surenessIsNotMixed() throws {
        var tally = CheckTally()
        for (i, confidence) in [Confidence.likely, .certain, .likely].enumerated() {
            let evidence = [Evidence(url: "u\(i)", quote: "q")]
            tally.absorb(
                .fail(Failure(evidence: evidence, confidence: confidence, detail: "d\(i)")), id: PageID(i),
                url: "u\(i)",
                template: 7)
        }
        let likely = try #require(tally.failures[.init(template: 7, confidence: .likely)])
        let certain = try #require(tally.failures[.init(template: 7, confidence: .certain)])
        #expect(likely.pages == [0, 2] && certain.pages == [1])
        #expect(likely.detail == nil && certain.detail == "d1")
    }
}

@Suite struct ExampleRunnerTests {
    /// Stands in for the observer: a "+" in the HTML is a telephone number.
    static func run(_ html: String, expect: String, observe: ExampleRunner.Observe? = nil) throws -> ExampleResult {
        let text = Shop.phoneMissing.replacing("<p>+421 2 5555 0100", with: html)
            .replacing("{ outcome: pass, evidence: [\"+421 2 5555 0100\"] }", with: expect)
        let catalogue = try Shop.catalogue(["contact/landline-missing.yaml": text])
        let runner = ExampleRunner(
            catalogue: catalogue,
            observe: observe ?? { example in
                let facts = example.pages.sorted { $0.key < $1.key }.map { path, html in
                    var page = Shop.page(path, path == "/" ? .home : .other)
                    if html.contains("+") { page.contact.phones = [Shop.phone(html, "+1")] }
                    return page
                }
                return (facts, Shop.site(facts))
            })
        return try #require(runner.run().first)
    }

    @Test(arguments: [
        ("+1 555", "{ outcome: pass, evidence: ['+1 555'] }", nil),
        ("+1 555", "{ outcome: fail }", "expected fail, got pass; evidence “+1 555”"),
        ("+1 555", "{ outcome: pass, evidence: ['+2'] }", "“+2” is not in the evidence; there is “+1 555”"),
        ("none", "{ outcome: fail }", nil), ("none", "{ outcome: undetermined }", "expected undetermined, got fail"),
        ("none", "{ outcome: fail, evidence: [x] }", "“x” is not in the evidence; there is none"),
    ]) func says(_ one: (html: String, expect: String, problem: String?)) throws {
        let result = try Self.run(one.html, expect: one.expect)
        if let problem = one.problem {
            #expect(result.problem?.contains(problem) == true, "\(result)")
            #expect(result.description.hasPrefix("FAIL contact/landline-missing: shown"))
        } else {
            #expect(result.isPassed, "\(result)")
        }
    }

    @Test func aFaultOfTheObserverFailsTheExample() throws {
        struct Fault: Error {}
        let result = try Self.run("x", expect: "{ outcome: pass }") { _ in throw Fault() }
        #expect(result.problem == "cannot be observed: Fault()")
    }
}
