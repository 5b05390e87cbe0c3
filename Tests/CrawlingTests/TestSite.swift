import Crawling
import Model
import Support

/// A page with links, the first lines of a shop.
func page(_ title: String, _ links: [String]) -> ShopServer.Answer {
    .html(
        "<!doctype html><title>\(title)</title>" + links.map { "<a href=\"\($0)\">\($0)</a>" }.joined(separator: "\n"))
}

/// Reads `href="…"` in order: enough for pages that these tests write.
@Sendable func hrefs(_ facts: FetchFacts, _ body: [UInt8]) -> Visited<String> {
    var links = PageLinks()
    let text = String(decoding: body, as: UTF8.self)
    for part in text.split(separator: "href=\"").dropFirst() {
        let href = part.prefix { $0 != "\"" }
        links.append(href: href.utf8, text: href.utf8, traits: href.hasSuffix("#nofollow") ? .nofollow : [])
    }
    return Visited(facts.url, links: links)
}

/// `<loc>` in order.
@Sendable func locs(_ body: [UInt8]) -> SitemapContents {
    let text = String(decoding: body, as: UTF8.self)
    let found = text.split(separator: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    return text.contains("<sitemapindex") ? SitemapContents(sitemaps: found) : SitemapContents(pages: found)
}

/// What a crawl gave: the graph, and the URLs in the order in which they were handed on.
struct TestCrawl {
    var crawl: Crawl
    var order: [String]

    func outcome(_ path: String) -> FetchOutcome? { node(path)?.outcome }
    func node(_ path: String) -> LinkGraph.Node? { crawl.graph.nodes.first { $0.url.hasSuffix(path) } }
}

func crawl(_ server: ShopServer, seed: String = "/", settings: CrawlSettings = CrawlSettings()) async throws
    -> TestCrawl
{
    guard let fetcher = Fetcher(settings: settings) else { throw SeedProblem.badURL("no fetcher") }
    defer { fetcher.close() }
    let site = try await Site.open(seed: server.origin + seed, settings: settings, fetcher: fetcher).get()
    var order: [String] = []
    let crawl = try await site.crawl(
        settings: settings, fetcher: fetcher, readSitemap: locs, visit: hrefs,
        absorb: { order.append(String($0.url.dropFirst(server.origin.count))) })
    return TestCrawl(crawl: crawl, order: order)
}
