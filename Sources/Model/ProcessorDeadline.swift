import Glibc

/// A limit on the processor time that one thread spends on a page, so that a busy machine cuts no page short that an
/// idle one reads whole. To be asked by the thread that made it.
package struct ProcessorDeadline {
    private let wallEnd: UInt64
    private let end: UInt64

    /// From now on; a year is for ever.
    package init(milliseconds: Int) {
        let length = UInt64(min(max(0, milliseconds), 31_536_000_000)) * 1_000_000
        wallEnd = Self.now(CLOCK_MONOTONIC_COARSE) + length
        end = Self.now(CLOCK_THREAD_CPUTIME_ID) + length
    }

    /// Cheap enough for every block of text: a thread's time is asked of the system, and never more than the wall
    /// clock's, which is not.
    package func isOver() -> Bool {
        Self.now(CLOCK_MONOTONIC_COARSE) > wallEnd && Self.now(CLOCK_THREAD_CPUTIME_ID) > end
    }

    private static func now(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
