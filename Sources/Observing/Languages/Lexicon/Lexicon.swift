import Foundation
import Model
import Parsing

/// The words of all languages: immutable, built once, shared by all pages.
public final class Lexicon: Sendable {
    /// By tag.
    let languages: [String: LanguageData]
    /// A bit for each language of `languages`.
    let bits: [String: UInt64]
    let trie: PhraseTrie
    /// `TermGroups.neutral`, by raw value.
    private let neutral: [Bool]

    /// Reads the bundled language files, then those of `folders`: a file there adds a language, or replaces those keys
    /// and groups that it has. Throws `LexiconError`.
    public convenience init(folders: [String] = []) throws {
        let bundled = (Bundle.module.resourcePath ?? Bundle.module.bundlePath) + "/languages"
        try self.init(files: ([bundled] + folders).flatMap { try LanguageFile.all(in: $0) })
    }

    /// Later files take precedence.
    init(files: [LanguageFile]) throws {
        var byTag: [String: LanguageFile] = [:]
        for file in files { byTag[file.tag] = byTag[file.tag].map { file.over($0) } ?? file }
        guard byTag.count <= 60 else {
            throw LexiconError(file: files[0].path, key: "", reason: "more than 60 languages")
        }
        var languages: [String: LanguageData] = [:]
        var bits: [String: UInt64] = [:]
        var entries: [PhraseTrie.Entry] = []
        for (index, file) in byTag.values.sorted(by: { $0.tag < $1.tag }).enumerated() {
            languages[file.tag] = try file.data()
            bits[file.tag] = 1 << UInt64(index)
            for (group, phrases) in file.terms.sorted(by: { $0.key < $1.key }) {
                let payload = Int32(TermGroups.rawValue(of: group) ?? 0)
                entries += phrases.map { .init(phrase: $0, payload: payload, language: 1 << UInt64(index)) }
            }
        }
        self.languages = languages
        self.bits = bits
        trie = PhraseTrie(entries)
        neutral = TermGroups.all.map { TermGroups.neutral.contains($0) }
    }

    /// Tags of all languages, ascending.
    public var tags: [String] { languages.keys.sorted() }

    /// Nil for a name that isn't in `TermGroups`.
    func group(_ name: String) -> TermGroup? { TermGroup(name) }

    /// The data of a language; nil where there is no file for it. Takes "az" and "az-AZ" alike.
    public func language(_ tag: String) -> LanguageData? { languages[Lexicon.primary(tag)] }

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
