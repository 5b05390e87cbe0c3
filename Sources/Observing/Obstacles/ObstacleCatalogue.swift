import Foundation
import Model
import Yams

/// The marks of `checks/obstacles.yaml`: what the software leaves that puts walls, gates and notices in a page's place.
struct ObstacleCatalogue: Sendable {
    struct Entry: Sendable {
        var name: String
        var reason: BlockReason
        var headers: [String] = []
        var titles: [TitlePattern] = []
        var markup: [String] = []
        var texts: [String] = []
        var source: String
    }

    let entries: [Entry]
    private let scanner: FingerprintScanner
    /// By the scanner's index: an entry, or nil for a captcha's mark.
    private let owners: [(mark: String, entry: Int?)]

    /// The catalogue that comes with Comeback; empty if its file is missing from the installation.
    static let bundled: ObstacleCatalogue = {
        let file = Bundle.module.url(forResource: "obstacles", withExtension: "yaml")
        return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) }
            .flatMap { try? ObstacleCatalogue(yaml: $0) } ?? ObstacleCatalogue(entries: [], captchas: [])
    }()

    /// Throws a `LexiconError` that names the key at fault.
    init(yaml: String) throws {
        let reader = YAMLReader(file: "obstacles.yaml")
        guard let root = try Yams.compose(yaml: yaml)?.mapping else { throw reader.error("", "a mapping is expected") }
        var captchas: [String] = []
        var entries: [Entry] = []
        for (key, value) in root {
            switch key.string ?? "" {
            case "captchas": captchas = try reader.strings(value, "captchas")
            case "obstacles":
                guard let list = value.sequence else { throw reader.error("obstacles", "a list is expected") }
                entries = try list.map { try ObstacleCatalogue.entry($0, reader) }
            case let other: throw reader.error(other, "an unknown key")
            }
        }
        self.init(entries: entries, captchas: captchas)
    }

    private init(entries: [Entry], captchas: [String]) {
        self.entries = entries
        var owners: [(mark: String, entry: Int?)] = captchas.map { ($0, nil) }
        for (index, entry) in entries.enumerated() { owners += entry.markup.map { ($0, index) } }
        self.owners = owners
        scanner = FingerprintScanner(owners.map(\.mark))
    }

    private static func entry(_ node: Node, _ reader: YAMLReader) throws -> Entry {
        guard let mapping = node.mapping else { throw reader.error("obstacles", "a list of mappings is expected") }
        let name = try reader.string(mapping["name"], "name")
        let written = try reader.string(mapping["reason"], "\(name): reason")
        guard let reason = BlockReason(rawValue: written) else {
            throw reader.error("\(name): reason", "\"\(written)\" is no reason")
        }
        var entry = Entry(
            name: name, reason: reason, source: try reader.string(mapping["source"], "\(name): source"))
        for (key, value) in mapping {
            let at = "\(name): \(key.string ?? "")"
            switch key.string ?? "" {
            case "name", "reason", "source": break
            case "header": entry.headers = try reader.strings(value, at)
            case "title": entry.titles = try reader.strings(value, at).map(TitlePattern.init)
            case "markup": entry.markup = try reader.strings(value, at)
            case "text": entry.texts = try reader.strings(value, at)
            case let other: throw reader.error("\(name): \(other)", "an unknown key")
            }
        }
        let short = (entry.markup + entry.texts).first { $0.utf8.count < FingerprintScanner.shortest }
        if let short { throw reader.error(name, "\"\(short)\" is under \(FingerprintScanner.shortest) bytes") }
        return entry
    }

    /// The marks of each entry in some bytes, each once, by entry, and the first of a captcha.
    func marks(in bytes: ArraySlice<UInt8>) -> (entries: [Int: [String]], captcha: String?) {
        var found: [Int: [String]] = [:]
        var captcha: String?
        scanner.scan(bytes) { index, _ in
            let (mark, entry) = owners[index]
            if let entry {
                if found[entry]?.contains(mark) != true { found[entry, default: []].append(mark) }
            } else if captcha == nil {
                captcha = mark
            }
        }
        return (found, captcha)
    }
}

/// A whole title in small letters; `*` at its beginning or end stands for anything.
struct TitlePattern: Sendable {
    private let words: String
    private let isOpenBefore: Bool
    private let isOpenBehind: Bool

    init(_ pattern: String) {
        isOpenBefore = pattern.hasPrefix("*")
        isOpenBehind = pattern.hasSuffix("*")
        words = String(pattern.dropFirst(isOpenBefore ? 1 : 0).dropLast(isOpenBehind ? 1 : 0))
    }

    /// `title` in small letters.
    func matches(_ title: String) -> Bool {
        switch (isOpenBefore, isOpenBehind) {
        case (false, false): title == words
        case (true, false): title.hasSuffix(words)
        case (false, true): title.hasPrefix(words)
        case (true, true): title.contains(words)
        }
    }
}
