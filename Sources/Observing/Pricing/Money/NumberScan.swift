import Model

/// Decides what one number in a text is, by what stands around it.
struct NumberScan {
    let text: [UInt8]
    let bounds: Range<Int>
    /// Where the number before it ended: nothing left of this is looked at.
    var floor: Int
    let habits: MoneyHabits
    let tokens: CurrencyTokens
    let centStarts: [Int]
    let nodeStarts: [Int]
    let breaks: [Int]

    private var end: Int { bounds.upperBound }

    /// The number at `start`, and where to go on reading.
    func amount(at start: Int) -> (Amount, Int)? {
        var reader = NumeralReader(
            text, end: end, spaceGroups: habits.spaceGroups, centStarts: centStarts, nodeStarts: nodeStarts)
        guard let numeral = reader.read(at: start) else { return nil }
        let left = currencyLeft(of: numeral.range.lowerBound, styled: numeral.looksLikePrice)
        let right = currencyRight(of: numeral, hasLeft: left != nil)
        if let percent = percent(numeral, hasCurrency: left != nil) { return (percent, percent.range.upperBound) }
        if !numeral.isMalformed, !numeral.hasLeadingZero || numeral.whole <= 2 {
            if let (token, at) = left {
                // "$1,299.00 USD": the code says which dollars.
                let code = currencyRight(of: numeral, hasLeft: false).flatMap { $0.0.specifies(token) ? $0 : nil }
                let end = code?.1 ?? numeral.range.upperBound
                return money(numeral, code?.0 ?? token, numeral.range.union(at..<max(at, end)))
            }
            // "1080p" is no price in pence.
            if let (token, after) = right, let whole = withCents(numeral, token, after) { return whole }
            if let (token, after) = right, !token.traits.contains(.minorUnit) || numeral.whole <= 2 {
                return money(numeral, token, numeral.range.union(after..<after))
            }
        }
        return other(numeral)
    }

    /// "19€99": the sign stands in place of the decimal separator.
    private func withCents(_ numeral: Numeral, _ token: CurrencyToken, _ after: Int) -> (Amount, Int)? {
        guard !numeral.isStyled, !token.traits.contains(.word), let first = Scalars.digit(text, after, end),
            let second = Scalars.digit(text, after + first.length, end)
        else { return nil }
        let close = after + first.length + second.length
        let next = Scalars.skipSpaces(text, close, end, atMost: 1)
        if let (s, _) = Scalars.next(text, close, end), Scalars.isLetter(s) || s == 46 || s == 44 { return nil }
        guard Scalars.digit(text, next, end) == nil,
            tokens.token(text, at: next, end: end, hints: habits.currencies, styled: false) == nil
        else { return nil }
        var whole = numeral
        whole.digits = numeral.digits &* 100 &+ UInt64(first.value) &* 10 &+ UInt64(second.value)
        whole.fraction = 2
        whole.isStyled = true
        return money(whole, token, numeral.range.lowerBound..<close)
    }

    private func money(_ numeral: Numeral, _ token: CurrencyToken, _ range: Range<Int>) -> (Amount, Int) {
        var numeral = numeral
        let currency = token.currency(hints: habits.currencies)
        let exponent = Money.exponent(of: currency)
        // Dinars have thousandths: "129.500 KWD".
        if exponent == 3, numeral.hasDotBeforeThree { numeral.fraction = 3 }
        let minor = numeral.scaled(to: token.traits.contains(.minorUnit) ? 0 : exponent)
        var amount = Amount(
            range: range, nature: .money, money: Money(minor: minor, currency: currency), hasCurrency: true,
            isStyled: numeral.isStyled, isDoubtful: numeral.isDoubtful, value: numeral.value)
        (amount.sign, amount.range) = signed(range)
        amount.per = NumberContext.per(text, after: amount.range.upperBound, end: end)
        return (amount, amount.range.upperBound)
    }

    private func currencyLeft(of i: Int, styled: Bool) -> (CurrencyToken, Int)? {
        let at = Scalars.skipSpacesBack(text, i, floor, atMost: 2)
        if let found = tokens.token(
            text, before: at, start: floor, hints: habits.currencies, styled: styled)
        {
            return found
        }
        // "€: 5", "-€5"
        guard let (s, length) = Scalars.previous(text, at, floor), s == 58 || s == 0x2212 || s == 45 else { return nil }
        let before = Scalars.skipSpacesBack(text, at - length, floor, atMost: 1)
        guard s == 58 || before == i - length else { return nil }
        return tokens.token(text, before: before, start: floor, hints: habits.currencies, styled: styled)
    }

