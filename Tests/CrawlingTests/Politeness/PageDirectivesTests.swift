import Model
import Support
import Testing

@testable import Crawling

@Suite struct PageDirectivesTests {
    @Test(
        arguments: [
            (nil, nil, false, false), ("noindex", nil, true, false), ("NoFollow , NOINDEX", nil, true, true),
            ("none", nil, true, true), ("index, follow", nil, false, false), ("noindexing", nil, false, false),
            (nil, "noindex", true, false), (nil, "noarchive; nofollow", false, true),
            (nil, "comeback: none", true, true),
            (nil, "Comeback/1: noindex, nofollow", true, true), (nil, "otherbot: noindex, nofollow", false, false),
            (nil, "otherbot: noindex; nofollow", false, true),
            (nil, "otherbot: noindex, comeback: nofollow", false, true),
            (nil, "max-snippet: 20, noindex", true, false),
            (nil, "unavailable_after: 25 Jun 2030 15:00:00 GMT, nofollow", false, true),
            ("nofollow", "noindex", true, true),
            (nil, ":,;:;", false, false),
        ] as [(String?, String?, Bool, Bool)])
    func directives(meta: String?, header: String?, noindex: Bool, nofollow: Bool) {
        let found = PageDirectives(meta: meta, header: header, for: CrawlSettings.defaultUserAgent)
        #expect(found.forbidsIndex == noindex)
        #expect(found.forbidsFollowing == nofollow)
    }

    /// A page that asks not to be indexed, and one whose links aren't to be followed.
    @Test(arguments: [false, true]) func obeyedWhenAskedTo(isAsked: Bool) async throws {
        var hidden = page("hidden", ["/behind-hidden"])
        hidden.headers["X-Robots-Tag"] = "noindex"
        var closed = page("closed", ["/behind-closed"])
        closed.headers["X-Robots-Tag"] = "otherbot: none, comeback: nofollow"
        let server = try await ShopServer.start(routes: [
            "/": page("home", ["/hidden", "/closed", "/hidden-from-links#nofollow"]), "/hidden": hidden,
            "/closed": closed,
            "/behind-hidden": page("a", []), "/behind-closed": page("b", []), "/hidden-from-links": page("c", []),
        ])
        var settings = CrawlSettings()
        settings.respectsNoindex = isAsked
        settings.respectsNofollow = isAsked
        let result = try await crawl(server, settings: settings)
        await server.stop()
        #expect(result.order.contains("/behind-hidden"), "noindex says nothing of links")
        #expect(result.order.contains("/behind-closed") == !isAsked)
        #expect(result.order.contains("/hidden-from-links") == !isAsked)
        #expect((result.outcome("/hidden") == .skipped(why: .noindex)) == isAsked)
        #expect(result.crawl.pagesRead == (isAsked ? 3 : 6))
    }
}
