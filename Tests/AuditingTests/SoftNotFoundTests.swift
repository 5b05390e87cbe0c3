import Auditing
import Foundation
import Model
import Support
import Testing

/// Addresses that aren't there are told by what the shop answers to one that cannot be.
@Suite(.serialized) struct SoftNotFoundTests {
    private static func page(_ title: String, _ body: String) -> String {
        "<!doctype html><html lang=en><head><title>\(title)</title></head><body><nav><a href=/>Home</a>"
            + "<a href=/kettle>Kettle</a><a href=/teapot>Teapot</a></nav><main><h1>\(title)</h1>\(body)</main></body></html>"
    }

    /// Says that it isn't there in words that no list has.
    private static let lost = page(
        "Whoops-a-daisy",
        "<p>The cat has carried this one off.</p><p>It may have liked the colour of it.</p>"
            + "<p>Have a look at what our customers love instead, or ring us.</p>")
    private static let shop = [
        "/": page(
            "Kettles and pots",
            "<p>We sell kettles and pots since 1920, and mend them too.</p><p>Come and see us in town.</p>"
                + "<p>Every kettle comes with a guarantee of ten years.</p>"
                + "<a href=/gone-1>Old kettle</a><a href=/gone-2>Old pot</a><a href=/index.html>Start</a>"),
        "/kettle": page(
            "Kettle", "<p>A kettle of steel that whistles.</p><p>It holds two litres.</p><p>Ten years of guarantee.</p>"
        ),
        "/teapot": page(
            "Teapot", "<p>A teapot of stoneware, glazed.</p><p>It holds one litre.</p><p>Two years of guarantee.</p>"),
    ]

    /// Audits a shop; what isn't a page of it is answered by `other`.
    private func audited(
        _ pages: [String: String] = shop, robots: String = "", other: @escaping @Sendable (String) -> Fault
    ) async throws -> (rows: [String: UnreadRow], pages: Set<String>, result: AuditResult, probes: Int) {
        let server = try FaultServer(answer: { request in
            switch request.target {
            case "/robots.txt": .html(robots)
            case "/sitemap.xml": nil
            default: pages[request.target].map(Fault.html) ?? other(request.target)
            }
        })
        defer { server.stop() }
        return try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            let result = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in }
            ).result
            func path(_ url: String) -> String { String(url.dropFirst(server.origin.count)) }
            return (
                Dictionary(uniqueKeysWithValues: result.notAssessed.map { (path($0.url), $0) }),
                Set(result.pages.map { path($0.url) }), result,
                server.requests.count { $0.target.hasPrefix("/comeback-") }
            )
        }
    }

    @Test func pagesThatSayTheSameAreNoPages() async throws {
        let found = try await audited { $0 == "/index.html" ? .redirect("/") : .html(Self.lost) }
        #expect(found.pages == ["/", "/kettle", "/teapot"])
        #expect(Set(found.rows.keys) == ["/gone-1", "/gone-2"])
        for row in found.rows.values {
            #expect(row.state == .blocked && row.seen == "says the same as an address that cannot exist")
        }
        #expect(found.probes == 1 && found.result.scorecard.overall != nil)
    }

    @Test func redirectsToTheFirstPageAreNoPages() async throws {
        let found = try await audited { _ in .redirect("/") }
        #expect(found.pages == ["/", "/kettle", "/teapot"])
        // Another name of the first page leads there rightly.
        #expect(Set(found.rows.keys) == ["/gone-1", "/gone-2"])
        #expect(found.rows["/gone-1"]?.seen?.contains("leads to the first page") == true)
    }

    @Test func aShopThatSaysSoIsBelieved() async throws {
        let found = try await audited { $0 == "/gone-1" ? .html(Self.lost) : .answer([], status: "404 Not Found") }
        #expect(found.pages == ["/", "/kettle", "/teapot", "/gone-1"])
        #expect(found.rows["/gone-2"]?.state == .error)
        #expect(found.probes == 1)
    }

    @Test func whatRobotsForbidIsNotAsked() async throws {
        let found = try await audited(robots: "User-agent: *\nDisallow: /comeback-") { _ in .html(Self.lost) }
        #expect(found.probes == 0 && found.pages.contains("/gone-1"))
    }

    /// What is shown for want of a page is one in its own right: its own address must not be taken for a dead one.
    @Test func aListOfGoodsForWantOfAPageTellsNothing() async throws {
        let goods = (1...6).map {
            "<li class=product><a href=/kettle><img src=/k.jpg alt=''>Kettle no. \($0)</a><span class=price>$\($0)9.00</span>"
                + "<button>Add to cart</button></li>"
        }
        let list = Self.page("All our kettles", "<p>Six kettles.</p><ul>\(goods.joined())</ul>")
        let found = try await audited { _ in .html(list) }
        #expect(found.rows.isEmpty && found.pages.contains("/gone-1"))
        #expect(found.result.coverage.repeats == 2)
    }

    /// One frame for every address is filled in by scripts: that its pages aren't there would be a lie.
    @Test func aFrameForEverythingNeedsABrowser() async throws {
        let frame = Self.page(
            "Kettles and pots",
            "<div id=content></div><p>We use cookies.</p><p>Accept all of them</p><p>Or choose</p>"
                + "<script src=/app.js></script>")
        let found = try await audited(["/": Self.shop["/"] ?? ""]) { _ in .html(frame) }
        #expect(found.pages == ["/"] && found.rows.count == 5)
        for row in found.rows.values { #expect(row.reason.contains("browser"), "\(row)") }
        #expect(found.result.scorecard.overall == nil)
    }

    /// The home page under every address tells nothing of which of them are pages.
    @Test func theHomePageForEverythingTellsNothing() async throws {
        let home = Self.shop["/"] ?? ""
        let found = try await audited { _ in .html(home) }
        #expect(found.pages == ["/", "/kettle", "/teapot"] && found.rows.isEmpty)
        #expect(found.result.coverage.repeats == 3)
    }
}
