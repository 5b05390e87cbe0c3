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
            guard b.isASCIIDigit || b == UInt8(ascii: "+") || b == UInt8(ascii: "(") else {
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

    private static func take(_ text: [UInt8], _ range: Range<Int>) -> (PhoneRun?, next: Int) {
        var i = range.lowerBound
        var end = i
        var run = PhoneRun(range: i..<i, digits: [], groups: 0, hasPlus: false, hasParenthesis: false)
        var count = 0
        var gap = 0
        var wasDigit = false
        while i < range.upperBound {
            let b = text[i]
            if b.isASCIIDigit {
                if !wasDigit { run.groups += 1 }
                count += 1
                if run.digits.count < 20 { run.digits.append(b) }
                i += 1
                end = i
                gap = 0
                wasDigit = true
                continue
            }
            // A second "+" begins the next number.
            if b == UInt8(ascii: "+"), count > 0 { break }
            let step = separator(text, i, range.upperBound)
            guard step > 0, gap < 4 else { break }
            if b == UInt8(ascii: "+") { run.hasPlus = true }
            if b == UInt8(ascii: "(") || b == UInt8(ascii: ")") { run.hasParenthesis = true }
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
            UInt8(ascii: ")"), UInt8(ascii: "+"):
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
        default:
            return 0
        }
    }
}
