import Model
import Testing

@testable import Observing

/// Numbers and brands that stand beside a product with a label.
@Suite struct ProductLabelTests {
    private func offer(_ language: String, _ markup: String) throws -> Offer {
        let facts = try PricedPage.facts(
            """
            <!doctype html><html lang="\(language)"><head><title>Model K 250</title></head><body><main>\
            <h1>Model K 250</h1><p class="price">25,00 €</p><button class="add-to-cart">+</button>\(markup)</main>\
            </body></html>
            """, language: language)
        return try #require(facts.visible)
    }

    @Test(arguments: [
        ("en", "<p>SKU: AB-1234</p>", "AB-1234"), ("en", "<span>SKU</span> <span>1234/5</span>", "1234/5"),
        ("en", "<p>SKU 123456</p>", "123456"), ("de", "<p>Art.-Nr.: 904.230.19</p>", "904.230.19"),
        ("de", "<dl><dt>Artikelnummer</dt><dd>77-12</dd></dl>", "77-12"), ("ru", "<div>Артикул: 00123</div>", "00123"),
        ("ru", "<table><tr><td>Код товара</td><td>55120</td></tr></table>", "55120"),
        ("sk", "<p>Kód: <b>KT250</b></p>", "KT250"), ("az", "<p>Məhsul kodu: A250</p>", "A250"),
        ("hy", "<p>Ապրանքի կոդ՝ 8812</p>", nil), ("hy", "<p>Ապրանքի կոդ: 8812</p>", "8812"),
        ("th", "<p>รหัสสินค้า: TH250</p>", "TH250"), ("fr", "<p>SKU : FR250</p>", "FR250"),
        ("en", "<p>SKU: N/A</p>", nil), ("en", "<p>Ask for the SKU 123456 at the till</p>", nil),
        ("en", "<p>SKU 5 of the range is gone</p>", nil), ("en", "<p>SKU: 1111</p><p>SKU: 2222</p>", nil),
        ("sk", "<p>Kód: ZIMA20 so zľavovým kódom</p>", nil), ("ru", "<div>Артикул производителя: P-9</div>", nil),
    ])
    func numbersOfTheShop(_ language: String, _ markup: String, _ expected: String?) throws {
        #expect(try offer(language, markup).sku == expected)
    }

    @Test(arguments: [
        ("en", "<p>Brand: Old Forge</p>", "Old Forge"),
        ("de", "<dl><dt>Marke</dt><dd>Alte Schmiede</dd></dl>", "Alte Schmiede"),
        ("ru", "<p>Бренд: <a href=/b>Кузница</a></p>", "Кузница"), ("sk", "<p>Značka: Kováč</p>", "Kováč"),
        ("az", "<p>Brend: Dəmirçi</p>", "Dəmirçi"), ("hy", "<p>Բրենդ: Դարբին</p>", "Դարբին"),
        ("th", "<p>แบรนด์: ช่างเหล็ก</p>", "ช่างเหล็ก"), ("en", "<p>Brand new in its box</p>", nil),
        ("en", "<p>Brand: we only sell things that last for long.</p>", nil),
        ("en", "<p>Brand: A</p><p>Brand: B</p>", nil),
    ])
    func brands(_ language: String, _ markup: String, _ expected: String?) throws {
        #expect(try offer(language, markup).brand == expected)
    }

    @Test(arguments: [
        ("en", "<p>EAN: 5018479061991</p>", "5018479061991"), ("ru", "<p>Штрихкод: 4006381333931</p>", "4006381333931"),
        ("en", "<p>ISBN 978-3-16-148410-0</p>", "9783161484100"), ("en", "<p>EAN: 5018479061992</p>", nil),
    ])
    func worldwideNumbers(_ language: String, _ markup: String, _ expected: String?) throws {
        #expect(try offer(language, markup).gtin == expected)
    }

    @Test func thoseOfOtherGoodsAreNotItsOwn() throws {
        let tiles = (1...4).map {
            "<li class=product><a href=/\($0)><img src=\($0).jpg>Kettle \($0)</a><p>SKU: T\($0)</p><b>\($0)9,00 €</b></li>"
        }
        #expect(try offer("en", "<p>SKU: K250</p><h2>Related products</h2><ul>\(tiles.joined())</ul>").sku == "K250")
    }
}
