import Model

/// Reads a moment as machines write it: seconds since 1970, ISO 8601, and what `new Date("…")` of a browser takes.
struct MomentReader {
    /// A moment, and whether its time zone was written.
    struct Moment: Hashable {
        /// Milliseconds since 1970-01-01T00:00:00Z; read as UTC without a zone.
        var milliseconds: Int64
        var isZoned: Bool
    }

    private enum Token: Equatable {
        case number(Int64, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    private static let day: Int64 = 86_400_000
    /// 2014 to 2100, in seconds: numbers outside are no moment that a shop counts down to.
    private static let seconds: ClosedRange<Int64> = 1_400_000_000...4_102_444_800

    /// The moment that `text` is, as a whole; nil for anything else.
    static func moment(_ text: some Collection<UInt8>) -> Moment? {
        guard text.count <= 80, let tokens = tokens(text), !tokens.isEmpty else { return nil }
        if tokens.count == 1, case .number(let value, _) = tokens[0] { return epoch(value) }
        return written(tokens)
    }

    /// What `new Date(…)` makes of numbers: the year, the month from 0, and so on.
    static func components(_ numbers: [Int64]) -> Moment? {
        guard (3...7).contains(numbers.count), (0...11).contains(numbers[1]) else { return nil }
        let time = numbers.dropFirst(3).prefix(3).map { $0 } + [0, 0, 0]
        return moment(numbers[0], numbers[1] + 1, numbers[2], Array(time.prefix(3)), zone: nil)
    }

    static func epoch(_ value: Int64) -> Moment? {
        if seconds.contains(value) { return Moment(milliseconds: value * 1_000, isZoned: true) }
        return seconds.contains(value / 1_000) ? Moment(milliseconds: value, isZoned: true) : nil
    }

    // MARK: Written out

    private static func written(_ tokens: [Token]) -> Moment? {
        var rest = tokens[...]
        // "Thu, 24 Dec 2026"
        if case .word(let word)? = rest.first, weekdays.contains(String(word.prefix(3))) {
            rest = rest.dropFirst().drop { $0 == .sign(UInt8(ascii: ",")) }
        }
        guard let date = date(&rest) else { return nil }
        if case .word(let word)? = rest.first, word == "t" || word == "at" { rest.removeFirst() }
        if rest.first == .sign(UInt8(ascii: ",")) { rest.removeFirst() }
        guard let time = time(&rest), let zone = zone(&rest), rest.isEmpty else { return nil }
        return moment(date.year, date.month, date.day, time, zone: zone.offset)
    }

    private static func moment(_ year: Int64, _ month: Int64, _ day: Int64, _ time: [Int64], zone: Int64?) -> Moment? {
        guard (2014...2100).contains(year), time.count == 3, (0...24).contains(time[0]), (0...59).contains(time[1]),
            (0...60).contains(time[2]), let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day))
        else { return nil }
        let clock = ((time[0] * 60 + time[1]) * 60 + time[2]) * 1_000
        return Moment(milliseconds: Int64(date.dayNumber) * self.day + clock - (zone ?? 0), isZoned: zone != nil)
    }

    private static func date(_ rest: inout ArraySlice<Token>) -> (year: Int64, month: Int64, day: Int64)? {
        let parts = rest.prefix(6).filter { if case .sign(let sign) = $0 { !"-/.,".utf8.contains(sign) } else { true } }
        guard parts.count >= 3 else { return nil }
        let values = parts.prefix(3).map { token -> (number: Int64?, digits: Int, month: Int64?) in
            switch token {
            case .number(let value, let digits): (value, digits, nil)
            case .word(let word): (nil, 0, months.firstIndex(of: String(word.prefix(3))).map { Int64($0) + 1 })
            case .sign: (nil, 0, nil)
            }
        }
        let (a, b, c) = (values[0], values[1], values[2])
        let found: (Int64, Int64, Int64)?
        if a.digits == 4, let y = a.number, let m = b.number, let d = c.number {
            found = (y, m, d)
        } else if let m = a.month, let d = b.number, let y = c.number {
            found = (y, m, d)
        } else if let d = a.number, let m = b.month, let y = c.number {
            found = (y, m, d)
        } else if c.digits == 4, let first = a.number, let second = b.number, let y = c.number {
            // With points, the day comes first; with slashes, scripts take the month first.
            let dayFirst = rest.contains(.sign(UInt8(ascii: "."))) || first > 12
            found = dayFirst ? (y, second, first) : (y, first, second)
        } else {
            found = nil
        }
        guard let found else { return nil }
        var taken = 0
        while taken < 3, let token = rest.popFirst() { if case .sign = token {} else { taken += 1 } }
        return (found.0, found.1, found.2)
    }

    /// Hours, minutes, seconds; midnight where none are written.
    private static func time(_ rest: inout ArraySlice<Token>) -> [Int64]? {
        guard case .number(let hours, _)? = rest.first else { return [0, 0, 0] }
        rest.removeFirst()
        var time = [hours]
        while time.count < 3, rest.first == .sign(UInt8(ascii: ":")),
            case .number(let value, _)? = rest.dropFirst().first
        {
            rest.removeFirst(2)
            time.append(value)
        }
        guard time.count > 1 else { return nil }
        if rest.first == .sign(UInt8(ascii: ".")), case .number? = rest.dropFirst().first { rest.removeFirst(2) }
        if case .word(let half)? = rest.first, half == "am" || half == "pm" {
            rest.removeFirst()
            time[0] = time[0] % 12 + (half == "pm" ? 12 : 0)
        }
        return Array((time + [0, 0]).prefix(3))
    }

    /// Nil for what is no zone; an offset of nil where none is written.
    private static func zone(_ rest: inout ArraySlice<Token>) -> (offset: Int64?, Void)? {
        var isUniversal = false
        if case .word(let word)? = rest.first {
            guard ["z", "utc", "gmt"].contains(word) else { return nil }
            rest.removeFirst()
            isUniversal = true
        }
        guard case .sign(let sign)? = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            case .number(let first, let digits)? = rest.dropFirst().first
        else { return (isUniversal ? 0 : nil, ()) }
        rest.removeFirst(2)
        var minutes = digits > 2 ? first / 100 * 60 + first % 100 : first * 60
        if rest.first == .sign(UInt8(ascii: ":")), case .number(let more, _)? = rest.dropFirst().first {
            rest.removeFirst(2)
            minutes += more
        }
        // "GMT+0100 (Central European Standard Time)"
        if rest.first == .sign(UInt8(ascii: "(")) { rest = [] }
        guard minutes <= 14 * 60 else { return nil }
        return (minutes * 60_000 * (sign == UInt8(ascii: "-") ? -1 : 1), ())
    }

    // MARK: Tokens

    private static func tokens(_ text: some Collection<UInt8>) -> [Token]? {
        var tokens: [Token] = []
        var rest = Array(text)[...]
        while let byte = rest.first {
            if byte <= 32 {
                rest.removeFirst()
            } else if byte.isASCIIDigit {
                let digits = rest.prefix { $0.isASCIIDigit }
                guard digits.count <= 13, let value = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
                tokens.append(.number(value, digits: digits.count))
                rest = rest.dropFirst(digits.count)
            } else if byte.isASCIILetter {
                let word = rest.prefix { $0.isASCIILetter }
                tokens.append(.word(String(decoding: word, as: UTF8.self).lowercased()))
                rest = rest.dropFirst(word.count)
            } else {
                guard "-/.:,+()".utf8.contains(byte) else { return nil }
                tokens.append(.sign(byte))
                rest.removeFirst()
            }
        }
        return tokens
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
