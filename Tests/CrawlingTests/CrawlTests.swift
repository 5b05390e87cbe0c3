import Foundation
import Model
import Support
import Testing

@testable import Crawling

@Suite struct CrawlTests {
    /// 400 pages that answer after 0 to 20 ms, other ones each time.
    private func randomShop() async throws -> ShopServer {
        try await ShopServer.start { target in
            guard let number = Int(target.dropFirst(3)) ?? (target == "/" ? 0 : nil), number < 400 else { return nil }
            let links = (1...8).map { "/p/\((number * 7 + $0 * $0 * 13) % 420)" }
            var answer = page("\(number)", links)
            if number % 11 == 10 { answer = .redirect("/p/\(number / 2)") }
            answer.delay = .milliseconds(Int.random(in: 0...20))
            return answer
        }
    }

    @Test func sameSiteSameOrder() async throws {
        let server = try await randomShop()
        var settings = CrawlSettings()
        settings.maxPages = 150
        let first = try await crawl(server, settings: settings)
        let second = try await crawl(server, settings: settings)
        #expect(first.order == second.order)
        #expect(first.crawl.graph.links == second.crawl.graph.links)
        #expect(first.crawl.graph.nodes.map(\.url) == second.crawl.graph.nodes.map(\.url))
        #expect(first.crawl.pagesRead == 150)
        #expect(first.crawl.stop == .pageLimit)
        #expect(first.crawl.graph.nodes.allSatisfy { $0.outcome != nil })
        let asked = server.requests.filter { $0 != "/robots.txt" && $0 != "/sitemap.xml" }
        #expect(asked.count == 2 * Set(asked).count, "no URL is asked for twice in a crawl")
        await server.stop()
    }

    @Test func outcomesOfAllKinds() async throws {
        let server = try await ShopServer.start(routes: [
            "/robots.txt": .text("User-agent: *\nDisallow: /private\nSitemap: /map.xml"),
            "/map.xml": .text("<sitemapindex><loc>/map2.xml</loc></sitemapindex>"),
            "/map2.xml": .text("<urlset><loc>/only-in-map</loc><loc>/a</loc><loc>http://other.example/</loc></urlset>"),
            "/": page(
                "home",
                [
                    "/a", "/gone", "/wall", "/private/x", "/old", "/circle1", "/out", "/pic.JPG", "/cart?add-to-cart=5",
                    "/account/logout", "/a?sort=price", "mailto:a@b.example", "http://other.example/", "/feed",
                    "/a#part",
                    "/a?utm_source=home",
                ]),
            "/a": page("a", ["/", "/b"]), "/b": page("b", []), "/only-in-map": page("map", []),
            "/wall": .html("no", status: 403), "/old": .redirect("/older", status: 302), "/older": .redirect("/b"),
            "/circle1": .redirect("/circle2"), "/circle2": .redirect("/circle1"),
            "/out": .redirect("http://other.example/"),
            "/feed": ShopServer.Answer(headers: ["Content-Type": "application/rss+xml"], body: Array("<rss/>".utf8)),
        ])
        let result = try await crawl(server)
        await server.stop()
        #expect(
            Set(result.order) == [
                "/", "/a", "/b", "/only-in-map", "/gone", "/wall", "/old", "/older", "/circle1",
                "/circle2", "/out", "/feed",
            ])
        #expect(result.crawl.pagesRead == 4)
        #expect(result.outcome("/wall") == .blocked(by: .status403))
        #expect(result.outcome("/private/x") == .blocked(by: .robots))
        #expect(result.outcome("/out") == .skipped(why: .outOfScope))
        #expect(result.outcome("/pic.JPG") == .skipped(why: .notAPage))
        #expect(result.outcome("add-to-cart=5") == .skipped(why: .action))
        #expect(result.outcome("/logout") == .skipped(why: .action))
        #expect(result.outcome("?sort=price") == .skipped(why: .parameterVariant))
        #expect(result.node("utm_source=home") == nil)
        if case .failed(let failure)? = result.outcome("/circle1") {
            #expect(failure.stage == .tooManyRedirects)
        } else {
            Issue.record("a circle of redirects is a failure")
        }
        if case .fetched(let facts)? = result.outcome("/gone") { #expect(facts.status == 404) } else { Issue.record() }
        if case .fetched(let facts)? = result.outcome("/feed") {
            #expect(facts.contentType == "application/rss+xml")
            #expect(facts.bytes == 0)
        } else {
            Issue.record()
        }
        guard case .fetched(let facts)? = result.outcome("/old") else {
            Issue.record()
            return
        }
        #expect(facts.redirects.map(\.status) == [302, 301])
        #expect(facts.url == server.origin + "/old")
        #expect(facts.finalURL == server.origin + "/b")
        #expect(facts.status == 200)
    }

