/// A number as written, with its separators understood.
struct Numeral {
    /// Where it stands, with a trailing ",-" or ".–".
    var range: Range<Int>
    /// All digits as one integer; `value` = `digits` / 10^`fraction`.
    var digits: UInt64
    /// Digits after the decimal separator.
    var fraction: Int
    /// Digits before it.
    var whole: Int
    /// Starts with 0 and goes on with another digit.
    var hasLeadingZero: Bool
    /// Separators that make no number ("1.2.3"), or more digits than any price has.
    var isMalformed: Bool
    /// Has groups, decimals or a dash in place of decimals.
    var isStyled: Bool
    /// A run of digits goes over from one text node to another, so that where cents begin can't be told.
    var isDoubtful = false
    /// One full stop and three digits behind it: thousands, or thousandths where the currency has them.
    var hasDotBeforeThree = false

    /// Written with groups or two decimals.
    var looksLikePrice: Bool { isStyled && (fraction == 0 || fraction == 2) }

    /// The value in hundredths, 0 when malformed.
    var hundredths: Int64 { scaled(to: 2) }

    /// The value in units of 10^-`exponent`, half away from zero.
    func scaled(to exponent: Int) -> Int64 {
        guard !isMalformed else { return 0 }
        var v = digits
        if exponent >= fraction {
            for _ in 0..<(exponent - fraction) { v &*= 10 }
        } else {
            for k in 0..<(fraction - exponent) { v = k == fraction - exponent - 1 ? (v &+ 5) / 10 : v / 10 }
        }
        return Int64(clamping: v)
    }

    /// As a floating-point number.
    var value: Double {
        // Divided once: the nearest there is to what was written.
        var scale = 1.0
        for _ in 0..<fraction { scale *= 10 }
        return Double(digits) / scale
    }
}

/// What stands between two runs of digits.
enum Separator: UInt8 {
    case none, dot, comma, apostrophe, space, arabicDecimal, arabicGroup

    init?(_ s: UInt32) {
        switch s {
        // Armenian keyboards write U+2024 for a full stop.
        case 46, 0x2024: self = .dot
        case 44, 0x60C, 0xFF0C: self = .comma
        case 39, 0x2019, 0x2BC, 0x60: self = .apostrophe
        case 0x66B: self = .arabicDecimal
        case 0x66C: self = .arabicGroup
        default:
            guard Scalars.isSpace(s) && s != 10 && s != 13 else { return nil }
            self = .space
        }
    }
}

/// Reads a number that starts at a digit, or at a decimal separator before one.
struct NumeralReader {
    let bytes: [UInt8]
    let end: Int
    /// Whether an ordinary space may part groups of digits in this language.
    let spaceGroups: Bool
    /// Where text nodes begin that hold the cents of a price ("19<sup>99</sup>"), ascending.
    let centStarts: [Int]
    /// Where other text nodes begin inside the block, ascending.
    let nodeStarts: [Int]

    private var lengths = SIMD16<UInt8>()
    private var separators = SIMD16<UInt8>()
    private var runs = 0
    private var digits: UInt64 = 0
    private var digitCount = 0
    private var firstDigit: UInt8 = 0
    private var centsAt = -1
    private var crossed = false

    init(_ bytes: [UInt8], end: Int, spaceGroups: Bool, centStarts: [Int] = [], nodeStarts: [Int] = []) {
        self.bytes = bytes
        self.end = end
        self.spaceGroups = spaceGroups
        self.centStarts = centStarts
        self.nodeStarts = nodeStarts
    }

    /// The number at `start`; nil where there is no digit.
    mutating func read(at start: Int) -> Numeral? {
        lengths = .zero
        separators = .zero
        (runs, digits, digitCount, centsAt, crossed) = (0, 0, 0, -1, false)
        var i = start
        if let (s, length) = Scalars.next(bytes, i, end), let sep = Separator(s), sep == .dot || sep == .comma {
            i += length
            lengths[0] = 0
            separators[0] = sep.rawValue
            runs = 1
        }
        guard readRun(&i) else { return nil }
        while runs < 15, let (separator, after) = separator(at: i) {
            separators[runs - 1] = separator.rawValue
            i = after
            guard readRun(&i) else { break }
        }
        var numeral = understood(start..<i)
        closeWithDash(&numeral)
        return numeral
    }

    /// Reads digits up to the next non-digit; cents of their own text node are a run of their own.
    private mutating func readRun(_ i: inout Int) -> Bool {
        let start = i
        var count: UInt8 = 0
        while let (value, length) = Scalars.digit(bytes, i, end) {
            if i > start {
                if centStarts.contains(i) {
                    lengths[runs] = count
                    runs += 1
                    centsAt = runs
                    count = 0
                } else if nodeStarts.contains(i) {
                    crossed = true
                }
            }
            if digitCount == 0 { firstDigit = value }
            if digitCount < 18 { digits = digits &* 10 &+ UInt64(value) }
            digitCount += 1
            if count < 255 { count += 1 }
            i += length
            if runs >= 15 { break }
        }
        guard i > start else { return false }
        lengths[runs] = count
        runs += 1
        return true
    }

