import Model

/// The limit on looking at one page. A class, because all that look at the page share it; it lives in one task, which
/// doesn't wait meanwhile.
final class TimeBudget {
    let milliseconds: Int
    private let deadline: ProcessorDeadline
    /// Found to be over; stays so.
    private(set) var isSpent = false

    init(milliseconds: Int) {
        self.milliseconds = milliseconds
        deadline = ProcessorDeadline(milliseconds: milliseconds)
    }

    func isOver() -> Bool {
        if !isSpent { isSpent = deadline.isOver() }
        return isSpent
    }
}
