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

    /// Appends the phrases of `languages` in a block: of those with one payload that overlap the longest, ascending by
    /// start.
    func matches(
        in text: FoldedText, block: FoldedText.Block, languages: UInt64, numbers: NumberHabits,
        into out: inout [PhraseMatch]
    ) {
        let first = out.count
        // Unsafe pointers: this loop runs for every byte of every page, and bounds checks would double its cost. Every
        // block ends with a zero byte, which no key contains, so a walk cannot leave `bytes`; everything else that is
        // indexed was built by `PhraseTrie` itself.
        text.bytes.withUnsafeBufferPointer { bytes in
            withTables { tables in
                var matcher = PhraseMatcher(
                    bytes: bytes, block: block.bytes, languages: languages, numbers: numbers, tables: tables)
                text.starts.withUnsafeBufferPointer { starts in
                    for s in block.starts where out.count - first < Self.blockLimit {
                        matcher.walk(from: Int(starts[s]), &out)
                    }
                }
            }
        }
        guard out.count > first else { return }
        if out.count > first + 1 { keepLongest(&out, from: first) }
        markWhole(&out, from: first, text, block)
    }

    private func keepLongest(_ out: inout [PhraseMatch], from first: Int) {
        var found = Array(out[first...])
        found.sort {
            ($0.payload, $0.range.lowerBound, $1.range.upperBound) < (
                $1.payload, $1.range.lowerBound, $0.range.upperBound
            )
        }
        out.removeLast(out.count - first)
        for match in found {
            if out.count > first, let last = out.last, last.payload == match.payload,
                match.range.lowerBound < last.range.upperBound
            {
                if match.range.count > last.range.count { out[out.count - 1] = match }
            } else {
                out.append(match)
            }
        }
        out[first...].sort { ($0.range.lowerBound, $0.payload) < ($1.range.lowerBound, $1.payload) }
    }

    private func markWhole(_ out: inout [PhraseMatch], from first: Int, _ text: FoldedText, _ block: FoldedText.Block) {
        text.bytes.withUnsafeBufferPointer { bytes in
            let words = WordEdges(bytes: bytes, range: block.bytes)
            var low = block.bytes.lowerBound
            while low < block.bytes.upperBound, !words.isWord(at: low) { low += max(1, words.length(at: low)) }
            var high = block.bytes.upperBound
            while high > low, !words.isWord(before: high) { high = words.start(before: high) }
            for i in first..<out.count {
                out[i].isWholeBlock = out[i].range.lowerBound <= low && out[i].range.upperBound >= high
            }
        }
    }

    private func withTables(_ body: (PhraseTables) -> Void) {
        nodes.withUnsafeBufferPointer { nodes in
            labels.withUnsafeBufferPointer { labels in
                targets.withUnsafeBufferPointer { targets in
                    rows.withUnsafeBufferPointer { rows in
                        entries.withUnsafeBufferPointer { entries in
                            program.code.withUnsafeBufferPointer { code in
                                program.pool.withUnsafeBufferPointer { pool in
                                    body(
                                        PhraseTables(
                                            nodes: nodes, labels: labels, targets: targets, rows: rows,
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
    let nodes: UnsafeBufferPointer<PhraseTrie.Node>
    let labels: UnsafeBufferPointer<UInt8>
    let targets: UnsafeBufferPointer<Int32>
    let rows: UnsafeBufferPointer<Int32>
    let entries: UnsafeBufferPointer<PhraseTrie.Compiled>
    let code: UnsafeBufferPointer<PhraseProgram.Step>
    let pool: UnsafeBufferPointer<UInt8>
}
