import Model

/// The language files of a lexicon, read one by one as their languages are met: most sites use two of them.
struct LexiconShelf {
    /// Where a language's words come from.
    struct Source: Sendable {
        /// Of the bundled file; nil for a language that has none.
        var path: String?
        /// What goes over it, read already.
        var file: LanguageFile?

        /// Both together; nil where a bundled file is broken, which the tests rule out.
        func read() -> LanguageFile? {
            guard let path else { return file }
            guard let bundled = try? LanguageFile(reading: path) else { return file }
            return file.map { $0.over(bundled) } ?? bundled
        }

        /// The same, of the groups `wall.…` alone.
        func readWalls() -> [String: [Phrase]] {
            var terms = path.flatMap { try? LanguageFile.walls(reading: $0) } ?? [:]
            for (group, phrases) in file?.terms ?? [:] where group.hasPrefix("wall.") { terms[group] = phrases }
            return terms
        }
    }

    private let sources: [(bit: UInt64, source: Source)]
    private var languages: [UInt64: LanguageData] = [:]
    private var entries: [PhraseTrie.Entry] = []
    private var loaded: UInt64 = 0
    private var trie = PhraseTrie([])
    private var walls: PhraseTrie?

    init(sources: [String: Source], bits: [String: UInt64]) {
        self.sources = sources.sorted { $0.key < $1.key }.compactMap { tag, source in
            bits[tag].map { ($0, source) }
        }
    }

    mutating func language(_ tag: String, _ bit: UInt64) -> LanguageData? {
        load(bit)
        return languages[bit]
    }

    mutating func trie(of wanted: UInt64) -> PhraseTrie {
        load(wanted)
        return trie
    }

    mutating func wallTrie() -> PhraseTrie {
        if let walls { return walls }
        let all = sources.flatMap { bit, source in LexiconShelf.entries(source.readWalls(), bit) }
        let new = PhraseTrie(all)
        walls = new
        return new
    }

    /// Every language whose bit is set and that isn't there yet. What was found before stays as it was: the trie grows.
    private mutating func load(_ wanted: UInt64) {
        guard wanted & ~loaded != 0 else { return }
        for (bit, source) in sources where bit & wanted & ~loaded != 0 {
            guard let file = source.read() else { continue }
            languages[bit] = try? file.data()
            entries += LexiconShelf.entries(file.terms, bit)
        }
        loaded |= wanted
        trie = PhraseTrie(entries)
    }

    private static func entries(_ terms: [String: [Phrase]], _ bit: UInt64) -> [PhraseTrie.Entry] {
        terms.sorted { $0.key < $1.key }.flatMap { group, phrases in
            let payload = Int32(TermGroups.rawValue(of: group) ?? 0)
            return phrases.map { PhraseTrie.Entry(phrase: $0, payload: payload, language: bit) }
        }
    }
}
