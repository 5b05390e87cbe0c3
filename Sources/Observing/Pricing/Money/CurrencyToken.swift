/// One way to write a currency beside an amount.
struct CurrencyToken: Sendable {
    /// What a token may stand beside, and what it needs.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// Counts only where the page or its language uses one of the currencies: the same letters mean other things.
        static let needsHint = Traits(rawValue: 1)
        /// More letters may follow: "руб|лей".
        static let stem = Traits(rawValue: 2)
        /// Made of letters: neither side may go on with another letter.
        static let word = Traits(rawValue: 4)
        /// Only behind the amount.
        static let after = Traits(rawValue: 8)
        /// Only before the amount.
        static let before = Traits(rawValue: 16)
        /// Counts hundredths of the currency: "99p".
        static let minorUnit = Traits(rawValue: 32)
        /// Needs no hint beside a number with groups or two decimals: "1.299,00 lei" is money, "12 lei" could be lions.
        static let orStyled = Traits(rawValue: 64)
    }
    let bytes: [UInt8]
    /// ISO 4217 codes that it can mean, likeliest first.
    let codes: [String]
    /// The first code is meant where nothing else is known.
    let isCertain: Bool
    let traits: Traits

    /// What it means on a page with these currencies; nil where that stays open.
    func currency(hints: [String]) -> String? {
        if codes.count == 1 { return codes[0] }
        for hint in hints where codes.contains(hint) { return hint }
        return isCertain ? codes.first : nil
    }

    /// Names one of the currencies that the other leaves open.
    func specifies(_ other: CurrencyToken) -> Bool {
        other.codes.count > 1 && codes.count == 1 && other.codes.contains(codes[0])
    }

    func isUsable(hints: [String], styled: Bool) -> Bool {
        !traits.contains(.needsHint) || styled && traits.contains(.orStyled) || codes.contains { hints.contains($0) }
    }
}

/// All tokens, by their first and their last byte.
struct CurrencyTokens: Sendable {
    static let all = CurrencyTokens(CurrencyToken.table)

    private let byFirst: [[CurrencyToken]]
    private let byLast: [[CurrencyToken]]

    init(_ tokens: [CurrencyToken]) {
        var first = [[CurrencyToken]](repeating: [], count: 256)
        var last = first
        for token in tokens.sorted(by: { $0.bytes.count > $1.bytes.count }) {
            guard let a = token.bytes.first, let z = token.bytes.last else { continue }
            first[Int(a)].append(token)
            last[Int(z)].append(token)
        }
        byFirst = first
        byLast = last
    }

    /// The longest token that starts at `i`, and the index after it with its ending and full stop.
    func token(_ bytes: [UInt8], at i: Int, end: Int, hints: [String], styled: Bool) -> (CurrencyToken, Int)? {
        guard i < end else { return nil }
        for token in byFirst[Int(bytes[i])]
        where !token.traits.contains(.before) && token.isUsable(hints: hints, styled: styled) {
            var after = i + token.bytes.count
            guard after <= end, matches(bytes, i, token.bytes) else { continue }
            if token.traits.contains(.word) {
                while token.traits.contains(.stem), let (s, length) = Scalars.next(bytes, after, end),
                    Scalars.isLetter(s)
                {
                    after += length
                }
                if let (s, _) = Scalars.next(bytes, after, end), Scalars.isLetter(s) { continue }
            }
            return (token, after)
        }
        return nil
    }

    /// The longest token that ends before `i`, and where it starts.
    func token(_ bytes: [UInt8], before i: Int, start: Int, hints: [String], styled: Bool) -> (CurrencyToken, Int)? {
        guard i > start else { return nil }
        for token in byLast[Int(bytes[i - 1])]
        where !token.traits.contains(.after) && token.isUsable(hints: hints, styled: styled) {
            let at = i - token.bytes.count
            guard at >= start, matches(bytes, at, token.bytes) else { continue }
            if token.traits.contains(.word), let (s, _) = Scalars.previous(bytes, at, start), Scalars.isLetter(s) {
                continue
            }
            return (token, at)
        }
        return nil
    }

    private func matches(_ bytes: [UInt8], _ at: Int, _ token: [UInt8]) -> Bool {
        for k in token.indices where bytes[at + k] != token[k] { return false }
        return true
    }
}
