import Testing

@testable import Observing

/// A lexicon of one phrase in group promo.sale.
func lexicon(_ phrase: String, language: String = "en") throws -> Lexicon {
    let yaml = """
        language: \(language)
        name: Test
        currencies: [EUR]
        number: { decimal: [".", ","], group: [" ", ",", "."] }
        terms: { promo.sale: ['\(phrase.replacing("'", with: "''"))'] }
        """
    return try Lexicon(files: [LanguageFile(yaml, path: "test.yaml")])
}

/// The words that the phrase's hits cover.
func found(_ phrase: String, in text: String, language: String = "en") throws -> [String] {
    let bytes = Array(text.utf8)
    return try lexicon(phrase, language: language).hits(in: bytes, language: language).map {
        String(decoding: bytes[$0.range], as: UTF8.self)
    }
}

@Suite struct PhraseTests {
    @Test(arguments: [
        ("sale", "Big SALE today", ["SALE"]),
        ("sale", "wholesale and sales", []),
        ("sale", "sale-price, sale.", ["sale", "sale"]),
        ("endirim*", "Böyük ENDİRİMLƏR!", ["ENDİRİMLƏR"]),
        ("endirim*", "yenidən dirim", []),
        ("İNDİ", "yalnız indi", ["indi"]),
        ("DIQQƏT", "Diqqət!", ["Diqqət"]),
        ("ёлка", "ЕЛКА", ["ЕЛКА"]),
        ("և", "ԵՎ", ["ԵՎ"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("today's deals", "Today’s  deals", ["Today’s  deals"]),
        ("pre-order", "Pre‑order", ["Pre‑order"]),
        ("cafe*", "cafe\u{301}s", []),
        ("café", "cafe\u{301}", ["cafe\u{301}"]),
        ("only {n} left", "Only 3 left in stock", ["Only 3 left"]),
        ("only {n} left", "Only three left in stock", []),
        ("only {n} left", "Only 3 items left", []),
        ("was {n}", "was: £1,299.50.", ["was: £1,299.50"]),
        ("was {n}", "it was good", []),
        ("{n}% off", "Save 20 % off", ["20 % off"]),
        ("{n}% off", "20% offer", []),
        ("{n} gün*", "14günlük", ["14günlük"]),
        ("{n} gün*", "A14 gün", []),
        ("{n} off", "£ 5 off", ["£ 5 off"].map { String($0.dropFirst(2)) }),
        ("{n} off", "5 € off", ["5 € off"]),
        ("return* .. {n} days", "Returns are accepted within 30 days", ["Returns are accepted within 30 days"]),
        ("return* .. {n} days", "Returns are accepted. You have within 30 days", []),
        ("return* .. {n} days", "Returns one two three four five 30 days", []),
        ("(free|gratis) (delivery|shipping)", "Gratis shipping", ["Gratis shipping"]),
        ("(free|gratis) (delivery|shipping)", "Gratis ship", []),
        ("terms & conditions", "Terms & Conditions apply", ["Terms & Conditions"]),
        ("1+1", "Акция 1+1 и 11+1", ["1+1"]),
        ("so\u{ad}ft", "so\u{ad}ft", ["so\u{ad}ft"]),
    ])
    func matches(_ phrase: String, _ text: String, _ expected: [String]) throws {
        #expect(try found(phrase, in: text) == expected)
    }

    @Test(arguments: [
        ("ราคา", "ราคาปกติ 500 บาท", ["ราคา"]),
        ("นา", "นานาชาติ", []),
        ("น้ำ", "น้ํา", ["น้ํา"]),
        ("แม่", "เเม่", ["เเม่"]),
        ("ซื้อ {n} ชิ้น", "ซื้อ ๒ ชิ้น", ["ซื้อ ๒ ชิ้น"]),
    ])
    func matchesThai(_ phrase: String, _ text: String, _ expected: [String]) throws {
        #expect(try found(phrase, in: text, language: "th") == expected)
    }

    @Test(arguments: [
        "", " a", "a  b", "*word", "wo*rd", "a*", "{n}", "{x}", "a {n", "(a|b", "(a)", "(a|)", "a|b", ".. b", "a ..",
        "a .. .. b", "a ... b", "{n}{n} a", "((a|b)|c)", "a .. {n} .. {n} .. {n} b",
    ])
    func refuses(_ phrase: String) {
        #expect(throws: LexiconError.self) { try lexicon(phrase) }
    }

    @Test func capturesNumbers() throws {
        let hits = try lexicon("buy {n} get {n}").hits(in: Array("Buy 2, get 1 000,5 free".utf8), language: "en")
        #expect(hits.isEmpty)
        let better = try lexicon("buy {n} get {n}").hits(in: Array("Buy 2 get 1 000,5 free".utf8), language: "en")
        #expect(better.map(\.first) == [2])
        #expect(better.map(\.second) == [1000.5])
    }

    @Test func tellsWholeBlocks() throws {
        let lexicon = try lexicon("sale")
        #expect(lexicon.hits(in: Array("★ SALE! ★".utf8), language: "en").map(\.isWholeBlock) == [true])
        #expect(lexicon.hits(in: Array("-50% SALE".utf8), language: "en").map(\.isWholeBlock) == [false])
        #expect(lexicon.isWhole(Array("Sale".utf8), TermGroup(rawValue: 0), language: "en") == false)
    }

    @Test func keepsTheLongest() throws {
        let yaml = """
            language: en
            name: Test
            currencies: [EUR]
            number: { decimal: ["."], group: [","] }
            terms: { promo.free: [free], promo.freeDelivery: [free delivery, delivery], delivery.cost: [free delivery] }
            """
        let lexicon = try Lexicon(files: [LanguageFile(yaml, path: "test.yaml")])
        let hits = lexicon.hits(in: Array("Free delivery".utf8), language: "en")
        #expect(hits.map(\.group.name).sorted() == ["delivery.cost", "promo.free", "promo.freeDelivery"])
        #expect(hits.count(where: { $0.isWholeBlock }) == 2)
    }
}
