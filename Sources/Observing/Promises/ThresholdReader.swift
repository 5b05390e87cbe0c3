import Model
import Parsing

/// Reads from which sum on delivery is free, by the parts of a sentence: a word for free, what it is said of, and the
/// sum with its "over" or "from", in whatever order a language has them.
struct ThresholdReader {
    private let page: PageView
    private let money: MoneyReader
    private let subject: FreeSubject

    private static let free = TermGroup("reading.free")
    private static let freeDelivery = TermGroup("promo.freeDelivery")
    private static let delivered = TermGroup("reading.delivered")
    private static let denied = TermGroup("reading.denied")
    private static let from = TermGroup("price.from")
    private static let purchase = TermGroup("reading.purchase")
    private static let thresholds = [TermGroup("reading.threshold"), TermGroup("condition.minimumPurchase")]
    /// Nothing else may be said in a part of a sentence that only tells the condition.
    private static let elsewhere = [
        free, freeDelivery, TermGroup("reading.otherFree"),
    ]
    private static let conditionWords = Set(
        ([purchase, TermGroup("reading.aside")] + thresholds).compactMap { $0 })

    init(_ page: PageView, money: MoneyReader? = nil) {
        self.page = page
        self.money = money ?? MoneyReader(MoneyHabits(page: page))
        subject = FreeSubject(page)
    }

    /// A word or phrase that says that something is free.
    static func tellsFree(_ hit: TermHit) -> Bool { hit.group == free || hit.group == freeDelivery }

    /// What an order has to come to; nil where something else is free, or no sum is told.
    func sum(beside hit: TermHit) -> Money? {
        let block = Int(hit.block)
        let sentence = page.sentence(around: hit)
        let clause = page.clause(around: hit.range, in: sentence)
        if isDenied(clause, hit) { return nil }
        guard subject.isDelivery(hit, clause, sentence) else { return nil }
        if let own = marked(in: clause, of: sentence, block, near: hit.range) { return own }
        let beside = [page.clause(before: clause, in: sentence), page.clause(after: clause, in: sentence)]
        for other in beside.compactMap({ $0 }) where isCondition(other, block) {
            if let sum = marked(in: other, of: sentence, block, near: hit.range) { return sum }
        }
        if let worth = unmarked(in: clause, block, after: hit) { return worth }
        let sentences = [page.sentence(before: sentence, in: block), page.sentence(after: sentence, in: block)]
        for other in sentences.compactMap({ $0 }) where isCondition(other, block) {
            if let sum = marked(in: other, of: other, block, near: hit.range) { return sum }
        }
        return inNeighbour(of: block, hit)
    }

    /// "No free delivery", "we can't ship free".
    private func isDenied(_ clause: Range<Int>, _ free: TermHit) -> Bool {
        page.hits(in: Int(free.block), from: clause).contains { denial in
            denial.group == Self.denied
                && !page.hits(in: Int(free.block), from: denial.range).contains { Self.tellsFree($0) }
        }
    }

    /// Says nothing but from which sum on: "orders over £50", "od 65 €".
    private func isCondition(_ range: Range<Int>, _ block: Int, isCell: Bool = false) -> Bool {
        let hits = page.hits(in: block, from: range)
        if hits.contains(where: { Self.elsewhere.contains($0.group) }) { return false }
        // "DPD over £50" | "free"
        if hits.contains(where: { $0.group == Self.delivered }) { return isCell }
        if hits.contains(where: { $0.group == Self.purchase || $0.group == Self.thresholds[1] }) { return true }
        return page.looseWords(in: range, block: block, besides: Self.conditionWords) <= 1
    }

    /// The sum with a word for "from" or "over", nearest to some bytes.
    private func marked(in range: Range<Int>, of sentence: Range<Int>, _ block: Int, near place: Range<Int>) -> Money? {
        let marks = page.hits(in: block, from: range).filter { Self.thresholds.contains($0.group) && $0.first != nil }
        guard !marks.isEmpty else { return nil }
        let amounts = money.read(page.document.text, in: sentence)
        let found = marks.compactMap { mark -> (distance: Int, sum: Money)? in
            // A currency may stand behind the term's own words.
            let reach = mark.range.lowerBound..<min(sentence.upperBound, mark.range.upperBound + 1)
            let sum = amounts.first { $0.range.overlaps(reach) && isSum($0, amounts) }
            guard let sum, !isCost(mark, in: range, block) else { return nil }
            return (FreeSubject.distance(sum.range, place), sum.money)
        }
        return found.min { $0.distance < $1.distance }?.sum
    }

    /// "Delivery from £3.99": right behind the word for delivery, and nothing is free there.
    private func isCost(_ mark: TermHit, in clause: Range<Int>, _ block: Int) -> Bool {
        let hits = page.hits(in: block, from: clause)
        let isFrom = hits.contains { $0.group == Self.from && $0.range.overlaps(mark.range) }
        return isFrom && subject.follows(mark, aWordForDelivery: hits) && !hits.contains(where: Self.tellsFree)
    }

    /// Money, by its currency or by the dash in place of cents ("999.-"); a bare number beside another with a currency.
    private func isSum(_ amount: Amount, _ all: [Amount]) -> Bool {
        guard amount.money.minor > 0 else { return false }
        if amount.nature == .money && amount.hasCurrency && !amount.isDoubtful { return true }
        guard amount.nature == .bare else { return false }
        let text = page.document.text
        let end = min(amount.range.upperBound, text.count)
        let around = text[max(0, end - 2)..<min(text.count, end + 2)]
        if around.contains(UInt8(ascii: "-")), around.contains(where: { ".,".utf8.contains($0) }) { return true }
        return amount.value >= 10 && all.contains { $0.nature == .money && $0.hasCurrency && $0.range != amount.range }
    }

    /// "Free delivery for orders worth £50": behind the word for free and one for the order.
    private func unmarked(in clause: Range<Int>, _ block: Int, after free: TermHit) -> Money? {
        let start = free.range.upperBound
        guard start < clause.upperBound else { return nil }
        let words = page.hits(in: block, from: start..<clause.upperBound)
        guard let order = words.first(where: { $0.group == Self.purchase && $0.range.lowerBound >= start }) else {
            return nil
        }
        let amounts = money.read(page.document.text, in: clause)
        let sums = amounts.filter { $0.range.lowerBound >= start && isSum($0, amounts) && $0.nature == .money }
        guard sums.count == 1, FreeSubject.distance(sums[0].range, order.range) <= 32 else { return nil }
        return sums[0].money
    }

    /// A short block says that delivery is free, the one beside it from which sum on: two lines of a strip, two cells.
    private func inNeighbour(of block: Int, _ hit: TermHit) -> Money? {
        let own = page.document.blocks[block].text
        guard own.count <= 90, !page.document.text[own].contains(where: \.isASCIIDigit) else { return nil }
        for other in [block + 1, block - 1] where page.document.blocks.indices.contains(other) {
            let range = page.document.blocks[other].text
            guard range.count <= 120, isCondition(range, other, isCell: true) else { continue }
            if let sum = marked(in: range, of: range, other, near: hit.range) { return sum }
        }
        return nil
    }
}
