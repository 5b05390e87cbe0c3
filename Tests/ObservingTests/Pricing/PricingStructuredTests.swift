import Model
import Parsing
import Testing

@testable import Observing

@Suite struct StructuredDataTests {
    private func offers(_ head: String, body: String = "<h1>Blue Kettle</h1>") throws -> [Offer] {
        try PricedPage.facts(
            "<html lang=en><head><title>Blue Kettle | Shop</title>\(head)</head><body><main>\(body)</main></body></html>",
            language: "en"
        ).structured
    }

    private func jsonLD(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    @Test func readsAGraphWithReferences() throws {
        let offer = try #require(
            try offers(
                jsonLD(
                    """
                    {"@context":"https://schema.org","@graph":[
                      {"@type":"Product","@id":"#p","name":"Blue Kettle","sku":"K1","gtin13":"4006381333931",
                       "brand":{"@type":"Brand","name":"Acme &amp; Sons"},"offers":{"@id":"#o"},
                       "aggregateRating":{"ratingValue":"4,5","reviewCount":12,"bestRating":5}},
                      {"@type":"Offer","@id":"#o","price":"49.90","priceCurrency":"EUR","priceValidUntil":"2030-01-31",
                       "availability":"https://schema.org/InStock"}]}
                    """)
            ).first)
        #expect(offer.price == Money(minor: 4990, currency: "EUR"))
        #expect(offer.availability == .inStock && offer.sku == "K1" && offer.gtin == "4006381333931")
        #expect(offer.brand == "Acme & Sons" && offer.rating == 4.5 && offer.reviewCount == 12)
        #expect(offer.validUntil?.text == "2030-01-31")
    }

