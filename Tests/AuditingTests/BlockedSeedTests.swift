import Auditing
import Foundation
import Model
import Support
import Testing

/// A shop that is there and doesn't let the audit in: a report that says so, and judges nothing.
struct BlockedSeed: Sendable, CustomTestStringConvertible {
    var name: String
    var routes: [String: Fault]
    var state: UnreadRow.State
    /// What the report says of the first page, and what it advises.
    var said: String
    var advice: String
    var testDescription: String { name }

    private static func page(_ title: String, _ body: String) -> [UInt8] {
        Array("<!doctype html><html lang=en><title>\(title)</title><body>\(body)".utf8)
    }

    static let all = [
        BlockedSeed(
            name: "a wall of a known make",
            routes: [
                "/": .answer(
                    page("Just a moment...", "<script src=/cdn-cgi/challenge-platform/h/b/x.js></script>"),
                    status: "403 Forbidden", headers: ["Content-Type: text/html", "cf-mitigated: challenge"])
            ],
            state: .blocked, said: "a wall against robots (Cloudflare", advice: "let the audit in"),
        BlockedSeed(
            name: "a bare refusal", routes: ["/": .answer([], status: "403 Forbidden")], state: .blocked,
            said: "refused (403)", advice: "let the audit in"),
        BlockedSeed(
            name: "a captcha with status 200",
            routes: [
                "/": .html(
                    "<!doctype html><html lang=en><title>Are you a robot?</title><h1>Are you a robot?</h1>"
                        + "<p>Please confirm that you are not a robot.<div class=g-recaptcha></div>")
            ], state: .blocked, said: "a wall against robots", advice: "let the audit in"),
        BlockedSeed(
            name: "a login asked for", routes: ["/": .answer([], status: "401 Unauthorized")], state: .blocked,
            said: "asks for a login (401)", advice: "--connect-to"),
        BlockedSeed(
            name: "another country", routes: ["/": .answer([], status: "451 Unavailable")], state: .blocked,
            said: "country", advice: "from a country"),
        BlockedSeed(
            name: "closed for repairs",
            routes: [
                "/": .answer(
                    page("Maintenance", "<h1>We are down for maintenance</h1><p>We will be back soon."),
                    status: "503 Service Unavailable")
            ], state: .blocked, said: "closed for now", advice: "Try again"),
        BlockedSeed(
            name: "closed with everything else", routes: ["/robots.txt": .answer([], status: "503 Down")],
            state: .blocked, said: "robots.txt answers with status 503", advice: "Try again"),
        BlockedSeed(
            name: "robots.txt forbids it",
            routes: ["/robots.txt": .html("User-agent: *\nDisallow: /"), "/": .html("<p>secret")],
            state: .blocked, said: "robots.txt forbids it (line 2", advice: "allow Comeback"),
        BlockedSeed(
            name: "not found", routes: ["/": .answer(page("404", "<p>gone"), status: "404 Not Found")], state: .error,
            said: "answered with status 404", advice: "Check the address"),
        BlockedSeed(
            name: "an error", routes: ["/": .answer([], status: "500 Internal Server Error")], state: .error,
            said: "answered with status 500", advice: "Try again"),
        BlockedSeed(
            name: "silence", routes: ["/": Fault([.hold])], state: .failed, said: "no answer within 0.3 s",
            advice: "Try again"),
        BlockedSeed(
            name: "a circle", routes: ["/": .redirect("/b"), "/b": .redirect("/")], state: .failed,
            said: "too many redirects", advice: "circle"),
        BlockedSeed(
            name: "scripts only",
            routes: ["/": .html("<!doctype html><title>Shop</title><div id=root></div><script src=/a.js></script>")],
            state: .blocked, said: "empty before scripts run", advice: "no scripts"),
    ]
}

@Suite(.serialized) struct BlockedSeedTests {
    @Test(arguments: BlockedSeed.all)
    func aReportWithoutAScore(seed: BlockedSeed) async throws {
        let server = try FaultServer(seed.routes)
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder + "/out"
            settings.crawl.answerTimeout = 0.3
            let summary = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in })
            let result = summary.result
            #expect(summary.problem?.hasPrefix(server.origin + "/: ") == true)
            #expect(summary.problem?.contains(seed.said) == true, "\(summary.problem ?? "")")
            #expect(result.scorecard.overall == nil && result.scorecard.letter == nil)
            #expect(result.checks.isEmpty && result.findings.isEmpty && result.recommendations.isEmpty)
            #expect(result.notAssessed.first?.state == seed.state)
            #expect(result.cautions.first?.contains(seed.said) == true, "\(result.cautions)")
            #expect(result.cautions.dropFirst().first?.contains(seed.advice) == true, "\(result.cautions)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/out/crawl.sqlite"))
            for text in try texts(summary) { #expect(text.contains("could be read") || text.contains("\"checks\"")) }
        }
        server.stop()
    }

    private func texts(_ summary: AuditSummary) throws -> [String] {
        try summary.files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    }

    @Test func itIsJudgedAnewToTheSameBytes() async throws {
        let seed = BlockedSeed.all[0]
        let server = try FaultServer(seed.routes)
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder + "/out"
            settings.saveCrawl = folder + "/crawl.ndjson"
            let summary = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in })
            settings.out = folder + "/again"
            let judged = try judge(crawlAt: folder + "/crawl.ndjson", settings: settings)
            #expect(judged.problem?.contains(seed.said) == true && judged.problem == summary.problem)
            #expect(try texts(judged) == texts(summary))
        }
        server.stop()
    }

    @Test func anEmptyPageIsNothingToAudit() async throws {
        let server = try await ShopServer.start(routes: ["/": .html("")])
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            let summary = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in })
            #expect(summary.problem?.contains("empty") == true)
            #expect(summary.result.scorecard.overall == nil && summary.result.findings.isEmpty)
        }
        await server.stop()
    }
}
