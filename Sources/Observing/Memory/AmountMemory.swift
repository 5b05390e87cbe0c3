/// Numbers read from known texts, for pages that take money for the same currencies.
final class AmountMemory {
    let habits: MoneyHabits
    /// Ranges count from the text's first byte.
    private var amounts = Remembered<[Amount]>()

    init(_ habits: MoneyHabits) { self.habits = habits }

    /// What `read` makes of a text that begins at `start`; asked only for texts that aren't remembered.
    func amounts(of text: Int32, at start: Int, read: () -> [Amount]) -> [Amount] {
        guard text >= 0 else { return read() }
        if let known = amounts.value(text) {
            return known.isEmpty ? known : known.map { $0.moved(by: start) }
        }
        let new = read()
        amounts.keep(new.map { $0.moved(by: -start) }, for: text)
        return new
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
