/// Numbers read from known texts, for pages that take money for the same currencies.
final class AmountMemory {
    let habits: MoneyHabits
    /// Ranges count from the text's first byte.
    private var amounts = Remembered<[Amount]>()

    init(_ habits: MoneyHabits) { self.habits = habits }

    /// Of a text that begins at `start`; nil where it isn't known.
    func amounts(of text: Int32, at start: Int) -> [Amount]? {
        guard let known = amounts.value(text) else { return nil }
        return known.isEmpty ? known : known.map { $0.moved(by: start) }
    }

    func keep(_ new: [Amount], of text: Int32, at start: Int) {
        guard text >= 0 else { return }
        amounts.keep(new.isEmpty ? new : new.map { $0.moved(by: -start) }, for: text)
    }
}

extension Amount {
    /// The same amount elsewhere.
    fileprivate func moved(by distance: Int) -> Amount {
        var out = self
        out.range = (range.lowerBound + distance)..<(range.upperBound + distance)
        return out
    }
}
