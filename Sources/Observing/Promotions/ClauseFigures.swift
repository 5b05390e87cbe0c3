import Model

/// Reads the figures of a sentence's clauses: the sum of a minimum, a number of pieces, the days of a promotion.
struct ClauseFigures {
    let page: PageView
    let money: MoneyReader
    let dates: DateReader
    let terms: PromotionTerms

    /// Bytes around the words of a minimum in which its sum may stand.
    private static let reach = 72

    // MARK: Minimum purchase

    /// The sum that an order has to come to; nil where the sentence asks for none.
    func minimum(of sentence: ClauseSentence) -> (found: Bool, amount: Money?) {
        guard sentence.isAboutPromotion else { return (false, nil) }
        let sums = money.read(page.document.text, in: sentence.range).filter {
            $0.nature == .money && $0.hasCurrency && $0.money.minor > 0
        }
        if let hit = sentence.phrases[.minimumPurchase] {
            if let sum = nearest(sums, to: hit) { return (true, sum.money) }
            guard let number = hit.first, number > 0, number < 10_000_000 else { return (hit.first == nil, nil) }
            return (true, Money(minor: Int64(number * 100), currency: nil))
        }
        guard sentence.has(.least, .purchase) else { return (false, nil) }
        for hit in sentence.hits where terms.part(hit.group).contains(.least) {
            if let sum = nearest(sums, to: hit) { return (true, sum.money) }
        }
        return (false, nil)
    }

    /// Of the sums, the one that overlaps the words or stands nearest to them.
    private func nearest(_ sums: [Amount], to hit: TermHit) -> Amount? {
        func distance(_ sum: Amount) -> Int {
            max(0, sum.range.lowerBound - hit.range.upperBound, hit.range.lowerBound - sum.range.upperBound)
        }
        return sums.filter { distance($0) <= ClauseFigures.reach }.min { distance($0) < distance($1) }
    }

    // MARK: Minimum quantity

    /// How many pieces have to be bought; `found` without a number where words tell it.
    func quantity(of sentence: ClauseSentence) -> (found: Bool, count: Int?) {
        guard sentence.isAboutPromotion else { return (false, nil) }
        let amounts = money.read(page.document.text, in: sentence.range)
        // "The set has at least 12 pieces" asks for nothing.
        if let hit = sentence.phrases[.minimumQuantity], sentence.has(.purchase) || sentence.has(.promotion) {
            if isMoney(hit, amounts) { return (false, nil) }
            return (true, count(hit))
        }
        guard sentence.has(.least, .purchase) else { return (false, nil) }
        for hit in sentence.hits where terms.part(hit.group).contains(.least) {
            if isMoney(hit, amounts) { continue }
            if let count = count(hit) { return (true, count) }
            if let beside = figure(beside: hit, amounts) { return (true, beside) }
        }
        return (false, nil)
    }

    private func isMoney(_ hit: TermHit, _ amounts: [Amount]) -> Bool {
        let reach = (hit.range.lowerBound - 2)..<(hit.range.upperBound + 2)
        return amounts.contains { $0.nature != .bare && $0.range.overlaps(reach) }
    }

    private func count(_ hit: TermHit) -> Int? {
        guard let first = hit.first ?? numeral(in: hit), first == first.rounded(), (2...1_000).contains(first) else {
            return nil
        }
        return Int(first)
    }

    /// "Three or more"
    private func numeral(in hit: TermHit) -> Double? {
        guard let numerals = page.lexicon.language(page.language.tag)?.numerals, !numerals.isEmpty else { return nil }
        let folded = String(decoding: FoldedText.bytes(of: text(hit.range)), as: UTF8.self)
        return folded.split(separator: " ").lazy.compactMap { numerals[String($0)] }.first.map { Double($0) }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: page.document.text[range], as: UTF8.self) }

    /// "At least" and a bare number right behind it, or "or more" and one right before.
    private func figure(beside hit: TermHit, _ amounts: [Amount]) -> Int? {
        let next = amounts.first {
            let distance = max($0.range.lowerBound - hit.range.upperBound, hit.range.lowerBound - $0.range.upperBound)
            return (0...2).contains(distance) && $0.nature == .bare
        }
        guard let next, next.money.minor % 100 == 0 else { return nil }
        let count = Int(next.money.minor / 100)
        return (2...1_000).contains(count) ? count : nil
    }

    // MARK: Dates

    /// The days of a promotion; nil where the sentence names none.
    func days(of sentence: ClauseSentence) -> (from: CalendarDate?, until: CalendarDate?)? {
        guard sentence.isAboutPromotion else { return nil }
        let found = dates.dates(in: page.document.text[sentence.range])
        guard !found.isEmpty else {
            let isOfPromotion =
                sentence.has(.only) || sentence.has(.promotion) || sentence.hits.contains { $0.group == terms.until }
            let namesAnEnd = sentence.has(.until, .weekday) && isOfPromotion
            return namesAnEnd && !sentence.has(.otherTopic) ? (nil, nil) : nil
        }
        guard sentence.has(.until) || found.count == 2 else { return nil }
        let days = found.compactMap { date in date.date ?? filled(date, by: found) }
        guard let last = days.max() else { return (nil, nil) }
        return (days.count == 2 && days[0] < last ? days[0] : nil, days.count <= 2 ? last : nil)
    }

    /// "1 to 24 December 2026": the first day has the year of the second.
    private func filled(_ date: FoundDate, by all: [FoundDate]) -> CalendarDate? {
        guard !date.yearWritten, let day = date.day, let month = date.month,
            let year = all.compactMap(\.date?.year).first
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
