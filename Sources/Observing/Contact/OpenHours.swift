import Model
import Parsing

/// Tells hours at which somebody is there from other times: of deliveries, of events, of what a battery lasts.
struct OpenHours {
    private let page: PageView
    private let groups = Groups.all

    /// Short blocks before one, in which a heading may say whose hours these are.
    private static let blocksBack = 8
    private static let longestLabel = 120

    init(_ page: PageView) { self.page = page }

    /// A term that may tell hours.
    func concernsHours(_ hit: TermHit) -> Bool {
        hit.group == groups.weekday || hit.group == groups.hours || hit.group == groups.attended
    }

    /// A term that may tell that somebody is there at any hour.
    func concernsClock(_ hit: TermHit) -> Bool { hit.group == groups.roundClock || hit.group == groups.allDay }

    /// A name for hours; or times of day beside a weekday or a word for being there, that aren't another thing's.
    func isTold(by hit: TermHit) -> Bool {
        let block = Int(hit.block)
        // Words for being there are common, times of day are not.
        if hit.group == groups.attended, page.document.blocks[block].digits < 2 { return false }
        let sentence = page.sentence(around: hit)
        let clause = page.clause(around: hit.range, in: sentence)
        if says(groups.otherTimes, clause, block) { return false }
        if says(groups.otherTimes, sentence, block), !isSomebody(in: clause, block) { return false }
        if hit.group == groups.hours, hit.first == nil, !isWeekday(hit) { return true }
        if hit.group == groups.attended {
            return ClockTimes.hasSpan(page.document.text, clause, isClear: true) && !hasDate(sentence)
        }
        let isBeside = isBesideTimes(hit) || isSomebody(in: sentence, block) && isBesidePair(hit)
        guard isBeside, !hasDate(sentence) else { return false }
        return isSomebodyThere(clause, sentence, block)
    }

    /// Somebody is there, or orders are taken, at any hour: said outright, or by "24 hours" beside a word for calling,
    /// opening, helping.
    func isRoundClock(_ hit: TermHit) -> Bool {
        let block = Int(hit.block)
        let sentence = page.sentence(around: hit)
        let clause = page.clause(around: hit.range, in: sentence)
        if says(groups.denied, clause, block) { return false }
        if hit.group == groups.roundClock, page.looseWords(in: sentence, block: block, besides: groups.clock) == 0 {
            return true
        }
        let hits = page.hits(in: block, from: sentence)
        let isSpan = hits.contains {
            $0.group == groups.otherDay && $0.range.overlaps(hit.range)
                || groups.spans.contains($0.group) && clause.overlaps($0.range)
        }
        if isSpan { return false }
        if hits.contains(where: isSomebody) || page.document.blocks[block].digits >= 9 { return true }
        if let before = page.sentence(before: sentence, in: block) { return isSomebody(in: before, block) }
        guard block > 0, page.document.blocks[block].text.count <= Self.longestLabel else { return false }
        let label = page.document.blocks[block - 1].text
        return label.count <= Self.longestLabel && isSomebody(in: label, block - 1)
    }

    /// "Order on our site 24/7": the web shop is open at night, nobody answers.
    func isOrderingOnly(_ hit: TermHit) -> Bool {
        let block = Int(hit.block)
        var isOrdering = false
        for other in page.hits(in: block) {
            if isSomebody(other), other.group != groups.attended { return false }
            if other.group == groups.ordering { isOrdering = true }
        }
        if isOrdering { return true }
        // A bare "24/7" may praise a watch: a number to call or words for people have to stand beside it.
        guard hit.range.count <= 5, page.document.blocks[block].digits < 9,
            !page.hits(in: block).contains(where: isSomebody)
        else { return false }
        return block == 0 || !page.hits(in: block - 1).contains(where: isSomebody)
    }

    // MARK: Whose hours

