import Synchronization

/// Counts what a server's closure sees.
final class Tally: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    /// One more; returns how many there were with it.
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
