import Testing

@testable import Observing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("DIQQƏT İNDİ", "diqqət indi"), ("ığdır IĞDIR", "iğdir iğdir"), ("i\u{307}", "i"), ("Ёлка", "елка"),
        ("е\u{308}лка", "елка"), ("Йод и\u{306}", "йод й"), ("և ԵՎ եւ", "եւ եւ եւ"), ("Straße", "strasse"),
        ("Today’s d´or", "today's d'or"), ("Pre‑order – 5−3", "pre-order - 5-3"), ("น้ํา น้ำ นํ้า", "น้ำ น้ำ น้ำ"),
        ("๑๒๓ ١٢٣", "123 123"), ("5\u{A0}000\u{2009}₽", "5 000 ₽"), ("a \u{A0} b", "a b"), ("ﬁne", "ﬁne"),
        ("ＳＡＬＥ", "sale"), ("Sale¹", "sale¹"), ("so\u{AD}ft", "soft"), ("зáмок за\u{301}мок", "зáмок замок"),
        ("😀 OK", "😀 ok"), ("Ǝlaqə ӘЛАҚӘ", "əlaqə əлақə"), ("ȘI Ți", "şi ţi"), ("", ""),
    ])
    func folds(_ text: String, _ expected: String) {
        let folded = String(decoding: FoldedText.bytes(of: text), as: UTF8.self)
        #expect(Array(folded.utf8) == Array(expected.utf8), "\(folded)")
        #expect(FoldedText.bytes(of: folded) == FoldedText.bytes(of: text), "folding twice changes nothing")
    }

    @Test(arguments: [
        ("xİNDİx SALE", "sale"), ("ıııı SALE", "sale"), ("և և SALE!", "sale"), ("a\u{AD}b\u{200B} \u{A0} SALE", "sale"),
        ("cafe\u{301} SALE", "sale"), ("plain SALE", "sale"),
    ])
    func leadsBackToTheOriginal(_ text: String, _ word: String) throws {
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes)
        let wanted = Array(word.utf8)
        let start = try #require(
            folded.bytes.indices.first { folded.bytes[$0...].starts(with: wanted) })
        let original = folded.original(start..<(start + wanted.count))
        #expect(String(decoding: bytes[original], as: UTF8.self) == "SALE")
    }

    @Test func takesAnyBytes() {
        var seed: UInt64 = 42
        for _ in 0..<300 {
            let bytes = (0..<97).map { _ -> UInt8 in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1
                return UInt8(truncatingIfNeeded: seed >> 33)
            }
            let folded = FoldedText(bytes)
            #expect(folded.original(folded.bytes.count - 1) == bytes.count)
            _ = Words.ranges(in: bytes)
            _ = Sentences.ranges(in: bytes)
        }
    }
}

@Suite struct WordsTests {
    @Test(arguments: [
        ("Don't buy e-mail lists for 1.299,50 €.", 6), ("Цена: 5 руб.", 3), ("", 0), ("— … !", 0),
        ("ร้านของเราจัดส่งสินค้า", 6), ("iPhone ราคาพิเศษ", 3),
    ])
    func counts(_ text: String, _ expected: Int) { #expect(Words.count(in: Array(text.utf8)) == expected) }

    @Test(arguments: [
        ("One. Two! Three?", 3), ("It costs 5.50 today.", 1), ("Dr. med. dent. ist A. Meier. Er bleibt.", 2),
        ("от 5 руб. до 10 руб. включительно", 1), ("Մեկ։ Երկու։", 2), ("no end", 1), ("...", 0),
        ("Am 31. Dezember ist zu.", 1),
    ])
    func sentences(_ text: String, _ expected: Int) {
        #expect(Sentences.ranges(in: Array(text.utf8)).count == expected)
    }
}
