import Auditing
import Model
import Support
import Testing

/// Pages that send their visitors on by a meta element are no pages to judge.
@Suite(.serialized) struct ForwardingPageTests {
    private static func page(_ title: String, _ body: String, refresh: String = "") -> String {
        let meta = refresh.isEmpty ? "" : "<meta http-equiv=refresh content=\"\(refresh)\">"
        return "<!doctype html><html lang=en><head>\(meta)<title>\(title)</title></head><body><main><h1>\(title)</h1>"
            + "\(body)</main></body></html>"
    }

    private static let pages = [
        "/": page("Moved", "<p>Please wait.</p>", refresh: "0;url=shop/"),
        "/shop/": page(
            "Kettles", "<p>We mend kettles too.</p><a href=/old>Old</a><a href=/slow>Slow</a><a href=/clock>Clock</a>"),
        "/old": page("Old", "<p>This page has moved.</p>", refresh: "1; url=/new"),
        "/new": page("New", "<p>Kettles of steel, ten years of guarantee.</p>"),
        "/slow": page("Slow", "<p>Our news of this week, for you to read.</p>", refresh: "20; url=/later"),
        "/later": page("Later", "<p>The news of last week, all of it.</p>"),
        "/clock": page("Clock", "<p>It is noon now, by our clock.</p>", refresh: "0; url=/clock"),
    ]

    @Test func theyAreRedirects() async throws {
        let server = try FaultServer(answer: { Self.pages[$0.target].map(Fault.html) })
        defer { server.stop() }
        let result = try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            return try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in }
            ).result
        }
        let judged = Set(result.pages.map { $0.url.dropFirst(server.origin.count) })
        #expect(judged == ["/shop/", "/new", "/slow", "/later", "/clock"])
        #expect(result.site.finalURL == server.origin + "/shop/")
    }

    @Test func aCircleOfThemIsTold() async throws {
        let server = try FaultServer(answer: { request in
            switch request.target {
            case "/": .html(Self.page("One", "<p>Wait.</p>", refresh: "0;url=/two"))
            case "/two": .html(Self.page("Two", "<p>Wait.</p>", refresh: "0;url=/"))
            default: nil
            }
        })
        defer { server.stop() }
        let summary = try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            return try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in })
        }
        #expect(summary.result.scorecard.overall == nil)
        #expect(summary.problem?.contains("redirects") == true)
    }
}
