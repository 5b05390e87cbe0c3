/// A phrase found in folded text.
struct PhraseMatch {
    /// Of `PhraseTrie.Entry`.
    var payload: Int32
    var language: UInt64
    /// In `FoldedText.bytes`.
    var range: Range<Int>
    var first: Double?
    var second: Double?
    /// No letter or digit of the block lies outside.
    var isWholeBlock: Bool
}

extension PhraseTrie {
    /// Matches kept of one block; more can only be an attack.
    static let blockLimit = 400

    /// Calls `body` for every block, in order, with the phrases of `languages` in it that `counts` accepts: of those with
    /// one payload that overlap the longest, ascending by start.
    func matches(
        in text: FoldedText, languages: UInt64, numbers: NumberHabits, filter: StartFilter = .none,
        where counts: (PhraseMatch) -> Bool,
        _ body: (_ block: Int, _ matches: [PhraseMatch]) -> Void
    ) {
        // Unsafe pointers: this loop runs for every byte of every page, and bounds checks would double its cost. Every
        // block ends with a zero byte, which no key contains, so a walk cannot leave `bytes`; everything else that is
        // indexed was built by `PhraseTrie` itself.
        text.bytes.withUnsafeBufferPointer { bytes in
            withTables(filter) { tables, filter in
                var matcher = PhraseMatcher(bytes: bytes, languages: languages, numbers: numbers, tables: tables)
                var found: [PhraseMatch] = []
                text.starts.withUnsafeBufferPointer { starts in
                    for (index, block) in text.blocks.enumerated() {
                        found.removeAll(keepingCapacity: true)
                        matcher.enter(block.bytes)
                        for s in block.starts where filter.mayBegin(bytes, at: Int(starts[s])) {
                            matcher.walk(from: Int(starts[s]), &found)
                            if found.count >= Self.blockLimit { break }
                        }
                        if !found.isEmpty {
                            markWhole(&found, bytes, block)
                            found.removeAll { !counts($0) }
                        }
                        if found.count > 1 { keepLongest(&found) }
                        body(index, found)
                    }
                }
            }
        }
    }

    private func keepLongest(_ found: inout [PhraseMatch]) {
        found.sort {
            if $0.payload != $1.payload { return $0.payload < $1.payload }
            if $0.range.lowerBound != $1.range.lowerBound { return $0.range.lowerBound < $1.range.lowerBound }
            return $0.range.upperBound > $1.range.upperBound
        }
        var kept = 0
        for i in 1..<found.count {
            let last = found[kept]
            if last.payload == found[i].payload, found[i].range.lowerBound < last.range.upperBound {
                if found[i].range.count > last.range.count { found[kept] = found[i] }
            } else {
                kept += 1
                found[kept] = found[i]
            }
        }
        found.removeLast(found.count - kept - 1)
        found.sort {
            $0.range.lowerBound != $1.range.lowerBound
                ? $0.range.lowerBound < $1.range.lowerBound : $0.payload < $1.payload
        }
    }

    private func markWhole(
        _ found: inout [PhraseMatch], _ bytes: UnsafeBufferPointer<UInt8>, _ block: FoldedText.Block
    ) {
        let words = WordEdges(bytes: bytes, range: block.bytes)
        var low = block.bytes.lowerBound
        while low < block.bytes.upperBound, !words.isWord(at: low) { low += max(1, words.length(at: low)) }
        var high = block.bytes.upperBound
        while high > low, !words.isWord(before: high) { high = words.start(before: high) }
        for i in found.indices {
            found[i].isWholeBlock = found[i].range.lowerBound <= low && found[i].range.upperBound >= high
        }
    }

    private func withTables(_ filter: StartFilter, _ body: (PhraseTables, StartFilter.Tables) -> Void) {
        filter.withTables { filter in withTables { body($0, filter) } }
    }

    private func withTables(_ body: (PhraseTables) -> Void) {
        nodes.withUnsafeBufferPointer { nodes in
            labels.withUnsafeBufferPointer { labels in
                targets.withUnsafeBufferPointer { targets in
                    rows.withUnsafeBufferPointer { rows in
                        entries.withUnsafeBufferPointer { entries in
                            program.code.withUnsafeBufferPointer { code in
                                program.pool.withUnsafeBufferPointer { pool in
                                    // There always is a root.
                                    guard let root = nodes.baseAddress else { return }
                                    body(
                                        PhraseTables(
                                            root: root, labels: labels, targets: targets, rows: rows,
                                            entries: entries, code: code, pool: pool))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A trie's tables while a block is walked.
struct PhraseTables {
    let root: UnsafePointer<PhraseTrie.Node>
    var nodes: UnsafePointer<PhraseTrie.Node> { root }
    let labels: UnsafeBufferPointer<UInt8>
    let targets: UnsafeBufferPointer<Int32>
    let rows: UnsafeBufferPointer<Int32>
    let entries: UnsafeBufferPointer<PhraseTrie.Compiled>
    let code: UnsafeBufferPointer<PhraseProgram.Step>
    let pool: UnsafeBufferPointer<UInt8>
}
