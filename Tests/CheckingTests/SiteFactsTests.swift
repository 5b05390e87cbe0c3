import Model
import Testing

@testable import Checking

@Suite struct SiteFactsTests {
    /// Sixty pages of three shapes with phones, terms, products and tiles.
    static let pages: [PageFacts] = (0..<60).map { i in
        let shape = [UInt32](repeating: UInt32(i % 3), count: 28) + [UInt32](repeating: UInt32(1000 + i), count: 4)
        var page = Shop.page(
            i == 0 ? "/" : "/p\(i)", i == 0 ? .home : i % 3 == 0 ? .product : .listing, title: "Page \(i)", shape: shape
        )
        page.contact.phones = [Shop.phone("+421 \(i % 7)", "+4212555501\(i % 7)")]
        page.terms["promo.sale"] = i % 2 == 0 ? [Shop.mention("Sale \(i)")] : []
        page.pricing.productName = "Product \(i)"
        page.pricing.visible = i % 3 == 0 ? Shop.offer(Int64(1000 + i)) : nil
        if i % 3 == 1 {
            page.pricing.tiles = [
                ProductTile(offer: Shop.offer(Int64(1000 + i)), href: "/p\(i + 2)?utm_source=x#top"),
                ProductTile(offer: Shop.offer(1234), href: "p3"), ProductTile(offer: Shop.offer(nil), href: "/p6"),
            ]
        }
        return page
    }

    static func build(_ order: [Int]) -> SiteFacts {
        var builder = SiteFactsBuilder(seed: "https://shop.example/", now: 0)
        for i in order { builder.absorb(pages[i], id: PageID(i)) }
        return builder.finish(graph: LinkGraph(), coverage: Coverage())
    }

    @Test func orderOfPagesDoesNotShow() {
        let sorted = Self.build(Array(Self.pages.indices))
        #expect(sorted.pages.map(\.url) == sorted.pages.map(\.url).sorted())
        #expect(sorted.pages.first?.template == 0)
        for seed in 1...5 {
            var random = Stream(seed: UInt64(seed))
            let other = Self.build(Self.pages.indices.shuffled(using: &random))
            #expect(other.pages == sorted.pages)
            #expect(other.mentions == sorted.mentions)
            #expect(other.products == sorted.products)
            #expect(other.tiles == sorted.tiles)
            #expect(other.country == sorted.country && other.language == sorted.language)
        }
    }

    @Test func factsAreCountedByKindWithFirstExamples() throws {
        let site = Self.build(Array(Self.pages.indices))
        let phones = try #require(site.mentions["contact.phones"])
        #expect(phones.pages == 60)
        #expect(phones.kinds == [.home: 1, .product: 19, .listing: 40])
        #expect(phones.examples.count == 10)
        #expect(phones.examples.map(\.url) == site.pages.prefix(10).map(\.url))
        #expect(phones.values.count == 7)
        #expect(site.mentions["terms.promo.sale"]?.pages == 30)
        #expect(site.mentions["contact.emails"] == nil)
    }

    @Test func tilesLeadToTheirProducts() throws {
        let site = Self.build(Array(Self.pages.indices))
        let third = try #require(site.tiles[3])
        #expect(Set(third.compactMap { $0.offer.price?.minor }) == [1001, 1234])
        #expect(third.first { $0.offer.price?.minor == 1234 }?.pageURL == "https://shop.example/p1")
        #expect(site.tiles[6]?.count == 1)
    }

    @Test func shapesMakeTemplates() {
        let site = Self.build(Array(Self.pages.indices))
        #expect(Set(site.pages.map(\.template)).count == 4)
        for template in Set(site.pages.map(\.template)) {
            #expect(Set(site.pages.filter { $0.template == template }.map(\.kind)).count == 1)
        }
        var index = TemplateIndex()
        for i in 0..<500 {
            _ = index.assign(kind: .other, sketch: ShapeSketch(minima: [UInt32](repeating: UInt32(i), count: 32)))
        }
        let last = index.assign(kind: .other, sketch: ShapeSketch(minima: [UInt32](repeating: 999, count: 32)))
        #expect(last == TemplateIndex.limit - 1)
    }

    @Test func aCanonicalIsKeptWhereItIsAnother() {
        var own = Shop.page("/a")
        own.head.canonical = "/a/"
        var other = Shop.page("/b")
        other.head.canonical = "a"
        let site = Shop.site([own, other])
        #expect(site.pages.map(\.canonical) == [nil, "https://shop.example/a"])
    }

    @Test(arguments: [
        ("shop.example.az", "en", nil, nil, "AZ"), ("shop.co.uk", "en", nil, nil, "GB"),
        ("shop.example", "ru", "AZN", "AZ", "AZ"), ("shop.example", "en", nil, nil, nil),
        ("shop.io", "en", "EUR", nil, nil), ("shop.sk:8080", "cs", "EUR", "SK", "SK"),
        ("shop.example", "hy", nil, nil, nil), ("127.0.0.1:80", "th", "THB", nil, "TH"),
        ("shop.example", "de", "CZK", "SK", nil),
    ]) func country(_ one: (host: String, language: String, currency: String?, phone: String?, expected: String?)) {
        var page = Shop.page("/")
        if let phone = one.phone {
            page.contact.phones = [
                PhoneFact(
                    raw: "", e164: "+1", region: phone, validity: .valid, source: .text, mention: Shop.mention(""))
            ]
        }
        if let currency = one.currency { page.pricing.visible = Shop.offer(100, currency: currency) }
        var clues = CountryClues()
        clues.absorb(page)
        #expect(clues.country(host: one.host, language: one.language) == one.expected)
    }
}

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("/a", "https://x.example/b/c?d", "https://x.example/a"),
        ("e", "https://x.example/b/c?d", "https://x.example/b/e"),
        ("../e/./f/", "https://x.example/b/c/d", "https://x.example/b/e/f/"),
        ("?q=1", "http://x.example/b", "http://x.example/b?q=1"),
        ("//y.example/z", "https://x.example", "https://y.example/z"),
        (" https://y.example/ ", "https://x.example", "https://y.example/"),
        ("../../../a", "https://x.example/b", "https://x.example/a"), ("mailto:a@b.example", "https://x.example/", nil),
        ("javascript:void(0)", "https://x.example/", nil), ("", "https://x.example/", nil), ("a", "nonsense", nil),
        ("#top", "https://x.example/a#b", "https://x.example/a"),
    ]) func resolves(_ one: (reference: String, base: String, expected: String?)) {
        #expect(WebAddress.resolve(one.reference, against: one.base) == one.expected)
    }

    @Test(arguments: [
        ("https://www.x.example/a/", "http://x.example/a", true),
        ("https://x.example/%C3%A9", "https://x.example/é", true),
        ("https://x.example/a?utm_source=b&c=1", "https://x.example/a?c=1", true),
        ("https://x.example/a?c=1&b=2", "https://x.example/a?b=2&c=1", true),
        ("https://X.example/a#b", "https://x.example/a", true),
        ("https://x.example/a?c=1", "https://x.example/a?c=2", false),
        ("https://x.example/A", "https://x.example/a", false),
        ("https://x.example/a", "https://y.example/a", false), ("https://x.example/%", "https://x.example/%2", false),
    ]) func samePage(_ one: (a: String, b: String, isSame: Bool)) {
        #expect((WebAddress.looseKey(one.a) == WebAddress.looseKey(one.b)) == one.isSame)
    }
}

/// SplitMix64: the same shuffle on every run.
struct Stream: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
