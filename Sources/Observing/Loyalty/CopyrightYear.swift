/// Reads the year of a copyright line.
enum CopyrightYear {
    /// The newest year beside a copyright sign, and where it stands; nil where the line names none, or one that goes
    /// on ("2015 – today"). `era` is subtracted from years that only another calendar can mean.
    static func read(_ text: ArraySlice<UInt8>, era: Int) -> (year: Int, range: Range<Int>)? {
        guard let sign = sign(in: text) else { return nil }
        let start = max(text.startIndex, sign - 24)
        let window = text[start..<min(text.endIndex, sign + 80)]
        var newest: (year: Int, range: Range<Int>)?
        var i = window.startIndex
        while i < window.endIndex {
            guard window[i].isASCIIDigit else {
                i += 1
                continue
            }
            let digits = window[i...].prefix(while: \.isASCIIDigit)
            if digits.count == 4, isFree(window, digits) {
                var year = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
                if era > 0, year > 2_400 { year -= era }
                if (1_990...2_100).contains(year) {
                    if goesOn(after: digits.endIndex, in: text) { return nil }
                    if newest.map({ year > $0.year }) ?? true { newest = (year, digits.startIndex..<digits.endIndex) }
                }
            }
            i = digits.endIndex
        }
        return newest
    }

    /// "©", "(c)", "Copyright" in `text`.
    private static func sign(in text: ArraySlice<UInt8>) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            for i in bytes.indices {
                let b = bytes[i]
                guard b == 0xC2 || b == 0x28 || b | 32 == 0x63 else { continue }
                let rest = bytes.count - i
                switch b {
                case 0xC2: if rest >= 2, bytes[i + 1] == 0xA9 { return text.startIndex + i }
                case 0x28: if rest >= 3, bytes[i + 1] | 32 == 0x63, bytes[i + 2] == 0x29 { return text.startIndex + i }
                default:
                    guard rest >= 9, bytes[i + 1] | 32 == 0x6F else { continue }
                    if text[(text.startIndex + i)...].prefix(9).equalsFolded("copyright") { return text.startIndex + i }
                }
            }
            return nil
        }
    }

    /// No part of a longer word or of a price.
    private static func isFree(_ window: ArraySlice<UInt8>, _ digits: ArraySlice<UInt8>) -> Bool {
        let before = digits.startIndex > window.startIndex ? window[digits.startIndex - 1] : 32
        let after = digits.endIndex < window.endIndex ? window[digits.endIndex] : 32
        return !before.isASCIILetter && !"$€#.".utf8.contains(before) && !after.isASCIILetter
            && after != UInt8(ascii: "%")
    }

    /// "2015 – today", "2015-": a dash and no year behind it.
    private static func goesOn(after end: Int, in text: ArraySlice<UInt8>) -> Bool {
        var rest = text[end...]
        while rest.first == 32 { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "-") {
            rest = rest.dropFirst()
        } else if rest.count >= 3, rest.starts(with: [0xE2, 0x80]), (0x90...0x95).contains(rest[rest.startIndex + 2]) {
            rest = rest.dropFirst(3)
        } else {
            return false
        }
        while rest.first == 32 { rest = rest.dropFirst() }
        guard let next = rest.first else { return true }
        // "© 2019 - Shop": a name follows, not "today"; words for today are short and small.
        return !next.isASCIIDigit && (next >= 0x80 || (next >= 97 && next <= 122))
    }
}
