import Model
import Testing

@testable import Observing

/// A page's main part and what is right for it.
struct PageCase: Sendable, CustomTestStringConvertible {
    let kind: String
    let language: String
    let name: String
    /// As `Money.text`; empty where no price can be told.
    let price: String
    let was: String
    /// Nil where the case isn't about it.
    let stock: Availability?
    let main: String

    init(
        _ kind: String, _ language: String, _ name: String, price: String, was: String, stock: Availability? = nil,
        _ main: String
    ) {
        (self.kind, self.language, self.name) = (kind, language, name)
        (self.price, self.was, self.stock, self.main) = (price, was, stock, main)
    }

    var testDescription: String { "\(kind), \(language): \(name)" }

    func facts() throws -> PricingFacts {
        try PricedPage.facts(
            """
            <!doctype html><html lang="\(language)"><head><title>\(name) | Shop</title></head><body>
            <header><a href="/">Shop</a> <a class="cart" href="/cart">0 (0.00)</a></header><main>\(main)</main>
            <footer><p>© 2026</p></footer></body></html>
            """, language: language)
    }
}

@Suite struct VisiblePriceTests {
    @Test(arguments: PageCase.software + PageCase.situations)
    func isThePriceThatAVisitorWouldName(_ page: PageCase) throws {
        let facts = try page.facts()
        #expect((facts.visible?.price?.text ?? "") == page.price)
        #expect((facts.visible?.was?.text ?? "") == page.was)
        if let stock = page.stock { #expect(facts.availability == stock) }
    }

    /// What is sold beside a thing that costs nothing isn't its price.
    @Test(arguments: [("0", nil as String?), ("12.00", "12.00 EUR")])
    func anExtraToWhatIsFree(stated: String, expected: String?) throws {
        let data = #"{"@type":"Product","name":"Tank Battle","offers":{"price":"\#(stated)","priceCurrency":"EUR"}}"#
        let page = PageCase(
            "free with extras", "en", "Tank Battle", price: "", was: "",
            """
            <script type="application/ld+json">\(data)</script><h1>Tank Battle</h1><p>Free to play</p><p>Free</p>\
            <div><p>All extras in one</p><p class="price">12,00 €</p><button>Add to cart</button></div>
            """)
        let facts = try page.facts()
        #expect(facts.visible?.price?.text == expected)
        #expect((facts.ambiguity == nil) == (expected != nil))
    }

    @Test func theLowestPriceOf30DaysIsNoFormerPriceBesideOne() throws {
        let page = try #require(PageCase.software.first { $0.kind == "Sky-Shop" })
        #expect(try page.facts().visible?.wasKind == .former)
    }

    /// The same words are a price in an element that is called one, and nothing elsewhere.
    @Test(arguments: [
        ("en", "Free!"), ("ru", "Бесплатно"), ("az", "Pulsuz"), ("sk", "Zadarmo"), ("hy", "Անվճար"), ("th", "ฟรี"),
        ("de", "Kostenlos"),
    ])
    func freeIsAPriceOfNothing(_ language: String, _ word: String) throws {
        func price(_ element: String) throws -> Money? {
            let page = PageCase(
                "free", language, "Model K 250", price: "", was: "",
                "<h1>Model K 250</h1>\(element)<button class=add-to-cart>+</button>")
            return try page.facts().visible?.price
        }
        #expect(try price("<p class=price>\(word)</p>") == Money(minor: 0, currency: nil))
        #expect(try price("<p class=delivery-price>\(word)</p>") == nil)
        #expect(try price("<p>\(word)</p>") == nil)
        #expect(try price("<p class=price>\(word) – 12 €</p>")?.minor == 1_200)
    }
}

@Suite struct TilePriceTests {
    /// The second of three tiles, as shop software writes them.
    @Test(arguments: [
        ("en", "<span class=price>Free!</span>", "0.00", ""),
        (
            "ru", "<div class=prices><span class=price_value>1 290</span><span class=price_currency> ₽</span></div>",
            "1290.00 RUB", ""
        ),
        (
            "sk", "<span class=price-standard>49,90 €</span><strong class=price-final>39,90 €</strong>", "39.90 EUR",
            "49.90 EUR"
        ),
        ("az", "<del>59 ₼</del> <ins>48 ₼</ins> <small>4.00 ₼/ay</small>", "48.00 AZN", "59.00 AZN"),
        ("th", "<p>฿1,290</p><p>ส่งฟรี</p>", "1290.00 THB", ""),
        ("hy", "<b>12 500 դրամ</b>", "12500.00 AMD", ""),
        ("de", "<p>ab 8,90 € *</p><p>17,80 € / 1 kg</p>", "8.90 EUR", ""),
        ("en", "<p>Out of stock</p>", "", ""),
    ])
    func isReadBesideItsCompanions(_ language: String, _ words: String, _ price: String, _ was: String) throws {
        func tile(_ n: Int, _ words: String) -> String {
            "<li class=product-item><a href=/p/\(n)><img src=\(n).jpg alt=''><h3>Thing no. \(n)</h3></a>\(words)</li>"
        }
        let other = "<span class=price>20,00 €</span>"
        let page = PageCase(
            "tiles", language, "All things", price: "", was: "",
            "<h1>All things</h1><ul>\(tile(1, other))\(tile(2, words))\(tile(3, other))</ul>")
        let facts = try page.facts()
        try #require(facts.tiles.count == 3)
        #expect((facts.tiles[1].offer.price?.text ?? "") == price)
        #expect((facts.tiles[1].offer.was?.text ?? "") == was)
        #expect(facts.visible == nil)
    }
}

@Suite struct MarkedStockTests {
    /// In languages whose words aren't known here.
    @Test(arguments: [
        ("<p class='stock out-of-stock'>Ni na zalogi</p>", Availability.outOfStock as Availability?),
        ("<p class='outofstock availability'>Unavailable</p>", .outOfStock),
        ("<p class='instock availability'>Na zalogi (3)</p>", .inStock), ("<p class=stock>Na zalogi</p>", nil),
        (
            "<p class='outofstock availability'>Unavailable</p><p>We can mail you once it is back in stock, just ask us for it.</p>",
            .outOfStock
        ),
        ("<p class=out-of-stock></p>", nil), ("<p class=in-stock>A</p><p class=out-of-stock>B</p>", nil),
    ])
    func classesTell(_ stock: String, _ expected: Availability?) throws {
        let page = PageCase(
            "stock", "sl", "K 250", price: "", was: "", "<h1>K 250</h1><b class=price>5,00 €</b>\(stock)")
        #expect(try page.facts().availability == expected)
    }

    @Test(arguments: [
        ("<a href=/c/1>USD</a><br><a href=/c/2>EUR</a>", "8.49 USD"), ("<p>USD</p><p>CAD</p>", "8.49"), ("", "8.49"),
    ])
    func aSwitchTellsWhichDollarsAreMeant(_ choice: String, _ price: String) throws {
        let page = PageCase(
            "switch", "und", "K 250", price: price, was: "",
            "\(choice)<h1>K 250</h1><b class=price>$8.49</b><button class=add-to-cart>+</button>")
        #expect(try page.facts().visible?.price?.text == price)
    }
}

@Suite struct CartAddressTests {
    @Test(arguments: [
        ("/carrito/add?id=4", true), ("/koszyk/dodaj/8", true), ("/cart/add", true), ("index.php?add-to-cart=7", true),
        ("/kosmetik/additional", false), ("/panier/", false), ("/p/paddle-korzinka", false),
        ("/cart", false), ("/warenkorb/hinzufuegen", true),
    ])
    func addsToTheCart(_ address: String, _ expected: Bool) {
        #expect(OrderControl.isCart(address: Array(address.utf8)[...]) == expected)
    }
}
