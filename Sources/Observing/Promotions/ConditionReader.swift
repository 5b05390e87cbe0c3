import Model
import Parsing

/// Reads clauses of promotions' terms, sentence by sentence: by whole phrases, and by the parts of the sentence.
struct ConditionReader {
    let page: PageView
    let terms: PromotionTerms
    let money: MoneyReader
    let kind: PageKind
    /// Blocks with claims or notes, ascending: general words count as conditions only near them.
    let promotional: [Int]
    /// The page's main heading names a promotion.
    let isHeadedByPromotion: Bool

    /// How many blocks away a clause may stand from what it limits.
    private static let reach = 3
    /// Of a page.
    private static let most = 100

    func conditions() -> [Condition] {
        guard kind != .privacy else { return [] }
        let figures = ClauseFigures(
            page: page, money: money, dates: DateReader(page.lexicon, language: page.language.tag),
            terms: terms)
        var found: [Condition] = []
        var last: (block: Int, end: Int) = (-1, 0)
        for hit in page.hits where found.count < ConditionReader.most {
            let block = Int(hit.block)
            guard terms.condition(hit.group) != nil || !terms.part(hit.group).isEmpty,
                block != last.block || hit.range.lowerBound >= last.end, isRead(block)
            else { continue }
            let sentence = sentence(around: hit)
            last = (block, max(hit.range.upperBound, sentence.range.upperBound))
            found += clauses(of: sentence, figures)
        }
        return found
    }

    /// Names of pages are no terms; a banner that is a link, and announces something, may hold some.
    private func isRead(_ index: Int) -> Bool {
        let block = page.document.blocks[index]
        return block.region != .navigation && (!block.flags.contains(.inLink) || promotional.contains(index))
    }

    private func sentence(around hit: TermHit) -> ClauseSentence {
        let range = page.sentence(around: hit)
        let block = Int(hit.block)
        let hits = Array(page.hits(in: block, from: range))
        var parts: ClauseParts = []
        var phrases: [ConditionKind: TermHit] = [:]
        let uncombined = hits.filter { terms.part($0.group).contains(.uncombined) }.map(\.range)
        for hit in hits {
            var part = terms.part(hit.group)
            // "May not be used alongside" leaves no goods out.
            if part.contains(.without), uncombined.contains(where: { $0.overlaps(hit.range) }) { part.remove(.without) }
            parts.formUnion(part)
            if let kind = terms.condition(hit.group), phrases[kind] == nil { phrases[kind] = hit }
        }
        return ClauseSentence(
            range: trimmed(range), block: block, hits: hits, parts: parts, phrases: phrases,
            isNearPromotion: isNearPromotion(block), isOfDelivery: isOfDelivery(hits), isAmongGoods: isAmongGoods)
    }

    /// All words for leaving out stand beside one for delivery.
    private func isOfDelivery(_ hits: [TermHit]) -> Bool {
        let without = hits.filter { terms.part($0.group).contains(.without) || $0.group == terms.exclusion }
        guard !without.isEmpty else { return false }
        return without.allSatisfy { word in
            hits.contains { other in
                terms.deliveries.contains(other.group)
                    && (word.range.overlaps(other.range)
                        || (0...12).contains(other.range.lowerBound - word.range.upperBound)
                        || (0...2).contains(word.range.lowerBound - other.range.upperBound))
            }
        }
    }

    private func clauses(of sentence: ClauseSentence, _ figures: ClauseFigures) -> [Condition] {
        var kinds = Set(sentence.kinds)
        let minimum = figures.minimum(of: sentence)
        let quantity = figures.quantity(of: sentence)
        let days = figures.days(of: sentence)
        kinds.subtract([.minimumPurchase, .minimumQuantity, .dates])
        if minimum.found { kinds.insert(.minimumPurchase) }
        if quantity.found { kinds.insert(.minimumQuantity) }
        if days != nil { kinds.insert(.dates) }
        guard !kinds.isEmpty else { return [] }
        let mention = page.mention(around: sentence.range, within: sentence.range, in: sentence.block)
        return ConditionKind.allCases.filter(kinds.contains).map { kind in
            Condition(
                kind: kind, mention: mention, amount: kind == .minimumPurchase ? minimum.amount : nil,
                count: kind == .minimumQuantity ? quantity.count : nil, from: kind == .dates ? days?.from : nil,
                until: kind == .dates ? days?.until : nil)
        }
    }

    private var isAmongGoods: Bool {
        switch kind {
        case .product, .listing, .home, .cart, .checkout, .search: true
        default: false
        }
    }

    private func isNearPromotion(_ block: Int) -> Bool {
        if kind == .promotion { return true }
        if isHeadedByPromotion, kind != .product, kind != .listing { return true }
        if promotional.contains(where: { abs($0 - block) <= ConditionReader.reach }) { return true }
        switch kind {
        // What these pages say of orders is the shop's general terms.
        case .terms, .returns, .warranty, .legal, .delivery, .payment, .help: return false
        case _ where isAmongGoods: return false
        default: return page.hits(in: block).contains { terms.part($0.group).contains(.promotion) }
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let text = page.document.text
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, text[start] <= 32 { start += 1 }
        while end > start, text[end - 1] <= 32 { end -= 1 }
        return start..<end
    }
}
