import Foundation
import Model
import Testing

@testable import Ledger

@Suite struct PriceLedgerTests {
    private static let day: Int64 = 86_400_000

    private func withLedger<T>(_ body: (PriceLedger) throws -> T) throws -> T {
        let folder = NSTemporaryDirectory() + "ledger-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(LedgerFolder(folder).ledger(for: "shop.example"))
    }

    private func record(_ keys: ProductKeys, day: Int64, _ minor: Int64, was: Int64? = nil) -> PriceRecord {
        PriceRecord(
            keys: keys, place: .page,
            sighting: PriceSighting(
                seenAt: day * Self.day, price: Money(minor: minor, currency: "EUR"),
                was: was.map { Money(minor: $0, currency: "EUR") }, wasKind: was == nil ? nil : .former,
                availability: .inStock))
    }

    /// What makes two offers of different days one product, and what keeps them apart.
    @Test(arguments: [
        (
            ProductKeys(gtin: "4006381333931", sku: "A-1", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(gtin: "4006381333931", sku: "B-77", url: "https://a.example/p/77", name: "Teapot, green, 1 l"),
            true
        ),
        (
            ProductKeys(gtin: "4006381333931", sku: "A-1", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(gtin: "4006381333948", sku: "A-1", url: "https://a.example/p/1", name: "Green teapot"), false
        ),
        (
            ProductKeys(sku: "A-1", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "A-1", url: "https://a.example/green-teapot", name: "Green teapot 1 l"), true
        ),
        (
            ProductKeys(sku: "A-1", brand: "Elm", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "A-1", brand: "Oak", url: "https://a.example/p/2", name: "Green teapot"), false
        ),
        (
            ProductKeys(sku: "A-1", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "A-1", url: "https://a.example/p/2", name: "Winter boots"), false
        ),
        (
            ProductKeys(sku: "A-1", mpn: "GT100", brand: "Elm", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "N-9", mpn: "gt 100", brand: "ELM", url: "https://a.example/p/9", name: "Green teapot"),
            false
        ),
        (
            ProductKeys(sku: "A-1", mpn: "GT-100", brand: "Elm", url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "N-9", mpn: "gt-100", brand: "ELM", url: "https://a.example/p/9", name: "Green teapot"),
            true
        ),
        (
            ProductKeys(url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(sku: "N-9", url: "https://a.example/p/1", name: "Green teapot – sale"), true
        ),
        (
            ProductKeys(url: "https://a.example/p/1", name: "Phone 15"),
            ProductKeys(url: "https://a.example/p/1", name: "Phone 16"), false
        ),
        (
            ProductKeys(url: "https://a.example/p/1", name: "Čajník zelený"),
            ProductKeys(url: "https://a.example/p/1", name: "Zimné topánky"), false
        ),
        (
            ProductKeys(url: "https://a.example/p/1", name: "Green teapot"),
            ProductKeys(url: "https://a.example/p/2", name: "Green teapot"), false
        ),
    ])
    func whichProductAnOfferIsFor(earlier: ProductKeys, later: ProductKeys, same: Bool) throws {
        try withLedger { ledger in
            let first = try ledger.record([record(earlier, day: 1, 8_000)])
            let second = try ledger.record([record(later, day: 2, 6_000)])
            #expect((first == second) == same)
            let seen = try ledger.sightings(of: second[0])
            #expect(seen.map(\.price.minor) == (same ? [8_000, 6_000] : [6_000]))
        }
    }

    /// One number on many products says nothing: themes fill fields with the same value.
    @Test func aNumberThatManyProductsShare() throws {
        try withLedger { ledger in
            let names = ["Green teapot", "Winter boots", "Oak table"]
            let keys = names.enumerated().map { index, name in
                ProductKeys(gtin: "4006381333931", sku: "0000", url: "https://a.example/p/\(index)", name: name)
            }
            let numbers = try ledger.record(keys.map { record($0, day: 1, 8_000) })
            #expect(Set(numbers).count == 3)
            let again = try ledger.record(keys.map { record($0, day: 2, 8_100) })
            #expect(again == numbers)
        }
    }

    @Test func whatIsKeptComesBack() throws {
        try withLedger { ledger in
            let keys = ProductKeys(
                gtin: "4006381333931", sku: "A-1", mpn: "GT", brand: "Elm", url: "https://a.example/p/1", name: "Teapot"
            )
            let kept = record(keys, day: 3, 6_000, was: 8_000)
            let numbers = try ledger.record([record(keys, day: 1, 8_000), kept, kept])
            #expect(try ledger.sightings(of: numbers[0]).last == kept.sighting)
            #expect(try ledger.sightings(of: numbers[0], since: 2 * Self.day).count == 1)
            #expect(try ledger.sightings(of: numbers[0], at: [.listing]).isEmpty)
            var records: [PriceRecord] = []
            try ledger.forEachRecord { records.append($0) }
            #expect(records == [record(keys, day: 1, 8_000), kept])
            for text in ["4006381333931", "A-1", "https://a.example/p/1", "teapot", ""] {
                #expect(try ledger.products(matching: text).map(\.sightings) == [2])
            }
            #expect(try ledger.products(matching: "%").isEmpty)
            #expect(try ledger.prune(before: 2 * Self.day) == (1, 0))
            #expect(try ledger.prune(before: 9 * Self.day) == (1, 1))
            #expect(try ledger.products().isEmpty)
        }
    }

    @Test func whatIsNoLedgerIsRefused() throws {
        let folder = NSTemporaryDirectory() + "ledger-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ledgers = LedgerFolder(folder)
        #expect(throws: LedgerError.self) { try PriceLedger(path: ledgers.file(for: "none.example"), makesFile: false) }
        _ = try CrawlStore(
            path: {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true);
                return ledgers.file(for: "crawl.example")
            }())
        let error = #expect(throws: LedgerError.self) { try ledgers.ledger(for: "crawl.example") }
        #expect(error?.reason == .foreign || error?.reason == .inUse)
        try Data("no database, but long enough to be taken for one by its size".utf8)
            .write(to: URL(fileURLWithPath: ledgers.file(for: "text.example")))
        let other = #expect(throws: LedgerError.self) { try ledgers.ledger(for: "text.example") }
        #expect(other?.reason == .foreign)
    }

    @Test(arguments: [
        ("Shop.Example", "shop.example.sqlite"), ("127.0.0.1:8080", "127.0.0.1_8080.sqlite"),
        ("../../etc/passwd", "..__.._etc_passwd.sqlite"), ("..", "_.sqlite"), ("мир.рф", "___.__.sqlite"),
    ])
    func fileOfAShop(host: String, file: String) {
        let ledger = LedgerFolder("/data").file(for: host)
        #expect(!ledger.dropFirst(6).contains("/"))
        if host != "../../etc/passwd" { #expect(ledger == "/data/" + file) }
    }
}
