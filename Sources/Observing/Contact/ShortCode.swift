import Parsing

/// Three to five digits to dial, with or without a star: "*1577", "1577".
enum ShortCode {
    /// A code that stands directly at the beginning of a range, nothing but punctuation and spaces before it.
    static func find(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        var i = range.lowerBound
        var skipped = 0
        while i < range.upperBound, isFiller(text[i]), skipped < 6 {
            i += 1
            skipped += 1
        }
        let start = i
        if i < range.upperBound, text[i] == UInt8(ascii: "*") { i += 1 }
        let first = i
        while i < range.upperBound, text[i].isASCIIDigit { i += 1 }
        guard (3...5).contains(i - first), isEnd(text, i, range.upperBound) else { return nil }
        return start..<i
    }

    /// Space, colon, dash, bracket, the bytes of a no-break space, the Armenian full stop and comma marks.
    private static func isFiller(_ b: UInt8) -> Bool {
        b == 32 || b == UInt8(ascii: ":") || b == UInt8(ascii: "-") || b == UInt8(ascii: ".") || b == UInt8(ascii: "(")
            || b == 0xC2 || b == 0xA0 || b == 0xD5 || b == 0x9D || b == 0x80 || b == 0x93 || b == 0x94 || b == 0xE2
    }

    /// Nothing follows that makes the figure a part of a number, a price or a span of hours.
    private static func isEnd(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
        var k = i
        while k < end, text[k] == 32 { k += 1 }
        guard k < end else { return true }
        let b = text[k]
        if b.isASCIIDigit || "-/:%$+*)".utf8.contains(b) { return false }
        if b == UInt8(ascii: ".") || b == UInt8(ascii: ",") { return !(k + 1 < end && text[k + 1].isASCIIDigit) }
        // A dash of another kind, a currency sign.
        if b == 0xE2 { return false }
        // "phone 5000 mAh"
        // Thai is written without spaces between words and has them between phrases.
        return b >= 0x80 ? k > i && b == 0xE0 : !b.isASCIILetter
    }
}
