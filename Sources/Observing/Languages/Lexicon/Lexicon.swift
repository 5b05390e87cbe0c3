import Foundation
import Model
import Parsing

/// The words of all languages: immutable, built once, shared by all pages.
public final class Lexicon: Sendable {
    /// By tag.
    let languages: [String: LanguageData]

    /// Reads the bundled language files, then those of `folders`: a file there replaces the one of the same language
    /// or adds a language. Throws `LexiconError`.
    public init(folders: [String] = []) throws {
        languages = [:]
    }

    /// Names of all groups, in the order of their indexes.
    var groups: [String] { TermGroups.all }

    /// Nil for a name that isn't in `TermGroups`.
    func group(_ name: String) -> TermGroup? { TermGroup(name) }

    /// The data of a language; nil where there is no file for it. Takes "az" and "az-AZ" alike.
    public func language(_ tag: String) -> LanguageData? { languages[Lexicon.primary(tag)] }

    /// The primary part of a BCP 47 tag, lower case: "pt" for "pt-BR" and "pt_BR".
    public static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// All terms in a page's blocks, ascending by block and start; the second part has a range of the first for each
    /// block.
    func hits(in document: Document, language: LanguageFacts) -> (hits: [TermHit], ranges: [Range<Int>]) {
        ([], Array(repeating: 0..<0, count: document.blocks.count))
    }

    /// All terms in a short text: a link's words, a title, a button's value. Ranges are bytes of `text`, `block` is
    /// 0, and `isWholeBlock` tells that the term is all there is.
    func hits(in text: some Collection<UInt8>, language: String) -> [TermHit] { [] }

    /// A term of `group` is all that the text says, punctuation and symbols aside.
    func isWhole(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group && $0.isWholeBlock }
    }

    /// A term of `group` stands somewhere in the text.
    func contains(_ text: some Collection<UInt8>, _ group: TermGroup, language: String) -> Bool {
        hits(in: text, language: language).contains { $0.group == group }
    }
}
