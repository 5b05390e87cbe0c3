/// Tells numbers that are no money by their neighbours.
enum NumberContext {
    static func isPercent(_ s: UInt32) -> Bool { s == 37 || s == 0x66A || s == 0xFF05 || s == 0xFE6A }

    /// "percent", "Prozent", "процентов", "faiz", "տոկոս": the index after the word.
    static func percentWord(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
        guard i < end, percentStarts[Int(text[i])] else { return nil }
        for word in percentWords where i + word.count <= end && text[i..<(i + word.count)].elementsEqual(word) {
            return i + word.count
        }
        return nil
    }

    private static let percentWords = [
        "percent", "per cent", "Prozent", "процент", "faiz", "percento", "percent", "տոկոս", "เปอร์เซ็นต์",
        "відсот", "por ciento", "pour cent",
    ].map { Array($0.utf8) }

    private static let percentStarts = starts(of: percentWords)

    /// For each byte, whether one of the words begins with it: hardly any text behind a number does.
    private static func starts(of words: [[UInt8]]) -> [Bool] {
        var out = [Bool](repeating: false, count: 256)
        for case let first? in words.map(\.first) { out[Int(first)] = true }
        return out
    }

    /// What a number without currency is, and the index after all that belongs to it.
    static func nature(_ n: Numeral, _ text: [UInt8], _ bounds: Range<Int>, _ floor: Int) -> (Amount.Nature, Int) {
        let end = bounds.upperBound
        let after = n.range.upperBound
        if let dateEnd = date(text, n.range.lowerBound, end) { return (.date, dateEnd) }
        if let chainEnd = phone(text, n.range.lowerBound, end, floor) { return (.phone, chainEnd) }
        if n.isMalformed || n.hasLeadingZero { return (.code, after) }
        if let (s, length) = Scalars.previous(text, n.range.lowerBound, bounds.lowerBound) {
            if Scalars.isLetter(s) || s == 35 || s == 0x2116 || s == 95 || s == 47 { return (.code, after) }
            if s == 45, let (t, _) = Scalars.previous(text, n.range.lowerBound - length, bounds.lowerBound),
                !Scalars.isSpace(t)
            {
                return (.code, after)
            }
            if s == 58, let (t, _) = Scalars.previous(text, n.range.lowerBound - length, bounds.lowerBound),
                t >= 48 && t <= 57
            {
                return (.time, after)
            }
        }
        guard let (s, length) = Scalars.next(text, after, end) else { return (.bare, after) }
        let follows = Scalars.next(text, after + length, end)?.scalar ?? 32
        let digitFollows = follows >= 48 && follows <= 57
        switch s {
        case 58 where digitFollows: return (.time, after)
        case 47 where digitFollows: return (.rating, after)
        case 34, 0x2033, 0x201D, 0xD7, 0xB0, 0x2032: return (.measure, after + length)
        case 45, 0x2011: return digitFollows || Scalars.isLetter(follows) ? (.code, after) : (.bare, after)
        case 43, 95, 35: return (.code, after)
        default: break
        }
        if Scalars.isLetter(s) { return (s >= 0xE00 && s < 0xE80 ? .bare : .measure, after) }
        if isUnit(text, Scalars.skipSpaces(text, after, end, atMost: 2), end) { return (.measure, after) }
        return (.bare, after)
    }

    /// A day, month and year with one separator: the index after it.
    static func date(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var i = start
        let first = run(text, &i, end)
        guard first.count == 1 || first.count == 2 || first.count == 4, i < end else { return nil }
        let separator = text[i]
        guard separator == 46 || separator == 45 || separator == 47 else { return nil }
        i += 1
        let second = run(text, &i, end)
        guard second.count >= 1, second.count <= 2, second.value >= 1, second.value <= 31, i < end,
            text[i] == separator
        else { return nil }
        i += 1
        let third = run(text, &i, end)
        if first.count == 4 { return third.count >= 1 && third.count <= 2 && third.value <= 31 ? i : nil }
        guard first.value >= 1, first.value <= 31, min(first.value, second.value) <= 12 else { return nil }
        return third.count == 4 || third.count == 2 || separator == 46 && third.count == 0 ? i : nil
    }

