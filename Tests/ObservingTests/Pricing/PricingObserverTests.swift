import Model
import Testing

@testable import Observing

@Suite struct PricingObserverTests {
    /// A product page by hand: what stands between heading and button, and what else the page has.
    private func page(_ price: String, button: String, name: String = "Model K 250", more: String = "") -> String {
        """
        <html><head><title>\(name)</title></head><body><header><a href="/cart" class="cart-total">0.00 €</a></header>
        <nav><a href="/a">A</a></nav><main><div class="product"><h1>\(name)</h1>\(price)
        <form action="/cart/add" method="post"><input name="qty" value="1">\(button)</form></div>\(more)</main>
        <footer><p>Free over 99 €</p></footer></body></html>
        """
    }

    private func related(_ heading: String, _ amounts: [String]) -> String {
        let tiles = amounts.enumerated().map {
            "<li class=\"tile\"><a href=\"/p/\($0 + 2)\"><img src=\"\($0).jpg\" alt=\"\"><h3>Other \($0)</h3></a><b>\($1)</b></li>"
        }
        return "<section><h2>\(heading)</h2><ul>\(tiles.joined())</ul></section>"
    }

    @Test(arguments: [
        (
            "en", "<p><del>$20.00</del> <ins>$15.00</ins></p><p>In stock</p>", "<button>Add to cart</button>",
            "15.00 USD", "20.00 USD"
        ),
        (
            "ru", "<p class=price>1 299,00 ₽ <s>1 599,00 ₽</s></p><p>В наличии</p>", "<button>В корзину</button>",
            "1299.00 RUB", "1599.00 RUB"
        ),
        (
            "az", "<div>Köhnə qiymət: 60 ₼</div><div class=price>48.00 AZN</div>", "<button>Səbətə at</button>",
            "48.00 AZN", "60.00 AZN"
        ),
        (
            "sk", "<p>Pôvodná cena 24,90 €</p><p class=cena><strong>19,90 €</strong></p>", "<button>Do košíka</button>",
            "19.90 EUR", "24.90 EUR"
        ),
        ("hy", "<div class=price>֏ 15,000</div>", "<button class=add-to-cart>Զամբյուղ</button>", "15000.00 AMD", ""),
        ("th", "<div class=price>฿1,290</div>", "<button class=add-to-cart>ซื้อ</button>", "1290.00 THB", ""),
        (
            "de", "<p>UVP 1.499,00 €</p><p class=preis>1.234,56 €</p><p>12,35 €/100 g, inkl. 19 % MwSt.</p>",
            "<button>In den Warenkorb</button>", "1234.56 EUR", "1499.00 EUR"
        ),
    ])
    func findsThePriceThatAVisitorSees(
        _ language: String, _ price: String, _ button: String, _ now: String, _ was: String
    ) throws {
        let facts = try PricedPage.facts(page(price, button: button), language: language)
        #expect(facts.visible?.price?.text == now)
        #expect((facts.visible?.was?.text ?? "") == was)
        #expect(facts.productName == "Model K 250")
        #expect(!facts.orderControls.isEmpty)
        #expect(facts.ambiguity == nil)
    }

    @Test func namesTheKindOfTheFormerPrice() throws {
        let html = page("<p>UVP 30,00 €</p><p class=price>20,00 €</p>", button: "<button>In den Warenkorb</button>")
        #expect(try PricedPage.facts(html, language: "de").visible?.wasKind == .recommended)
    }

    @Test func relatedGoodsAreTilesAndNotThePrice() throws {
        let html = page(
            "<p class=price>15.00 €</p>", button: "<button>Add to cart</button>",
            more: related("You may also like", ["1.00 €", "2.00 €", "3.00 €"]))
        let facts = try PricedPage.facts(html, language: "en")
        #expect(facts.visible?.price?.text == "15.00 EUR")
        #expect(facts.tiles.map { $0.offer.price?.minor } == [100, 200, 300])
        #expect(facts.tiles.allSatisfy { $0.isRelated && $0.hasPicture })
        #expect(facts.tiles.first?.href == "/p/2" && facts.tiles.first?.offer.name == "Other 0")
    }

    @Test func aListingHasTilesAndNoPriceOfItsOwn() throws {
        let html = """
            <html><head><title>Kettles</title></head><body><main><h1>Kettles</h1>
            \(related("", ["1.00 €", "<del>4.00 €</del> 2.00 €", "3.00 €"]))</main></body></html>
            """
        let facts = try PricedPage.facts(html, language: "en")
        #expect(facts.visible == nil && facts.productName == nil)
        #expect(facts.tiles.count == 3 && facts.tiles.allSatisfy { !$0.isRelated })
        #expect(facts.tiles.dropFirst().first?.offer.was?.minor == 400)
    }

