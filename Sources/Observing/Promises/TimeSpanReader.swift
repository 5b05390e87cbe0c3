import Model

/// Reads lengths of time by a language's words: "within 24 hours", "2–4 рабочих дня", "14 วัน", "in einer Stunde".
struct TimeSpanReader: Sendable {
    /// Folded, longest first.
    private let units: [(bytes: [UInt8], unit: TimeUnit)]
    private let numerals: [(bytes: [UInt8], value: Double)]
    private let habits: NumberHabits

    /// Bytes of folded text between a number and its unit: "(14) calendar days", "14-day".
    private static let gap = 3

    init(_ lexicon: Lexicon, language: String) {
        let data = lexicon.language(language)
        units = (data?.units ?? [:]).flatMap { unit, words in words.map { (Array($0.utf8), unit) } }
            .sorted { ($1.0.count, $0.1.rawValue) < ($0.0.count, $1.1.rawValue) }
        numerals = (data?.numerals ?? [:]).map { (Array($0.key.utf8), Double($0.value)) }
            .sorted { $0.bytes.count > $1.bytes.count }
        habits = data?.numbers ?? NumberHabits()
    }

    /// The first length of time in a short text; nil where there is none.
    func first(in text: some Collection<UInt8>) -> TimeSpan? { read(text, most: 1).first?.span }

    /// At most 20 lengths of time in order, each with its bytes in the text.
    func all(in text: some Collection<UInt8>) -> [(range: Range<Int>, span: TimeSpan)] { read(text, most: 20) }

    private func read(_ text: some Collection<UInt8>, most: Int) -> [(range: Range<Int>, span: TimeSpan)] {
        guard !units.isEmpty else { return [] }
        let folded = FoldedText(text)
        return folded.bytes.withUnsafeBufferPointer { bytes in
            let edges = WordEdges(bytes: bytes, range: folded.blocks[0].bytes)
            var p = edges.range.lowerBound
            var out: [(range: Range<Int>, span: TimeSpan)] = []
            while p < edges.range.upperBound, out.count < most {
                let number = number(edges, p)
                let found = number.flatMap { span(edges, $0.end, low: $0.value) } ?? compound(edges, p)
                if let found {
                    out.append((folded.original(p..<found.end), found.span))
                    p = max(found.end, p + 1)
                } else {
                    p = next(edges, p)
                }
            }
            return out
        }
    }

    /// The next place where a number may begin.
    private func next(_ edges: WordEdges, _ p: Int) -> Int {
        if edges.isDigit(at: p) {
            var q = p
            while edges.isDigit(at: q) { q += 1 }
            return q
        }
        return p + max(1, edges.length(at: p))
    }

    /// Figures, or one of the language's words for small numbers, from the beginning of a word.
    private func number(_ edges: WordEdges, _ p: Int) -> (value: Double, end: Int)? {
        if edges.isDigit(at: p) {
            guard !edges.isDigit(before: p) else { return nil }
            return NumberReader.read(edges.bytes, at: p, end: edges.range.upperBound, habits)
        }
        guard !edges.isWord(before: p) || edges.isUnspaced(at: p) else { return nil }
        for (word, value) in numerals {
            if let end = end(of: word, edges, p) { return (value, end) }
        }
        return nil
    }

    /// A word for a number grown together with its unit: "vierzehntägig", "четырнадцатидневный".
    private func compound(_ edges: WordEdges, _ p: Int) -> (span: TimeSpan, end: Int)? {
        guard edges.isWord(at: p), !edges.isWord(before: p), !edges.isDigit(at: p), !edges.isUnspaced(at: p) else {
            return nil
        }
        for (word, value) in numerals where begins(with: word, edges, p) {
            guard edges.isWord(at: p + word.count), let (unit, end) = unit(edges, p + word.count) else { continue }
            return (TimeSpan(low: value, high: value, unit: unit), end)
        }
        return nil
    }

    /// A unit after a number, or after a second one: "2-4 days", "2 to 4 days".
    private func span(_ edges: WordEdges, _ end: Int, low: Double) -> (span: TimeSpan, end: Int)? {
        if let (unit, end) = unit(edges, end) { return (TimeSpan(low: low, high: low, unit: unit), end) }
        var p = end
        var steps = 0
        var isJoined = false
        while p < edges.range.upperBound, steps < 8, !edges.isDigit(at: p) {
            isJoined = isJoined || edges.bytes[p] != 32
            p += max(1, edges.length(at: p))
            steps += 1
        }
        // "A 14 day …" is no span from one to fourteen.
        guard isJoined, let second = number(edges, p), second.value >= low, let (unit, end) = unit(edges, second.end)
        else {
            return nil
        }
        return (TimeSpan(low: low, high: second.value, unit: unit), end)
    }

    private func unit(_ edges: WordEdges, _ end: Int) -> (unit: TimeUnit, end: Int)? {
        var p = end
        var steps = 0
        while p < edges.range.upperBound, steps < Self.gap, !edges.isWord(at: p) {
            // "14. dňa", "14 % …": a full stop or a sign ends it, brackets and dashes don't.
            guard [32, 40, 41, 45].contains(edges.bytes[p]) else { return nil }
            p += 1
            steps += 1
        }
        for (word, unit) in units {
            if let end = self.end(of: word, edges, p) { return (unit, end) }
        }
        return nil
    }

    /// Where a word that begins at `p` ends, if it is this one.
    private func end(of word: [UInt8], _ edges: WordEdges, _ p: Int) -> Int? {
        guard begins(with: word, edges, p) else { return nil }
        let end = p + word.count
        return edges.isWord(at: end) && !edges.isUnspaced(at: end) ? nil : end
    }

    private func begins(with word: [UInt8], _ edges: WordEdges, _ p: Int) -> Bool {
        p + word.count <= edges.range.upperBound && word.indices.allSatisfy { edges.bytes[p + $0] == word[$0] }
    }
}
