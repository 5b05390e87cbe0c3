import Foundation
import Synchronization

/// Lets something happen at most once in a given time.
final class Pacing: Sendable {
    private let interval: UInt64
    private let last = Atomic<UInt64>(0)

    init(seconds: Double) { interval = UInt64(seconds * 1e9) }

    /// True when the interval has passed since it last was.
    func isDue() -> Bool {
        let now = DispatchTime.now().uptimeNanoseconds
        let before = last.load(ordering: .relaxed)
        guard before == 0 || now &- before >= interval else { return false }
        return last.compareExchange(expected: before, desired: now, ordering: .relaxed).exchanged
    }
}
