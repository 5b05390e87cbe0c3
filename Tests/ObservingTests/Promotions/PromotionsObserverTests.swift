import Model
import Testing

@testable import Observing

@Suite struct PromotionsObserverTests {
    private func promotions(
        _ body: String, language: String = "en", kind: PageKind = .listing, host: String = "shop.com"
    ) throws -> PromotionFacts {
        try observed(
            "<html><body>\(body)</body></html>", by: PromotionsObserver.init(context:), host: host, language: language,
            facts: { $0.kind = KindFact(kind, reason: "test") }
        ).promotions
    }

    private func told(_ claims: [Claim]) -> [String] {
        claims.map { claim in
            [claim.kind.rawValue, claim.percent.map { "\(Int($0))%" }, claim.amount?.text].compactMap { $0 }.joined(
                separator: " ")
        }
    }

    @Test(
        arguments: [
            ("en", "Up to 50% off everything", ["upTo 50%"]), ("en", "20% off selected lines", ["percentage 20%"]),
            ("en", "Save £10 on every lamp", ["amount 10.00 GBP"]), ("en", "Buy one get one free", ["buyNGetM"]),
            ("en", "3 for 2 on all socks", ["buyNGetM"]),
            ("en", "Free delivery on orders over £50", ["freeDelivery 50.00 GBP"]),
            ("en", "Free delivery. Express £4.99", ["freeDelivery"]),
            ("en", "Use code SAVE10 for 10% off", ["coupon", "percentage 10%"]),
            ("en", "Only 3 left in stock", ["scarcity"]), ("en", "Free gift with every order", ["gift"]),
            ("en", "Summer sale: 30% off", ["percentage 30%"]), ("en", "Summer sale", ["sale"]),
            ("ru", "Скидка до 40 %", ["upTo 40%"]), ("ru", "Скидка 15% на всё", ["percentage 15%"]),
            ("ru", "2 по цене 1", ["buyNGetM"]),
            ("ru", "Бесплатная доставка от 3000 ₽", ["freeDelivery 3000.00 RUB"]),
            ("ru", "Подарок к каждому заказу", ["gift"]),
            ("az", "50%-dək endirim", ["upTo 50%"]), ("az", "20% endirim", ["percentage 20%"]),
            ("az", "Pulsuz çatdırılma", ["freeDelivery"]),
            ("az", "2 al 1 ödə", ["buyNGetM"]), ("az", "Hədiyyə qazan", ["gift"]),
            ("sk", "Zľava až do 50 %", ["upTo 50%"]), ("sk", "Zľava 20 %", ["percentage 20%"]),
            ("sk", "2+1 zadarmo", ["buyNGetM"]),
            ("sk", "Doprava zadarmo nad 50 €", ["freeDelivery 50.00 EUR"]), ("sk", "Darček k objednávke", ["gift"]),
            ("de", "Bis zu 50 % Rabatt", ["upTo 50%"]), ("de", "20 % Rabatt auf alles", ["percentage 20%"]),
            ("de", "Versandkostenfrei ab 50 €", ["freeDelivery 50.00 EUR"]), ("de", "Nimm 3, zahl 2", ["buyNGetM"]),
            ("de", "Gratis Geschenk zu jeder Bestellung", ["gift"]), ("hy", "Մինչև 50% զեղչ", ["upTo 50%"]),
            ("hy", "20% զեղչ", ["percentage 20%"]),
            ("hy", "Անվճար առաքում", ["freeDelivery"]), ("th", "ลดสูงสุด 50%", ["upTo 50%"]),
            ("th", "ลด 20%", ["percentage 20%"]),
            ("th", "ส่งฟรี", ["freeDelivery"]), ("th", "ซื้อ 1 แถม 1", ["buyNGetM"]), ("th", "เหลือเพียง 3 ชิ้น", ["scarcity"]),
            ("az", "Cəmi 3 ədəd qalıb", ["scarcity"]), ("sk", "Posledné 3 kusy", ["scarcity"]),
            ("ru", "Осталось 3 шт.", ["scarcity"]),
            ("de", "Nur noch 3 Stück verfügbar", ["scarcity"]), ("hy", "Մնացել է 3 հատ", ["scarcity"]),
            ("ru", "Бесплатная доставка", ["freeDelivery"]),
        ] as [(String, String, [String])])
    func readsClaims(language: String, text: String, expected: [String]) throws {
        #expect(Set(told(try promotions("<p>\(text)</p>", language: language).claims)) == Set(expected))
    }

    @Test(arguments: [
        "100 % cotton", "incl. 19 % MwSt", "10 % VAT included", "Battery at 80 %", "Alcohol 40%", "Coupon code",
        "5 off",
        "It weighs 20% less than steel", "The rate is 5%", "Step 3 for 5 people",
    ])
    func leavesOrdinaryWordsAlone(text: String) throws {
        #expect(try promotions("<p>\(text)</p>").claims.isEmpty)
    }

    @Test(arguments: [
        "Sign up for free",
        "Rooms have limited availability in summer, so book your stay with us well ahead of time.", "On sale",
        "members only", "Summer sale",
    ])
    func wantsAShopForWeakWords(text: String) throws {
        #expect(try promotions("<p>\(text)</p>", kind: .other).claims.isEmpty)
    }

    @Test func readsBadges() throws {
        let facts = try promotions(
            "<div><span class='badge badge--sale'>-20%</span></div><div><span class=onsale>Sale!</span> Jug</div><div><span class=cell>-15%</span></div>"
        )
        #expect(told(facts.claims) == ["percentage 20%", "sale"])
    }

