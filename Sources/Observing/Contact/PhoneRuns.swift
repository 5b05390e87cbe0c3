/// A stretch of text that has the shape of telephone numbers: digits with what people put between them.
struct PhoneRun {
    /// In the text that was searched, from its first to its last digit, with a leading "+" or "(".
    var range: Range<Int>
    /// Digits only, at most 20.
    var digits: [UInt8]
    /// Groups of digits.
    var groups: Int
    var hasPlus: Bool
    var hasParenthesis: Bool

    /// Fewer digits than this are not looked at: short codes, prices, years, postcodes.
    static let fewestDigits = 6
    /// More is no telephone number, nor two of them side by side.
    static let mostDigits = 40

    /// All runs in `range` of `text`, in order; at most 60.
    static func find(in text: [UInt8], _ range: Range<Int>) -> [PhoneRun] {
        var runs: [PhoneRun] = []
        var i = range.lowerBound
        while i < range.upperBound {
            let b = text[i]
            let begins =
                b < 0x80
                ? b.isASCIIDigit || b == UInt8(ascii: "+") || b == UInt8(ascii: "(")
                : OtherDigits.length(text, i, range.upperBound) > 0
                    || OtherDigits.isWide(text, i, range.upperBound, 0x8B)
                    || OtherDigits.isWide(text, i, range.upperBound, 0x88)
            guard begins else {
                i += 1
                continue
            }
            let (run, next) = take(text, i..<range.upperBound)
            if let run {
                runs.append(run)
                if runs.count == 60 { break }
            }
            i = next
        }
        return runs
    }

    /// Without one or two digits behind the last "-" or "/"; nil where the run doesn't end so.
    func withoutLastGroup(_ text: [UInt8]) -> PhoneRun? {
        var i = range.upperBound
        while i > range.lowerBound, text[i - 1].isASCIIDigit { i -= 1 }
        let count = range.upperBound - i
        guard (1...2).contains(count), digits.count - count > PhoneRun.fewestDigits, i - 1 > range.lowerBound,
            text[i - 1] == UInt8(ascii: "-") || text[i - 1] == UInt8(ascii: "/"), text[i - 2].isASCIIDigit
        else { return nil }
        return without(count, to: range.lowerBound..<i - 1, isFirst: false)
    }

    /// With `count` digits of its first or last group left out.
    func without(_ count: Int, to range: Range<Int>, isFirst: Bool) -> PhoneRun? {
        guard digits.count - count > PhoneRun.fewestDigits, digits.count < 20 else { return nil }
        var run = self
        run.range = range
        run.digits = isFirst ? Array(digits.dropFirst(count)) : Array(digits.dropLast(count))
        run.groups -= 1
        return run
    }

    private static func take(_ text: [UInt8], _ range: Range<Int>) -> (PhoneRun?, next: Int) {
        var i = range.lowerBound
        var end = i
        var run = PhoneRun(range: i..<i, digits: [], groups: 0, hasPlus: false, hasParenthesis: false)
        var count = 0
        var gap = 0
        var wasDigit = false
        while i < range.upperBound {
            let b = text[i]
            let other = b < 0x80 ? 0 : OtherDigits.length(text, i, range.upperBound)
            if b.isASCIIDigit || other > 0 {
                if !wasDigit { run.groups += 1 }
                count += 1
                if run.digits.count < 20 { run.digits.append(other == 0 ? b : OtherDigits.ascii(text[i + other - 1])) }
                i += max(1, other)
                end = i
                gap = 0
                wasDigit = true
                continue
            }
            let isPlus = b == UInt8(ascii: "+") || OtherDigits.isWide(text, i, range.upperBound, 0x8B)
            // A second "+" begins the next number.
            if isPlus, count > 0 { break }
            let step = separator(text, i, range.upperBound)
            guard step > 0, gap < 4 else { break }
            if isPlus { run.hasPlus = true }
            if b == UInt8(ascii: "(") || b == UInt8(ascii: ")") || OtherDigits.isWide(text, i, range.upperBound, 0x88) {
                run.hasParenthesis = true
            }
            gap += 1
            wasDigit = false
            i += step
        }
        run.range = range.lowerBound..<max(end, range.lowerBound)
        // "1 2 3 4 5 6 7": pages to turn, not groups of a number.
        let isShaped = count >= fewestDigits && count <= mostDigits && run.groups * 2 <= count + 2
        return (isShaped ? run : nil, max(end, range.lowerBound + 1))
    }

    /// The length of a separator at `i`: space, - . / ( ) + and their typographic kin; 0 for anything else.
    private static func separator(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
        switch text[i] {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "~"):
            return 1
        case 0xC2:
            // NO-BREAK SPACE, SOFT HYPHEN, MIDDLE DOT
            guard i + 1 < end else { return 0 }
            return text[i + 1] == 0xA0 || text[i + 1] == 0xAD || text[i + 1] == 0xB7 ? 2 : 0
        case 0xE2:
            // U+2000…U+201F: spaces and dashes; U+202F NARROW NO-BREAK SPACE; U+2212 MINUS SIGN
            guard i + 2 < end else { return 0 }
            if text[i + 1] == 0x80, text[i + 2] <= 0x95 || text[i + 2] == 0xAF { return 3 }
            return text[i + 1] == 0x88 && text[i + 2] == 0x92 ? 3 : 0
        case 0xE3:
            // IDEOGRAPHIC SPACE
            return i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x80 ? 3 : 0
        case 0xEF:
            // FULLWIDTH ( ) + - . /
            guard i + 2 < end, text[i + 1] == 0xBC else { return 0 }
            let b = text[i + 2]
            return b == 0x88 || b == 0x89 || b == 0x8B || (0x8D...0x8F).contains(b) ? 3 : 0
        default:
            return 0
        }
    }
}
