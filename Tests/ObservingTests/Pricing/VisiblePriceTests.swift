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
