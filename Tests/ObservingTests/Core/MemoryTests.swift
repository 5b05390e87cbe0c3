import Foundation
import Model
import Parsing
import Testing

@testable import Observing

/// What is remembered from page to page never changes what is read.
struct MemoryTests {
    /// Pages that share a frame and differ in language, regions and what stands around the same words.
    private static let pages: [String] = (0..<8).map { i in
        let words = ["Only 3 left in stock.", "Free delivery from 50 €.", "ONLY TODAY BIG SALE FOR ALL OUR CUSTOMERS"]
        let body = (0..<6).map {
            "<p>\(words[($0 + i) % 3]) We ship every parcel within two working days. \($0 % 4)</p>"
        }
        let german = "<p>Wir liefern alle Bestellungen innerhalb von zwei Tagen. Nur noch 3 Stück auf Lager.</p>"
        return """
            <html lang=\(i % 3 == 0 ? "de" : "en")><title>Page \(i % 2)</title><header><nav><a href=/>Home</a>
            <a href=/sale>Sale</a><a href=/contact>Contact</a></nav></header><main><h1>Chair \(i)</h1>\(body.joined())
            \(i % 3 == 0 ? String(repeating: german, count: 4) : "")<aside>Sale</aside></main>
            <footer><p>\(words[0])</p><p>Phone 020 7946 0000</p></footer></html>
            """
    }

    /// Listings whose tiles, links, classes and ids come again in other parts of a page, at other prices, and beside
    /// another currency.
    private static let listings: [String] = (0..<6).map { i in
        let links = [
            "/contact", "/c?sort=price", "https://t.me/shop", "tel:+442079460000", "/cart/add/1", "#top", "/p/7",
        ]
        let tiles = (0..<5).map { k in
            let n = (k + i) % 7
            return """
                <li class="product-card" id="item-\(n)"><a href="/p/\(n)"><img src="/\(n).jpg" alt="Lamp \(n)"></a>
                <h3>Lamp \(n)</h3><span class="price">\(n * 10).50 €</span><s class="old-price">99,00</s>
                <button class="add-to-cart">Add to cart</button></li>
                """
        }
        let menu = links.indices.map { "<a href=\"\(links[($0 + i) % links.count])\">Go  \($0)</a>" }
        return """
            <html lang=en><title>Lamps \(i)</title><\(i % 2 == 0 ? "nav" : "div") class="menu" id="menu-\(i % 2)">
            \(menu.joined())</\(i % 2 == 0 ? "nav" : "div")><main><h1>Lamp \(i)</h1>
            <script type="application/ld+json">{"@type": "Product", "name": "Lamp \(i)", "offers":
            {"price": "20.50", "priceCurrency": "\(i % 2 == 0 ? "EUR" : "USD")"}}</script>
            <p class="price">20.50</p><p class="price">2<sup>50</sup></p><form action="/cart/add/1"><button>Buy</button></form>
            <div class="description">Ten lamps for $ 20.50, 0.75 l each.</div><ul>\(tiles.joined())</ul>
            <div class="review">A good lamp that gives all the light we need.</div></main>
            <div id="tawk-\(i % 2)" data-src="https://embed.tawk.to/5f/default"></div></html>
            """
    }

    private func facts(_ page: String, _ context: ObservingContext) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fetch = FetchFacts(url: "https://shop.example/p", finalURL: "https://shop.example/p", status: 200)
        let seen = observe(Array(page.utf8), fetch: fetch, context: context)
        return try encoder.encode(seen.facts) + Data(seen.links.bytes) + Data("\(seen.links.entries)".utf8)
    }

    private func context(_ lexicon: Lexicon) -> ObservingContext {
        ObservingContext(
            host: "shop.example", domain: "shop.example", seed: "https://shop.example/", lexicon: lexicon)
    }

    @Test func samePageWithAndWithout() throws {
        let lexicon = try Lexicon()
        let shared = context(lexicon)
        let pages = Self.pages + Self.listings
        let fresh = try pages.map { try facts($0, context(lexicon)) }
        for _ in 0..<4 {
            for (page, wanted) in zip(pages, fresh) { #expect(try facts(page, shared) == wanted) }
        }
    }

    /// Nothing that is read for all elements of a page at once differs from what is read of each.
    @Test(arguments: pages + listings) func classesAndAddressesAsOneByOne(page: String) throws {
        let document = Document(html: Array(page.utf8))
        var names = NameMemory()
        var addresses = AddressMemory()
        let domain = Array("shop.example".utf8)
        for _ in 0..<3 {
            let known = names.read(document, .bundled)
            let links = addresses.read(document, domain: domain, .bundled)
            for i in document.nodes.indices where !document.nodes[i].isText {
                #expect(known.marks(i, of: document) == PageNames().marks(i, of: document))
                #expect(known.words(i, of: document) == PageNames().words(i, of: document))
                guard document.nodes[i].tag == .a, let href = document.attribute(.href, of: i) else { continue }
                #expect(links[i]?.target == LinkTarget(trimmedBytes(href), domain: domain))
                #expect(links[i]?.traits == LinkReading(href, domain: domain, .bundled).traits)
            }
        }
    }

    @Test func filterHidesNothing() throws {
        let lexicon = try Lexicon()
        let terms = ["en", "ru", "az", "sk", "hy", "th", "de"].compactMap { tag in
            lexicon.bits[tag].map { StartFilter(lexicon.trie(of: $0), languages: $0) }
        }
        #expect(terms.count == 7)
        let text = FoldedText(
            Array("Sale! -20 % скидка, только 3 шт. Endirim ücretsiz çatdırılma zľava զեղչ ลดราคา Rabatt % €".utf8))
        for (filter, bit) in zip(terms, ["en", "ru", "az", "sk", "hy", "th", "de"].compactMap { lexicon.bits[$0] }) {
            var all: [Range<Int>] = []
            var kept: [Range<Int>] = []
            let numbers = NumberHabits()
            lexicon.trie(of: bit).matches(in: text, languages: bit, numbers: numbers, where: { _ in true }) {
                all += $1.map(\.range)
            }
            lexicon.trie(of: bit).matches(
                in: text, languages: bit, numbers: numbers, filter: filter, where: { _ in true }
            ) {
                kept += $1.map(\.range)
            }
            #expect(kept == all)
        }
    }

    @Test func textsAreKeptAtTheirSecondComing() {
        var texts = KnownTexts()
        func number(_ text: String) -> Int32 { Array(text.utf8).withUnsafeBufferPointer { texts.number(of: $0) } }
        #expect(number("Add to cart") == -1)
        #expect(number("Add to cart") == 0)
        #expect(number("Add to cart") == 0)
        #expect(number("Add to card") == -1)
        #expect(number(String(repeating: "x", count: KnownTexts.longest + 1)) == -1)
        for i in 0..<40_000 where number("t\(i)") != -1 || number("t\(i)") >= Int32(KnownTexts.most) {
            Issue.record("text \(i) was known")
        }
        #expect(texts.isFull)
        #expect(number("Add to cart") == 0)
    }
}
