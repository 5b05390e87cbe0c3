/// Verifies a phrase around its key: whole words, endings, numbers, gaps.
struct PhraseMatcher {
    let bytes: UnsafeBufferPointer<UInt8>
    let block: Range<Int>
    let languages: UInt64
    let numbers: NumberHabits
    let entries: [PhraseTrie.Entry]
    private let words: WordEdges
    private var captured: (Double?, Double?) = (nil, nil)
    private var thai = ThaiBoundaries()

    init(
        bytes: UnsafeBufferPointer<UInt8>, block: Range<Int>, languages: UInt64, numbers: NumberHabits,
        entries: [PhraseTrie.Entry]
    ) {
        self.bytes = bytes
        self.block = block
        self.languages = languages
        self.numbers = numbers
        self.entries = entries
        words = WordEdges(bytes: bytes, range: block)
    }

    /// The key of the node's entries stands in `start..<end`.
    mutating func verify(_ node: PhraseTrie.Node, _ start: Int, _ end: Int, _ out: inout [PhraseMatch]) {
        let range = Int(node.firstEntry)..<(Int(node.firstEntry) + Int(node.entryCount))
        for i in range where entries[i].language & languages != 0 {
            captured = (nil, nil)
            var from = start
            if entries[i].phrase.leading != .none {
                guard let number = leadingNumber(before: start, entries[i].phrase.leading == .numberAndSpace)
                else { continue }
                captured.0 = number.value
                from = number.start
            }
            guard let stop = match(entries[i].phrase.tail, 0, end), thai.isBoundary(from, bytes, block) else {
                continue
            }
            out.append(
                PhraseMatch(
                    payload: entries[i].payload, language: entries[i].language, range: from..<stop,
                    first: captured.0, second: captured.1, isWholeBlock: false))
        }
    }

    /// Where the phrase ends if its elements from `index` on stand at `p`.
    private mutating func match(_ tail: [Phrase.Element], _ index: Int, _ p: Int) -> Int? {
        guard index < tail.count else { return endsWord(p, tail) ? p : nil }
        switch tail[index] {
        case .literal(let literal):
            guard p + literal.count <= block.upperBound, startsWord(p, literal, tail, index) else { return nil }
            for (k, byte) in literal.enumerated() where bytes[p + k] != byte { return nil }
            return match(tail, index + 1, p + literal.count)
        case .ending: return match(tail, index + 1, words.wordEnd(from: p))
        case .space:
            guard p < block.upperBound, bytes[p] == 32 else { return nil }
            return match(tail, index + 1, p + 1)
        case .looseSpace:
            let plain = bytes[p] == 32 ? p + 1 : p
            if let end = match(tail, index + 1, plain) { return end }
            let loose = words.skipLoose(from: p, beforeNumber: index + 1 < tail.count && tail[index + 1] == .number)
            return loose == plain ? nil : match(tail, index + 1, loose)
        case .number:
            guard let number = NumberReader.read(bytes, at: p, end: block.upperBound, numbers) else { return nil }
            let before = captured
            if captured.0 == nil { captured.0 = number.value } else { captured.1 = number.value }
            if let end = match(tail, index + 1, number.end) { return end }
            captured = before
            return nil
        case .gap:
            var at = p
            for _ in 0...4 {
                guard let next = words.nextWord(from: at) else { return nil }
                if let end = match(tail, index + 1, next.start) { return end }
                at = next.end
            }
            return nil
        }
    }

    /// A literal after a gap begins a word.
    private func startsWord(_ p: Int, _ literal: [UInt8], _ tail: [Phrase.Element], _ index: Int) -> Bool {
        guard index > 0, tail[index - 1] == .gap else { return true }
        return !words.isWord(before: p) || words.isUnspaced(at: p)
    }

    private mutating func endsWord(_ p: Int, _ tail: [Phrase.Element]) -> Bool {
        if tail.last == .ending { return true }
        guard words.isWord(before: p), words.isWord(at: p) else { return true }
        // A unit may touch what it follows, a number what follows it.
        if tail.last == .number { return !words.isDigit(at: p) }
        return words.isUnspaced(at: p) ? thai.isBoundary(p, bytes, block) : words.isUnspaced(before: p)
    }

    private func leadingNumber(before key: Int, _ loose: Bool) -> (value: Double, start: Int)? {
        var end = key
        if loose {
            if end > block.lowerBound, bytes[end - 1] == 32 { end -= 1 }
            if !words.isDigit(before: end) {
                end = words.skipCurrency(before: end)
                if end > block.lowerBound, bytes[end - 1] == 32 { end -= 1 }
            }
        }
        guard words.isDigit(before: end) else { return nil }
        return NumberReader.read(bytes, before: end, start: block.lowerBound, numbers)
    }
}
