import Model

/// Reads dates in figures and words, by a language's months and era: "12 mart 2026", "31.12.2026", "31 ธ.ค. 68",
/// "Dec 31, 2026", "2026-12-31".
struct DateReader: Sendable {
    /// Folded stems with their months, longest first: of the language, then English.
    private let stems: [(bytes: [UInt8], month: Int, takesEnding: Bool)]
    private let era: Int
    /// "03/04" may be March or April.
    private let monthMayComeFirst: Bool

    init(_ lexicon: Lexicon, language: String) {
        let data = lexicon.language(language)
        var stems: [(bytes: [UInt8], month: Int, takesEnding: Bool)] = []
        for months in [data?.months ?? [], data?.tag == "en" ? [] : lexicon.language("en")?.months ?? []] {
            for (index, names) in months.enumerated() {
                let longest = names.map(\.utf8.count).max() ?? 0
                for name in names where !name.isEmpty {
                    let bytes = Array(name.utf8)
                    let takesEnding = bytes.count == longest || name.count > 3
                    stems.append((bytes, index + 1, takesEnding))
                }
            }
        }
        self.stems = stems.sorted { $0.bytes.count > $1.bytes.count }
        era = data?.era ?? 0
        monthMayComeFirst = data == nil || data?.tag == "en"
    }

    /// At most 50 dates in order; ranges are bytes of `text`.
    func dates(in text: some Collection<UInt8>) -> [FoundDate] {
        guard text.contains(where: { (48...57).contains($0) || $0 >= 0xD9 }) else { return [] }
        let folded = FoldedText(text)
        var dates = dates(in: folded, folded.blocks[0])
        for i in dates.indices { dates[i].range = folded.original(dates[i].range) }
        return dates
    }

