import Model
import Parsing

/// Gathers what a page promises to everybody: by terms of the language files, and the length of time or the sum beside
/// them.
struct PromiseReader {
    private let page: PageView
    private let spans: TimeSpanReader
    private let open: OpenHours
    private var found: [Promise] = []
    /// The page is about delivery, or about something that is delivered.
    private var isDelivery = false

    /// Of a page.
    private static let most = 30
    /// Bytes of text around a term in which its length of time may stand.
    private static let after = 72
    private static let before = 40
    private static let groups: [(TermGroup?, PromiseKind)] = [
        (TermGroup("contact.answerTime"), .answerTime), (TermGroup("contact.roundClock"), .roundTheClock),
        (TermGroup("reading.allDay"), .roundTheClock), (TermGroup("loyalty.deliveryTime"), .deliveryTime),
        (TermGroup("loyalty.warranty"), .warranty),
        (TermGroup("promo.lowestPrice"), .lowestPrice),
    ]
    /// By `TermGroup.rawValue`.
    private static let kinds: [PromiseKind?] = TermGroups.all.indices.map { index in
        groups.first { $0.0.map { Int($0.rawValue) } == index }?.1
    }
    private static let returns = [TermGroup("loyalty.returns"), TermGroup("loyalty.returnDays")]

    init(_ page: PageView) {
        self.page = page
        spans = page.spoken.spans(page.lexicon)
        open = OpenHours(page)
    }

    /// What the page says, in its order; `facts` hold days for returns and free delivery already.
    mutating func promises(_ facts: PageFacts) -> [Promise] {
        isDelivery = [.product, .delivery].contains { facts.kind.covers($0) }
        for hit in page.hits where found.count < PromiseReader.most {
            guard let kind = PromiseReader.kinds[Int(hit.group.rawValue)] else { continue }
            take(hit, kind)
        }
        for days in facts.loyalty.returnDays {
            keep(
                Promise(
                    kind: .returnDays, span: TimeSpan(low: days.value, high: days.value, unit: .day),
                    mention: days.mention))
        }
        for claim in facts.promotions.claims where claim.kind == .freeDelivery && claim.amount != nil {
            keep(Promise(kind: .freeDelivery, amount: claim.amount, mention: claim.mention))
        }
        for threshold in DeliveryThreshold.all(in: page) {
            keep(Promise(kind: .freeDelivery, amount: threshold.amount, mention: page.mention(of: threshold.hit)))
        }
        return found
    }

    private mutating func take(_ hit: TermHit, _ kind: PromiseKind) {
        switch kind {
        case .roundTheClock where !open.isRoundClock(hit): break
        case .roundTheClock, .lowestPrice:
            keep(Promise(kind: kind, mention: page.mention(of: hit)))
        case .deliveryTime where isAboutReturns(hit):
            // "Money back within 14 working days" is no delivery.
            break
        case .deliveryTime where !isDelivery && isBare(hit): break
        default:
            guard let span = span(beside: hit), PromiseReader.isPlausible(span, kind) else { break }
            keep(Promise(kind: kind, span: span, mention: page.mention(of: hit)))
        }
    }

    /// One of each kind and length.
    private mutating func keep(_ promise: Promise) {
        let isKnown = found.contains {
            $0.kind == promise.kind && $0.span == promise.span && $0.amount == promise.amount
        }
        if !isKnown, found.count < PromiseReader.most { found.append(promise) }
    }

    /// A word on returns stands in the same sentence.
    private func isAboutReturns(_ hit: TermHit) -> Bool {
        page.hits(in: Int(hit.block)).contains { other in
            guard PromiseReader.returns.contains(other.group) else { return false }
            let between =
                other.range.lowerBound < hit.range.lowerBound
                ? other.range.lowerBound..<hit.range.lowerBound : hit.range.lowerBound..<other.range.lowerBound
            let words = page.document.text[between]
            return !words.indices.contains { i in
                words[i] == UInt8(ascii: ".") && i + 1 < words.endIndex && words[i + 1] == 32
            }
        }
    }

    /// Nothing but a length of time, in a block that has no other word on delivery.
    private func isBare(_ hit: TermHit) -> Bool {
        func beginsWithFigure(_ hit: TermHit) -> Bool { (48...57).contains(page.document.text[hit.range.lowerBound]) }
        return beginsWithFigure(hit)
            && !page.hits(in: Int(hit.block)).contains { $0.group == hit.group && !beginsWithFigure($0) }
    }

    /// Where the figures begin that a term's own are the end of: "3-" of "3-5 Werktage".
    private func start(of hit: TermHit, in block: Range<Int>) -> Int {
        let text = page.document.text
        func isFigure(_ i: Int) -> Bool { i >= block.lowerBound && (48...57).contains(text[i]) }
        guard isFigure(hit.range.lowerBound) else { return hit.range.lowerBound }
        var i = hit.range.lowerBound - 1
        var hasDash = false
        // Hyphen, and the last byte of the dashes in UTF-8 with those before it.
        while i >= block.lowerBound, text[i] == 32 || text[i] == 45 || text[i] >= 0x80 {
            hasDash = hasDash || text[i] != 32
            i -= 1
        }
        guard hasDash, hit.range.lowerBound - i <= 6, isFigure(i) else { return hit.range.lowerBound }
        while isFigure(i - 1) { i -= 1 }
        return i
    }

    /// In the term or after it; before it for "2 years' warranty".
    private func span(beside hit: TermHit) -> TimeSpan? {
        let block = page.document.blocks[Int(hit.block)].text
        let text = page.document.text
        let begin = start(of: hit, in: block)
        let end = min(block.upperBound, hit.range.upperBound + PromiseReader.after)
        if let found = spans.first(in: sentence(text[begin..<end], from: hit.range.upperBound)) {
            return found
        }
        guard hit.group == TermGroup("loyalty.warranty") else { return nil }
        let start = max(block.lowerBound, hit.range.lowerBound - PromiseReader.before)
        let words = text[start..<hit.range.lowerBound]
        let cut = words.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ";") }.map { $0 + 1 }
        return spans.first(in: words[(cut ?? start)...])
    }

    /// Up to the first end of a sentence after `place`; cut between characters.
    private func sentence(_ words: ArraySlice<UInt8>, from place: Int) -> ArraySlice<UInt8> {
        var end = words.endIndex
        var i = place
        while i < words.endIndex {
            let isStop = words[i] == UInt8(ascii: ".") && (i + 1 == words.endIndex || words[i + 1] == 32)
            if isStop || [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";")].contains(words[i]) {
                end = i
                break
            }
            i += 1
        }
        while end > words.startIndex, end < words.endIndex, words[end] & 0xC0 == 0x80 { end -= 1 }
        return words[..<end]
    }

    /// A length that somebody may promise for such a thing; anything else was read off something else.
    private static func isPlausible(_ span: TimeSpan, _ kind: PromiseKind) -> Bool {
        guard span.low > 0, span.high >= span.low else { return false }
        return switch kind {
        case .answerTime: span.hours <= 31 * 24
        case .deliveryTime: span.hours <= 200 * 24 && span.unit != .year
        case .warranty: span.hours >= 30 * 24 && span.hours <= 50 * 8_760
        default: true
        }
    }
}
