/// All phrases' keys in one trie over folded bytes. Phrases begin where words begin, so walking down from each such place
/// finds what an Aho-Corasick automaton would, without its failure links and in a fraction of its memory.
struct PhraseTrie: Sendable {
    /// A phrase and what it stands for.
    struct Entry: Sendable {
        var phrase: Phrase
        /// Group or query.
        var payload: Int32
        /// A bit for its language.
        var language: UInt64
    }

    /// The same, ready to be verified.
    struct Compiled: Sendable {
        var payload: Int32
        /// Where its tail begins in `program`.
        var tail: Int32
        var language: UInt64
        var leading: Phrase.Leading
    }

    struct Node: Sendable {
        /// In `labels` and `targets`; or, with `count` 0 and `row` not negative, a row of `rows`.
        var first: Int32 = 0
        var row: Int32 = -1
        var count: UInt16 = 0
        /// Number of entries whose key ends here, from `firstEntry` on.
        var entryCount: UInt16 = 0
        var firstEntry: Int32 = 0
        /// Languages of the entries here.
        var languages: UInt64 = 0
        /// Languages of the entries here and below.
        var below: UInt64 = 0
    }

    private(set) var nodes: [Node] = []
    private(set) var labels: [UInt8] = []
    private(set) var targets: [Int32] = []
    /// 256 targets each, for nodes with many edges; 0 is none.
    private(set) var rows: [Int32] = []
    /// In order of their keys.
    private(set) var entries: [Compiled] = []
    private(set) var program = PhraseProgram()

    init(_ unsorted: [Entry]) {
        let sorted = unsorted.sorted { $0.phrase.key.lexicographicallyPrecedes($1.phrase.key) }
        entries = sorted.map {
            Compiled(
                payload: $0.payload, tail: program.compile($0.phrase.tail), language: $0.language,
                leading: $0.phrase.leading)
        }
        nodes = [Node()]
        build(sorted, node: 0, sorted.indices, depth: 0)
    }

    /// Keys have at most 400 bytes, so recursion is bounded.
    private mutating func build(_ entries: [Entry], node: Int, _ range: Range<Int>, depth: Int) {
        var i = range.lowerBound
        nodes[node].firstEntry = Int32(i)
        while i < range.upperBound, entries[i].phrase.key.count == depth {
            nodes[node].languages |= entries[i].language
            i += 1
        }
        nodes[node].entryCount = UInt16(clamping: i - range.lowerBound)
        var children: [(label: UInt8, range: Range<Int>)] = []
        while i < range.upperBound {
            let label = entries[i].phrase.key[depth]
            let start = i
            while i < range.upperBound, entries[i].phrase.key[depth] == label { i += 1 }
            children.append((label, start..<i))
        }
        let firstChild = nodes.count
        nodes.append(contentsOf: repeatElement(Node(), count: children.count))
        if children.count > 6 || node == 0 {
            let base = rows.count
            nodes[node].row = Int32(base)
            rows.append(contentsOf: repeatElement(0, count: 256))
            for (k, child) in children.enumerated() { rows[base + Int(child.label)] = Int32(firstChild + k) }
        } else {
            nodes[node].first = Int32(labels.count)
            nodes[node].count = UInt16(children.count)
            for (k, child) in children.enumerated() {
                labels.append(child.label)
                targets.append(Int32(firstChild + k))
            }
        }
        for (k, child) in children.enumerated() { build(entries, node: firstChild + k, child.range, depth: depth + 1) }
        nodes[node].below = nodes[firstChild...].prefix(children.count).reduce(nodes[node].languages) { $0 | $1.below }
    }
}