    /// A word for people or for being open stands in the sentence, or nothing but days and times does, or a heading
    /// says so.
    private func isSomebodyThere(_ clause: Range<Int>, _ sentence: Range<Int>, _ block: Int) -> Bool {
        if isSomebody(in: sentence, block) { return true }
        let isBare =
            page.looseWords(in: clause, block: block, besides: groups.schedule) == 0
            && page.looseWords(in: sentence, block: block, besides: groups.schedule) <= 2
        for other in stride(from: block - 1, through: max(0, block - Self.blocksBack), by: -1) {
            let range = page.document.blocks[other].text
            guard range.count <= Self.longestLabel else { break }
            if says(groups.otherTimes, range, other) { return false }
            if isSomebody(in: range, other) { return true }
        }
        return isBare
    }

    private func isSomebody(_ hit: TermHit) -> Bool {
        groups.people.contains(hit.group) && !(hit.group == groups.hours && (hit.first != nil || isWeekday(hit)))
    }

    private func isSomebody(in range: Range<Int>, _ block: Int) -> Bool {
        page.hits(in: block, from: range).contains(where: isSomebody)
    }

    private func isWeekday(_ hit: TermHit) -> Bool {
        page.hits(in: Int(hit.block), from: hit.range).contains { $0.group == groups.weekday }
    }

    private func says(_ group: TermGroup?, _ range: Range<Int>, _ block: Int) -> Bool {
        page.hits(in: block, from: range).contains { $0.group == group }
    }

    /// "Saturday 14 March": a day of its own.
    private func hasDate(_ sentence: Range<Int>) -> Bool {
        DateReader(page.lexicon, language: page.language.tag).dates(in: page.document.text[sentence])
            .contains { $0.month != nil || $0.yearWritten }
    }

    /// Times of day stand beside a day of the week, in its block or in the one after that ("Friday" in one cell).
    private func isBesideTimes(_ hit: TermHit) -> Bool {
        let block = Int(hit.block)
        let own = page.document.blocks[block].text
        let text = page.document.text
        if ClockTimes.hasSpan(text, hit.range.lowerBound..<min(own.upperBound, hit.range.upperBound + 60)) {
            return true
        }
        // "9am–5pm weekdays"
        if ClockTimes.hasSpan(text, max(own.lowerBound, hit.range.lowerBound - 40)..<hit.range.lowerBound) {
            return true
        }
        guard own.count <= 40, own.upperBound - hit.range.upperBound <= 4, block + 1 < page.document.blocks.count else {
            return false
        }
        let next = page.document.blocks[block + 1].text
        return next.count <= 40 && ClockTimes.hasSpan(text, next)
    }

    private func isBesidePair(_ hit: TermHit) -> Bool {
        let block = page.document.blocks[Int(hit.block)].text
        let reach =
            max(block.lowerBound, hit.range.lowerBound - 40)..<min(block.upperBound, hit.range.upperBound + 80)
        return ClockTimes.hasPair(page.document.text, reach)
    }

    /// The groups of terms that hours are told by, looked up once.
    private struct Groups {
        static let all = Groups()
        let weekday = TermGroup("time.weekday")
        let hours = TermGroup("contact.hours")
        let roundClock = TermGroup("contact.roundClock")
        let allDay = TermGroup("reading.allDay")
        let otherDay = TermGroup("reading.otherDay")
        let ordering = TermGroup("order.site")
        let attended = TermGroup("reading.attended")
        let otherTimes = TermGroup("reading.otherTimes")
        let denied = TermGroup("reading.denied")
        let people = Set(
            [
                "contact.phoneLabel", "contact.department", "contact.chat", "contact.whatsappLabel",
                "contact.callback", "contact.tollFree", "contact.hours", "reading.attended",
            ].compactMap { TermGroup($0) })
        let schedule = Set(
            ["contact.hours", "time.weekday", "contact.phoneLabel", "reading.attended"].compactMap { TermGroup($0) })
        let clock = Set(
            ["contact.roundClock", "reading.allDay", "reading.attended", "time.weekday", "order.site"]
                .compactMap { TermGroup($0) })
        let spans = Set(["contact.answerTime", "loyalty.warranty"].compactMap { TermGroup($0) })
    }
}
