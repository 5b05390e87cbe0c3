import Foundation
import Model
import Support
import Testing

@testable import Crawling

@Suite struct FrontierTrapTests {
    /// Reads the trap site and gives the templates in the order in which pages were chosen.
    private func read(_ maxPages: Int) async throws -> (templates: [String], crawl: Crawl) {
        let server = try await ShopServer.start { TrapSite.answer($0) }
        var settings = CrawlSettings()
        settings.maxPages = maxPages
        let fetcher = try #require(Fetcher(settings: settings))
        let site = try await Site.open(seed: server.origin + "/", settings: settings, fetcher: fetcher).get()
        var templates: [String] = []
        let crawl = try await site.crawl(
            settings: settings, fetcher: fetcher, readSitemap: locs, visit: TrapSite.visit,
            absorb: { if let template = $0.product, $0.twin == nil { templates.append(template) } })
        fetcher.close()
        await server.stop()
        return (templates, crawl)
    }

    @Test func everyTemplateIsReadBeforeTheTrapsAre() async throws {
        let (templates, crawl) = try await read(200)
        #expect(TrapSite.templates.subtracting(templates) == [], "not covered")
        let traps = templates.count { $0 == "trap" }
        #expect(traps < templates.count / 2, "\(traps) of \(templates.count) pages are traps")
        let products = templates.count { $0 == "product" }
        #expect(products >= 20, "\(products) products of \(templates.count) pages")
        #expect(crawl.pagesRead <= 200)
        #expect(crawl.stop == .pageLimit)
        #expect(crawl.graph.nodes.count < 8_000)
    }

    @Test func aPageUnderManyAddressesIsReadOnce() async throws {
        let (templates, crawl) = try await read(60)
        for single in ["home", "contact", "delivery", "returns", "about", "stores"] {
            #expect(templates.count { $0 == single } <= 1, "\(single) is one page")
        }
        #expect(crawl.graph.nodes.contains { $0.outcome == .skipped(why: .parameterVariant) })
    }

    @Test func sameSiteSameOrder() async throws {
        let first = try await read(80)
        let second = try await read(80)
        #expect(first.templates == second.templates)
        #expect(first.crawl.graph.nodes.count == second.crawl.graph.nodes.count)
    }

    /// Plays a crawl without a network: what `page` says of each URL that the frontier gives.
    private func play(
        _ frontier: inout Frontier, _ limit: Int, _ page: (String) -> (character: PageCharacter?, isRepeat: Bool)
    ) -> [String] {
        var order: [String] = []
        while order.count < limit, let id = frontier.next() {
            let url = frontier.addresses.string(id)
            order.append(url)
            let (character, isRepeat) = page(url)
            frontier.learn(id, character, isRepeat: isRepeat)
        }
        return order
    }

    private func frontier(_ maxPages: Int) -> Frontier {
        var settings = CrawlSettings()
        settings.maxPages = maxPages
        var frontier = Frontier(settings: settings)
        frontier.setHome(frontier.addTaken("https://shop.example/", source: .seed))
        return frontier
    }

    private func link(_ frontier: inout Frontier, _ path: String) -> PageID? {
        let url = Array("https://shop.example\(path)".utf8)
        return frontier.add(link: url, url.indices, text: [], traits: [], from: 0)
    }

    @Test func aLargeShopIsReadWhole() {
        var frontier = frontier(5_000)
        for n in 0..<4_700 { _ = link(&frontier, "/product/oak-chair-\(n)") }
        for n in 0..<250 { _ = link(&frontier, "/category/\(n % 5)?page=\(n)") }
        let order = play(&frontier, 5_000) { url in
            (PageCharacter(kind: url.contains("product") ? .product : .listing), false)
        }
        #expect(order.count == 4_950)
    }

