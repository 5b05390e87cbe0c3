import Model
import Parsing

/// Reads clauses of promotions' terms.
struct ConditionReader {
    let page: PageView
    let terms: PromotionTerms
    let money: MoneyReader
    let kind: PageKind
    /// Blocks with claims or notes, ascending: general words count as conditions only near them.
    let promotional: [Int]

    /// How many blocks away a clause may stand from what it limits.
    private static let reach = 3

    func conditions() -> [Condition] {
        var found: [Condition] = []
        var seen: Set<String> = []
        for hit in page.hits where found.count < 100 {
            guard let kind = terms.condition(hit.group), belongs(kind, Int(hit.block)) else { continue }
            guard seen.insert("\(kind.rawValue) \(hit.block)").inserted else { continue }
            found.append(Condition(kind: kind, mention: page.mention(of: hit), amount: amount(kind, hit)))
        }
        return found
    }

    private func belongs(_ kind: ConditionKind, _ block: Int) -> Bool {
        if self.kind == .promotion || isNear(block) { return self.kind != .privacy }
        switch kind {
        case .notCombinable, .fullPriceOnly, .coupon: return self.kind != .privacy
        default: return false
        }
    }

    private func isNear(_ block: Int) -> Bool {
        promotional.contains { abs($0 - block) <= ConditionReader.reach }
    }

    /// The sum that a minimum names.
    private func amount(_ kind: ConditionKind, _ hit: TermHit) -> Money? {
        guard kind == .minimumPurchase else { return nil }
        let block = page.document.blocks[Int(hit.block)].text
        let reach = max(block.lowerBound, hit.range.lowerBound - 2)..<min(block.upperBound, hit.range.upperBound + 24)
        let sums = money.read(page.document.text, in: block).filter { $0.range.overlaps(reach) && $0.money.minor > 0 }
        if let sum = sums.first(where: { $0.nature == .money && $0.hasCurrency }) { return sum.money }
        guard let number = hit.first, number > 0, number < 10_000_000 else { return nil }
        return Money(minor: Int64(number * 100), currency: nil)
    }
}
