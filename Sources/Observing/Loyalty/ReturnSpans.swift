import Model
import Parsing

/// Reads for how long goods can be given back: a word for giving back, and a length of time in the same sentence.
struct ReturnSpans {
    private let page: PageView
    private let spans: TimeSpanReader

    private static let giveBack = TermGroup("reading.giveBack")
    /// Words for other things that take time: a refund, a delivery, a warranty.
    private static let others = [
        "reading.otherSpan", "loyalty.warranty", "contact.answerTime",
    ].map { TermGroup($0) }
    /// Bytes of text on either side of the word.
    private static let reach = 140

    init(_ page: PageView) {
        self.page = page
        spans = page.spoken.spans(page.lexicon)
    }

    /// Words of a page that are looked at.
    private static let mostLooks = 300

    /// Days, each number once, in the page's order.
    func days() -> [MeasuredMention] {
        guard let group = Self.giveBack else { return [] }
        var found: [MeasuredMention] = []
        var looked = 0
        for hit in page.hits where hit.group == group {
            guard found.count < 10, looked < Self.mostLooks else { break }
            looked += 1
            guard let span = span(beside: hit), let days = Self.days(span) else { continue }
            if Self.others.contains(where: { page.says($0, beside: hit) }) { continue }
            if !found.contains(where: { $0.value == days }) {
                found.append(MeasuredMention(page.mention(of: hit), value: days))
            }
        }
        return found
    }

    /// In the word or behind it, else before it.
    private func span(beside hit: TermHit) -> TimeSpan? {
        let text = page.document.text
        let sentence = page.sentence(around: hit)
        let end = min(sentence.upperBound, hit.range.upperBound + Self.reach)
        if let span = spans.first(in: text[hit.range.lowerBound..<end]) { return span }
        var start = max(sentence.lowerBound, hit.range.lowerBound - Self.reach)
        // Not from the middle of a character or a number.
        while start > sentence.lowerBound, start < hit.range.lowerBound,
            text[start] & 0xC0 == 0x80 || text[start].isASCIIDigit
        {
            start += 1
        }
        return spans.first(in: text[start..<hit.range.upperBound])
    }

    /// Whole days up to a year; nil for hours and working days, which other things take.
    private static func days(_ span: TimeSpan) -> Double? {
        guard [.day, .week, .month].contains(span.unit), span.low > 0 else { return nil }
        let days = span.hours / 24
        return days.rounded() == days && (1...366).contains(days) ? days : nil
    }
}
