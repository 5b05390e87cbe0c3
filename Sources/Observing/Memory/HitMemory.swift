/// Terms found in known texts. Hits are kept with the ranges of their text's own bytes, as of block 0.
struct HitMemory {
    private struct Span {
        var start: Int32 = -1
        var count: Int32 = 0
    }

    private var spans: [Span] = []
    private var hits: [TermHit] = []

    /// The text's hits; nil where it hasn't been looked through.
    func hits(_ text: Int32) -> ArraySlice<TermHit>? {
        let i = Int(text)
        guard i >= 0, i < spans.count, spans[i].start >= 0 else { return nil }
        return hits[Int(spans[i].start)..<Int(spans[i].start + spans[i].count)]
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
