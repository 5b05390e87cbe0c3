import Model
import Parsing
import Testing

@testable import Observing

@Suite struct StructuredEntityTests {
    private func entities(_ html: String) -> [StructuredEntity] {
        StructuredData.read(Document(html: Array(html.utf8))).entities()
    }

    private func offers(_ body: String, head: String = "") throws -> [Offer] {
        try PricedPage.facts(
            "<html lang=en><head><title>Blue Kettle</title>\(head)</head><body><main><h1>Blue Kettle</h1>\(body)</main>",
            language: "en"
        ).structured
    }

    private func text(_ entity: StructuredEntity?, _ name: String) -> String? {
        guard case .text(let text)? = entity?.properties[name]?.first else { return nil }
        return text
    }

    private func inner(_ entity: StructuredEntity?, _ name: String) -> StructuredEntity? {
        guard case .entity(let inner)? = entity?.properties[name]?.first else { return nil }
        return inner
    }

    @Test func everySyntaxIsWrittenOutAsFound() throws {
        let found = entities(
            """
            <meta property="og:type" content="product"><meta property="product:price:amount" content="5.00">
            <script type="application/ld+json">{"@graph":[{"@type":"Product","@id":"#p","offers":{"@id":"#o"}},
            {"@type":"Offer","@id":"#o","price":5.00,"hasMerchantReturnPolicy":{"@type":"MerchantReturnPolicy",
            "merchantReturnDays":14},"shippingDetails":{"@type":"OfferShippingDetails","shippingRate":{"value":"3.50"}}}]}</script>
            <div itemscope itemtype="https://schema.org/Product" itemref=x><b itemprop=name>Kettle</b></div>
            <p id=x><i itemprop=sku>K1</i></p>
            <div vocab="https://schema.org/" typeof="Product"><b property=name>Kettle</b></div>
            """)
        #expect(found.map(\.syntax) == [.jsonLD, .microdata, .rdfa, .openGraph])
        let offer = inner(found[0], "offers")
        #expect(offer?.type == ["Offer"] && text(offer, "price") == "5.00")
        #expect(text(inner(offer, "hasMerchantReturnPolicy"), "merchantReturnDays") == "14")
        #expect(text(inner(inner(offer, "shippingDetails"), "shippingRate"), "value") == "3.50")
        #expect(text(found[1], "sku") == "K1" && text(found[2], "name") == "Kettle")
        #expect(text(found[3], "product:price:amount") == "5.00" && found[3].type == ["product"])
    }

    @Test func thingsThatNameEachOtherEnd() {
        let found = entities(
            """
            <script type="application/ld+json">[{"@type":"Product","@id":"#a","name":"A","isRelatedTo":{"@id":"#b"}},
            {"@type":"Product","@id":"#b","name":"B","isRelatedTo":{"@id":"#a"}}]</script>
            """)
        #expect(found.map { text($0, "name") } == ["A", "B"])
    }

    @Test(arguments: [
        ("4006381333931", "4006381333931"), ("400-6381-333931", "4006381333931"), ("4006381333932", nil),
        ("0306406152", "9780306406157"), ("0-8044-2957-X", "9780804429573"), ("0306406153", nil),
        ("12345670", "12345670"),
        ("036000291452", "036000291452"), ("isbn:978-0-306-40615-7", "9780306406157"), ("K-250", nil), ("", nil),
        ("0000000000000", nil),
    ]) func knowsTradeNumbers(_ text: String, _ expected: String?) {
        #expect(TradeNumber.gtin(text) == expected)
    }

    @Test(arguments: [
        ("<p itemprop=brand><span>More by this brand: </span><a href=/b>Acme</a></p>", "Acme"),
        ("<p itemprop=brand>Acme</p>", "Acme"), ("<p itemprop=brand>Star:Light</p>", "Star:Light"),
        ("<p itemprop=brand itemscope><meta itemprop=name content=Acme>All from Acme</p>", "Acme"),
    ]) func aLabelIsNoPartOfTheBrand(_ brand: String, _ expected: String) throws {
        let found = try offers(
            "<div itemscope itemtype='http://schema.org/Product'><b itemprop=name>Blue Kettle</b>\(brand)<i itemprop=price>5</i></div>"
        )
        #expect(found.first?.brand == expected)
    }

    @Test(arguments: [
        "<div itemscope itemtype='http://schema.org/Product'><b itemprop=name>Blue Kettle</b></div><div itemscope itemtype='http://schema.org/Offer'><i itemprop=price>5.00</i><i itemprop=priceCurrency>EUR</i></div>",
        #"<script type="application/ld+json">{"@type":"Offer","price":5,"priceCurrency":"EUR","itemOffered":{"@type":"Product","name":"Blue Kettle"}}</script>"#,
        "<div itemscope itemtype='http://data-vocabulary.org/Product'><b itemprop=name>Blue Kettle</b><p itemprop=offerDetails itemscope itemtype='http://data-vocabulary.org/Offer'><i itemprop=price>5.00</i><meta itemprop=currency content=EUR></p></div>",
    ]) func offersAreFoundWhereTemplatesPutThem(_ body: String) throws {
        #expect(try offers(body).first?.price?.text == "5.00 EUR")
    }

    @Test func twoLoneOffersBelongToNobody() throws {
        let offer = "<div itemscope itemtype='http://schema.org/Offer'><i itemprop=price>5.00</i></div>"
        let product = "<div itemscope itemtype='http://schema.org/Product'><b itemprop=name>Blue Kettle</b></div>"
        #expect(try offers(product + offer + offer).first?.price == nil)
    }

    @Test func openGraphPricesAreRead() throws {
        let found = try offers("", head: "<meta property='og:price' content='30,000원~'>")
        #expect(found.first?.price?.text == "30000 KRW")
        #expect(try offers("", head: "<meta property='og:price:amount' content='0.00'>").isEmpty)
    }

    @Test func conditionAndEndAreRead() throws {
        let json = """
            {"@type":"Product","name":"Blue Kettle","itemCondition":"https://schema.org/UsedCondition",
            "offers":{"price":"5","priceCurrency":"EUR","validThrough":"2030-02-01T00:00"}}
            """
        let offer = try offers("<script type=\"application/ld+json\">\(json)</script>").first
        #expect(offer?.condition == .used && offer?.validUntil?.text == "2030-02-01")
    }
}
