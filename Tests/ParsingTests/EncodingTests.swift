import Parsing
import Testing

/// Character sets: what decides, and what comes out.
struct EncodingTests {
    private func bytes(_ prefix: String, _ rest: [UInt8]) -> [UInt8] { Array(prefix.utf8) + rest }

    /// "Привет, мир" in windows-1251.
    private let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0]

    @Test func markWinsOverHeader() {
        let document = Document(html: [0xEF, 0xBB, 0xBF] + Array("<p>čaj".utf8), charset: "windows-1251")
        #expect(document.blockTexts == ["čaj"])
        #expect(document.encoding == EncodingFact(name: "UTF-8", decidedBy: .byteOrderMark))
    }

    @Test func headerWinsOverMeta() {
        let document = Document(html: bytes("<meta charset=utf-8><p>", cyrillic), charset: "CP1251")
        #expect(document.blockTexts == ["Привет, мир"])
        #expect(document.encoding == EncodingFact(name: "windows-1251", decidedBy: .header))
    }

    @Test(arguments: [
        "<meta charset=windows-1251>", "<META CharSet = 'win-1251'>", "<meta charset=\"windows-1251\"/>",
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        "<meta content=\"text/html;charset=cp1251;\" http-equiv=\"content-type\">",
        "<!-- <meta charset=utf-8> --><meta charset=windows-1251>",
    ]) func metaDecides(_ meta: String) {
        let document = Document(html: bytes(meta + "<p>", cyrillic))
        #expect(document.blockTexts == ["Привет, мир"])
        #expect(document.encoding == EncodingFact(name: "windows-1251", decidedBy: .meta))
    }

    @Test func lateMetaDecidesWhereBytesAreNoUTF8() {
        let filler = "<style>" + String(repeating: "a{b:c}", count: 2_000) + "</style>"
        let document = Document(html: bytes(filler + "<meta charset=windows-1251><p>", cyrillic))
        #expect(document.blockTexts == ["Привет, мир"])
        #expect(document.encoding.decidedBy == .meta)
    }

    @Test func declarationOfXMLDecides() {
        let document = Document(html: bytes("<?xml version='1.0' encoding='windows-1251'?><p>", cyrillic))
        #expect(document.blockTexts == ["Привет, мир"])
        #expect(document.encoding.decidedBy == .xmlDeclaration)
    }

    @Test(arguments: [
        ("iso-8859-9", [0xFE, 0xF0, 0xFD] as [UInt8], "şğı", "windows-1254"),
        ("iso-8859-1", [0x93, 0xE9, 0x94, 0x80], "“é”€", "windows-1252"),
        ("tis-620", [0xCA, 0xC7, 0xD1, 0xCA, 0xB4, 0xD5], "สวัสดี", "windows-874"),
        ("ARMSCII-8", [0xB4, 0xB3, 0xF1, 0xA2], "Բարև", "ARMSCII-8"),
        ("koi8-r", [0xF0, 0xD2, 0xC9], "При", "KOI8-R"),
        ("windows-1250", [0xE8, 0x9E, 0xBE], "čžľ", "windows-1250"),
        ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本", "Shift_JIS"),
        ("gb2312", [0xD6, 0xD0], "中", "GBK"), ("euc-kr", [0xC7, 0xD1], "한", "EUC-KR"),
        ("big5", [0xA4, 0xA4], "中", "Big5"),
        ("windows-1252", [0x81, 0x41], "A", "windows-1252"),
    ]) func labelsMeanWhatBrowsersTake(_ label: String, _ body: [UInt8], _ text: String, _ name: String) {
        let document = Document(html: bytes("<p>", body), charset: label)
        #expect(document.blockTexts == [text])
        #expect(document.encoding.name == name)
    }

    @Test(arguments: [true, false]) func utf16(_ isLittle: Bool) {
        var body: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for unit in "<p>Žltý čaj".utf16 {
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            body += isLittle ? pair : pair.reversed()
        }
        #expect(Document(html: body).blockTexts == ["Žltý čaj"])
        #expect(Document(html: Array(body.dropLast()), charset: "utf-8").isWellFormed)
    }

    @Test func undeclaredUTF8IsTakenByValidity() {
        let document = Document(html: Array("<p>Հայերեն".utf8))
        #expect(document.blockTexts == ["Հայերեն"])
        #expect(document.encoding == EncodingFact(name: "UTF-8", decidedBy: .validity))
    }

    @Test func armenianIsDetected() {
        // «հայերեն լեզու և բարև ձեզ» and the like: small letters at odd bytes.
        let letters = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ".unicodeScalars.enumerated()
        var code: [Unicode.Scalar: UInt8] = [:]
        for (index, letter) in letters { code[letter] = UInt8(0xB3 + index * 2) }
        let text = "հայաստանի հանրապետության մայրաքաղաքը կառուցված է մեծ գետի ափին"
        let body = text.unicodeScalars.map { $0 == " " ? 0x20 : code[$0] ?? 0x3F }
        let document = Document(html: bytes("<p>", body))
        #expect(document.encoding == EncodingFact(name: "ARMSCII-8", decidedBy: .detection))
        #expect(document.blockTexts == [text])
    }

    @Test func russianIsDetected() {
        let text =
            "Доставка по всей стране за три дня. Возврат товара в течение четырнадцати дней без объяснения причин."
        let body = text.unicodeScalars.map { scalar -> UInt8 in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
        }
        let document = Document(html: bytes("<p>", body))
        #expect(document.encoding == EncodingFact(name: "windows-1251", decidedBy: .detection))
        #expect(document.blockTexts == [text])
    }

    @Test func brokenBytesBecomeReplacementCharacters() {
        let document = Document(
            html: bytes("<p>a", [0xFF, 0x62, 0xE2, 0x82, 0x63, 0xC0, 0x80, 0xED, 0xA0, 0x80]), charset: "utf-8")
        #expect(document.blockTexts == ["a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
        #expect(document.isWellFormed)
    }

    @Test func noughtsAreRemoved() {
        #expect(
            Document(html: bytes("<p>a", [0, 0x62, 0] + Array("<b>c".utf8)), charset: "utf-8").blockTexts == ["abc"])
    }

    @Test func unknownLabelIsIgnored() {
        #expect(Document(html: Array("<p>ž".utf8), charset: "x-nonsense").blockTexts == ["ž"])
    }
}
