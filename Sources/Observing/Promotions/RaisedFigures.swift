import Model
import Parsing

/// Blocks with figures in `<sup>`, which make "off1" of "off" in plain text: their terms are looked for without them.
enum RaisedFigures {
    /// Hits by block; `superscripts` are the `<sup>` elements of the page.
    static func hits(_ superscripts: [Int], of page: PageView) -> [Int: [TermHit]] {
        guard !superscripts.isEmpty else { return [:] }
        let document = page.document
        var found: [Int: [TermHit]] = [:]
        for (index, block) in document.blocks.enumerated() where block.pieces.count > 1 {
            let figures = document.pieces[block.pieces].filter { piece in
                isInside(piece.node, superscripts, document) && NoteIndex.raisedFigure(piece, in: document) != nil
            }
            guard !figures.isEmpty, block.text.count <= 2_000 else { continue }
            var text = Array(document.text[block.text])
            for figure in figures {
                for i in figure.text where block.text.contains(i) { text[i - block.text.lowerBound] = 32 }
            }
            found[index] = page.lexicon.hits(in: text, language: page.language).map { hit in
                var hit = hit
                hit.block = Int32(clamping: index)
                hit.range = hit.range.lowerBound + block.text.lowerBound..<hit.range.upperBound + block.text.lowerBound
                return hit
            }
        }
        return found
    }

    /// `superscripts` ascends: the last one that starts before the text is the only one that can hold it.
    private static func isInside(_ node: Int, _ superscripts: [Int], _ document: Document) -> Bool {
        var low = 0
        var high = superscripts.count
        while low < high {
            let middle = (low + high) / 2
            if superscripts[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low > 0 && node < Int(document.nodes[superscripts[low - 1]].end)
    }
}
