import Glibc

/// The wall clock's limit on looking at one page. A class, because all that look at the page share it; it lives in one
/// task.
final class TimeBudget {
    let milliseconds: Int
    private let end: UInt64
    /// Found to be over; stays so.
    private(set) var isSpent = false

    init(milliseconds: Int) {
        self.milliseconds = milliseconds
        // A year is for ever, and no sum overflows.
        end = Self.now() + UInt64(min(max(0, milliseconds), 31_536_000_000)) * 1_000_000
    }

    /// Looks at the clock; cheap enough for every block of text.
    func isOver() -> Bool {
        if !isSpent { isSpent = Self.now() > end }
        return isSpent
    }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
