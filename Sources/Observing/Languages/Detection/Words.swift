/// Words and sentences of UTF-8 text: by spaces and punctuation where the script has spaces, by ICU's dictionary where it
/// has none.
enum Words {
    /// How many there are.
    static func count(in text: some Collection<UInt8>) -> Int {
        var count = 0
        forEach(in: text) { _ in count += 1 }
        return count
    }

    /// Each as a range of offsets from the start of `text`.
    static func ranges(in text: some Collection<UInt8>) -> [Range<Int>] {
        var out: [Range<Int>] = []
        forEach(in: text) { out.append($0) }
        return out
    }

    /// Calls `body` with each word's offsets from the start of `text`.
    static func forEach(in text: some Collection<UInt8>, _ body: (Range<Int>) -> Void) {
        let done: Void? = text.withContiguousStorageIfAvailable { walk($0, body) }
        if done == nil { Array(text).withUnsafeBufferPointer { walk($0, body) } }
    }

    private static func walk(_ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        FoldTable.entries.withUnsafeBufferPointer { table in
            var start = -1
            var i = 0
            while i < text.count {
                let (c, length) = decode(text, i, text.count)
                let entry = c < 0x10000 ? table[Int(c)] : FoldTable.lookUp(c)
                if entry.contains(.unspaced) {
                    if start >= 0 { body(start..<i) }
                    start = -1
                    i = unspaced(text, from: i, table, body)
                    continue
                }
                let isPart = !entry.isDisjoint(with: .word) || entry.contains(.dropped)
                if isPart, start < 0, !entry.contains(.dropped) { start = i }
                if !isPart, start >= 0, !joins(text, i, length) {
                    body(start..<i)
                    start = -1
                }
                i += length
            }
            if start >= 0 { body(start..<text.count) }
        }
    }

    /// An apostrophe, hyphen, full stop or comma between two letters or digits doesn't end a word.
    private static func joins(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ length: Int) -> Bool {
        guard i + length < text.count else { return false }
        let next = decode(text, i + length, text.count).codePoint
        let entry = FoldTable.lookUp(next)
        switch FoldTable.lookUp(decode(text, i, text.count).codePoint).folded {
        case 39, 45: return !entry.isDisjoint(with: .word)
        case 44, 46: return entry.contains(.digit) && i > 0 && (48...57).contains(text[i - 1])
        default: return false
        }
    }

    private static func unspaced(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<FoldTable.Entry>,
        _ body: (Range<Int>) -> Void
    ) -> Int {
        var end = start
        while end < text.count, end - start < 30_000 {
            let (c, length) = decode(text, end, text.count)
            guard c < 0x10000, table[Int(c)].contains(.unspaced) else { break }
            end += length
        }
        let boundaries = wordBoundaries(UnsafeBufferPointer(rebasing: text[start..<end]))
        for i in boundaries.ends.indices.dropFirst() where boundaries.isWord[i] != 0 {
            body((start + Int(boundaries.ends[i - 1]))..<(start + Int(boundaries.ends[i])))
        }
        return end
    }
}

/// Sentences by their final punctuation: a full stop ends one only before a space and something that can begin the next,
/// and not after an initial or a figure.
enum Sentences {
    /// Each as a range of offsets from the start of `text`, without the spaces between; those without a word are
    /// left out.
    static func ranges(in text: some Collection<UInt8>) -> [Range<Int>] {
        let done = text.withContiguousStorageIfAvailable { walk($0) }
        return done ?? Array(text).withUnsafeBufferPointer { walk($0) }
    }

    private static func walk(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var start = 0
        var hasWord = false
        var i = 0
        while i < text.count {
            let (c, length) = decode(text, i, text.count)
            let entry = FoldTable.lookUp(c)
            if !entry.isDisjoint(with: .word) { hasWord = true }
            i += length
            guard isFinal(c), hasWord, ends(text, at: i - length, after: i, isStop: c == 46) else { continue }
            out.append(start..<i)
            while i < text.count, text[i] <= 32 { i += 1 }
            start = i
            hasWord = false
        }
        if hasWord { out.append(start..<text.count) }
        return out
    }

    /// . ! ? … ։ 。 ！ ？
    private static func isFinal(_ c: UInt32) -> Bool {
        switch c {
        case 33, 46, 63, 0x2026, 0x0589, 0x3002, 0xFF01, 0xFF1F: true
        default: false
        }
    }

    private static func ends(_ text: UnsafeBufferPointer<UInt8>, at p: Int, after: Int, isStop: Bool) -> Bool {
        guard after < text.count else { return true }
        guard text[after] <= 32 else { return false }
        guard isStop else { return true }
        var next = after
        while next < text.count, text[next] <= 32 { next += 1 }
        guard next < text.count else { return true }
        let c = decode(text, next, text.count).codePoint
        // A small letter goes on with the sentence: the full stop was an abbreviation's.
        if FoldTable.lookUp(c).contains(.letter), FoldTable.lookUp(c).folded == c, hasCase(c) { return false }
        var word = p
        while word > 0, text[word - 1] > 32 { word -= 1 }
        let length = UnsafeBufferPointer(rebasing: text[word..<p]).count { $0 & 0xC0 != 0x80 }
        let isFigure = text[word..<p].allSatisfy { (48...57).contains($0) }
        return length > 1 && !(isFigure && length <= 2)
    }

    /// Of a script with small and capital letters.
    private static func hasCase(_ c: UInt32) -> Bool { c < 0x0590 || (0x1E00...0x1FFF).contains(c) }
}