    /// The separator at `i` if the number goes on behind it.
    private mutating func separator(at i: Int) -> (Separator, Int)? {
        guard let (s, length) = Scalars.next(bytes, i, end), let separator = Separator(s) else { return nil }
        let after = i + length
        guard Scalars.digit(bytes, after, end) != nil else {
            return separatedCents(separator, after)
        }
        guard separator == .space else { return (separator, after) }
        if centStarts.contains(after) { return cents(after) }
        guard s != 32 && s != 9 || spaceGroups, lengths[0] <= 3, lengths[0] > 0, digitCountOfRun(after) == 3 else {
            return nil
        }
        for k in 0..<(runs - 1) where separators[k] != Separator.space.rawValue { return nil }
        return (.space, after)
    }

    /// "119. 95" and "19, 99", where the cents stand in a text node of their own or end the text.
    private mutating func separatedCents(_ separator: Separator, _ after: Int) -> (Separator, Int)? {
        guard separator == .dot || separator == .comma else { return nil }
        let next = Scalars.skipSpaces(bytes, after, end, atMost: 1)
        guard next > after else { return nil }
        if centStarts.contains(next) { return cents(next) }
        return next + 2 == end && runs == 1 && digitCountOfRun(next) == 2 ? (separator, next) : nil
    }

    private mutating func cents(_ after: Int) -> (Separator, Int)? {
        guard digitCountOfRun(after) == 2 else { return nil }
        centsAt = runs
        return (Separator.none, after)
    }

    private func digitCountOfRun(_ start: Int) -> Int {
        var i = start
        var count = 0
        while let (_, length) = Scalars.digit(bytes, i, end), count < 20 {
            i += length
            count += 1
        }
        return count
    }

    private func understood(_ range: Range<Int>) -> Numeral {
        var numeral = Numeral(
            range: range, digits: digits, fraction: 0, whole: digitCount, hasLeadingZero: false,
            isMalformed: digitCount > 15, isStyled: runs > 1, isDoubtful: crossed)
        if let fraction = fractionDigits() {
            numeral.fraction = fraction
            numeral.whole = digitCount - fraction
        } else {
            numeral.isMalformed = true
        }
        numeral.hasDotBeforeThree = runs == 2 && separators[0] == Separator.dot.rawValue && lengths[1] == 3
        numeral.hasLeadingZero = firstDigit == 0 && numeral.whole > 1
        return numeral
    }

    /// How many of the digits are decimals; nil where the separators make no number.
    private func fractionDigits() -> Int? {
        if centsAt > 0 {
            guard centsAt == runs - 1, lengths[centsAt] == 2, isGrouped(upTo: centsAt) else { return nil }
            return 2
        }
        guard runs > 1 else { return 0 }
        let last = separators[runs - 2]
        let tail = Int(lengths[runs - 1])
        var distinct = false
        for k in 0..<(runs - 2) where separators[k] != last { distinct = true }
        if last == Separator.arabicDecimal.rawValue { return isGrouped(upTo: runs - 1) ? tail : nil }
        let groupOnly =
            last == Separator.space.rawValue || last == Separator.apostrophe.rawValue
            || last == Separator.arabicGroup.rawValue
        if groupOnly { return isGrouped(upTo: runs) && !distinct ? 0 : nil }
        if runs == 2 {
            if tail == 3 && lengths[0] > 0 && lengths[0] <= 3 && firstDigit != 0 { return 0 }
            if tail <= 2 { return tail }
            return endsInZeros(tail - 2) ? tail : nil
        }
        // ".750.30", ".75,333": a stray separator before the number.
        if lengths[0] == 0 {
            guard runs == 3 else { return nil }
            return tail == 2 ? 2 : distinct && tail == 3 && (1...3).contains(lengths[1]) ? 0 : nil
        }
        if distinct { return tail <= 4 && isGrouped(upTo: runs - 1) ? tail : nil }
        return isGrouped(upTo: runs) ? 0 : nil
    }

    /// The runs before `limit` are groups: first 1 to 3 digits, then threes, or Indian twos before a last three;
    /// one separator throughout.
    private func isGrouped(upTo limit: Int) -> Bool {
        guard limit > 1 else { return true }
        guard lengths[0] >= 1, lengths[0] <= 3, lengths[limit - 1] == 3 else { return false }
        let twos = limit > 2 && lengths[1] == 2
        for k in 1..<(limit - 1) where lengths[k] != (twos ? 2 : 3) { return false }
        for k in 1..<max(1, limit - 1) where separators[k] != separators[0] { return false }
        return !twos || separators[0] == Separator.comma.rawValue
    }

    private func endsInZeros(_ count: Int) -> Bool {
        guard count > 0, count < 18 else { return false }
        var v = digits
        for _ in 0..<count {
            if v % 10 != 0 { return false }
            v /= 10
        }
        return true
    }

    /// Takes ",-", ".–", ",--" and "-" right behind a whole number into it: no cents.
    private func closeWithDash(_ numeral: inout Numeral) {
        guard numeral.fraction == 0 else { return }
        var i = numeral.range.upperBound
        guard let (s, length) = Scalars.next(bytes, i, end), s == 44 || s == 46 else { return }
        i += length
        var dashes = 0
        while dashes < 2, let (d, size) = Scalars.next(bytes, i, end), Scalars.isDash(d), d != 126 {
            dashes += 1
            i += size
        }
        guard dashes > 0, Scalars.digit(bytes, i, end) == nil else { return }
        numeral.range = numeral.range.lowerBound..<i
        numeral.isStyled = true
    }
}
