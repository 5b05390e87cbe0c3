import Parsing

/// Times of day in text.
enum ClockTimes {
    /// Two times of day, or a span of hours, stand in some bytes: "9:00 – 18:00", "8.30-17", "10am to 6pm", "10-18 Uhr".
    /// `isClear`: one at least with minutes or a word, for "10-18" may be sizes.
    static func hasSpan(_ text: [UInt8], _ range: Range<Int>, isClear: Bool = false) -> Bool {
        var i = range.lowerBound
        var clear = 0
        var hours = 0
        var last = -10
        while let (start, value) = number(text, &i, range.upperBound) {
            guard i - start <= 2, value <= 24 else {
                // A year, an amount: what came before is no time of day.
                clear = 0
                hours = 0
                continue
            }
            let end = minutes(text, i, range.upperBound) ?? word(text, i, range.upperBound)
            if let end {
                clear += 1
                i = end
            }
            if start - last <= 8 { hours += 1 }
            last = i
            if clear >= 2 || hours >= 1 && (clear >= 1 || !isClear && isAlone(text, i, range.upperBound)) {
                return true
            }
        }
        return false
    }

    /// Two hours of a day without minutes and a few words between: "с 11 до 19", "8 in the morning until 10 at night".
    /// The next run of figures from `i` on, with `i` set behind it; nil where there is none before `end`.
    private static func number(_ text: [UInt8], _ i: inout Int, _ end: Int) -> (start: Int, value: Int)? {
        while i < end, !text[i].isASCIIDigit { i += 1 }
        guard i < end else { return nil }
        let start = i
        var value = 0
        while i < end, text[i].isASCIIDigit {
            value = min(99_999, value * 10 + Int(text[i] - 48))
            i += 1
        }
        return (start, value)
    }

    /// Only where other words speak of hours already.
    static func hasPair(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var last: (value: Int, end: Int)?
        var i = range.lowerBound
        while let (start, value) = number(text, &i, range.upperBound) {
            guard i - start <= 2, value <= 24 else {
                last = nil
                continue
            }
            if let last, last.value >= 5, value >= 3, value != last.value {
                let characters = text[last.end..<start].count { $0 & 0xC0 != 0x80 }
                if (1...24).contains(characters) { return true }
            }
            last = (value, i)
        }
        return false
    }

    /// ":30", ".30", "։30", "h30" at `i`: the index behind it.
    private static func minutes(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
        guard i < end else { return nil }
        var k = i + 1
        if text[i] == 0xD6, k < end, text[k] == 0x89 {
            k += 1
        } else if text[i] != UInt8(ascii: ":"), text[i] != UInt8(ascii: "."), text[i] | 32 != UInt8(ascii: "h") {
            return nil
        }
        guard k + 1 < end, (48...53).contains(text[k]), text[k + 1].isASCIIDigit else { return nil }
        let next = k + 2
        // "10.00.2026", "10.005": something else.
        return next < end && text[next].isASCIIDigit ? nil : next
    }

    /// "am", "pm", "h", "hod", "Uhr" at `i`, a space before allowed for: the index behind it.
    private static func word(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
        let k = i < end && text[i] == 32 ? i + 1 : i
        let rest = text[k..<min(end, k + 4)]
        for word: StaticString in ["am", "pm", "a.m", "p.m", "uhr", "hod"] {
            let count = word.utf8CodeUnitCount
            if rest.count >= count, rest.prefix(count).equalsFolded(word) { return k + count }
        }
        return rest.first.map { $0 | 32 == UInt8(ascii: "h") } == true ? k + 1 : nil
    }

    /// No unit and no further figure follows: "10-18", not "10-18 Stück".
    private static func isAlone(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
        var k = i
        while k < end, text[k] == 32 { k += 1 }
        if k >= end || ",;|)".utf8.contains(text[k]) { return true }
        return text[k] == UInt8(ascii: ".") && (k + 1 >= end || text[k + 1] == 32)
    }
}