    @Test(arguments: [
        (
            #"{"@type":"AggregateOffer","lowPrice":10,"highPrice":"12.50","priceCurrency":"GBP"}"#, "10.00 GBP",
            "12.50 GBP", ""
        ),
        (#"[{"@type":"Offer","price":1299,"priceCurrency":"RUB","availability":"OutOfStock"}]"#, "1299.00 RUB", "", ""),
        (
            #"{"@type":"Offer","priceSpecification":[{"price":8,"priceCurrency":"EUR"},{"price":10,"priceType":"https://schema.org/ListPrice"}]}"#,
            "8.00 EUR", "", "10.00 EUR"
        ),
        (#"{"@type":"Offer","price":"1.234,50 €","priceCurrency":"EUR"}"#, "1234.50 EUR", "", ""),
    ])
    func readsOffers(_ json: String, _ price: String, _ high: String, _ was: String) throws {
        let found = try offers(jsonLD("{\"@type\":\"Product\",\"name\":\"Blue Kettle\",\"offers\":\(json)}"))
        let offer = try #require(found.first)
        #expect(offer.price?.text == price)
        #expect((offer.highPrice?.text ?? "") == high)
        #expect((offer.was?.text ?? "") == was)
    }

    @Test func leavesAnAmbiguousPriceOut() throws {
        let found = try offers(
            jsonLD(
                #"{"@type":"Product","name":"Blue Kettle","offers":{"price":"1.299","priceCurrency":"EUR","availability":"InStock"}}"#
            ))
        #expect(found.first?.price == nil)
    }

    @Test func readsVariants() throws {
        let found = try offers(
            jsonLD(
                """
                {"@type":"ProductGroup","name":"Blue Kettle","hasVariant":[
                 {"@type":"Product","sku":"a","offers":{"price":5,"priceCurrency":"EUR"}},
                 {"@type":"Product","sku":"b","offers":{"price":6,"priceCurrency":"EUR"}}]}
                """))
        #expect(found.map { $0.price?.minor } == [500, 600])
    }

    @Test func passesOverRelatedProducts() throws {
        let found = try offers(
            jsonLD(
                """
                [{"@type":"Product","name":"Red Toaster","offers":{"price":1,"priceCurrency":"EUR"}},
                 {"@type":"Product","name":"Blue Kettle","offers":{"price":5,"priceCurrency":"EUR"},
                  "isRelatedTo":{"@type":"Product","name":"Lid","offers":{"price":2,"priceCurrency":"EUR"}}}]
                """))
        #expect(found.map { $0.price?.minor } == [500])
    }

    @Test func aListingHasNoProductOfItsOwn() throws {
        let items = (1...3).map {
            #"{"@type":"Product","name":"Thing \#($0)","offers":{"price":\#($0),"priceCurrency":"EUR"}}"#
        }
        let list = #"{"@type":"ItemList","itemListElement":[\#(items.joined(separator: ","))]}"#
        #expect(try offers(jsonLD(list), body: "<h1>Kettles</h1>").isEmpty)
    }

    @Test func readsMicrodataWithItemref() throws {
        let body = """
            <div itemscope itemtype="http://schema.org/Product" itemref="more"><h1 itemprop="name">Blue Kettle</h1>
            <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="priceCurrency" content="AZN">
            <span itemprop="price" content="48.00">48</span><link itemprop="availability" href="http://schema.org/PreOrder"></div></div>
            <p id="more"><span itemprop="sku">Q-7</span></p>
            """
        let offer = try #require(try offers("", body: body).first)
        #expect(offer.price?.text == "48.00 AZN" && offer.availability == .preOrder && offer.sku == "Q-7")
        #expect(offer.source == .microdata)
    }

    @Test func itemrefCirclesEnd() throws {
        let body = """
            <div id=a itemscope itemtype="http://schema.org/Product" itemref="b"><h1 itemprop=name>Blue Kettle</h1></div>
            <div id=b><div itemprop=x itemscope itemref="a b">x</div></div>
            """
        #expect(try offers("", body: body).count <= 1)
    }

    @Test func readsRDFa() throws {
        let body = """
            <div vocab="http://schema.org/" typeof="Product"><h1 property="name">Blue Kettle</h1>
            <div property="offers" typeof="Offer"><span property="price">12.30</span><span property="priceCurrency">EUR</span></div></div>
            """
        #expect(try offers("", body: body).first?.price?.text == "12.30 EUR")
    }

    @Test func readsOpenGraph() throws {
        let offer = try #require(
            try offers(
                """
                <meta property="og:type" content="product"><meta property="product:price:amount" content="20.00">
                <meta property="product:price:currency" content="EUR"><meta property="product:sale_price:amount" content="15.00">
                <meta property="product:availability" content="out of stock">
                """
            ).first)
        #expect(offer.price?.text == "15.00 EUR" && offer.was?.text == "20.00 EUR" && offer.availability == .outOfStock)
    }

    @Test func exposesTrailAndOrganisation() {
        let html = """
            <script type="application/ld+json">{"@graph":[{"@type":"BreadcrumbList","itemListElement":[
            {"@type":"ListItem","name":"Home"},{"@type":"ListItem","item":{"@id":"/t","name":"Tools"}}]},
            {"@type":"Organization","name":"Acme","telephone":"+421 2 5555 0100","email":"a@shop.example",
             "address":{"streetAddress":"Main 1","addressLocality":"Bratislava"}}]}</script>
            """
        let data = StructuredData.read(Document(html: Array(html.utf8)))
        #expect(data.breadcrumbs?.quote == "Home › Tools")
        #expect(data.organizations.first?.telephones == ["+421 2 5555 0100"])
        #expect(data.organizations.first?.address == "Main 1, Bratislava")
        #expect(data.types.isSuperset(of: ["BreadcrumbList", "Organization"]))
    }

    @Test func survivesDepthAndNonsense() throws {
        let deep = String(repeating: "{\"a\":[", count: 400) + "1" + String(repeating: "]}", count: 400)
        _ = try offers(jsonLD(deep) + jsonLD("{{{") + jsonLD("") + jsonLD("[1,2,[3]]"))
        let scopes = String(repeating: "<div itemscope itemprop=a itemtype=Product>", count: 200)
        _ = try offers("", body: scopes)
    }
}