    @Test func graphHasDepthsTextsAndReferrers() async throws {
        let server = try await ShopServer.start(routes: [
            "/sitemap.xml": .text("<urlset><loc>/lonely</loc><loc>/c</loc></urlset>"),
            "/": page("home", ["/a", "/a", "/b"]), "/a": page("a", ["/c"]), "/b": page("b", []), "/c": page("c", ["/"]),
            "/lonely": page("lonely", []),
        ])
        let result = try await crawl(server)
        await server.stop()
        let graph = result.crawl.graph
        #expect(graph.nodes[0].url == server.origin + "/")
        #expect(graph.nodes[0].depth == 0)
        #expect(result.node("/c")?.depth == 2)
        #expect(result.node("/c")?.inSitemap == true)
        #expect(result.node("/lonely")?.depth == nil)
        #expect(result.node("/lonely")?.source == .sitemap)
        #expect(result.node("/a")?.linkText == "/a")
        #expect(result.node("/a")?.firstReferrer == 0)
        #expect(graph.links[0] == [1, 2])
        #expect(graph.referrers(of: 1) == [0])
    }

    @Test func limitsOfDepthPathAndPages() async throws {
        let server = try await ShopServer.start { target in
            target == "/robots.txt" ? nil : page(target, [target + "a/", "/shop/x", "/blog/y"])
        }
        var settings = CrawlSettings()
        settings.maxDepth = 2
        settings.exclude = ["/blog/*"]
        let result = try await crawl(server, settings: settings)
        #expect(result.outcome("/blog/y") == .skipped(why: .excluded))
        #expect(result.crawl.graph.nodes.contains { $0.outcome == .skipped(why: .depthLimit) })
        #expect(result.order.allSatisfy { !$0.hasPrefix("/a/a/a") })
        settings = CrawlSettings()
        settings.include = ["/shop/*"]
        let included = try await crawl(server, settings: settings)
        #expect(included.order.allSatisfy { $0 == "/" || $0.hasPrefix("/shop/") })
        settings.maxPages = 1
        #expect(try await crawl(server, settings: settings).order == ["/"])
        await server.stop()
    }

    @Test func endlessSitesEnd() async throws {
        let server = try await ShopServer.start { target in
            guard target != "/robots.txt", target != "/sitemap.xml" else { return nil }
            let n = target.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 9973 }
            return page(
                target,
                [
                    target.hasSuffix("/") ? target + "x/" : target + "/x/", "/list?page=\(n)",
                    "/cal?month=2026-\(10 + n % 3)&d=\(n)",
                    "/list?color=\(n)", "/find?a\(n)=1", "/list?a=1&b=2&c=3&d=4&e=\(n)", "/list?order=\(n)",
                ])
        }
        var settings = CrawlSettings()
        settings.maxPages = 2_000
        settings.concurrency = 16
        let result = try await crawl(server, settings: settings)
        await server.stop()
        #expect(result.crawl.stop == nil, "ends by itself, long before its limit")
        #expect(result.crawl.pagesRead < 400)
        #expect(result.crawl.graph.nodes.contains { $0.outcome == .skipped(why: .parameterVariant) })
    }

    @Test func stopsWhenTold() async throws {
        let server = try await ShopServer.start { target in
            target == "/robots.txt"
                ? nil : .html(page(target, (0..<50).map { "\(target)\($0)/" }).text, delay: .milliseconds(20))
        }
        var settings = CrawlSettings()
        // Long enough for the first page on a machine that runs all other tests at the same time.
        settings.timeBudget = 8
        settings.maxPages = 100_000
        let result = try await crawl(server, settings: settings)
        await server.stop()
        #expect(result.crawl.stop == .timeBudget)
        #expect(result.crawl.pagesRead >= 1)
        #expect(result.crawl.graph.nodes.contains { $0.outcome == .skipped(why: .timeBudget) })
    }
}

extension ShopServer.Answer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