    /// The same in a block that is folded already; ranges are bytes of the folded text.
    func dates(in text: FoldedText, _ block: FoldedText.Block) -> [FoundDate] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var out: [FoundDate] = []
            let scan = DateScan(words: WordEdges(bytes: bytes, range: block.bytes))
            var p = block.bytes.lowerBound
            while p < block.bytes.upperBound, out.count < 50 {
                guard scan.isDigit(p) else {
                    p += 1
                    continue
                }
                let end = scan.digitsEnd(p)
                if let found = date(scan, p, end, after: out.last?.range.upperBound ?? block.bytes.lowerBound) {
                    out.append(found)
                    p = max(end, found.range.upperBound)
                } else {
                    p = end
                }
            }
            return out
        }
    }

    private func date(_ scan: DateScan, _ p: Int, _ end: Int, after limit: Int) -> FoundDate? {
        if scan.isDigit(p - 1) { return nil }
        if scan.isSeparatorBetweenDigits(p - 1) {
            // "1-6 September 2026": the last day of a span.
            guard scan.isSpan(before: p), end - p <= 2, let day = scan.number(p, end), (1...31).contains(day) else {
                return nil
            }
            return dayThenMonth(scan, p, end, day)
        }
        if let found = figures(scan, p, end) { return found }
        guard end - p <= 2, let day = scan.number(p, end), (1...31).contains(day) else { return nil }
        let behind = monthThenDay(scan, p, end, day, limit)
        // "2026 թ. նոյեմբերի 24-ից նոյեմբերի 30-ը": the month behind belongs to the next day.
        if behind?.date != nil { return behind }
        return dayThenMonth(scan, p, end, day) ?? behind
    }

    /// "2026-12-31", "31.12.2026", "31. 12. 2026", "12/31/26".
    private func figures(_ scan: DateScan, _ p: Int, _ end: Int) -> FoundDate? {
        guard let second = scan.next(end), let third = scan.next(second.end), second.separator == third.separator,
            !scan.isSeparatorBetweenDigits(third.end), let a = scan.number(p, end),
            let b = scan.number(second.start, second.end), let c = scan.number(third.start, third.end)
        else { return nil }
        let range = p..<third.end
        let widths = (end - p, second.end - second.start, third.end - third.start)
        if widths.0 == 4, widths.1 <= 2, widths.2 <= 2 {
            guard let date = CalendarDate(year: gregorian(a, digits: 4), month: b, day: c) else { return nil }
            return plausible(date, range)
        }
        guard widths.0 <= 2, widths.1 <= 2, widths.2 == 4 || widths.2 == 2 else { return nil }
        let year = gregorian(c, digits: widths.2)
        let dayFirst = CalendarDate(year: year, month: b, day: a).flatMap { plausible($0, range) }
        guard monthMayComeFirst, second.separator != 46, a != b else { return dayFirst }
        let monthFirst = CalendarDate(year: year, month: a, day: b).flatMap { plausible($0, range) }
        if dayFirst != nil, monthFirst != nil { return FoundDate(range: range, yearWritten: true) }
        return dayFirst ?? monthFirst
    }

    private func plausible(_ date: CalendarDate, _ range: Range<Int>) -> FoundDate? {
        guard (1990...2100).contains(date.year) else { return nil }
        return FoundDate(range: range, date: date, day: date.day, month: date.month, yearWritten: true)
    }

    /// A Thai year counts from the Buddha; in two digits it is one of this era where it would lie in the past otherwise.
    private func gregorian(_ year: Int, digits: Int) -> Int {
        if digits == 4 { return era > 0 && year > 2400 ? year - era : year }
        return era > 0 && year >= 50 ? 2500 + year - era : 2000 + year
    }

    /// "31 dekabr 2026", "31-го декабря", "1. marca 2026", "31st of December".
    private func dayThenMonth(_ scan: DateScan, _ p: Int, _ end: Int, _ day: Int) -> FoundDate? {
        guard let word = scan.wordAfterDay(end), let (month, wordEnd) = month(scan, word) else { return nil }
        let year = scan.yearAfter(wordEnd)
        return found(day, month, year.map { (gregorian($0.value, digits: $0.digits), $0.end) }, p..<wordEnd)
    }

    /// "Dec 31, 2026", "դեկտեմբերի 31-ը", "2026 թ. դեկտեմբերի 31".
    private func monthThenDay(
        _ scan: DateScan, _ p: Int, _ end: Int, _ day: Int, _ limit: Int
    ) -> FoundDate? {
        guard let word = scan.wordBefore(p), word >= limit, let (month, wordEnd) = month(scan, word),
            scan.onlySpaceOrDot(wordEnd, p)
        else { return nil }
        if let year = scan.yearAfter(scan.ordinalEnd(end)) {
            return found(day, month, (gregorian(year.value, digits: year.digits), year.end), word..<end)
        }
        if let year = scan.yearBefore(word, limit), let date = CalendarDate(year: year.value, month: month, day: day) {
            return plausible(date, year.start..<end)
        }
        return found(day, month, nil, word..<end)
    }

    private func found(_ day: Int, _ month: Int, _ year: (value: Int, end: Int)?, _ range: Range<Int>) -> FoundDate? {
        if let year, let date = CalendarDate(year: year.value, month: month, day: day),
            let found = plausible(date, range.lowerBound..<year.end)
        {
            return found
        }
        // A leap year has every day that exists.
        guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
        return FoundDate(range: range, day: day, month: month, yearWritten: false)
    }

    /// The month whose name begins at `p`, with the end of the word.
    private func month(_ scan: DateScan, _ p: Int) -> (Int, Int)? {
        for stem in stems {
            guard let end = scan.matches(stem.bytes, p) else { continue }
            let wordEnd = scan.words.wordEnd(from: end)
            let ending = wordEnd - end
            if ending == 0 || stem.takesEnding && ending <= 16 && !scan.isDigit(wordEnd - 1) {
                let dotted = wordEnd < scan.limit && scan.words.bytes[wordEnd] == 46
                return (stem.month, dotted ? wordEnd + 1 : wordEnd)
            }
        }
        return nil
    }
}
