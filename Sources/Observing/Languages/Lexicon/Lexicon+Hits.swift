import Model
import Parsing

extension Lexicon {
    /// Hits kept of one page; more can only be an attack.
    static let pageLimit = 20_000

    /// All terms in a page's blocks, ascending by block and start; the second part has a range of the first for each
    /// block. Terms count of the page's own language, of the one it declares and of those that larger parts of it are
    /// in; English ones besides where they are a block's whole text or of a neutral group.
    func hits(in document: Document, language: LanguageFacts) -> (hits: [TermHit], ranges: [Range<Int>]) {
        hits(in: Lexicon.fold(document), language: language)
    }

    /// The folded text of a page's blocks, for whoever matches more than one list of terms.
    static func fold(_ document: Document) -> FoldedText {
        document.text.withUnsafeBufferPointer { FoldedText($0, blocks: document.blocks.lazy.map(\.text)) }
    }

    /// The same by the help of what is known of texts, whose numbers are given by block.
    func hits(
        in document: Document, language: LanguageFacts, texts: [Int32], memory: PageMemory
    ) -> (hits: [TermHit], ranges: [Range<Int>]) {
        let selection = selection(for: language)
        let known = memory.language(language, selection)
        let trie = trie(of: selection.all)
        let missing = document.blocks.indices.filter { !known.hits.knows(texts[$0]) }
        let text = Lexicon.fold(document, blocks: missing)
        memory.fresh = (missing, text)
        let (found, foundRanges) = freshHits(in: text, selection, trie, known.filter(trie))
        for (k, b) in missing.enumerated() {
            known.hits.keep(found[foundRanges[k]], from: document.blocks[b].text.lowerBound, for: texts[b])
        }
        var hits: [TermHit] = []
        hits.reserveCapacity(found.count + 64)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(document.blocks.count)
        var next = 0
        for b in document.blocks.indices {
            let first = hits.count
            if next < missing.count && missing[next] == b {
                for i in foundRanges[next] where hits.count < Lexicon.pageLimit {
                    hits.append(found[i])
                    hits[hits.count - 1].block = Int32(truncatingIfNeeded: b)
                }
                next += 1
            } else {
                let start = document.blocks[b].text.lowerBound
                known.hits.add(texts[b], of: b, at: start, to: &hits, most: Lexicon.pageLimit)
            }
            ranges.append(first..<hits.count)
        }
        return (hits, ranges)
    }

    /// The folded text of some of a page's blocks.
    static func fold(_ document: Document, blocks: [Int]) -> FoldedText {
        document.text.withUnsafeBufferPointer { text in
            FoldedText(text, blocks: blocks.lazy.map { document.blocks[$0].text })
        }
    }

    /// Hits in some of a page's blocks, and for each of these the range of its own.
    private func freshHits(
        in text: FoldedText, _ selection: Selection, _ trie: PhraseTrie, _ filter: StartFilter
    ) -> ([TermHit], [Range<Int>]) {
        var hits: [TermHit] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.blocks.count)
        matches(in: text, selection, trie, filter: filter) { block, matches in
            let first = hits.count
            for match in matches { hits.append(hit(match, block, text)) }
            ranges.append(first..<hits.count)
        }
        return (hits, ranges)
    }

    /// The same in text that is folded already.
    func hits(in text: FoldedText, language: LanguageFacts) -> (hits: [TermHit], ranges: [Range<Int>]) {
        let selection = selection(for: language)
        var hits: [TermHit] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.blocks.count)
        matches(in: text, selection, trie(of: selection.all)) { block, matches in
            let first = hits.count
            for match in matches where hits.count < Lexicon.pageLimit {
                hits.append(hit(match, block, text))
            }
            ranges.append(first..<hits.count)
        }
        return (hits, ranges)
    }

    /// All terms in a short text: a link's words, a title, a button's value. Ranges are bytes of `text`, `block` is
    /// 0, and `isWholeBlock` tells that the term is all there is.
    func hits(in text: some Collection<UInt8>, language: String) -> [TermHit] {
        hits(in: text, selection: selection(CollectionOfOne(language), main: language))
    }

    /// The same with a page's languages.
    func hits(in text: some Collection<UInt8>, language: LanguageFacts) -> [TermHit] {
        hits(in: text, selection: selection(for: language))
    }

    private func hits(in text: some Collection<UInt8>, selection: Selection) -> [TermHit] {
        guard !text.isEmpty else { return [] }
        let folded = FoldedText(text)
        var hits: [TermHit] = []
        matches(in: folded, selection, trie(of: selection.all)) { block, matches in
            for match in matches { hits.append(hit(match, block, folded)) }
        }
        return hits
    }

    private func matches(
        in text: FoldedText, _ selection: Selection, _ trie: PhraseTrie, filter: StartFilter = .none,
        _ body: (Int, [PhraseMatch]) -> Void
    ) {
        trie.matches(
            in: text, languages: selection.all, numbers: selection.numbers, filter: filter,
            where: { counts($0, selection) }, body)
    }

    /// Words of walls, gates and notices in a short text, in every language there is.
    func wallHits(in text: some Collection<UInt8>, numbers: NumberHabits) -> [TermHit] {
        guard !text.isEmpty else { return [] }
        let folded = FoldedText(text)
        var hits: [TermHit] = []
        walls.matches(in: folded, languages: .max, numbers: numbers, where: { _ in true }) { block, matches in
            for match in matches { hits.append(hit(match, block, folded)) }
        }
        return hits
    }

    private func hit(_ match: PhraseMatch, _ block: Int, _ text: FoldedText) -> TermHit {
        TermHit(
            group: TermGroup(rawValue: UInt16(truncatingIfNeeded: match.payload)),
            block: Int32(truncatingIfNeeded: block), range: text.original(match.range), first: match.first,
            second: match.second, isWholeBlock: match.isWholeBlock)
    }

    /// A term of `group` is all that the text says, punctuation and symbols aside.
    func isWhole(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group && $0.isWholeBlock }
    }

    /// A term of `group` stands somewhere in the text.
    func contains(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group }
    }
}
