/// Addresses for which there is no room among those that are kept. A few wait here until nothing else does: they are read
/// for where they lead, and forgotten.
struct PassingQueue {
    /// Addresses that wait at most, in all and of one group.
    static let limit = 2_048
    static let groupLimit = 64
    /// Places for the traces of addresses that were here; a newer one takes the place of an older.
    private static let traces = 1 << 18

    private var waiting: [(url: [UInt8], group: Int)] = []
    private var first = 0
    private var byGroup: [Int: Int] = [:]
    private var seen: [UInt32] = []

    var count: Int { waiting.count - first }

    /// Takes an address in unless it was here, or too many wait already.
    mutating func add(_ url: [UInt8], group: Int) {
        guard count < Self.limit, byGroup[group, default: 0] < Self.groupLimit else { return }
        if seen.isEmpty { seen = [UInt32](repeating: 0, count: Self.traces) }
        // The same in every run: the order of the crawl depends on it.
        let hash = ByteHash.of(url, url.indices, seed: 0)
        let place = Int(truncatingIfNeeded: hash) & (Self.traces - 1)
        let trace = UInt32(truncatingIfNeeded: hash >> 32) | 1
        guard seen[place] != trace else { return }
        seen[place] = trace
        waiting.append((url, group))
        byGroup[group, default: 0] += 1
    }

    /// The one that has waited longest.
    mutating func next() -> (url: [UInt8], group: Int)? {
        guard first < waiting.count else { return nil }
        let found = waiting[first]
        waiting[first].url = []
        first += 1
        byGroup[found.group, default: 1] -= 1
        if first >= Self.limit {
            waiting.removeFirst(first)
            first = 0
        }
        return found
    }
}
