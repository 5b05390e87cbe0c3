/// Walks the trie and verifies a phrase around its key: whole words, endings, numbers, gaps.
struct PhraseMatcher {
    let bytes: UnsafeBufferPointer<UInt8>
    private var block = 0..<0
    let languages: UInt64
    let numbers: NumberHabits
    let tables: PhraseTables
    private var words: WordEdges
    private var captured: (Double?, Double?) = (nil, nil)
    private var thai = ThaiBoundaries()
    /// Instructions left for this block: a bound on what hostile text can cost.
    private var budget = 0

    /// What was matched last, which decides how a phrase may end.
    private enum Last { case literal, ending, number }

    init(bytes: UnsafeBufferPointer<UInt8>, languages: UInt64, numbers: NumberHabits, tables: PhraseTables) {
        self.bytes = bytes
        self.languages = languages
        self.numbers = numbers
        self.tables = tables
        words = WordEdges(bytes: bytes, range: 0..<0)
    }

    /// Goes to the next block.
    mutating func enter(_ block: Range<Int>) {
        self.block = block
        words = WordEdges(bytes: bytes, range: block)
        budget = 200_000
    }

    /// Appends the phrases whose keys begin at `start`.
    @inline(__always)
    mutating func walk(from start: Int, _ out: inout [PhraseMatch]) {
        var p = start
        var next = target(of: tables.root, bytes[p])
        while next != 0 {
            let node = tables.nodes + Int(next)
            // Most beginnings lead to words of other languages only.
            guard node.pointee.below & languages != 0 else { return }
            p &+= 1
            if node.pointee.languages & languages != 0 { verify(node.pointee, start, p, &out) }
            next = target(of: node, bytes[p])
        }
    }

    @inline(__always)
    private func target(of node: UnsafePointer<PhraseTrie.Node>, _ byte: UInt8) -> Int32 {
        let row = node.pointee.row
        if row >= 0 { return tables.rows[Int(row) &+ Int(byte)] }
        var i = Int(node.pointee.first)
        let end = i &+ Int(node.pointee.count)
        while i < end {
            if tables.labels[i] == byte { return tables.targets[i] }
            i &+= 1
        }
        return 0
    }

    /// The key of the node's entries stands in `start..<end`.
    private mutating func verify(_ node: PhraseTrie.Node, _ start: Int, _ end: Int, _ out: inout [PhraseMatch]) {
        for i in Int(node.firstEntry)..<(Int(node.firstEntry) + Int(node.entryCount)) {
            let entry = tables.entries[i]
            guard entry.language & languages != 0 else { continue }
            captured = (nil, nil)
            var from = start
            if entry.leading != .none {
                guard let number = leadingNumber(before: start, entry.leading == .numberAndSpace) else { continue }
                captured.0 = number.value
                from = number.start
            }
            guard let stop = match(Int(entry.tail), end, .literal), thai.isBoundary(from, bytes, block) else {
                continue
            }
            out.append(
                PhraseMatch(
                    payload: entry.payload, language: entry.language, range: from..<stop, first: captured.0,
                    second: captured.1, isWholeBlock: false))
        }
    }

    /// Where the phrase ends if its instructions from `pc` on are met at `p`.
    private mutating func match(_ pc: Int, _ p: Int, _ last: Last) -> Int? {
        budget &-= 1
        guard budget > 0 else { return nil }
        switch tables.code[pc] {
        case .end: return endsWord(p, last) ? p : nil
        case .literal(let start, let count):
            guard p + Int(count) <= block.upperBound else { return nil }
            for k in 0..<Int(count) where bytes[p + k] != tables.pool[Int(start) + k] { return nil }
            return match(pc + 1, p + Int(count), .literal)
        case .ending: return match(pc + 1, words.wordEnd(from: p), .ending)
        case .space: return p < block.upperBound && bytes[p] == 32 ? match(pc + 1, p + 1, last) : nil
        case .looseSpace(let beforeNumber):
            let plain = p < block.upperBound && bytes[p] == 32 ? p + 1 : p
            if let end = match(pc + 1, plain, last) { return end }
            let loose = words.skipLoose(from: p, beforeNumber: beforeNumber)
            return loose == plain ? nil : match(pc + 1, loose, last)
        case .number: return number(pc, p)
        case .gap: return gap(pc, p)
        case .split(let other): return match(pc + 1, p, last) ?? match(Int(other), p, last)
        case .jump(let target): return match(Int(target), p, last)
        }
    }

    private mutating func number(_ pc: Int, _ p: Int) -> Int? {
        guard let number = NumberReader.read(bytes, at: p, end: block.upperBound, numbers) else { return nil }
        let before = captured
        if captured.0 == nil { captured.0 = number.value } else { captured.1 = number.value }
        if let end = match(pc + 1, number.end, .number) { return end }
        captured = before
        return nil
    }

    private mutating func gap(_ pc: Int, _ p: Int) -> Int? {
        // What stands before the gap must be a whole word.
        if words.isWord(before: p), words.isWord(at: p), !words.isUnspaced(at: p) { return nil }
        var at = p
        for _ in 0...4 {
            guard let next = words.nextWord(from: at) else { return nil }
            if let end = match(pc + 1, next.start, .literal) { return end }
            at = next.end
        }
        return nil
    }

    private mutating func endsWord(_ p: Int, _ last: Last) -> Bool {
        guard last != .ending, words.isWord(before: p), words.isWord(at: p) else { return true }
        // A number may touch its unit.
        if last == .number { return !words.isDigit(at: p) }
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
        guard words.isDigit(before: end),
            let number = NumberReader.read(bytes, before: end, start: block.lowerBound, numbers)
        else { return nil }
        // "A14" is a name, not a number.
        return words.isWord(before: number.start) && !words.isUnspaced(before: number.start) ? nil : number
    }
}
