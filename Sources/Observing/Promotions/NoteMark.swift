/// A mark that promises a note, or opens one: "*", "**", "†", "¹".
enum NoteMark {
    /// The mark at `i`, and where it ends; nil where there is none. Four asterisks or more are a rating or a rule.
    static func at(_ i: Int, in text: [UInt8], end: Int) -> (mark: String, end: Int)? {
        guard i < end else { return nil }
        switch text[i] {
        case UInt8(ascii: "*"):
            var k = i
            while k < end, text[k] == UInt8(ascii: "*") { k += 1 }
            return k - i <= 3 ? (String(repeating: "*", count: k - i), k) : nil
        case 0xC2 where i + 1 < end:
            // ¹ ² ³
            let b = text[i + 1]
            return b == 0xB9 || b == 0xB2 || b == 0xB3 ? (String(decoding: text[i...i + 1], as: UTF8.self), i + 2) : nil
        case 0xE2 where i + 2 < end:
            // † ‡ ※, ⁴…⁹
            let isDagger = text[i + 1] == 0x80 && (text[i + 2] == 0xA0 || text[i + 2] == 0xA1 || text[i + 2] == 0xBB)
            let isSuperscript = text[i + 1] == 0x81 && (0xB4...0xB9).contains(text[i + 2])
            return isDagger || isSuperscript ? (String(decoding: text[i...i + 2], as: UTF8.self), i + 3) : nil
        default: return nil
        }
    }

    /// The first mark that is stuck to the end of a word in `range`, as in "20 % off*".
    static func attached(in range: Range<Int>, of text: [UInt8], end: Int) -> (mark: String, range: Range<Int>)? {
        var i = range.lowerBound
        while i < range.upperBound {
            if text[i] == UInt8(ascii: "\n") { return nil }
            guard let (mark, after) = at(i, in: text, end: end) else {
                // Past the whole run of asterisks, or they would be taken one by one.
                repeat {
                    i += 1
                } while i < range.upperBound && text[i] == UInt8(ascii: "*") && text[i - 1] == UInt8(ascii: "*")
                continue
            }
            let isFree = after >= end || !(text[after].isASCIILetter || text[after].isASCIIDigit || text[after] >= 0x80)
            if i > range.lowerBound, text[i - 1] > 32, text[i - 1] != UInt8(ascii: "*"), isFree || text[after] >= 0xE2,
                !isUnit(text, i, mark)
            {
                return (mark, i..<after)
            }
            i = after
        }
        return nil
    }

    /// m², cm³
    private static func isUnit(_ text: [UInt8], _ i: Int, _ mark: String) -> Bool {
        guard mark == "²" || mark == "³", i >= 2 else { return false }
        let isMetre = text[i - 1] | 32 == UInt8(ascii: "m") || (text[i - 1] == 0xBC && text[i - 2] == 0xD0)
        let before = text[i - 2]
        return isMetre && (before <= 32 || before.isASCIIDigit || before == 0xD0 || "ckdm(".utf8.contains(before | 32))
    }

    /// The mark that opens a line of text at `start`, and where its words begin.
    static func opening(at start: Int, in text: [UInt8], end: Int) -> (mark: String, words: Int)? {
        var i = start
        while i < end, text[i] == 32 || text[i] == UInt8(ascii: "(") { i += 1 }
        guard let (mark, after) = at(i, in: text, end: end) else { return nil }
        var k = after
        while k < end, text[k] == 32 || text[k] == UInt8(ascii: ")") || text[k] == UInt8(ascii: ":") { k += 1 }
        guard k < end, text[k].isASCIILetter || text[k].isASCIIDigit || text[k] >= 0x80 else { return nil }
        return (mark, k)
    }
}
