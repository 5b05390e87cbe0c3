import Auditing
import Foundation
import Testing

/// What goes into a ledger comes out of it, and what can't be read is refused whole.
@Suite struct LedgerCommandTests {
    private func feed(_ text: String, in folder: String) throws -> String {
        let file = folder + "/feed-\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    private func exported(_ folder: String) throws -> String {
        var text = ""
        _ = try exportPrices(from: folder, site: nil) { text += $0 }
        return text
    }

    /// The same two prices as several programs write them.
    @Test(arguments: [
        """
        date,url,name,sku,price,currency,wasPrice
        2026-01-05,https://www.shop.example/p/1,Teapot,T-1,100.00,EUR,
        2026-02-05,https://www.shop.example/p/1,Teapot,T-1,80.00,EUR,100.00
        """,
        "\u{FEFF}Date;Link;Title;ID;Price;Sale price\r\n2026-01-05;https://www.shop.example/p/1;Teapot;T-1;100,00 EUR;\r\n"
            + "2026-02-05;https://www.shop.example/p/1;Teapot;T-1;100,00 EUR;80,00 EUR\r\n",
        """
        "date"\t"g:link"\t"g:title"\t"g:id"\t"g:price"\t"g:sale_price"
        "2026-01-05T00:00:00Z"\t"https://www.shop.example/p/1"\t"Teapot"\t"T-1"\t"EUR 100"\t""
        "2026-02-05T00:00:00Z"\t"https://www.shop.example/p/1"\t"Teapot"\t"T-1"\t"EUR 100"\t"EUR 80"
        """,
    ])
    func aFeedGoesInAndComesOut(text: String) async throws {
        try await FixtureShop.withFolder { folder in
            let taken = try importPrices(
                from: try feed(text, in: folder), into: folder + "/ledger", site: nil, date: nil, currency: nil)
            #expect(taken.map(\.host) == ["shop.example"])
            #expect(taken.map(\.prices) == [2])
            #expect(taken.map(\.products) == [1])
            let out = try exported(folder + "/ledger")
            let lines = out.split(whereSeparator: \.isNewline)
            #expect(
                lines.dropFirst() == [
                    "2026-01-05T00:00:00Z,https://www.shop.example/p/1,Teapot,,T-1,,,100.00,,EUR,,,,imported",
                    "2026-02-05T00:00:00Z,https://www.shop.example/p/1,Teapot,,T-1,,,80.00,,EUR,100.00,former,,imported",
                ])
            // What is exported can be taken in elsewhere, and twice.
            let copy = folder + "/copy"
            let file = try feed(out, in: folder)
            for _ in 0..<2 { _ = try importPrices(from: file, into: copy, site: nil, date: nil, currency: nil) }
            #expect(try exported(copy) == out)
            let shown = try showPrices(of: "teapot", in: copy, site: "shop.example")
            #expect(shown.contains("100.00 EUR"))
            #expect(shown.contains("80.00 EUR, before 100.00 EUR"))
            #expect(shown.contains("Not enough history"))
            let forgotten = try prunePrices(before: "2026-02-01", in: copy, site: nil)
            #expect(forgotten.map(\.prices) == [1])
            #expect(try exported(copy).split(whereSeparator: \.isNewline).count == 2)
        }
    }

    @Test(arguments: [
        ("date,url,cost\n2026-01-05,https://a.example/,1", "names no column “price”"),
        ("date,url,price\n2026-01-05,https://a.example/,1.00", "line 2: has no currency; give its code"),
        ("date,url,price,currency", "has no line with a price"),
        ("date,url,price\n2026-01-05,https://a.example/,\"1.00 EUR", "is opened and never closed"),
        ("date,url,price,place\n2026-01-05,https://a.example/,1.00 EUR,moon", "line 2: “moon” is no place"),
        ("date,url,price,was,wasKind\n2026-01-05,https://a.example/,1 EUR,2 EUR,old", "line 2: “old” is no kind"),
        ("date,url,price,currency\n2026-01-05,https://a.example/,1.00,EURO", "line 2: “EURO” is no currency"),
        ("date,url,price\n2026-01-05T25:00:00Z,https://a.example/,1.00 EUR", "is no date"),
        ("date,url,price\n2026-01-05,https://a.example/,cheap", "line 2: “cheap” is no amount"),
        ("date,url,price\n2026-13-05,https://a.example/,1.00 EUR", "line 2: “2026-13-05” is no date"),
        ("url,price\nhttps://a.example/,1.00 EUR", "line 2: has no date"),
        ("date,url,price\n2026-01-05,teapot,1.00 EUR", "line 2: “teapot” is no web address"),
        ("date,sku,price\n2026-01-05,T-1,1.00 EUR", "line 2: has no address; name the shop with --site"),
        (
            "date,url,price\n2026-01-05,https://a.example/,1.00 EUR\n2026-01-06,https://a.example/,",
            "line 3: has no price"
        ),
        ("date,url,price\n2026-01-05,\"https://a.example/\"x,1.00", "is no CSV"),
    ])
    func aFeedThatCannotBeRead(text: String, part: String) async throws {
        try await FixtureShop.withFolder { folder in
            let error = #expect(throws: AuditError.self) {
                try importPrices(
                    from: try feed(text, in: folder), into: folder + "/ledger", site: nil, date: nil, currency: nil)
            }
            #expect(error?.description.contains(part) == true, "\(String(describing: error))")
            #expect(error?.exitStatus == 2)
            #expect(!FileManager.default.fileExists(atPath: folder + "/ledger"))
        }
    }

    @Test func whatIsNotThere() async throws {
        try await FixtureShop.withFolder { folder in
            #expect(throws: AuditError.self) { try exported(folder + "/none") }
            _ = try importPrices(
                from: try feed("sku,price\nT-1,5", in: folder), into: folder, site: "shop.example", date: "2026-01-05",
                currency: "eur")
            #expect(throws: AuditError.self) { try prunePrices(before: "yesterday", in: folder, site: nil) }
            let error = #expect(throws: AuditError.self) {
                try showPrices(of: "T-2", in: folder, site: nil)
            }
            #expect(error?.description.contains("no such product") == true)
            let other = #expect(throws: AuditError.self) {
                try showPrices(of: "T-1", in: folder, site: "other.example")
            }
            #expect(other?.description.contains("it has shop.example") == true)
            #expect(
                try showPrices(of: "T-1", in: folder, site: nil).contains("5.00 EUR"))
        }
    }

    /// Audits of a real shop on two days: the second one knows what the first one saw.
    @Test func auditsRememberPrices() async throws {
        try await FixtureShop.withFolder { folder in
            let ledger = folder + "/ledger"
            let first = try await FixtureShop.audit("ucuz-bazar") { $0.ledger = ledger }
            let host = String(first.origin.dropFirst("http://".count))
            #expect(first.result.cautions.allSatisfy { !$0.contains("could not be kept") })
            let text = try exported(ledger)
            #expect(text.split(whereSeparator: \.isNewline).count > 5)
            #expect(text.contains(host))
            #expect(text.contains("2026-03-01T09:00:00Z"))
            #expect(text.contains(",page"))
        }
    }
}