    @Test func competingPricesAreNotGuessed() throws {
        let html = page(
            "<p class=price>15.00 €</p><p class=price>18.00 €</p>", button: "<button>Add to cart</button>")
        let facts = try PricedPage.facts(html, language: "en")
        #expect(facts.visible == nil)
        #expect(facts.ambiguity?.contains("15.00") == true)
    }

    @Test func aPercentageTellsWhichOfTwoIsThePrice() throws {
        let html = page(
            "<p class=price>20.00 €</p><span>-25%</span><p class=price>15.00 €</p>",
            button: "<button>Add to cart</button>")
        let facts = try PricedPage.facts(html, language: "en")
        #expect(facts.visible?.price?.minor == 1500 && facts.visible?.was?.minor == 2000)
        #expect(facts.visible?.claimedPercent == 25)
    }

    @Test func numbersAreNoPrices() throws {
        let html = page(
            "<p>Rating 4.8/5, 256 GB, 15\" display</p><p>Call 555-1234</p><p>incl. 19 % VAT</p>",
            button: "<button>Add to cart</button>")
        #expect(try PricedPage.facts(html, language: "en").visible == nil)
    }

    @Test func anAmountWithoutCurrencyIsNoted() throws {
        let html = page("<p class=price>1 299</p>", button: "<button>В корзину</button>")
        let facts = try PricedPage.facts(html, language: "ru")
        #expect(facts.visible?.price == Money(minor: 129_900, currency: nil))
        #expect(facts.amountsWithoutCurrency.count == 1)
        let icon = page("<p class=price>1 299 <i class='icon-rub'></i></p>", button: "<button>В корзину</button>")
        #expect(try PricedPage.facts(icon, language: "ru").amountsWithoutCurrency.isEmpty)
    }

    @Test(arguments: [
        ("en", "In stock", Availability.inStock), ("en", "Out of stock", .outOfStock),
        ("ru", "Нет в наличии", .outOfStock),
        ("sk", "Skladom", .inStock), ("de", "Ausverkauft", .outOfStock), ("az", "Stokda var", .inStock),
    ])
    func readsStock(_ language: String, _ words: String, _ expected: Availability) throws {
        let html = page("<p class=price>15.00 €</p><p>\(words)</p>", button: "<button class=add-to-cart>+</button>")
        #expect(try PricedPage.facts(html, language: language).availability == expected)
    }

    @Test(arguments: [
        ("en", "Unavailable for store pickup", "This product is currently unavailable to pick up at nearby stores."),
        ("de", "Nicht verfügbar zur Abholung", "Ausverkauft in Ihrer Filiale"),
        ("ru", "Самовывоз: нет в наличии", "Нет в наличии в ближайших магазинах"),
        ("sk", "Osobný odber: vypredané", "Vypredané na vybranej predajni"),
    ])
    func whatStoresLackCanStillBeOrdered(_ language: String, _ first: String, _ second: String) throws {
        let html = page(
            "<p class=price>15.00 €</p><p>\(first)</p><p>\(second)</p>", button: "<button class=add-to-cart>+</button>")
        #expect(try PricedPage.facts(html, language: language).availability == nil)
    }

    @Test func aSentenceAboutStockIsNoStock() throws {
        let html = page(
            "<p class=price>15.00 €</p><p>You can get an email alert when this product is back in stock here.</p>",
            button: "<button>Add to cart</button>")
        #expect(try PricedPage.facts(html, language: "en").availability != .inStock)
    }

    @Test func disabledButtonsOrderNothing() throws {
        let html = """
            <html><head><title>K</title><meta property="og:type" content="product"></head><body><main><h1>K</h1>
            <p class=price>15.00 €</p><button class="add-to-cart" disabled>Add to cart</button></main></body></html>
            """
        let facts = try PricedPage.facts(html, language: "en")
        #expect(facts.visible?.price?.minor == 1500 && facts.orderControls.isEmpty)
    }

    @Test func centsInTheirOwnElement() throws {
        let html = page("<p class=price>€19<sup>99</sup></p>", button: "<button>Add to cart</button>")
        #expect(try PricedPage.facts(html, language: "en").visible?.price?.minor == 1999)
    }
}
