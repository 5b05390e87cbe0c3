/// Small steps over a folded block that reading dates is made of. All positions are checked against the block.
struct DateScan {
    let words: WordEdges

    var limit: Int { words.range.upperBound }
    private func byte(_ p: Int) -> UInt8 { words.range.contains(p) ? words.bytes[p] : 0 }

    func isDigit(_ p: Int) -> Bool { (48...57).contains(byte(p)) }

    func digitsEnd(_ p: Int) -> Int {
        var q = p
        while isDigit(q) { q += 1 }
        return q
    }

    /// Nil for more than four digits.
    func number(_ start: Int, _ end: Int) -> Int? {
        guard end > start, end - start <= 4 else { return nil }
        return (start..<end).reduce(0) { $0 * 10 + Int(byte($1)) - 48 }
    }

    private func isSeparator(_ b: UInt8) -> Bool { b == 46 || b == 47 || b == 45 }

    /// The separator at `p` joins two figures, so neither is a date's first or last.
    func isSeparatorBetweenDigits(_ p: Int) -> Bool { isSeparator(byte(p)) && isDigit(p - 1) && isDigit(p + 1) }

    /// A hyphen, and one or two digits that stand by themselves before it.
    func isSpan(before p: Int) -> Bool {
        guard byte(p - 1) == 45 else { return false }
        var q = p - 1
        while isDigit(q - 1) { q -= 1 }
        return (1...2).contains(p - 1 - q) && !isSeparatorBetweenDigits(q - 1) && !words.isWord(before: q)
    }

    /// The next figure after a separator, and after a full stop a space.
    func next(_ p: Int) -> (separator: UInt8, start: Int, end: Int)? {
        let separator = byte(p)
        guard isSeparator(separator) else { return nil }
        let start = separator == 46 && byte(p + 1) == 32 ? p + 2 : p + 1
        let end = digitsEnd(start)
        return end > start && end - start <= 4 ? (separator, start, end) : nil
    }

    /// Past "st", "-го", "-ə" after a day.
    func ordinalEnd(_ p: Int) -> Int {
        let start = byte(p) == 45 ? p + 1 : p
        let end = words.wordEnd(from: start)
        return end > start && end - start <= 8 && !isDigit(start) ? end : p
    }

    /// Where the word after a day begins: past an ordinal ending, a full stop, spaces, "of" and "de".
    func wordAfterDay(_ p: Int) -> Int? {
        let ordinal = ordinalEnd(p)
        var q = byte(ordinal) == 32 || byte(ordinal) == 46 ? ordinal : p
        if byte(q) == 46 { q += 1 }
        if byte(q) == 32 || byte(q) == 45 { q += 1 }
        for joint in ["of ", "de "] {
            if let end = matches(Array(joint.utf8), q) { q = end }
        }
        return words.isWord(at: q) && !isDigit(q) ? q : nil
    }

    /// The end of `bytes` if they stand at `p`.
    func matches(_ bytes: [UInt8], _ p: Int) -> Int? {
        guard p >= words.range.lowerBound, p + bytes.count <= limit else { return nil }
        for (k, b) in bytes.enumerated() where words.bytes[p + k] != b { return nil }
        return p + bytes.count
    }

    /// Where the word before a figure begins, one space or full stop between.
    func wordBefore(_ p: Int) -> Int? {
        var q = p
        if byte(q - 1) == 32 { q -= 1 }
        let end = q
        while q > words.range.lowerBound, end - q < 48, words.isWord(before: q) || byte(q - 1) == 46 {
            q = words.start(before: q)
        }
        return q < end && !isDigit(q) ? q : nil
    }

    /// Nothing but a space or full stop.
    func onlySpaceOrDot(_ start: Int, _ end: Int) -> Bool {
        guard start <= end, end - start <= 2 else { return false }
        return (start..<end).allSatisfy { byte($0) == 32 || byte($0) == 46 }
    }

    /// A year after a month's name or day: ", ", "de ", "พ.ศ. " may stand between.
    func yearAfter(_ p: Int) -> (value: Int, digits: Int, end: Int)? {
        var q = p
        if byte(q) == 44 || byte(q) == 46 { q += 1 }
        if byte(q) == 32 { q += 1 }
        for joint in ["de ", "พ.ศ. ", "พ.ศ.", "ค.ศ. ", "ค.ศ."] {
            if let end = matches(Array(joint.utf8), q) { q = end }
        }
        let end = digitsEnd(q)
        guard let value = number(q, end), end - q == 4 || end - q == 2 else { return nil }
        // "12 mart 20%", "31 Dec 10:00", "до 31 декабря 50 лет", "1 may 99.90": not a year.
        if end - q == 2 {
            var after = end
            if byte(after) == 32 { after += 1 }
            // "30-ը" is a day; "26-cı il" is a year.
            let isOrdinal = byte(after) == 45 && byte(after + 1) != 99 && words.isWord(at: after + 1)
            let stops =
                after >= limit || [44, 41, 45, 59].contains(byte(after)) && !isOrdinal
                || byte(after) == 46 && !isDigit(after + 1)
            guard stops else { return nil }
        }
        guard !isSeparatorBetweenDigits(end), byte(end) != 58, byte(end) != 37 else { return nil }
        return (value, end - q, end)
    }

    /// A year before a month's name, with a short word between ("2026 թ. ", "2026-cı il ").
    func yearBefore(_ p: Int, _ low: Int) -> (value: Int, start: Int)? {
        var q = p
        var steps = 0
        while q > low, steps < 24, !isDigit(q - 1) {
            q -= 1
            steps += 1
        }
        guard isDigit(q - 1), !isDigit(q - 5), q - 4 >= low, let value = number(q - 4, q), steps > 0,
            (1990...2100).contains(value)
        else { return nil }
        return (value, q - 4)
    }
}
