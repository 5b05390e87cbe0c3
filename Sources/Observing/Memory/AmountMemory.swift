/// Numbers read from known texts, for pages that take money for the same currencies.
final class AmountMemory {
    let habits: MoneyHabits
    /// By the texts' numbers, ranges of `amounts`; nil for those that weren't read.
    private var spans: [Range<Int>?] = []
    /// As of texts that begin at 0.
    private var amounts: [Amount] = []

    init(_ habits: MoneyHabits) { self.habits = habits }

    /// Of a text as though it began at 0; nil where it isn't known.
    func amounts(of text: Int32) -> ArraySlice<Amount>? {
        let i = Int(text)
        guard i >= 0, i < spans.count, let span = spans[i] else { return nil }
        return amounts[span]
    }

    /// Keeps amounts of a text that begins at `start`.
    func keep(_ new: [Amount], of text: Int32, at start: Int) {
        let i = Int(text)
        guard i >= 0 else { return }
        while spans.count <= i { spans.append(nil) }
        spans[i] = amounts.count..<(amounts.count + new.count)
        amounts += new.map { $0.moved(by: -start) }
    }
}

extension Amount {
    /// The same amount elsewhere.
    func moved(by distance: Int) -> Amount {
        var out = self
        out.range = (range.lowerBound + distance)..<(range.upperBound + distance)
        return out
    }
}