    @Test func leavesMenusAlone() throws {
        let facts = try promotions("<nav><a href=/s>Special offers</a> <a href=/c>Clearance</a></nav>")
        #expect(facts.claims.isEmpty)
    }

    @Test(
        arguments: [
            ("<p>20% off*</p><p>* Only on full price items.</p>", "*", true),
            ("<p>20% off everything*</p><p>Nothing else.</p>", "*", false),
            ("<p>20% off†</p><p>†Excludes gift cards</p>", "†", true),
            ("<p>20% off**</p><p>* Not this one here.</p>", "**", false),
            ("<p>20% off<sup>1</sup></p><footer><p><sup>1</sup> Until 31 May 2026.</p></footer>", "1", true),
            ("<p>20% off <a href='#n'>*</a></p>", nil, false),
            ("<p>20% off<sup><a href='#n'>1</a></sup></p><div id=n>Only in our Leeds shop.</div>", "1", true),
            ("<p>20% off jugs. Area 5 m²</p>", nil, false), ("<p>20% off jugs *****</p>", nil, false),
            ("<p>20% off*</p><form><p>* required fields</p></form>", "*", false),
            ("<p>Free delivery* *Orders over £50 only</p>", "*", true),
        ] as [(String, String?, Bool)])
    func tracesMarks(html: String, marker: String?, hasNote: Bool) throws {
        let claim = try #require(try promotions(html).claims.first)
        #expect(claim.marker == marker)
        #expect((claim.note != nil) == hasNote)
    }

    @Test func readsEnds() throws {
        let dated = try #require(try promotions("<p>20% off jugs</p><p>Offer ends on 31 May 2026.</p>").claims.first)
        #expect(dated.until == CalendarDate(year: 2026, month: 5, day: 31))
        #expect(dated.namesAnEnd)
        let open = try #require(try promotions("<p>20% off jugs</p>").claims.first)
        #expect(open.until == nil && !open.namesAnEnd)
    }

    @Test func readsConditionsNearClaims() throws {
        let facts = try promotions(
            "<p>20% off*</p><p>* Minimum spend £50. Cannot be combined with other offers.</p>", host: "shop.co.uk")
        #expect(Set(facts.conditions.map(\.kind)) == [.minimumPurchase, .notCombinable])
        #expect(facts.conditions.first { $0.kind == .minimumPurchase }?.amount == Money(minor: 5_000, currency: "GBP"))
        #expect(facts.claims.first?.hasTerms == true)
        let far = try promotions("<p>We reserve the right to change these terms.</p>", kind: .terms)
        #expect(far.conditions.isEmpty)
    }

    @Test func findsLinksToTerms() throws {
        let facts = try promotions("<p>20% off jugs</p><p><a href=/t>Terms and conditions apply</a></p>")
        #expect(facts.termsLinks.map(\.quote) == ["Terms and conditions apply"])
        #expect(facts.claims.first?.hasTerms == true)
    }

    @Test func isBounded() throws {
        let facts = try promotions(String(repeating: "<p>20% off* jugs and 3 for 2</p>", count: 3_000))
        #expect(facts.claims.count <= PromotionsObserver.limit)
    }

    @Test(
        arguments: [
            ("<p>20% off all lamps*</p><p>* Not valid on sale items.</p>", NoteState.onPage, 1),
            ("<p>20% off all lamps*</p><p>News</p><p>More</p><p>* Not valid on sale items.</p>", .onPage, 3),
            (
                "<p>20% off all lamps*</p><details><summary>Small print</summary><p>* Not valid on sale items.</p></details>",
                .collapsed, 2
            ),
            ("<p>20% off all lamps*</p><p style='display:none'>* Offer excludes sale items.</p>", .collapsed, nil),
            ("<p>20% off all lamps<a href='/terms'>*</a></p>", .otherPage, nil),
            ("<p>20% off all lamps<a href='/terms.pdf?v=2'>*</a></p>", .file, nil),
            ("<p>20% off all lamps†</p><p>* Not valid on sale items.</p>", .nowhere, nil),
            ("<p>20% off all lamps<a href='#n'>*</a></p><p id='n'>Not valid on sale items.</p>", .onPage, 1),
        ] as [(String, NoteState, Int?)])
    func tracesMarks(_ body: String, _ state: NoteState, _ distance: Int?) throws {
        let claim = try #require(promotions(body).claims.first)
        #expect(claim.noteState == state)
        #expect(claim.noteDistance == distance)
        #expect(claim.takesBack.isEmpty == [.otherPage, .file, .nowhere].contains(state), "\(claim.takesBack)")
    }

    @Test func readsWhatPicturesAnnounce() throws {
        let facts = try promotions("<img src='b.jpg' alt='25% off all lamps'><img src='c.jpg' alt='Lamp, 100% brass'>")
        #expect(told(facts.pictured) == ["percentage 25%"])
    }

    @Test func readsFiguresOfClauses() throws {
        let terms = "<p>Offer: spend at least €60, buy at least 3 lamps, valid from 1 to 24 December 2026.</p>"
        let clauses = try promotions(terms, kind: .promotion).conditions
        #expect(clauses.first { $0.kind == .minimumPurchase }?.amount?.text == "60.00 EUR")
        #expect(clauses.first { $0.kind == .minimumQuantity }?.count == 3)
        #expect(clauses.first { $0.kind == .dates }?.until == CalendarDate(year: 2026, month: 12, day: 24))
    }
}
