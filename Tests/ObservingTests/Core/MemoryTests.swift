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

    private func facts(_ page: String, _ context: ObservingContext) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fetch = FetchFacts(url: "https://shop.example/p", finalURL: "https://shop.example/p", status: 200)
        return try encoder.encode(observe(Array(page.utf8), fetch: fetch, context: context).facts)
    }

    private func context(_ lexicon: Lexicon) -> ObservingContext {
        ObservingContext(
            host: "shop.example", domain: "shop.example", seed: "https://shop.example/", lexicon: lexicon)
    }

    @Test func samePageWithAndWithout() throws {
        let lexicon = try Lexicon()
        let shared = context(lexicon)
        let fresh = try Self.pages.map { try facts($0, context(lexicon)) }
        for _ in 0..<4 {
            for (page, wanted) in zip(Self.pages, fresh) { #expect(try facts(page, shared) == wanted) }
        }
    }

    @Test func filterHidesNothing() throws {
        let lexicon = try Lexicon()
        let terms = ["en", "ru", "az", "sk", "hy", "th", "de"].compactMap { tag in
            lexicon.bits[tag].map { StartFilter(lexicon.trie, languages: $0) }
        }
        #expect(terms.count == 7)
        let text = FoldedText(
            Array("Sale! -20 % скидка, только 3 шт. Endirim ücretsiz çatdırılma zľava զեղչ ลดราคา Rabatt % €".utf8))
        for (filter, bit) in zip(terms, ["en", "ru", "az", "sk", "hy", "th", "de"].compactMap { lexicon.bits[$0] }) {
            var all: [Range<Int>] = []
            var kept: [Range<Int>] = []
            let numbers = NumberHabits()
            lexicon.trie.matches(in: text, languages: bit, numbers: numbers, where: { _ in true }) {
                all += $1.map(\.range)
            }
            lexicon.trie.matches(in: text, languages: bit, numbers: numbers, filter: filter, where: { _ in true }) {
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
