import Model

/// The term lists of an auditor's own checks, in the syntax of the language files.
public struct TermQueries: Sendable {
    /// A phrase of a query, found on a page.
    struct Hit: Sendable {
        var check: CheckID
        /// Index of the block.
        var block: Int
        /// Bytes of the original text.
        var range: Range<Int>
    }

    /// Checks that ask by terms, ascending.
    public let checks: [CheckID]
    private let trie: PhraseTrie
    private let bits: [String: UInt64]
    /// The bit of "*": counts on every page.
    private static let everywhere: UInt64 = 1 << 63

    /// Takes the queries of kind `.terms` and leaves the others. Throws `LexiconError` that names the check and tag.
    public init(_ queries: [PageQuery]) throws {
        var bits: [String: UInt64] = ["*": TermQueries.everywhere]
        var entries: [PhraseTrie.Entry] = []
        var checks: [CheckID] = []
        for query in queries.sorted(by: { $0.check < $1.check }) {
            guard case .terms(let terms) = query.kind else { continue }
            if checks.last != query.check { checks.append(query.check) }
            for (tag, phrases) in terms.sorted(by: { $0.key < $1.key }) {
                let primary = Lexicon.primary(tag)
                let bit = bits[primary] ?? 1 << UInt64(min(62, bits.count - 1))
                bits[primary] = bit
                for phrase in phrases {
                    do {
                        entries += try PhraseSyntax.read(phrase).map {
                            .init(phrase: $0, payload: Int32(checks.count - 1), language: bit)
                        }
                    } catch {
                        throw LexiconError(
                            file: query.check.rawValue, key: "terms.\(tag)", reason: "\"\(phrase)\": \(error.reason)")
                    }
                }
            }
        }
        self.checks = checks
        self.bits = bits
        trie = PhraseTrie(entries)
    }

    /// No check asks by terms.
    public var isEmpty: Bool { checks.isEmpty }

    /// Every phrase of the page's languages and of "*" in its blocks, ascending by block and start.
    func hits(in text: FoldedText, language: LanguageFacts, lexicon: Lexicon) -> [Hit] {
        guard !isEmpty else { return [] }
        var hits: [Hit] = []
        match(text, active(language), .none, language, lexicon) { _, found in
            if hits.count < Lexicon.pageLimit { hits += found }
        }
        return hits
    }

    /// The same for a page, by the help of what is known of texts.
    func hits(of page: PageView) -> [Hit] {
        guard !isEmpty else { return [] }
        let languages = active(page.language)
        let known = page.spoken
        if known.queried.languages != languages {
            known.queried = (languages, StartFilter(trie, languages: languages), Remembered())
        }
        let blocks = page.document.blocks
        var found = blocks.indices.map { known.queried.hits.value(page.text(of: $0)) }
        func read(_ some: [Int], _ text: FoldedText) {
            match(text, languages, known.queried.filter, page.language, page.lexicon) { k, hits in
                let block = some[k]
                // Kept as of block 0 and with the ranges of the text's own bytes.
                let start = blocks[block].text.lowerBound
                let own = hits.map { Hit(check: $0.check, block: 0, range: $0.range.moved(by: -start)) }
                known.queried.hits.keep(own, for: page.text(of: block))
                found[block] = own
            }
        }
        if let fresh = page.memory.fresh { read(fresh.blocks, fresh.text) }
        let missing = blocks.indices.filter { found[$0] == nil }
        if !missing.isEmpty { read(missing, Lexicon.fold(page.document, blocks: missing)) }
        var hits: [Hit] = []
        for (block, own) in found.enumerated() where hits.count < Lexicon.pageLimit {
            let start = blocks[block].text.lowerBound
            for hit in own ?? [] { hits.append(Hit(check: hit.check, block: block, range: hit.range.moved(by: start))) }
        }
        return hits
    }

    private func active(_ language: LanguageFacts) -> UInt64 {
        var active = TermQueries.everywhere
        for tag in [language.tag, language.declared ?? ""] + language.others.keys {
            active |= bits[Lexicon.primary(tag)] ?? 0
        }
        return active
    }

    /// Calls `body` for every block of a text with its hits.
    private func match(
        _ text: FoldedText, _ languages: UInt64, _ filter: StartFilter, _ language: LanguageFacts, _ lexicon: Lexicon,
        _ body: (Int, [Hit]) -> Void
    ) {
        let numbers = lexicon.language(language.tag)?.numbers ?? NumberHabits()
        trie.matches(
            in: text, languages: languages, numbers: numbers, filter: filter, where: { _ in true }
        ) { block, matches in
            body(
                block,
                matches.map { Hit(check: checks[Int($0.payload)], block: block, range: text.original($0.range)) })
        }
    }
}

extension Range<Int> {
    fileprivate func moved(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
