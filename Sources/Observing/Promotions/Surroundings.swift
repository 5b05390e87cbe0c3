import Model
import Parsing

/// Looks at what stands around claims: their mark and its note, their end, their terms.
struct Surroundings {
    let page: PageView
    let terms: PromotionTerms

    func claims(_ found: [ClaimReader.Found]) -> [(claim: Claim, noteBlock: Int?)] {
        guard !found.isEmpty else { return [] }
        let dates = DateReader(page.lexicon, language: page.language.tag)
        var tracer: NoteTracer?
        return found.map { one in
            var claim = Claim(
                kind: one.kind, mention: page.mention(around: one.range, in: one.block), percent: one.percent,
                amount: one.amount)
            claim.link = link(of: one)
            var noteBlock: Int?
            if let mark = mark(of: one) {
                let notes = tracer ?? NoteTracer(page: page, terms: terms)
                tracer = notes
                noteBlock = trace(mark, of: one, notes, into: &claim)
            }
            end(of: &claim, one, noteBlock: noteBlock, dates)
            claim.hasTerms =
                hasTerms(one) || noteBlock.map { isTermsBlock($0) } ?? false
                || (claim.note?.quote.utf8.count ?? 0) >= 40
            return (claim, noteBlock)
        }
    }

    // MARK: Marks

    /// Follows the mark of a claim to its note; returns the note's block on the page.
    private func trace(
        _ mark: (text: String, offset: Int), of one: ClaimReader.Found, _ notes: NoteTracer, into claim: inout Claim
    ) -> Int? {
        let trace = notes.trace(mark.text, at: mark.offset, in: one.block)
        claim.marker = mark.text
        claim.note = trace.note
        claim.noteState = trace.state
        claim.noteDistance = trace.block.map { abs($0 - one.block) }
        claim.noteLink = trace.link
        claim.leadsByMark = trace.leadsByMark
        claim.takesBack = trace.hiddenClauses
        return trace.block
    }

    /// The mark behind a claim's words in its line, and where it stands in the page's text.
    private func mark(of one: ClaimReader.Found) -> (text: String, offset: Int)? {
        let document = page.document
        let block = document.blocks[one.block]
        let end = min(block.text.upperBound, one.range.upperBound + 60)
        if let (mark, range) = NoteMark.attached(
            in: one.range.lowerBound..<end, of: document.text, end: block.text.upperBound)
        {
            return (mark, range.lowerBound)
        }
        for piece in document.pieces[block.pieces]
        where piece.text.lowerBound > one.range.lowerBound && piece.text.lowerBound <= end {
            guard piece.text.lowerBound > block.text.lowerBound, document.text[piece.text.lowerBound - 1] > 32,
                let mark = NoteIndex.raisedFigure(piece, in: document)
            else { continue }
            return (mark, piece.text.lowerBound)
        }
        return nil
    }

    /// The address of the link around a claim's words.
    private func link(of one: ClaimReader.Found) -> String? {
        guard let text = page.textNode(at: one.range.lowerBound, in: one.block),
            page.document.nodes[text].flags.contains(.inLink),
            let link = page.document.closest(text, where: { page.document.nodes[$0].tag == .a })
        else { return nil }
        return page.document.attribute(.href, of: link).map { String(decoding: $0.prefix(500), as: UTF8.self) }
    }

    private func isTermsBlock(_ block: Int) -> Bool {
        page.hits(in: block).contains {
            terms.condition($0.group) != nil || $0.group == terms.terms || $0.group == terms.until
                || terms.claim($0.group) != nil
        }
    }

    // MARK: End and terms

    /// A day that is named as the end: in the claim's block, or in a short one right beside it, or in its note.
    private func end(of claim: inout Claim, _ one: ClaimReader.Found, noteBlock: Int?, _ dates: DateReader) {
        var blocks = [one.block] + [one.block + 1, one.block - 1].filter { isNeighbour($0, of: one.block) }
        if let noteBlock, !blocks.contains(noteBlock) { blocks.append(noteBlock) }
        for block in blocks {
            guard let until = page.hits(in: block).first(where: { $0.group == terms.until }) else { continue }
            claim.namesAnEnd = true
            let text = page.document.blocks[block].text
            let found = dates.dates(in: page.document.text[text])
                .filter { reaches(text.lowerBound + $0.range.upperBound, until.range.lowerBound) }
            // Of "from … to …" the later; several ends can't be told apart.
            let days = found.compactMap(\.date)
            if let last = days.last, days.count <= 2, days.max() == last {
                claim.until = last
                return
            }
        }
        if !claim.namesAnEnd {
            claim.namesAnEnd =
                hasClock(one.block)
                || !dates.dates(in: page.document.text[page.document.blocks[one.block].text]).isEmpty
        }
    }

    /// A date that ends behind the words for an end, or whose year's ending leads to them: "2025-ci il tarixinədək".
    private func reaches(_ end: Int, _ words: Int) -> Bool {
        let text = page.document.text
        return end > words || words - end <= 12 && text.indices.contains(end) && text[end] == UInt8(ascii: "-")
    }

    private func isNeighbour(_ block: Int, of claim: Int) -> Bool {
        guard page.document.blocks.indices.contains(block) else { return false }
        let other = page.document.blocks[block]
        return other.text.count <= 160 && other.region == page.document.blocks[claim].region
    }

    /// "23:59", "02 : 14 : 09": a countdown or an hour.
    private func hasClock(_ block: Int) -> Bool {
        let bytes = page.document.text[page.document.blocks[block].text]
        guard bytes.count >= 4, let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")),
            colon + 2 < bytes.endIndex
        else { return false }
        return bytes[colon - 1].isASCIIDigit && bytes[colon + 1].isASCIIDigit && bytes[colon + 2].isASCIIDigit
    }

    /// Terms in the claim's own block, or a word or link that leads to them in one of the next.
    private func hasTerms(_ one: ClaimReader.Found) -> Bool {
        let own = page.hits(in: one.block).contains { terms.condition($0.group) != nil || $0.group == terms.terms }
        if own { return true }
        return (one.block - 2...one.block + 3).contains { block in
            page.document.blocks.indices.contains(block) && block != one.block
                && page.hits(in: block).contains { $0.group == terms.terms }
        }
    }
}