    /// Addresses that look like traps and are a shop's only ones: mirrors of dynamic pages, names with colons, products
    /// by hash, by query, by language folder.
    @Test(arguments: [
        "/index.php@route=product%252Fproduct&product_id=%d.html",
        "/index.php?route=product/product&product_id=%d",
        "/item:%d", "/catalog/id=%d", "/p/9f86d081884c7d659a2feaa0c55ad%d", "/?p=%d",
        "/product_info.php?products_id=%d",
        "/de/shop/artikel/%d/index.html", "/shop/p-%d-red-shoe-size-%d.html", "/products/%d?variant=4%d",
    ])
    func aShopOfOddAddressesIsReadWhole(_ pattern: String) {
        var frontier = frontier(400)
        for n in 100..<300 {
            _ = link(&frontier, pattern.replacingOccurrences(of: "%d", with: "\(n)"))
        }
        let order = play(&frontier, 400) { _ in (PageCharacter(kind: .product), false) }
        #expect(order.count == 200)
    }

    @Test func pagesBeyondTheLastAreLeft() {
        var frontier = frontier(2_000)
        for n in 1...150 { _ = link(&frontier, "/list?page=\(n)") }
        for n in 1...40 { _ = link(&frontier, "/other?page=\(n)") }
        let order = play(&frontier, 2_000) { url in
            let number = url.split(separator: "=").last.flatMap { Int($0) } ?? 0
            return (PageCharacter(kind: .listing), url.contains("/list") && number > 10)
        }
        #expect(order.count { $0.contains("/other") } == 40)
        #expect(order.count { $0.contains("/list") } < 20)
        #expect(frontier.entries.contains { $0.state == .skipped(.repeats) })
    }

    @Test func mirrorsByTokenAreLeft() {
        var frontier = frontier(2_000)
        for n in 0..<600 { _ = link(&frontier, "/p/\(n % 20)?visit=8f3a9c\(n)d2e4b\(n * 7)") }
        let order = play(&frontier, 2_000) { _ in (PageCharacter(kind: .product), true) }
        #expect(order.count < 20)
    }

    @Test(arguments: [
        ("/tag/%d/x%d", 70_000), ("/list?f%d=%d", 30_000), ("/%d?colour=%d", 30_000), ("/a/b?year=%d&month=%d", 30_000),
    ])
    func addressesAreBounded(pattern: String, count: Int) {
        var frontier = frontier(200)
        for n in 0..<count {
            let path = pattern.split(separator: "%d", omittingEmptySubsequences: false).joined(separator: "\(n)")
            _ = link(&frontier, path)
        }
        #expect(frontier.entries.count <= CrawlRoom().addresses)
        #expect(frontier.entries.count { $0.state != .queued && $0.state != .taken } <= Frontier.heldBackLimit)
        #expect(frontier.addresses.bytes.count <= Frontier.byteLimit)
        #expect(frontier.groupCount <= PageGroups.limit * 2)
        #expect(frontier.entries.count + frontier.dropped >= count)
    }

