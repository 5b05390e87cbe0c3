import Model

/// What an example's shop gives to who comes a second time.
public struct ExampleVisit: Sendable, Hashable {
    /// Seconds between the two visits.
    public var after: Int
    /// The page then; nil where it can't be read.
    public var html: String?
    /// What says that it may be a copy of the first answer.
    public var copy: CopySign?
}

/// A countdown as an earlier audit saw it, written "5: 2026-02-27T12:00:00Z, Sale ends in": five days ago, with the end
/// and the words.
public struct ExampleEnd: Sendable, Hashable {
    /// Days before the example's audit.
    public let days: Int
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let deadline: Int64
    /// The words around the clock.
    public let words: String

    /// Nil for a text of another form, or a moment that isn't in UTC to the second.
    public init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1)
        let parts = halves.count == 2 ? halves[1].split(separator: ",", maxSplits: 1) : []
        guard parts.count == 2, let days = Int(halves[0].filter { $0 != " " }), days > 0 else { return nil }
        let numbers = parts[0].split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6, parts[0].hasSuffix("Z"),
            let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]), numbers[3] < 24,
            numbers[4] < 60, numbers[5] < 60
        else { return nil }
        self.days = days
        deadline =
            Int64(date.dayNumber) * 86_400_000 + Int64((numbers[3] * 60 + numbers[4]) * 60 + numbers[5]) * 1_000
        words = String(parts[1].drop { $0 == " " })
    }

    /// On the page at `url`, for an audit at `now`, milliseconds since 1970-01-01T00:00:00Z.
    public func sighting(of url: String, before now: Int64) -> CountdownSighting {
        CountdownSighting(
            url: url, words: CountdownSighting.key(words), deadline: deadline, isZoned: true,
            seenAt: now - Int64(days) * 86_400_000)
    }
}
