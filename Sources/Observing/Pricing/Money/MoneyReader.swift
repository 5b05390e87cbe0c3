import Model

/// Finds amounts of money in a text, and the numbers that only look like it.
struct MoneyReader: Sendable {
    /// Most numbers that are read from one text.
    static let limit = 64

    let habits: MoneyHabits
    private let tokens = CurrencyTokens.all

    init(_ habits: MoneyHabits = MoneyHabits()) { self.habits = habits }

    /// All numbers of `text[range]` in order. `centStarts` and `nodeStarts`: see `NumeralReader`; `breaks`: where text
    /// nodes begin, whatever they begin with.
    func read(_ text: [UInt8], in range: Range<Int>, centStarts: [Int] = [], nodeStarts: [Int] = [], breaks: [Int] = [])
        -> [Amount]
    {
        let bounds = range.clamped(to: 0..<text.count)
        var i = bounds.lowerBound
        var out: [Amount] = []
        var scan = NumberScan(
            text: text, bounds: bounds, floor: bounds.lowerBound, habits: habits, tokens: tokens,
            centStarts: centStarts, nodeStarts: nodeStarts, breaks: breaks)
        while i < bounds.upperBound, out.count < MoneyReader.limit {
            let b = text[i]
            // Most bytes begin nothing: neither a digit of any script nor a separator.
            if b < 0xD9 && (b < 48 || b > 57) && b != 46 && b != 44 {
                i += 1
                continue
            }
            let startsNumber =
                Scalars.digit(text, i, bounds.upperBound) != nil
                || (b == 46 || b == 44) && isLoneSeparator(text, i, bounds)
            guard startsNumber else {
                i += 1
                continue
            }
            scan.floor = out.last?.range.upperBound ?? bounds.lowerBound
            guard let (amount, after) = scan.amount(at: i) else {
                i += 1
                continue
            }
            if let last = out.last, let joined = joined(last, amount, text, bounds) {
                out[out.count - 1] = joined
            } else {
                out.append(amount)
            }
            i = max(after, i + 1)
        }
        return out
    }

    /// The same for a text by itself.
    func read(_ text: String) -> [Amount] {
        let bytes = Array(text.utf8)
        return read(bytes, in: 0..<bytes.count)
    }

    /// ".75": a separator before a digit and behind neither digit nor letter.
    private func isLoneSeparator(_ text: [UInt8], _ i: Int, _ bounds: Range<Int>) -> Bool {
        guard let digit = Scalars.digit(text, i + 1, bounds.upperBound), digit.length == 1 else { return false }
        guard let (s, length) = Scalars.previous(text, i, bounds.lowerBound) else { return true }
        // "$..75": one full stop too many; elsewhere they are an ellipsis.
        if s == 46 {
            return Scalars.previous(text, i - length, bounds.lowerBound).map { Scalars.isCurrencySign($0.0) } ?? false
        }
        return !Scalars.isLetter(s) && !(s >= 48 && s <= 57)
    }

    /// "10 – 20 €" as one amount; nil where the two don't belong together.
    private func joined(_ low: Amount, _ high: Amount, _ text: [UInt8], _ bounds: Range<Int>) -> Amount? {
        guard high.nature == .money, low.high == nil, !low.isDoubtful, !high.isDoubtful else { return nil }
        let isBare = low.nature == .bare || low.nature == .code && low.money.minor > 0
        guard low.nature == .money && low.sign == 0 || isBare && isFree(low, text, bounds) else { return nil }
        var i = Scalars.skipSpaces(text, low.range.upperBound, bounds.upperBound)
        guard let (dash, length) = Scalars.next(text, i, bounds.upperBound), Scalars.isDash(dash) else { return nil }
        i = Scalars.skipSpaces(text, i + length, bounds.upperBound)
        guard i >= high.range.lowerBound, i <= high.range.upperBound || high.sign < 0 else { return nil }
        guard low.money.currency == nil || low.money.currency == high.money.currency else { return nil }
        let currency = high.money.currency
        let lowMinor =
            low.nature == .money && low.money.currency == currency
            ? low.money.minor : Money(minor: low.money.hundredths, currency: nil).converted(to: currency)
        guard lowMinor < high.money.minor, lowMinor > 0, high.money.minor / lowMinor < 50 else { return nil }
        var out = low
        out.range = low.range.lowerBound..<high.range.upperBound
        out.nature = .money
        out.money = Money(minor: lowMinor, currency: currency)
        out.high = high.money
        out.hasCurrency = true
        out.per = high.per
        return out
    }

    /// Nothing that could be a model name before it.
    private func isFree(_ low: Amount, _ text: [UInt8], _ bounds: Range<Int>) -> Bool {
        let k = Scalars.skipSpacesBack(text, low.range.lowerBound, bounds.lowerBound)
        guard let (s, _) = Scalars.previous(text, k, bounds.lowerBound) else { return true }
        return !Scalars.isLetter(s)
    }
}

extension Money {
    /// An amount in hundredths, in the minor units of a currency.
    func converted(to currency: String?) -> Int64 {
        switch Money.exponent(of: currency) {
        case 0: minor / 100
        case 3: minor.multipliedReportingOverflow(by: 10).partialValue
        default: minor
        }
    }
}
