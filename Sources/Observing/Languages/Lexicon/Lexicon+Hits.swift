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

    func hits(in text: FoldedText, language: LanguageFacts) -> (hits: [TermHit], ranges: [Range<Int>]) {
        let selection = selection(for: language)
        var hits: [TermHit] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.blocks.count)
        var matches: [PhraseMatch] = []
        for (index, block) in text.blocks.enumerated() {
            let first = hits.count
            if first < Lexicon.pageLimit {
                matches.removeAll(keepingCapacity: true)
                collect(text, block, index, selection, &matches, &hits)
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
        var matches: [PhraseMatch] = []
        collect(folded, folded.blocks[0], 0, selection, &matches, &hits)
        return hits
    }

    /// A term of `group` is all that the text says, punctuation and symbols aside.
    func isWhole(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group && $0.isWholeBlock }
    }

    /// A term of `group` stands somewhere in the text.
    func contains(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group }
    }

    private func collect(
        _ text: FoldedText, _ block: FoldedText.Block, _ index: Int, _ selection: Selection,
        _ matches: inout [PhraseMatch], _ hits: inout [TermHit]
    ) {
        trie.matches(
            in: text, block: block, languages: selection.active | selection.english, numbers: selection.numbers,
            into: &matches)
        for match in matches where counts(match, selection) {
            hits.append(
                TermHit(
                    group: TermGroup(rawValue: UInt16(truncatingIfNeeded: match.payload)),
                    block: Int32(truncatingIfNeeded: index), range: text.original(match.range), first: match.first,
                    second: match.second, isWholeBlock: match.isWholeBlock))
        }
    }
}
