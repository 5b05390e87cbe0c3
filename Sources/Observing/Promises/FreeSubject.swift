import Parsing

/// Tells of what a word for "free" is said.
struct FreeSubject {
    let page: PageView

    private static let freeDelivery = TermGroup("promo.freeDelivery")
    private static let delivered = TermGroup("reading.delivered")
    private static let other = TermGroup("reading.otherFree")
    private static let deliveries = Set(
        ["reading.delivered", "promo.freeDelivery", "loyalty.deliveryTime"].compactMap { TermGroup($0) })
    /// Words that may stand right beside "free" and name nothing: of orders, of places, of conditions.
    private static let neighbours = Set(
        [
            "reading.purchase", "reading.aside", "reading.delivered", "reading.threshold", "reading.free",
            "condition.minimumPurchase", "promo.freeDelivery",
        ].compactMap { TermGroup($0) })
    /// Bytes after a whole phrase in which a second thing may be joined to it: "free delivery and returns".
    private static let joined = 24
    /// Short blocks before one that doesn't say what is free: a heading, the cells of a row.
    private static let blocksBack = 4
    private static let longestLabel = 120

    init(_ page: PageView) { self.page = page }

    /// Bytes between two places.
    static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        max(0, max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound))
    }

    /// The word's nearest subject is delivery.
    func isDelivery(_ free: TermHit, _ clause: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let block = Int(free.block)
        let hits = page.hits(in: block, from: clause)
        if free.group == Self.freeDelivery {
            let begin = page.clause(around: free.range.lowerBound..<(free.range.lowerBound + 1), in: sentence)
            let isOneClause = free.range.upperBound <= begin.upperBound
            if !isOneClause, !isNothing(before: free, hits, clause) { return false }
            return !hits.contains {
                $0.group == Self.other && !(isOneClause && $0.range.overlaps(free.range))
                    && !(0...Self.joined).contains($0.range.lowerBound - free.range.upperBound)
            }
        }
        guard isNothing(after: free, hits, clause) else { return false }
        if let nearest = nearest(in: hits, to: free.range) { return nearest }
        guard isNothing(before: free, hits, clause) else { return false }
        var earlier = clause
        while let before = page.clause(before: earlier, in: sentence) {
            if let told = subject(in: before, block) { return told }
            earlier = before
        }
        if let before = page.sentence(before: sentence, in: block), let told = subject(in: before, block) {
            return told
        }
        return isToldAbove(block)
    }

    /// A word for delivery stands right before a hit.
    func follows(_ hit: TermHit, aWordForDelivery hits: [TermHit]) -> Bool {
        hits.contains {
            $0.group == Self.delivered && (0...2).contains(hit.range.lowerBound - $0.range.upperBound)
        }
    }

    /// By a heading or by other cells.
    private func isToldAbove(_ block: Int) -> Bool {
        guard page.document.blocks[block].text.count <= Self.longestLabel else { return false }
        for other in stride(from: block - 1, through: max(0, block - Self.blocksBack), by: -1) {
            let range = page.document.blocks[other].text
            guard range.count <= Self.longestLabel else { return false }
            if let told = subject(in: range, other) { return told }
        }
        return false
    }

    /// Nil where neither delivery nor anything else that may be free is named.
    private func subject(in range: Range<Int>, _ block: Int) -> Bool? {
        let hits = page.hits(in: block, from: range)
        if hits.contains(where: { $0.group == Self.other }) { return false }
        return hits.contains { Self.deliveries.contains($0.group) } ? true : nil
    }

    private func nearest(in hits: [TermHit], to place: Range<Int>) -> Bool? {
        hits.filter { $0.group == Self.delivered || $0.group == Self.other }
            .min {
                (Self.distance($0.range, place), $1.group.rawValue) < (
                    Self.distance($1.range, place), $0.group.rawValue
                )
            }
            .map { $0.group == Self.delivered }
    }

    /// No unknown thing follows: "free colour card".
    private func isNothing(after free: TermHit, _ hits: [TermHit], _ clause: Range<Int>) -> Bool {
        let text = page.document.text
        var i = free.range.upperBound
        while i < clause.upperBound, text[i] == 32 { i += 1 }
        guard i < clause.upperBound, isLetter(text[i]) else { return true }
        if hits.contains(where: { Self.neighbours.contains($0.group) && $0.range.contains(i) }) { return true }
        // "Free tracked delivery": what it says of the delivery stands between.
        let next = hits.first { ($0.group == Self.delivered || $0.group == Self.other) && $0.range.lowerBound > i }
        if let next, next.group == Self.delivered, next.range.lowerBound - i <= 24 { return true }
        var end = i
        while end < clause.upperBound, text[end] > 45 { end += 1 }
        return isShort(i..<end)
    }

    /// No unknown thing stands before: "gift box free".
    private func isNothing(before free: TermHit, _ hits: [TermHit], _ clause: Range<Int>) -> Bool {
        let text = page.document.text
        var i = free.range.lowerBound
        while i > clause.lowerBound, text[i - 1] == 32 { i -= 1 }
        guard i > clause.lowerBound, isLetter(text[i - 1]) || text[i - 1] & 0xC0 == 0x80 else { return true }
        if hits.contains(where: { Self.neighbours.contains($0.group) && $0.range.contains(i - 1) }) { return true }
        var start = i
        while start > clause.lowerBound, text[start - 1] > 45 { start -= 1 }
        return isShort(start..<i)
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0xC3 && byte != 0xE2 }

    /// A function word, a currency: up to three letters, and no Thai, which parts no words.
    private func isShort(_ word: Range<Int>) -> Bool {
        let bytes = page.document.text[word]
        if bytes.contains(where: \.isASCIIDigit) { return true }
        return !bytes.contains(0xE0) && bytes.filter(isLetter).count <= 3
    }
}
