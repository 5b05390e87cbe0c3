/// Reads the classes of characters in folded text.
struct WordEdges {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    private func entry(at p: Int) -> FoldTable.Entry {
        guard p >= range.lowerBound, p < range.upperBound else { return .space }
        return FoldTable.lookUp(decode(bytes, p, range.upperBound).codePoint)
    }

    /// A letter, mark or digit stands at `p`.
    func isWord(at p: Int) -> Bool { !entry(at: p).isDisjoint(with: .word) }
    func isWord(before p: Int) -> Bool { p > range.lowerBound && isWord(at: start(before: p)) }
    func isDigit(at p: Int) -> Bool { p < range.upperBound && (48...57).contains(bytes[p]) }
    func isDigit(before p: Int) -> Bool { p > range.lowerBound && (48...57).contains(bytes[p - 1]) }
    /// Of a script without spaces.
    func isUnspaced(at p: Int) -> Bool { entry(at: p).contains(.unspaced) }
    func isUnspaced(before p: Int) -> Bool { p > range.lowerBound && isUnspaced(at: start(before: p)) }

    /// Bytes of the character at `p`.
    func length(at p: Int) -> Int {
        p < range.upperBound ? decode(bytes, p, range.upperBound).length : 0
    }

    /// Where the character before `p` begins.
    func start(before p: Int) -> Int {
        var q = p - 1
        while q > range.lowerBound, p - q < 4, bytes[q] & 0xC0 == 0x80 { q -= 1 }
        return max(q, range.lowerBound)
    }

    /// The end of the word that `p` stands in: letters, and letters after an apostrophe. In a script without spaces
    /// `p` itself.
    func wordEnd(from p: Int) -> Int {
        var q = p
        while q < range.upperBound {
            let entry = entry(at: q)
            if entry.contains(.unspaced) { return q }
            if entry.isDisjoint(with: .word) {
                guard bytes[q] == 39, q > p || isWord(before: q), self.entry(at: q + 1).contains(.letter) else {
                    return q
                }
            }
            q += length(at: q)
        }
        return q
    }

    /// Past a space, a currency sign and, before a number, a colon, dash or comparison.
    func skipLoose(from p: Int, beforeNumber: Bool) -> Int {
        var q = p
        var marks = 0
        while q < range.upperBound {
            let byte = bytes[q]
            if byte == 32 {
                q += 1
                continue
            }
            if beforeNumber, marks == 0, let end = codeEnd(at: q) {
                marks += 1
                q = end
                continue
            }
            let allowed =
                entry(at: q).contains(.currency)
                || beforeNumber && (byte == 58 || byte == 45 || byte == 60 || byte == 62)
            guard allowed, marks < 2 else { return q }
            marks += 1
            q += length(at: q)
        }
        return q
    }

    /// Behind a currency's code in front of a number: "statt CHF 1290".
    private func codeEnd(at p: Int) -> Int? {
        guard p + 4 <= range.upperBound, bytes[p + 3] == 32 || (48...57).contains(bytes[p + 3]) else { return nil }
        let code = UInt32(bytes[p]) << 16 | UInt32(bytes[p + 1]) << 8 | UInt32(bytes[p + 2])
        return WordEdges.codes.contains(code) ? p + 3 : nil
    }

    /// Codes that shops write in front of amounts (ISO 4217), folded.
    private static let codes: [UInt32] = [
        "chf", "eur", "usd", "gbp", "azn", "rub", "amd", "thb", "czk", "pln", "uah", "byn", "try", "mxn",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Before a currency sign that ends at `p`.
    func skipCurrency(before p: Int) -> Int {
        guard p > range.lowerBound else { return p }
        let q = start(before: p)
        return entry(at: q).contains(.currency) ? q : p
    }

    /// The next word of the same sentence; in a script without spaces, the next three characters count as one.
    func nextWord(from p: Int) -> (start: Int, end: Int)? {
        var q = p
        while q < range.upperBound {
            let entry = entry(at: q)
            if !entry.isDisjoint(with: .word) {
                if entry.contains(.unspaced) {
                    var end = q
                    for _ in 0..<3 where isUnspaced(at: end) { end += length(at: end) }
                    return (q, end)
                }
                return (q, max(wordEnd(from: q), q + length(at: q)))
            }
            if endsSentence(q) { return nil }
            q += length(at: q)
        }
        return nil
    }

    /// A full stop before a space or the end, an exclamation or question mark, or Armenian's vertsaket.
    private func endsSentence(_ p: Int) -> Bool {
        switch bytes[p] {
        case 46: p + 1 >= range.upperBound || bytes[p + 1] == 32
        case 33, 63: true
        case 0xD6: p + 1 < range.upperBound && bytes[p + 1] == 0x89
        default: false
        }
    }
}
