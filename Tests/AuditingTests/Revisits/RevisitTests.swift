import Foundation
import Model
import Support
import Testing

@testable import Auditing

/// Clocks and stock are compared by a second visit to a real server.
struct RevisitTests {
    private static let check = "promotions/countdown-resets"
    private static let start: Int64 = 1_772_355_611_000

    private struct Seen {
        var check: CheckResult
        var finding: Finding?
        var requests: [FaultServer.Request]
        var judged: Data?
        var report: Data?
    }

    private static func page(_ body: String) -> String {
        "<!doctype html><html lang=en><head><title>Teapots</title></head><body><nav><a href=/>Home</a></nav><main>"
            + "<h1>Teapots</h1>\(body)</main></body></html>"
    }

    private static func clock(_ end: Int64) -> String {
        page("<p>Spring sale ends in</p><div class=countdown data-end='\(end)'></div>")
    }

    /// Audits a shop of one page or more; time passes only while the audit waits.
    private func audited(
        id: String = RevisitTests.check, judgesAgain: Bool = false, adjust: (inout AuditSettings) -> Void = { _ in },
        time: SteppedTime = SteppedTime(RevisitTests.start), clock: AuditClock? = nil,
        answer: @escaping @Sendable (FaultServer.Request, _ now: Int64) -> Fault?
    ) async throws -> Seen {
        let server = try FaultServer { answer($0, time.now) }
        defer { server.stop() }
        return try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            settings.saveCrawl = folder + "/crawl.jsonl"
            adjust(&settings)
            let result = try await audit(
                server.origin, settings: settings, clock: clock ?? .stepped(time), isStopped: { false },
                progress: { _ in }
            ).result
            let report = FileManager.default.contents(atPath: folder + "/report.json")
            if judgesAgain { _ = try judge(crawlAt: folder + "/crawl.jsonl", settings: settings) }
            return Seen(
                check: try #require(result.checks.first { $0.id.rawValue == id }),
                finding: result.findings.first { $0.check.rawValue == id }, requests: server.requests,
                judged: FileManager.default.contents(atPath: folder + "/report.json"), report: report)
        }
    }

    @Test func anEndMadeFromTheVisitIsFound() async throws {
        let seen = try await audited(judgesAgain: true) { request, now in
            request.target == "/" ? .html(Self.clock(now + 7_200_000)) : nil
        }
        #expect(seen.check.verdict == .fail)
        #expect(seen.finding?.confidence == .certain)
        #expect(seen.finding?.evidence.first?.note?.contains("60 s later") == true)
        #expect(seen.report != nil && seen.report == seen.judged)
        let visits = seen.requests.filter { $0.target == "/" }
        #expect(visits.count == 2)
        #expect(visits.map { $0.head.lowercased().contains("cache-control: no-cache") } == [false, true])
        #expect(!visits.contains { $0.head.lowercased().contains("cookie:") })
    }

    @Test func oneEndForAllPasses() async throws {
        let seen = try await audited { request, _ in
            request.target == "/" ? .html(Self.clock(Self.start + 7_200_000)) : nil
        }
        #expect(seen.check.verdict == .pass)
    }

    @Test(arguments: [["Age: 120"], ["Date: Sun, 01 Mar 2026 09:00:00 GMT"], ["ETag: \"a\""]])
    func aKeptCopyTellsNothing(_ headers: [String]) async throws {
        let body = Self.page("<p>Spring sale ends in</p><b class=countdown>02:14:09</b>")
        let seen = try await audited { request, _ in
            guard request.target == "/" else { return nil }
            return .answer(
                Array((body + "<!-- \(request.earlier) -->").utf8), headers: ["Content-Type: text/html"] + headers)
        }
        #expect(seen.check.verdict == .undetermined)
        #expect(seen.check.reason?.contains("kept copy") == true)
    }

    @Test func theSameTimeLeftInAFreshAnswerIsASign() async throws {
        let body = Self.page("<p>Spring sale ends in</p><b class=countdown>02:14:09</b>")
        let seen = try await audited { request, _ in
            request.target == "/" ? .html(body + "<!-- \(request.earlier) -->") : nil
        }
        #expect(seen.finding?.confidence == .likely)
    }

    @Test(arguments: [
        Fault.answer([], status: "500 Internal Server Error"), .answer([], status: "403 Forbidden"), .redirect("/x"),
        Fault([.reset]), .html("<html><title>Just a moment...</title><body><p>Empty</p></body></html>"),
    ])
    func whatCannotBeReadAgainIsOpen(_ fault: Fault) async throws {
        let seen = try await audited { request, now in
            guard request.target == "/" else { return nil }
            return request.earlier == 0 ? .html(Self.clock(now + 7_200_000)) : fault
        }
        #expect(seen.check.verdict == .undetermined || seen.check.verdict == .pass)
        #expect(seen.check.verdict == .undetermined)
    }

    @Test func aScriptThatReckonsFromTheVisitIsASign() async throws {
        let script = "let endTime = Date.now() + 2 * 60 * 60 * 1000; setInterval(tick, 1000)"
        let seen = try await audited { request, _ in
            request.target == "/"
                ? .html(Self.page("<p>Ends in <b id=countdown></b></p><script>\(script)</script>")) : nil
        }
        #expect(seen.finding?.confidence == .likely)
        #expect(seen.finding?.evidence.first?.quote.contains("Date.now() + 2 * 60 * 60 * 1000") == true)
    }

    @Test func byAFixedClockNobodyWaitsAndNothingIsClaimed() async throws {
        let seen = try await audited(clock: .fixed(Self.start)) { request, _ in
            request.target == "/" ? .html(Self.clock(Self.start + 7_200_000 + Int64(request.earlier) * 60_000)) : nil
        }
        #expect(seen.check.verdict == .undetermined)
    }

    @Test func noMoreThanTwelvePagesAreVisitedAgain() async throws {
        let seen = try await audited { request, now in
            if request.target == "/" {
                return .html(Self.page((1...30).map { "<a href=/p\($0)>Sale \($0)</a>" }.joined(separator: " ")))
            }
            guard request.target.hasPrefix("/p") else { return nil }
            return .html(Self.clock(now + 7_200_000) + "<p>Teapots of kind \(request.target)</p>")
        }
        let again = seen.requests.filter { $0.head.contains("no-cache") }
        #expect(again.count == 12)
        #expect(Set(again.map(\.target)).count == 12)
    }

    @Test func whatNobodyJudgesIsNotVisitedAgain() async throws {
        let seen = try await audited(
            id: "promotions/end-date-missing",
            adjust: { $0.skip = ["promotions/countdown-resets", "promotions/scarcity-invented"] }
        ) { request, now in request.target == "/" ? .html(Self.clock(now + 7_200_000)) : nil }
        #expect(seen.requests.filter { $0.target == "/" }.count == 1)
    }

    @Test(arguments: [(true, true), (false, false)])
    func stockThatRisesOnSeveralProductsIsASign(_ rises: Bool, _ isFound: Bool) async throws {
        let seen = try await audited(id: "promotions/scarcity-invented") { request, _ in
            guard let number = Int(request.target.dropFirst(2)) else {
                return request.target == "/"
                    ? .html(Self.page("<a href=/p1>Teapot 1</a> <a href=/p2>Teapot 2</a> <a href=/p3>Teapot 3</a>"))
                    : nil
            }
            let left = number + 3 + (rises ? request.earlier * 2 : -request.earlier)
            return .html(
                Self.page(
                    "<p class=price>€4\(number).90</p><p>Only \(left) left in stock</p><button>Add to cart</button>")
            )
        }
        #expect((seen.check.verdict == .fail) == isFound)
        if isFound { #expect(seen.finding?.confidence == .likely) }
    }

    @Test(arguments: [(5_000_000, CheckResult.Verdict.fail), (86_400_000, .pass)] as [(Int64, CheckResult.Verdict)])
    func anEndThatComesAgainIsRemembered(_ later: Int64, _ expected: CheckResult.Verdict) async throws {
        let time = SteppedTime(Self.start)
        let end = Self.start + 3_700_000
        let server = try FaultServer { request in
            request.target == "/" ? .html(Self.clock(time.now < end ? end : end + later)) : nil
        }
        defer { server.stop() }
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            settings.ledger = folder + "/ledger"
            func verdict() async throws -> CheckResult.Verdict? {
                try await audit(
                    server.origin, settings: settings, clock: .stepped(time), isStopped: { false }, progress: { _ in }
                ).result.checks.first { $0.id.rawValue == Self.check }?.verdict
            }
            let first = try await verdict()
            #expect(first == .pass)
            time.advance(by: 4_000_000)
            let second = try await verdict()
            #expect(second == expected)
        }
    }
}
