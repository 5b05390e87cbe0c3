import Model
import Parsing

/// A sum from which delivery costs nothing.
struct DeliveryThreshold {
    let amount: Money
    /// The words that say that it is free.
    let hit: TermHit

    /// Words of a page that are looked at.
    private static let mostLooks = 300

    /// At most 10, in the page's order.
    static func all(in page: PageView) -> [DeliveryThreshold] {
        var found: [DeliveryThreshold] = []
        var reader: ThresholdReader?
        var looked = 0
        for hit in page.hits where ThresholdReader.tellsFree(hit) {
            guard found.count < 10, looked < mostLooks else { break }
            looked += 1
            let own = reader ?? ThresholdReader(page)
            reader = own
            if let sum = own.sum(beside: hit), !found.contains(where: { $0.amount == sum }) {
                found.append(DeliveryThreshold(amount: sum, hit: hit))
            }
        }
        return found
    }
}
