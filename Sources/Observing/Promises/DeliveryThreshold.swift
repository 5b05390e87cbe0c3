import Model
import Parsing

/// A sum from which delivery costs nothing, told by the parts of a sentence: "over {n}", a word for delivery, a word
/// for free, in whatever order a language has them.
struct DeliveryThreshold {
    let amount: Money
    /// The words that name the sum.
    let hit: TermHit

    private static let threshold = TermGroup("reading.threshold")
    private static let minimum = TermGroup("condition.minimumPurchase")
    private static let freeDelivery = TermGroup("promo.freeDelivery")
    private static let delivered = TermGroup("reading.delivered")
    private static let free = TermGroup("reading.free")
    private static let otherFree = TermGroup("reading.otherFree")

    /// Sums of a page that are looked at: a catalogue is full of them.
    private static let mostLooks = 300

    /// At most 10, in the page's order.
    static func all(in page: PageView) -> [DeliveryThreshold] {
        var found: [DeliveryThreshold] = []
        var money: MoneyReader?
        var looked = 0
        for hit in page.hits where hit.group == threshold || hit.group == minimum {
            guard found.count < 10, looked < mostLooks else { break }
            guard hit.first != nil else { continue }
            looked += 1
            let sentence = page.sentence(around: hit)
            let beside = page.hits(in: Int(hit.block), from: sentence)
            guard isFree(beside, hit, page) else { continue }
            let reader = money ?? MoneyReader(MoneyHabits(page: page))
            money = reader
            // A currency may stand behind the term's own words.
            let reach = hit.range.lowerBound..<min(sentence.upperBound, hit.range.upperBound + 1)
            let sum = reader.read(page.document.text, in: sentence).first {
                isSum($0, page.document.text) && $0.money.minor > 0 && $0.range.overlaps(reach)
            }
            if let sum, !found.contains(where: { $0.amount == sum.money }) {
                found.append(DeliveryThreshold(amount: sum.money, hit: hit))
            }
        }
        return found
    }

    /// Money, by its currency or by the dash in place of cents: "999.-".
    private static func isSum(_ amount: Amount, _ text: [UInt8]) -> Bool {
        if amount.nature == .money && amount.hasCurrency && !amount.isDoubtful { return true }
        let end = amount.range.upperBound
        guard amount.nature == .bare, end < text.count else { return false }
        return text[end...].starts(with: Array(".-".utf8)) || text[end...].starts(with: Array(",-".utf8))
    }

    /// The sentence says that delivery is free: as a whole phrase, or by a word for delivery and, behind it, one for
    /// free that no other thing follows ("delivery £4, free tote bag over £80").
    private static func isFree(_ beside: [TermHit], _ sum: TermHit, _ page: PageView) -> Bool {
        let text = page.document.text
        if beside.contains(where: { $0.group == otherFree }) { return false }
        if beside.contains(where: { $0.group == freeDelivery }) { return true }
        guard let word = beside.first(where: { $0.group == delivered }) else { return false }
        let end = page.document.blocks[Int(sum.block)].text.upperBound
        return beside.contains { free in
            guard free.group == self.free, free.range.lowerBound >= word.range.upperBound else { return false }
            var next = free.range.upperBound
            while next < end, text[next] == 32 { next += 1 }
            let isLast = next >= end || ".,;:!)\n\r".utf8.contains(text[next]) || text[next] == 0xD6
            let isBeforeSum = (0...24).contains(sum.range.lowerBound - free.range.upperBound)
            return isLast || isBeforeSum
        }
    }
}
