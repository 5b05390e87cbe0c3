import Model
import Testing

@testable import Observing

@Suite struct NeedReaderTests {
    private func needs(_ body: String, host: String, language: String) throws -> [String] {
        try observed(
            "<html><body>\(body)</body></html>", by: ContactObserver.init(context:), host: host, language: language
        )
        .contact.needs.map { "\($0.need.rawValue) \($0.way.rawValue) \($0.value)" }.sorted()
    }

    @Test(
        arguments: [
            (
                "<p>Complaints and returns: 0117 200 0102</p>", "shop.co.uk", "en",
                ["complaint phone 0117 200 0102", "return phone 0117 200 0102"]
            ),
            (
                "<p>0117 200 0101 (orders), 0117 200 0102 (returns)</p>", "shop.co.uk", "en",
                ["order phone 0117 200 0101", "return phone 0117 200 0102"]
            ),
            (
                "<p>Orders: 0117 200 0101. Complaints: 0117 200 0102</p>", "shop.co.uk", "en",
                ["complaint phone 0117 200 0102", "order phone 0117 200 0101"]
            ),
            (
                "<p>To make a complaint, write to care@shop.co.uk or call 0117 200 0102.</p>", "shop.co.uk", "en",
                ["complaint email care@shop.co.uk", "complaint phone 0117 200 0102"]
            ),
            (
                "<h3>Wholesale</h3><p>Telephone: 0117 200 0103</p><p>info@shop.co.uk</p><h3>Our shop</h3><p>0117 200 0104</p>",
                "shop.co.uk", "en", ["wholesale email info@shop.co.uk", "wholesale phone 0117 200 0103"]
            ),
            ("<p>Write: returns@shop.co.uk</p>", "shop.co.uk", "en", ["return email returns@shop.co.uk"]),
            ("<p>Отдел рекламаций: +7 495 739-70-00</p>", "shop.ru", "ru", ["complaint phone +7 495 739-70-00"]),
            ("<p>Опт: opt@shop.ru</p>", "shop.ru", "ru", ["wholesale email opt@shop.ru"]),
            ("<p>Şikayət xətti: (012) 555 01 00</p>", "shop.az", "az", ["complaint phone (012) 555 01 00"]),
            ("<p>Topdan satış: (012) 555 01 01</p>", "shop.az", "az", ["wholesale phone (012) 555 01 01"]),
            (
                "<dl><dt>Reklamácie</dt><dd>0905 123 456</dd><dt>Veľkoobchod</dt><dd>0905 123 457</dd></dl>",
                "obchod.sk", "sk", ["complaint phone 0905 123 456", "wholesale phone 0905 123 457"]
            ),
            ("<p>Բողոքների համար՝ 010 54-32-10</p>", "khanut.am", "hy", ["complaint phone 010 54-32-10"]),
            ("<p>ฝ่ายขายส่ง โทร 02-234-5671</p>", "raan.co.th", "th", ["wholesale phone 02-234-5671"]),
            ("<p>Bestellhotline: 030 / 90 18 20</p>", "laden.de", "de", ["order phone 030 / 90 18 20"]),
            (
                "<main><h1>Großhandel</h1><p>Wir beliefern Läden in ganz Europa.</p><p>Rufen Sie uns an: 030 / 90 18 20</p></main>",
                "laden.de", "de", ["wholesale phone 030 / 90 18 20"]
            ),
        ] as [(String, String, String, [String])])
    func tellsWhatForFromWordsBeside(body: String, host: String, language: String, expected: [String]) throws {
        #expect(try needs(body, host: host, language: language) == expected)
    }

    @Test(
        arguments: [
            ("<p>Free delivery on orders over £50 · 0117 200 0101</p>", "shop.co.uk", "en"),
            (
                "<h3>Returns</h3><p>Within 30 days of the day that you got them.</p><h3>Visit us</h3><p>0117 200 0101</p>",
                "shop.co.uk", "en"
            ),
            ("<p>Бесплатная доставка при заказе от 3000 ₽. Телефон +7 495 739-70-00</p>", "shop.ru", "ru"),
            (
                "<ul><li>Retouren</li><li>Zahlung</li><li>Versand</li></ul><p>Telefon 030 / 90 18 20</p>", "laden.de",
                "de"
            ),
            ("<div>Wholesale</div><div>About us</div><div>Careers</div><div>0117 200 0101</div>", "shop.co.uk", "en"),
        ])
    func wordsThatSayNothingOfTheNumber(body: String, host: String, language: String) throws {
        #expect(try needs(body, host: host, language: language) == [])
    }
}
