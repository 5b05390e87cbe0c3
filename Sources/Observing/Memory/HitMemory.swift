/// Terms found in known texts. Hits are kept with the ranges of their text's own bytes, as of block 0.
struct HitMemory {
    private struct Span {
        var start: Int32 = -1
        var count: Int32 = 0
    }

    private var spans: [Span] = []
    private var hits: [TermHit] = []

    /// Appends a known text's hits as those of a block that begins at `start`, as long as there are fewer than `most`.
    func add(_ text: Int32, of block: Int, at start: Int, to all: inout [TermHit], most: Int) {
        guard knows(text) else { return }
        let span = spans[Int(text)]
        for i in Int(span.start)..<Int(span.start + span.count) where all.count < most {
            var hit = hits[i]
            hit.block = Int32(truncatingIfNeeded: block)
            hit.range = (hit.range.lowerBound + start)..<(hit.range.upperBound + start)
            all.append(hit)
        }
    }

    func knows(_ text: Int32) -> Bool { text >= 0 && Int(text) < spans.count && spans[Int(text)].start >= 0 }

    /// Keeps a text's hits, whose ranges count from `start`.
    mutating func keep(_ found: ArraySlice<TermHit>, from start: Int, for text: Int32) {
        guard text >= 0, !knows(text) else { return }
        while spans.count <= Int(text) { spans.append(Span()) }
        spans[Int(text)] = Span(start: Int32(clamping: hits.count), count: Int32(clamping: found.count))
        for var hit in found {
            hit.range = (hit.range.lowerBound - start)..<(hit.range.upperBound - start)
            hits.append(hit)
        }
    }
}
