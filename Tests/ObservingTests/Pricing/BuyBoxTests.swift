import Model
import Testing

@testable import Observing

/// The box that a product is bought from, in the states that templates write it in.
@Suite struct BuyBoxTests {
    private func facts(_ body: String, title: String = "Oak Stool – Shop", tag: String = "en") throws -> PricingFacts {
        try PricedPage.facts(
            "<html lang=\(tag)><head><title>\(title)</title></head><body><main>\(body)</main></body></html>",
            language: "en")
    }

    @Test(arguments: [
        "<button disabled>Add to cart</button>", "<button aria-disabled=true>Add to cart</button>",
        "<button class='btn disabled'>Add to cart</button>",
    ])
    func aClosedButtonIsAWayToOrderOnceAChoiceIsMade(button: String) throws {
        let facts = try facts("<h1>Oak Stool</h1><p class=price>$89.00</p>\(button)")
        #expect(facts.orderControls.isEmpty)
        #expect(facts.closedOrder?.quote == "Add to cart")
        #expect(facts.visible?.price == Money(minor: 8_900, currency: "USD"))
    }

    @Test(arguments: [
        "<button class='bg-black disabled:bg-gray-200 disabled:text-grey-disabled'>Add to cart</button>",
        "<div class='btn add-to-cart'>Add to cart</div>",
    ])
    func anOpenOneIsNotMistaken(button: String) throws {
        let facts = try facts("<h1>Oak Stool</h1><p class=price>$89.00</p>\(button)")
        #expect(facts.orderControls.count == 1)
        #expect(facts.closedOrder == nil)
    }

    @Test func aWrapperOrdersNothingByItself() throws {
        let facts = try facts(
            "<h1>Oak Stool</h1><p class=price>$89.00</p><div class=add-to-cart><button disabled>Add to cart</button></div>"
        )
        #expect(facts.orderControls.isEmpty)
    }

    private static let badges =
        "<span class='badge price__badge-sale'>Sale</span> <span class='badge price__badge-sold-out'>Sold out</span>"

    @Test func badgesThatAreInEveryPageSayNothing() throws {
        let button = "<button>Add to cart</button>"
        let lone = "<div><span class='badge sold-out'>Sold out</span></div>"
        func stock(_ state: String, _ badges: String, _ button: String) throws -> Availability? {
            try facts("<h1>Oak Stool</h1><div class='price \(state)'><span>$89.00</span>\(badges)</div>\(button)")
                .availability
        }
        #expect(try stock("", Self.badges, button) == nil)
        #expect(try stock("", Self.badges, "") == nil)
        #expect(try stock("price--sold-out", Self.badges, "") == .outOfStock)
        #expect(try stock("", lone, "") == .outOfStock)
        #expect(try stock("", lone, button) == nil)
        // Words by themselves, not a badge, are believed whatever the button.
        #expect(try stock("", "<p>Sold out</p>", button) == .outOfStock)
    }

    @Test(arguments: [
        ("available availability", Availability?.some(.inStock)), ("unavailable availability", .outOfStock),
        ("availability not-available", nil), ("availability", nil), ("stock in-stock", .inStock),
    ])
    func classesTellWhereWordsDoNot(name: String, stock: Availability?) throws {
        let facts = try facts(
            "<h1>Oak Stool</h1><p class=price>$89.00</p><p class='\(name)'>Ja!</p><button>Add to cart</button>")
        #expect(facts.availability == stock)
    }

    /// Goods side by side under a name that says nothing.
    private static let tiles = (1...6).map {
        "<li class=card><a href=/k/\($0)><img src=\($0).jpg>Kettle \($0)</a> <span class=price>$\(20 + $0).00</span></li>"
    }.joined()

    @Test func aBoxFarFromTheHeadingIsTheProducts() throws {
        let sounds = (1...60).map { "<p>Sound \($0)</p>" }.joined()
        let box = "<div class=box><div>$ <b>169</b></div><p>In stock</p><button>Add to basket</button></div>"
        let page = "<h1>Oak Stool</h1>\(sounds)\(box)<ul>\(Self.tiles)</ul>"
        #expect(try facts(page).visible?.price == Money(minor: 16_900, currency: "USD"))
        // The title of a listing names no product that the box could be for.
        let hero = "<h1>Stools</h1>\(sounds)<div><h2>Oak Stool</h2>$169 <button>Add to basket</button></div>"
        #expect(try facts(hero + "<ul>\(Self.tiles)</ul>", title: "Stools – Shop").visible == nil)
    }

    @Test func listsThatAreCalledRelatedAre() throws {
        let facts = try facts(
            "<h1>Stools</h1><ul>\(Self.tiles)</ul><div id=relatedProduct><ul>\(Self.tiles)</ul></div>")
        #expect(facts.tiles.count { $0.isRelated } == 6)
        #expect(facts.tiles.count { !$0.isRelated } == 6)
    }

    @Test(arguments: [("en-AU", "AUD"), ("en-CA", "CAD"), ("en-US", "USD"), ("en", "USD")])
    func dollarsAreThoseOfTheDeclaredCountry(tag: String, currency: String) throws {
        let page = try ObservedPage(
            """
            <html lang=\(tag)><title>Oak Stool</title><body><main><h1>Oak Stool</h1><p class=price>$89.00</p>
            <button>Add to cart</button></main></body></html>
            """)
        #expect(page.facts.pricing.visible?.price?.currency == currency)
    }
}
