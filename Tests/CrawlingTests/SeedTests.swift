import Model
import Support
import Testing

@testable import Crawling

private func open(_ seed: String, _ settings: CrawlSettings = CrawlSettings()) async throws -> Result<Site, SeedProblem>
{
    let fetcher = try #require(Fetcher(settings: settings))
    defer { fetcher.close() }
    return await Site.open(seed: seed, settings: settings, fetcher: fetcher)
}

@Suite struct SeedTests {
    @Test(arguments: [
        ("shop.example", "https://shop.example/"), ("Shop.Example/a", "https://shop.example/a"),
        ("localhost:8080", "http://localhost:8080/"), ("127.0.0.1:80/x", "http://127.0.0.1/x"),
        ("http://shop.example", "http://shop.example/"), ("ftp://shop.example", nil), ("shop", nil), ("", nil),
        ("mailto:a@b.example", nil), ("https://", nil), ("not a url", nil),
    ])
    func seedsAsTyped(text: String, expected: String?) { #expect(Site.normalisedSeed(text) == expected) }

    @Test func seedsThatLeadNowhere() async throws {
        let server = try await ShopServer.start(routes: [
            "/price.pdf": ShopServer.Answer(headers: ["Content-Type": "application/pdf"]),
            "/away": .redirect("ftp://shop.example/"),
        ])
        let origin = server.origin
        func problem(_ path: String) async throws -> SeedProblem? {
            if case .failure(let problem) = try await open(origin + path) { problem } else { nil }
        }
        #expect(
            try await problem("/price.pdf") == .notAPage(url: origin + "/price.pdf", contentType: "application/pdf"))
        #expect(try await problem("/away") == .badRedirect(url: origin + "/away"))
        await server.stop()
        if case .failed(_, let failure)? = try await problem("/") {
            #expect(failure.stage == .connect)
        } else {
            Issue.record()
        }
        if case .failure(.failed(_, let failure)) = try await open("http://nothing.invalid/") {
            #expect(failure.stage == .resolve)
        } else {
            Issue.record()
        }
    }

    @Test func aHostThatShowsNoFirstPageIsAskedForNothingElse() async throws {
        let server = try await ShopServer.start(routes: [
            "/sitemap.xml": .text("<urlset><loc>/a</loc></urlset>"), "/missing": .html("<a href=\"/a\">", status: 404),
            "/round": .redirect("/round2"), "/round2": .redirect("/round"), "/to": .redirect("/refused"),
            "/refused": .html("no", status: 403), "/a": page("a", []),
        ])
        let missing = try await crawl(server, seed: "/missing").crawl
        if case .fetched(let facts)? = missing.graph.nodes[0].outcome { #expect(facts.status == 404) }
        let round = try await crawl(server, seed: "/round").crawl
        if case .failed(let failure)? = round.graph.nodes[0].outcome {
            #expect(failure.stage == .tooManyRedirects)
        } else {
            Issue.record()
        }
        let refused = try await crawl(server, seed: "/to").crawl
        #expect(refused.graph.nodes.map(\.url) == [server.origin + "/refused", server.origin + "/to"])
        #expect(refused.graph.nodes[0].outcome == .blocked(by: .status403))
        for crawl in [missing, round, refused] { #expect(crawl.pagesRead == 0 && crawl.stop == nil) }
        #expect(!server.requests.contains("/sitemap.xml") && !server.requests.contains("/a"))
        await server.stop()
    }

    @Test func robotsCloseTheSeed() async throws {
        let closed = try await ShopServer.start(routes: [
            "/robots.txt": .text("User-agent: *\nDisallow: /"), "/": page("home", []),
        ])
        let outcome = try await open(closed.origin).get().answer.outcome
        #expect(outcome == .blocked(by: .robots, seen: "line 2, “Disallow: /”"))
        #expect(!closed.requests.contains("/"))
        var settings = CrawlSettings()
        settings.obeysRobots = false
        #expect(try await open(closed.origin, settings).get().isOpen)
        await closed.stop()
        let broken = try await ShopServer.start(routes: ["/robots.txt": .text("", status: 500), "/": page("home", [])])
        let site = try await open(broken.origin).get()
        #expect(site.answer.outcome == .blocked(by: .robotsUnread, seen: "robots.txt answers with status 500"))
        #expect(!broken.requests.contains("/"))
        await broken.stop()
    }

    @Test func redirectedSeedIsKnownUnderBothAddresses() async throws {
        let server = try await ShopServer.start(routes: [
            "/": .redirect("/en/", status: 302), "/en/": page("home", ["/"]),
        ])
        let result = try await crawl(server)
        await server.stop()
        #expect(result.crawl.graph.nodes[0].url == server.origin + "/en/")
        guard case .fetched(let facts)? = result.crawl.graph.nodes[1].outcome else {
            Issue.record()
            return
        }
        #expect(facts.redirects == [Redirect(url: server.origin + "/", status: 302)])
        #expect(server.requests.count(where: { $0 == "/" }) == 1)
    }

    @Test func sessionIdsThatTheServerInsistsOn() async throws {
        let session = "?osCsid=0123456789abcdef0123"
        let server = try await ShopServer.start(routes: [
            "/": .redirect("/\(session)", status: 302), "/\(session)": page("home", ["/a\(session)"]),
            "/a": .redirect("/a\(session)", status: 302), "/a\(session)": page("a", ["/"]),
            "/robots.txt": .text("", status: 404),
        ])
        let result = try await crawl(server)
        await server.stop()
        #expect(result.order == ["/", "/a"])
        #expect(result.crawl.pagesRead == 2)
    }
}