    /// Seven digits or more in several groups with single separators between: the index after them.
    static func phone(_ text: [UInt8], _ start: Int, _ end: Int, _ floor: Int) -> Int? {
        let before = Scalars.previous(text, start, floor)?.scalar
        var i = start
        var digits = 0
        var groups = 0
        var hyphens = 0
        while i < end {
            let r = run(text, &i, end)
            guard r.count > 0 else { break }
            digits += r.count
            groups += 1
            var k = i
            var separators = 0
            while k < end, separators < 2,
                text[k] == 32 || text[k] == 45 || text[k] == 40 || text[k] == 41 || text[k] == 47
            {
                if text[k] == 45 { hyphens += 1 }
                k += 1
                separators += 1
            }
            guard separators > 0, k < end, text[k] >= 48, text[k] <= 57 else { break }
            i = k
        }
        if before == 43 { return digits >= 7 ? i : nil }
        if digits >= 7 && digits <= 15 && groups >= 3 && (hyphens > 0 || text[start] == 48 || before == 40) { return i }
        return digits >= 6 && groups >= 2 && hyphens > 0 && digits <= 15 ? i : nil
    }

    private static func run(_ text: [UInt8], _ i: inout Int, _ end: Int) -> (value: Int, count: Int) {
        var value = 0
        var count = 0
        while let (v, length) = Scalars.digit(text, i, end), count < 20 {
            if count < 6 { value = value * 10 + Int(v) }
            count += 1
            i += length
        }
        return (value, count)
    }

    /// What "/kg", "pro Kilogramm", "/mo" say of an amount.
    static func per(_ text: [UInt8], after: Int, end: Int) -> Amount.Per {
        let i = Scalars.skipSpaces(text, after, end, atMost: 2)
        guard i < end, perStarts[Int(text[i])] else { return .whole }
        for word in perWords where i + word.count <= end && text[i..<(i + word.count)].elementsEqual(word) {
            var k = Scalars.skipSpaces(text, i + word.count, end, atMost: 2)
            if isPeriod(text, k, end) { return .period }
            while let (_, length) = Scalars.digit(text, k, end) { k += length }
            k = Scalars.skipSpaces(text, k, end, atMost: 2)
            return isUnit(text, k, end) ? .unit : .whole
        }
        return .whole
    }

    private static let perWords = ["/", "per ", "pro ", "za ", "за ", "je ", "par ", "ต่อ", "a "].map { Array($0.utf8) }

    private static let perStarts = starts(of: perWords)

    static func isUnit(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
        i < end && unitStarts[Int(text[i])] && startsWord(units, text, i, end)
    }

    private static func isPeriod(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool { startsWord(periods, text, i, end) }

    private static let unitStarts = starts(of: units)

    private static func startsWord(_ words: [[UInt8]], _ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
        for word in words where i + word.count <= end && text[i..<(i + word.count)].elementsEqual(word) {
            guard let (s, _) = Scalars.next(text, i + word.count, end) else { return true }
            if !Scalars.isLetter(s) { return true }
        }
        return false
    }

    private static let units = [
        "kg", "g", "mg", "ml", "l", "cl", "dl", "L", "ML", "KG", "m", "m²", "m2", "cm", "mm", "km", "oz", "fl", "lb",
        "lbs",
        "ft", "in", "inch", "GB", "TB", "MB", "MHz", "GHz", "Hz", "W", "kW", "V", "A", "mAh", "dB", "px", "MP", "Zoll",
        "Liter", "Kilogramm", "litre", "liter", "kilo", "quart", "кг", "г", "гр", "мл", "л", "м", "см", "мм", "км",
        "Вт", "В",
        "ГБ", "Гб", "ТБ", "дюйм", "дюймов", "кВт", "мАч", "kq", "q", "qr", "litr", "կգ", "գ", "մլ", "լ", "սմ", "մմ",
        "մ",
        "กก.", "กก", "กิโลกรัม", "กรัม", "มล.", "ลิตร", "ซม.", "ก.", "°C", "°", "x", "х", "×",
    ].map { Array($0.utf8) }

    private static let periods = [
        "mo", "month", "mth", "mo.", "month.", "Monat", "Mon", "мес", "мес.", "месяц", "ay", "ayda", "mes", "mesiac",
        "mesačne", "mies.", "mies", "miesiąc", "měsíc", "měs.", "měsíčně", "міс.", "міс", "місяць", "mois", "mese",
        "ամիս", "ամսական", "เดือน", "year", "yr", "Jahr", "год", "week", "day", "rok", "il",
    ].map { Array($0.utf8) }
}