    @Test func noFormOfAddressTakesAllTheRoom() {
        var settings = CrawlSettings()
        settings.maxPages = 1_000
        var frontier = Frontier(settings: settings, room: CrawlRoom(addresses: 3_000, pages: 1_000))
        frontier.setHome(frontier.addTaken("https://shop.example/", source: .seed))
        for n in 0..<9_000 { _ = link(&frontier, "/products/oak-table-\(n)") }
        #expect(frontier.entries.count <= 2_001, "two thirds for one form alone")
        for n in 0..<40 { #expect(link(&frontier, "/guides/care/\(n)") != nil) }
        for section in ["stores", "recalls", "vouchers"] { #expect(link(&frontier, "/\(section)/1") != nil) }
    }

    /// Folders that anyone could make up, and one that comes late and again and again.
    @Test func aSectionThatComesLateIsFound() {
        var frontier = frontier(3_000)
        let letters = Array("abcdefghij")
        let words = (0..<50).map { "w\(letters[$0 / 10])\(letters[$0 % 10])" }
        for n in 0..<4_000 { _ = link(&frontier, "/\(words[n % 50])-\(words[n / 50 % 50])/x\(n)") }
        for n in 0..<8 { _ = link(&frontier, "/vouchers/gift-\(n)") }
        var place: Int?
        var count = 0
        _ = play(&frontier, 600) { url in
            count += 1
            guard url.contains("/vouchers/") else { return (PageCharacter(kind: .other), false) }
            place = place ?? count
            return (PageCharacter(kind: .product), false)
        }
        #expect(place ?? .max < 400)
    }

    @Test func theFirstPagesOfAListComeFirst() {
        var frontier = frontier(1_000)
        for n in [900, 12, 3, 77, 2, 41] { _ = link(&frontier, "/chairs?page=\(n)") }
        let order = play(&frontier, 10) { _ in (PageCharacter(kind: .listing), false) }
        #expect(order.map { $0.split(separator: "=").last ?? "" } == ["2", "3", "12", "41", "77", "900"])
    }

    /// The same page to nearly every server: read last.
    @Test(arguments: ["/OAK", "/oak/", "//oak", "/oak;v=1", "/oak/index.html", "/OAK//"])
    func otherSpellingsComeLast(spelling: String) {
        var frontier = frontier(1_000)
        _ = link(&frontier, "/oak")
        _ = link(&frontier, spelling)
        _ = link(&frontier, "/pine/1")
        let order = play(&frontier, 10) { _ in (PageCharacter(kind: .other), false) }
        #expect(order.last?.hasSuffix(spelling) == true)
        #expect(order.count == 3)
    }

    @Test func aListWithoutGoodsLeadsNowhere() {
        var frontier = frontier(1_000)
        for n in 0..<300 {
            _ = link(&frontier, "/tag/t\(n)")
            _ = link(&frontier, "/goods/g\(n)")
        }
        let order = play(&frontier, 200) { url in
            var character = PageCharacter(kind: .listing)
            character.hasTiles = url.contains("/goods/")
            return (character, false)
        }
        let goods = order.count { $0.contains("/goods/") }
        #expect(goods * 4 > (order.count - goods) * 5, "\(goods) of \(order.count)")
    }

    @Test func endlessAddressesAreNoPages() {
        var frontier = frontier(200)
        #expect(link(&frontier, "/" + String(repeating: "a", count: 3_000)) == nil)
        #expect(frontier.dropped == 1)
    }

    @Test(arguments: [
        ("/product/123", "/product/0"), ("/p-77-Oak", "/p-0-oak"), ("/a/8f3a9c11d2e4b7", "/a/~"),
        ("/(S(lit3py55t21z5v55vlm25s55))/x", "/~/x"), ("/20261122", "/0"), ("/iphone-15-pro", "/iphone-0-pro"),
        ("/caring-for-oak-boards", "/caring-for-oak-boards"), ("/v2/x;jsessionid=1", "/v0/x"),
    ])
    func shapes(path: String, shape: String) throws {
        let url = Array("https://shop.example\(path)".utf8)
        let parts = try #require(AddressParts(url))
        let segments = AddressShape(url, parts).segments.map { String(decoding: $0, as: UTF8.self) }
        #expect("/" + segments.joined(separator: "/") == shape)
    }

    @Test func repeatedPages() {
        func sketch(_ whole: UInt64, _ identity: UInt64, changed: Int = 0) -> TextSketch {
            var sketch = TextSketch()
            sketch.whole = whole
            sketch.identity = identity
            sketch.minima = (0..<16).map { $0 < changed ? UInt32(whole) : 7 }
            sketch.blocks = 40
            return sketch
        }
        var pages = RepeatedPages()
        #expect(pages.twin(of: 1, 100, sketch(1, 50)) == nil)
        #expect(pages.twin(of: 2, 100, sketch(2, 51)) == 1, "the same bytes")
        #expect(pages.twin(of: 3, 101, sketch(1, 52)) == 1, "the same words")
        #expect(pages.twin(of: 4, 102, sketch(4, 50, changed: 2)) == 1, "all but a block or two")
        #expect(pages.twin(of: 5, 103, sketch(5, 50, changed: 6)) == nil, "too much differs")
        #expect(pages.twin(of: 6, 104, sketch(6, 53)) == nil, "another title, price or heading")
        #expect(pages.twin(of: 7, 105, TextSketch()) == nil)
        #expect(pages.twin(of: 8, 106, TextSketch()) == nil, "pages without words aren't compared")
    }
}
