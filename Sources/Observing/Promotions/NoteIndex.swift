import Model
import Parsing

/// The notes of a page, by their mark.
struct NoteIndex {
    struct Note {
        var mark: String
        var block: Int
        /// From the mark to the end of its words.
        var range: Range<Int>
    }
    private(set) var notes: [Note] = []

    /// Shorter ones say nothing.
    private static let shortest = 8
    private static let limit = 60

    init(_ page: PageView) {
        let text = page.document.text
        for (index, block) in page.document.blocks.enumerated() where notes.count < NoteIndex.limit {
            // "* required" explains a form's fields.
            if block.flags.contains(.inForm) { continue }
            var start = block.text.lowerBound
            while start < block.text.upperBound {
                let end =
                    text[start..<block.text.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? block.text.upperBound
                take(line: start..<end, block: index, text)
                start = end + 1
            }
            takeNumbered(block: index, of: page)
        }
    }

    /// Marks at a line's start, or after a space and right before a word.
    private mutating func take(line: Range<Int>, block: Int, _ text: [UInt8]) {
        var starts: [(mark: String, at: Int)] = []
        if let (mark, _) = NoteMark.opening(at: line.lowerBound, in: text, end: line.upperBound) {
            starts.append((mark, line.lowerBound))
        }
        var i = line.lowerBound + 1
        while i < line.upperBound, starts.count < 12 {
            if text[i - 1] == 32, let (mark, after) = NoteMark.at(i, in: text, end: line.upperBound) {
                let isWord = after < line.upperBound && (text[after].isASCIILetter || text[after] >= 0xC3)
                let isSpaced = !starts.isEmpty && NoteMark.opening(at: i, in: text, end: line.upperBound) != nil
                if isWord || isSpaced { starts.append((mark, i)) }
                i = after
            } else {
                i += 1
            }
        }
        for (k, start) in starts.enumerated() {
            let end = k + 1 < starts.count ? starts[k + 1].at : line.upperBound
            guard end - start.at >= NoteIndex.shortest + start.mark.utf8.count else { continue }
            notes.append(Note(mark: start.mark, block: block, range: start.at..<end))
        }
    }

    /// "<sup>1</sup> Only …": a block that begins with a raised figure.
    private mutating func takeNumbered(block: Int, of page: PageView) {
        let document = page.document
        guard let first = document.pieces[document.blocks[block].pieces].first,
            let mark = NoteIndex.raisedFigure(first, in: document),
            document.blocks[block].text.count >= NoteIndex.shortest + mark.utf8.count
        else { return }
        notes.append(Note(mark: mark, block: block, range: document.blocks[block].text))
    }

    /// The figure of a piece in `<sup>`: "1", "(2)".
    static func raisedFigure(_ piece: TextPiece, in document: Document) -> String? {
        guard piece.text.count <= 4, !piece.text.isEmpty,
            document.closest(piece.node, where: { document.nodes[$0].tag.isBlock || document.nodes[$0].tag == .sup })
                .map({ document.nodes[$0].tag == .sup }) ?? false
        else { return nil }
        let digits = document.text[piece.text].filter(\.isASCIIDigit)
        return digits.isEmpty || digits.count > 2 ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// The note that a mark in `block` leads to: the next one that speaks of terms, else the next, else any.
    func note(for mark: String, after block: Int, speaksOfTerms: (Note) -> Bool) -> Note? {
        let candidates = notes.filter { $0.mark == mark }
        let later = candidates.filter { $0.block >= block }
        return later.first(where: speaksOfTerms) ?? candidates.first(where: speaksOfTerms) ?? later.first
            ?? candidates.first
    }
}
