import Auditing
import Foundation
import Support
import Testing

@Suite struct OffersTests {
    private static let product = """
        <!doctype html><html lang=en><title>=Tea &amp; more</title><h1>=Tea, "green"</h1>
        <p class=price><del>€12.50</del> <ins>€9.90</ins></p><p>In stock</p>
        <script type="application/ld+json">{"@type":"Product","name":"=Tea","sku":"T-1","gtin13":"4006381333931",
        "brand":{"@type":"Brand","name":"Leaf"},"offers":{"@type":"Offer","price":"PRICE","priceCurrency":"EUR"}}</script>
        <form action=/cart method=post><button>Add to cart</button></form>
        """

    private func rows(_ price: String, _ format: String) async throws -> String {
        let page = Self.product.replacingOccurrences(of: "PRICE", with: price)
        let server = try await ShopServer.start(routes: [
            "/": .html(
                "<!doctype html><title>Shop</title><h1>Shop</h1><a href=/tea>Tea</a><a href='/tea?utm_source=x'>Tea</a>"
            ),
            "/tea": .html(page),
        ])
        defer { Task { await server.stop() } }
        var text = ""
        let count = try await offers(
            of: server.origin + "/", settings: AuditSettings(), format: format, isStopped: { false },
            progress: { _ in }, write: { text += $0 })
        #expect(count == 1)
        return text.replacingOccurrences(of: server.origin, with: "")
    }

    @Test func aCatalogueIsCleanCSV() async throws {
        let lines = try await rows("9.90", "csv").components(separatedBy: "\r\n")
        #expect(lines.count == 3 && lines[2].isEmpty)
        #expect(lines[0].hasPrefix("url,name,brand,sku,gtin"))
        // A name that a spreadsheet would run is quoted and defused.
        #expect(lines[1].hasPrefix("/tea,\"'=Tea, \"\"green\"\"\",Leaf,T-1,4006381333931,,9.90,,EUR,12.50,former,"))
        #expect(lines[1].contains(",agree,"))
    }

    @Test func pricesThatDifferAreSaidToDiffer() async throws {
        let text = try await rows("8.90", "ndjson")
        let row = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(row["price"] as? String == "9.90")
        #expect(row["agreement"] as? String == "differ")
        #expect(row["sources"] as? [String] == ["visible", "jsonLD"])
    }

    @Test func everyPlaceAndAllStructuredDataAreInJSON() async throws {
        let text = try await rows("8.90", "ndjson")
        let row = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let offers = try #require(row["offers"] as? [[String: Any]])
        #expect(offers.map { $0["price"] as? String } == ["9.90", "8.90"])
        let entity = try #require((row["structured"] as? [[String: Any]])?.first)
        #expect(entity["syntax"] as? String == "jsonLD" && entity["type"] as? [String] == ["Product"])
        let inner = (entity["properties"] as? [String: [Any]])?["offers"]?.first as? [String: Any]
        #expect((inner?["properties"] as? [String: [String]])?["price"] == ["8.90"])
    }

    /// A listing that draws its tiles by script.
    @Test func goodsThatStructuredDataAloneListsAreListed() async throws {
        let list = """
            <!doctype html><title>Teas</title><h1>Teas</h1><script type="application/ld+json">{"@type":"ItemList",
            "itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"Green","url":"/green",
            "offers":{"price":"3.00","priceCurrency":"EUR"}}},{"@type":"ListItem","item":{"@type":"Product","name":"Black",
            "url":"/black","offers":{"price":"4.00","priceCurrency":"EUR"}}}]}</script>
            """
        let server = try await ShopServer.start(routes: ["/": .html(list)])
        defer { Task { await server.stop() } }
        var text = ""
        _ = try await offers(
            of: server.origin + "/", settings: AuditSettings(), format: "csv", isStopped: { false },
            progress: { _ in }, write: { text += $0 })
        #expect(text.contains("\(server.origin)/green,Green,") && text.contains("/black,Black,,,,,4.00,,EUR"))
    }

    @Test func jsonIsOneArray() async throws {
        let list = try JSONSerialization.jsonObject(with: Data(try await rows("9.90", "json").utf8))
        #expect((list as? [[String: Any]])?.first?["name"] as? String == "=Tea, \"green\"")
    }

    @Test func anUnknownFormatIsNamed() async {
        await #expect { _ = try await rows("1", "xlsx") } throws: { "\($0)".contains("xlsx") }
    }
}
