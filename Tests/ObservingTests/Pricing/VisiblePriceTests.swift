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
