import Model
import Parsing

/// Reads for how long goods can be given back: a word for giving back, and a length of time in the same part of a
/// sentence, in the sentence, in the one beside it, or under a heading.
struct ReturnSpans {
    private let page: PageView
    private let spans: TimeSpanReader

    private typealias Found = (range: Range<Int>, span: TimeSpan)

    private static let giveBack = TermGroup("reading.giveBack")
    private static let returnDays = TermGroup("loyalty.returnDays")
    private static let tryOut = TermGroup("reading.tryOut")
    /// Words for other things that take time: a refund, a delivery, a warranty.
    private static let others = Set(
        ["reading.otherSpan", "loyalty.warranty", "contact.answerTime"].compactMap { TermGroup($0) })
    private static let delivery = Set(
        ["reading.delivered", "loyalty.deliveryTime", "promo.freeDelivery"].compactMap { TermGroup($0) })
    /// Bytes of text between the word and the length.
    private static let reach = 160
    /// Words of a page that are looked at.
    private static let mostLooks = 300
    /// Bytes of a heading or a cell that names what the next one tells.
    private static let longestLabel = 80

    init(_ page: PageView) {
        self.page = page
        spans = page.spoken.spans(page.lexicon)
    }

    /// Days, each number once, in the page's order.
    func days() -> [MeasuredMention] {
        guard let group = Self.giveBack else { return [] }
        var found: [MeasuredMention] = []
        var looked = 0
        for hit in page.hits where hit.group == group {
            guard found.count < 10, looked < Self.mostLooks else { break }
            looked += 1
            guard let (one, block) = span(beside: hit), let days = Self.days(one.span) else { continue }
            if !found.contains(where: { $0.value == days }) {
                let mention =
                    block == Int(hit.block) ? page.mention(of: hit) : page.mention(around: one.range, in: block)
                found.append(MeasuredMention(mention, value: days))
            }
        }
        return found
    }

    private func span(beside hit: TermHit) -> (Found, block: Int)? {
        let block = Int(hit.block)
        let sentence = page.sentence(around: hit)
        let told = read(sentence)
        if !told.isEmpty { return own(hit, sentence, told).map { ($0, block) } }
        if let found = inNextSentence(of: sentence, hit) { return (found, block) }
        return inNeighbour(of: block)
    }

    /// In the same part of the sentence, behind the word or before it; else in another part of a sentence that speaks
    /// of nothing else.
    private func own(_ hit: TermHit, _ sentence: Range<Int>, _ told: [Found]) -> Found? {
        let block = Int(hit.block)
        let near = told.filter { FreeSubject.distance($0.range, hit.range) <= Self.reach }
        let clause = page.clause(around: hit.range, in: sentence)
        let beside = near.filter { clause.overlaps($0.range) }
        if !beside.isEmpty {
            return isElsewhere(clause, block) ? nil : Self.nearest(beside, to: hit)
        }
        return isElsewhere(sentence, block) ? nil : Self.nearest(near, to: hit)
    }

    private static func nearest(_ found: [Found], to hit: TermHit) -> Found? {
        found.first { $0.range.upperBound > hit.range.lowerBound } ?? found.last
    }

    /// "Try it for 60 days. Not for you? Send it back."
    private func inNextSentence(of sentence: Range<Int>, _ hit: TermHit) -> Found? {
        let block = Int(hit.block)
        if isElsewhere(sentence, block) { return nil }
        let isTrial = says(Self.tryOut, sentence, block)
        for other in around(sentence, block) {
            guard isTrial || says(Self.tryOut, other, block), !isElsewhere(other, block), let first = read(other).first
            else { continue }
            return first
        }
        return nil
    }

    /// Two sentences after one and two before: "Not for you? No problem. You have 30 days."
    private func around(_ sentence: Range<Int>, _ block: Int) -> [Range<Int>] {
        var out: [Range<Int>] = []
        if let next = page.sentence(after: sentence, in: block) {
            out.append(next)
            if let second = page.sentence(after: next, in: block) { out.append(second) }
        }
        if let last = page.sentence(before: sentence, in: block) {
            out.append(last)
            if let second = page.sentence(before: last, in: block) { out.append(second) }
        }
        return out
    }

    /// A heading or a cell names giving back, the block behind it the length; or a figure stands over its words.
    private func inNeighbour(of block: Int) -> (Found, block: Int)? {
        let own = page.document.blocks[block].text
        guard own.count <= Self.longestLabel, !isElsewhere(own, block) else { return nil }
        let blocks = page.document.blocks
        if block + 1 < blocks.count, !says(Self.giveBack, blocks[block + 1].text, block + 1) {
            let next = blocks[block + 1].text
            let sentence = page.sentence(around: next.lowerBound..<next.lowerBound, in: block + 1)
            if let found = lead(sentence, block + 1) { return (found, block + 1) }
        }
        guard block > 0, blocks[block - 1].text.count <= 40, let found = lead(blocks[block - 1].text, block - 1),
            block < 2 || !isTaken(block - 2)
        else { return nil }
        return (found, block - 1)
    }

    /// A length right at the beginning of a sentence, or in one on trying out, that speaks of nothing else.
    private func lead(_ sentence: Range<Int>, _ block: Int) -> Found? {
        if isElsewhere(sentence, block) { return nil }
        if page.hits(in: block, from: sentence).contains(where: { Self.delivery.contains($0.group) }) { return nil }
        guard let first = read(sentence).first else { return nil }
        let isEarly = first.range.lowerBound - sentence.lowerBound <= 40
        return isEarly || says(Self.tryOut, sentence, block) ? first : nil
    }

    /// The block names something else that takes time.
    private func isTaken(_ block: Int) -> Bool {
        let range = page.document.blocks[block].text
        return isElsewhere(range, block)
            || page.hits(in: block, from: range).contains { Self.delivery.contains($0.group) }
    }

    private func read(_ range: Range<Int>) -> [Found] {
        spans.all(in: page.document.text[range]).map { found in
            let start = range.lowerBound
            return ((start + found.range.lowerBound)..<(start + found.range.upperBound), found.span)
        }
    }

    private func says(_ group: TermGroup?, _ range: Range<Int>, _ block: Int) -> Bool {
        page.hits(in: block, from: range).contains { $0.group == group }
    }

    /// A word for something else stands there that is no part of one for giving back.
    func isElsewhere(_ range: Range<Int>, _ block: Int) -> Bool {
        let hits = page.hits(in: block, from: range)
        return hits.contains { other in
            Self.others.contains(other.group)
                && !hits.contains {
                    ($0.group == Self.giveBack || $0.group == Self.returnDays) && $0.range.overlaps(other.range)
                }
        }
    }

    /// Whole days up to a year; nil for hours and working days, which other things take, and for "5 to 7 days", which
    /// parcels and banks do.
    private static func days(_ span: TimeSpan) -> Double? {
        guard [.day, .week, .month].contains(span.unit), span.low > 0, span.low == span.high else { return nil }
        let days = span.hours / 24
        return days.rounded() == days && (1...366).contains(days) ? days : nil
    }
}
