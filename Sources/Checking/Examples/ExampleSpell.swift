import Model

/// A time during which an example's product had one price, written "60-10: 80.00 EUR, was 100.00": seen every day from
/// 60 days ago to 10 days ago, or "60-10/7" every seventh day.
public struct ExampleSpell: Sendable, Hashable {
    /// Days before the example's audit, descending.
    public let days: [Int]
    /// What was charged.
    public let price: Money
    /// The higher price beside it.
    public let was: Money?

    /// Nil for a text of another form.
    public init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        let span = halves[0].split(separator: "/")
        let ends = span.first?.split(separator: "-").compactMap { Int($0.filter { $0 != " " }) } ?? []
        guard let first = ends.first, let last = ends.last, first >= last, last > 0, ends.count <= 2,
            let step = span.count > 1 ? Int(span[1]) : 1, step > 0
        else { return nil }
        days = Array(stride(from: first, through: last, by: -step))
        let parts = halves[1].split(separator: ",").map { $0.split(separator: " ") }
        guard let amount = parts.first, amount.count == 2, let price = Money(decimal: amount[0], String(amount[1]))
        else { return nil }
        self.price = price
        guard parts.count > 1 else {
            was = nil
            return
        }
        guard parts.count == 2, parts[1].count == 2, parts[1][0] == "was",
            let was = Money(decimal: parts[1][1], price.currency)
        else { return nil }
        self.was = was
    }

    /// The sightings of an audit at `now`, milliseconds since 1970-01-01T00:00:00Z.
    public func sightings(before now: Int64) -> [PriceSighting] {
        days.map { day in
            PriceSighting(
                seenAt: now - Int64(day) * 86_400_000, price: price, was: was, wasKind: was == nil ? nil : .former)
        }
    }
}