    /// A currency behind the number that doesn't rather belong to a number behind it.
    private func currencyRight(of numeral: Numeral, hasLeft: Bool) -> (CurrencyToken, Int)? {
        guard !hasLeft else { return nil }
        let i = numeral.range.upperBound
        let styled = numeral.looksLikePrice
        let at = Scalars.skipSpaces(text, i, end, atMost: 2)
        guard let found = tokens.token(text, at: at, end: end, hints: habits.currencies, styled: styled)
        else { return nil }
        // "9.00|EUR 4.50": what begins a text node with a number belongs to that number.
        if breaks.contains(at) || breaks.contains(i) {
            let next = Scalars.skipSpaces(text, found.1, end, atMost: 1)
            if Scalars.digit(text, next, end) != nil, !breaks.contains(where: { $0 > at && $0 <= next }) { return nil }
        }
        // "10 €|20 €" without a space between two elements.
        guard at > i, Scalars.digit(text, found.1, end) != nil, !breaks.contains(found.1) else {
            return at > i && isPrefixStyle(found.0, found.1) ? nil : found
        }
        return nil
    }

    /// "Qty 10 $ 20.00": a dollar or pound sign between two numbers leads the second.
    private func isPrefixStyle(_ token: CurrencyToken, _ after: Int) -> Bool {
        guard token.codes.contains("USD") || token.codes.contains("GBP"), !token.traits.contains(.word) else {
            return false
        }
        let next = Scalars.skipSpaces(text, after, end, atMost: 1)
        return next > after && Scalars.digit(text, next, end) != nil
    }

    /// "-20 %", "20%", "%20", "٪".
    private func percent(_ numeral: Numeral, hasCurrency: Bool) -> Amount? {
        guard !hasCurrency, !numeral.isMalformed else { return nil }
        let at = Scalars.skipSpaces(text, numeral.range.upperBound, end, atMost: 1)
        var range: Range<Int>?
        if let (s, length) = Scalars.next(text, at, end), NumberContext.isPercent(s) {
            range = numeral.range.lowerBound..<(at + length)
        } else if let (s, length) = Scalars.previous(text, numeral.range.lowerBound, floor), NumberContext.isPercent(s)
        {
            range = (numeral.range.lowerBound - length)..<numeral.range.upperBound
        } else if let after = NumberContext.percentWord(text, at, end) {
            range = numeral.range.lowerBound..<after
        }
        guard let range else { return nil }
        var out = Amount(
            range: range, nature: .percent, money: Money(minor: numeral.hundredths, currency: nil),
            value: numeral.value)
        (out.sign, out.range) = signed(range)
        return out
    }

    /// A minus or plus right before, not a hyphen that ties it to a word.
    private func signed(_ range: Range<Int>) -> (Int8, Range<Int>) {
        let at = Scalars.skipSpacesBack(text, range.lowerBound, floor, atMost: 1)
        guard let (s, length) = Scalars.previous(text, at, floor) else { return (0, range) }
        let isMinus = s == 45 || s == 0x2212 || s == 0x2013 || s == 0x2012 || s == 0x2010
        guard isMinus || s == 43 else { return (0, range) }
        if let (before, _) = Scalars.previous(text, at - length, bounds.lowerBound), !Scalars.isSpace(before),
            before != 40
        {
            return (0, range)
        }
        // "10 € - 20 €" is a range, "Name - 20 €" a separator: a sign has no space behind it there.
        if at < range.lowerBound, at - length > bounds.lowerBound { return (0, range) }
        return (isMinus ? -1 : 1, (at - length)..<range.upperBound)
    }

    private func other(_ numeral: Numeral) -> (Amount, Int) {
        let (nature, after) = NumberContext.nature(numeral, text, bounds, floor)
        let amount = Amount(
            range: numeral.range.lowerBound..<max(after, numeral.range.upperBound), nature: nature,
            money: Money(minor: numeral.hundredths, currency: nil), isStyled: numeral.isStyled,
            isDoubtful: numeral.isDoubtful, value: numeral.value)
        return (amount, amount.range.upperBound)
    }
}

extension Range<Int> {
    /// The smallest range that holds both.
    func union(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}
