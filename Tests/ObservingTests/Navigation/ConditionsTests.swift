import Model
import Testing

@testable import Observing

@Suite struct ConditionsTests {
    /// A product page with something below it.
    private func facts(_ below: String, language: String) throws -> PageFacts {
        try ObservedPage(
            """
            <html lang="\(language)"><head><title>X-200</title><script type="application/ld+json">{"@context":"https://schema.org",
            "@type":"Product","name":"X-200","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR"}}</script></head>
            <body><main><h1>X-200</h1><p>12,50 €</p></main><footer>\(below)</footer></body></html>
            """
        ).facts
    }

    @Test(arguments: [
        ("de", "Rückgabe & Reklamation", PageKind.returns), ("de", "Zahlung & Rechnung", .payment),
        ("de", "Lieferung + Abholung", .delivery), ("de", "Kostenlose Warenrücksendung", .returns),
        ("en", "Shipping / Returns", .returns), ("en", "Ways you can pay", .payment),
        ("en", "About orders & delivery", .delivery), ("ru", "Как вернуть покупку", .returns),
        ("ru", "Всё об оплате", .payment), ("ru", "Курьеры и самовывоз", .delivery),
        ("sk", "Ako zaplatiť a čo stojí dovoz", .payment), ("sk", "Reklamácie a vrátenie", .returns),
        ("sk", "Dodanie, platba", .delivery), ("az", "Çatdırılma / Qaytarma", .delivery),
        ("az", "Dəyişdirmə qaydası", .returns), ("az", "Necə ödəmək olar", .payment),
        ("hy", "Առաքման և վճարման մասին", .payment), ("hy", "Առաքման և վճարման մասին", .delivery),
        ("hy", "Փոխանակման կարգ", .returns), ("th", "วิธีการจัดส่งและชำระเงิน", .delivery),
        ("th", "วิธีการจัดส่งและชำระเงิน", .payment), ("th", "เปลี่ยนหรือคืนสินค้า", .returns),
        ("th", "Shipping & Payment info", .delivery),
    ])
    func everyPartOfALinksNameCounts(language: String, name: String, topic: PageKind) throws {
        let link = try facts("<a href=\"/7\">\(name)</a> <a href=\"/8\">X</a>", language: language)
        #expect(link.kind.kind == .product)
        #expect(link.speaksOf.contains(topic))
        let folded = try facts("<div hidden>\(name)</div>", language: language)
        #expect(folded.speaksOf.contains(topic))
    }

    @Test(arguments: [
        ("<a href=\"/info/dostavka-i-oplata\">i</a>", [PageKind.delivery, .payment]),
        ("<a href=\"/Odstupenie-od-zmluvy\">i</a>", [.returns]), ("<img src=\"/visa-mastercard.svg\">", [.payment]),
        ("<img src=\"/strip.png\">", [.payment]),
        ("<img alt=\"Free shipping\" src=\"/x.png\">", [.delivery, .payment]),
        ("<a href=\"/tea\">Tea</a> <p>All rights reserved</p>", []),
    ])
    func addressesAndPicturesCount(below: String, topics: [PageKind]) throws {
        #expect(try facts(below, language: "en").speaksOf == topics)
    }

    @Test func helpThatNobodyReadsIsTold() throws {
        #expect(try facts("<a href=\"https://desk.example.org/\">Help</a>", language: "en").leadsElsewhere)
        #expect(try facts("<a href=\"javascript:open()\">FAQ</a>", language: "en").leadsElsewhere)
        #expect(
            try !facts("<a href=\"/help\">Help</a> <a href=\"https://x.com/a\">X</a>", language: "en").leadsElsewhere)
    }
}
