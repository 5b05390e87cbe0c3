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
        var active = TermQueries.everywhere
        for tag in [language.tag, language.declared ?? ""] + language.others.keys {
            active |= bits[Lexicon.primary(tag)] ?? 0
        }
        let numbers = lexicon.language(language.tag)?.numbers ?? NumberHabits()
        var hits: [Hit] = []
        trie.matches(in: text, languages: active, numbers: numbers, where: { _ in true }) { block, matches in
            guard hits.count < Lexicon.pageLimit else { return }
            for match in matches {
                hits.append(
                    Hit(check: checks[Int(match.payload)], block: block, range: text.original(match.range)))
            }
        }
        return hits
    }
}
