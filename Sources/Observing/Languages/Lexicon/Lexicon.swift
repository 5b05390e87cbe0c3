import Foundation
import Model

/// The words of all languages, shared by all pages: a language's are read when they are first asked for.
public final class Lexicon: Sendable {
    /// A bit for each language.
    let bits: [String: UInt64]
    private let shelf: Guarded<LexiconShelf>
    /// `TermGroups.neutral`, by raw value.
    private let neutral: [Bool]

    /// Takes the bundled language files, then those of `folders`: a file there adds a language, or replaces those keys
    /// and groups that it has. Throws `LexiconError`; the bundled files are read when their languages are met.
    public convenience init(folders: [String] = []) throws {
        try self.init(
            bundled: LanguageFile.paths(in: Lexicon.bundledFolder),
            files: folders.flatMap { try LanguageFile.all(in: $0) })
    }

    static var bundledFolder: String { (Bundle.module.resourcePath ?? Bundle.module.bundlePath) + "/languages" }

    /// Later files take precedence. `bundled` are the paths of files that bear the names of their languages.
    init(bundled: [String] = [], files: [LanguageFile]) throws {
        var sources: [String: LexiconShelf.Source] = [:]
        for path in bundled { sources[LanguageFile.tag(ofPath: path)] = .init(path: path) }
        for file in files {
            let earlier = sources[file.tag]?.file
            sources[file.tag, default: .init()].file = earlier.map { file.over($0) } ?? file
        }
        for source in sources.values where source.path == nil { _ = try source.file?.data() }
        guard sources.count <= 60 else {
            throw LexiconError(file: bundled.first ?? files[0].path, key: "", reason: "more than 60 languages")
        }
        bits = Dictionary(
            uniqueKeysWithValues: sources.keys.sorted().enumerated().map { ($1, 1 << UInt64($0)) })
        shelf = Guarded(LexiconShelf(sources: sources, bits: bits))
        neutral = TermGroups.all.map { TermGroups.neutral.contains($0) }
    }

    /// Tags of all languages, ascending.
    public var tags: [String] { bits.keys.sorted() }

    /// Nil for a name that isn't in `TermGroups`.
    func group(_ name: String) -> TermGroup? { TermGroup(name) }

    /// The data of a language; nil where there is no file for it. Takes "az" and "az-AZ" alike.
    public func language(_ tag: String) -> LanguageData? {
        let primary = Lexicon.primary(tag)
        guard let bit = bits[primary] else { return nil }
        return shelf.withLock { $0.language(primary, bit) }
    }

    /// A trie that has the terms of these languages, and may have those of others.
    func trie(of languages: UInt64) -> PhraseTrie { shelf.withLock { $0.trie(of: languages) } }

    /// The terms that walls, gates and notices use, of all languages.
    var walls: PhraseTrie { shelf.withLock { $0.wallTrie() } }

    /// The primary part of a BCP 47 tag, lower case: "pt" for "pt-BR" and "pt_BR".
    public static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// Which languages' terms count, and how numbers are written.
    struct Selection {
        /// Count wherever they stand.
        var active: UInt64
        /// English where it isn't active: counts in neutral groups, and where a term is a whole block.
        var english: UInt64
        var numbers: NumberHabits

        var all: UInt64 { active | english }
    }

    func selection(_ tags: some Sequence<String>, main: String) -> Selection {
        var active: UInt64 = 0
        for tag in tags { active |= bits[Lexicon.primary(tag)] ?? 0 }
        let english = bits["en"] ?? 0
        return Selection(
            active: active, english: active & english == 0 ? english : 0,
            numbers: language(main)?.numbers ?? NumberHabits())
    }

    /// The page's language, what it declares, and what larger parts of it are written in.
    func selection(for facts: LanguageFacts) -> Selection {
        let declared = facts.declared.map { [$0] } ?? []
        return selection([facts.tag] + declared + facts.others.keys, main: facts.tag)
    }

    func counts(_ match: PhraseMatch, _ selection: Selection) -> Bool {
        match.language & selection.active != 0 || match.isWholeBlock || neutral[Int(match.payload)]
    }
}
