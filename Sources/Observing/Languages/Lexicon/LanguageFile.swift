import Foundation
import Model
import Yams

/// One YAML file of `checks/languages`, read and checked key by key: Yams alone would drop unknown ones silently. A
/// file in an auditor's own folder may leave out what the bundled file says already.
struct LanguageFile {
    var path: String
    var tag: String
    var name: String?
    /// "" for a language without one.
    var region: String?
    var currencies: [String]?
    var numbers: NumberHabits?
    var months: [[String]]?
    var era: Int?
    var readability: String?
    var units: [TimeUnit: [String]]?
    var numerals: [String: Int]?
    /// By group name.
    var terms: [String: [Phrase]] = [:]

    private static let keys = [
        "language", "name", "region", "currencies", "number", "months", "era", "readability", "units", "numerals",
        "terms",
    ]
    /// The formulas that readability checks know by name.
    static let formulas = [
        "flesch-en", "flesch-de", "flesch-es", "flesch-fr", "flesch-it", "flesch-ru", "lix", "none",
    ]

    /// All files of a folder, ascending by name.
    static func all(in folder: String) throws -> [LanguageFile] {
        try paths(in: folder).map { try LanguageFile(reading: $0) }
    }

    /// The paths of a folder's files, ascending.
    static func paths(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw LexiconError(file: folder, key: "", reason: "can't be read as a folder of language files")
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
    }

    /// "sk" for "…/sk.yaml".
    static func tag(ofPath path: String) -> String {
        String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }

    init(reading path: String) throws { try self.init(LanguageFile.text(of: path), path: path) }

    private static func text(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path), data.count < 4 << 20,
            let text = String(data: data, encoding: .utf8)
        else { throw LexiconError(file: path, key: "", reason: "can't be read as UTF-8 text") }
        return text
    }

    /// The groups `wall.…` of a file in the shape of the bundled ones, a group to a line and what is indented more. Every
    /// language's are needed where a page may be a wall, and reading no more than these takes a twentieth of the time.
    static func walls(reading path: String) throws -> [String: [Phrase]] {
        var isWall = false
        let lines = try text(of: path).split(separator: "\n").filter { line in
            if !line.hasPrefix("    ") { isWall = line.hasPrefix("  wall.") }
            return isWall
        }
        guard !lines.isEmpty else { return [:] }
        let part = "language: \(tag(ofPath: path))\nterms:\n" + lines.joined(separator: "\n")
        return try LanguageFile(part, path: path).terms
    }

    init(_ text: String, path: String) throws {
        self.path = path
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            let place = (error as? YamlError).map { "\($0)".split(separator: "\n").prefix(2).joined(separator: " ") }
            throw LexiconError(file: path, key: "", reason: "not YAML: \(place ?? "unreadable")")
        }
        guard let root, let mapping = root.mapping else {
            throw LexiconError(file: path, key: "", reason: "not a mapping of keys")
        }
        let reader = YAMLReader(file: path)
        tag = try reader.string(mapping["language"], "language")
        guard tag == Lexicon.primary(tag), (2...3).contains(tag.utf8.count) else {
            throw LexiconError(file: path, key: "language", reason: "\"\(tag)\" is not a primary language tag")
        }
        for (key, value) in mapping { try read(reader.string(key, "a key"), value, reader) }
    }

    private mutating func read(_ key: String, _ value: Node, _ reader: YAMLReader) throws {
        switch key {
        case "language": break
        case "name": name = try reader.string(value, key)
        case "region": region = try reader.optionalString(value) ?? ""
        case "currencies":
            let codes = try reader.strings(value, key)
            guard codes.allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) } }) else {
                throw reader.error(key, "currencies are three capitals, such as EUR")
            }
            currencies = codes
        case "number": numbers = try reader.habits(value)
        case "months": months = try reader.months(value)
        case "era":
            guard let years = Int(try reader.string(value, key)), (-10_000...10_000).contains(years) else {
                throw reader.error(key, "a number of years is expected")
            }
            era = years
        case "readability":
            let formula = try reader.string(value, key)
            guard LanguageFile.formulas.contains(formula) else {
                throw LexiconError.unknown(formula, in: path, path: key, known: LanguageFile.formulas)
            }
            readability = formula
        case "units": units = try reader.units(value)
        case "numerals": numerals = try reader.numerals(value)
        case "terms": terms = try reader.terms(value)
        default: throw LexiconError.unknown(key, in: path, path: key, known: LanguageFile.keys)
        }
    }

    /// What this file says, and beyond that what the earlier one said.
    func over(_ earlier: LanguageFile) -> LanguageFile {
        var merged = self
        merged.name = name ?? earlier.name
        merged.region = region ?? earlier.region
        merged.currencies = currencies ?? earlier.currencies
        merged.numbers = numbers ?? earlier.numbers
        merged.months = months ?? earlier.months
        merged.era = era ?? earlier.era
        merged.readability = readability ?? earlier.readability
        merged.units = units ?? earlier.units
        merged.numerals = numerals ?? earlier.numerals
        merged.terms = earlier.terms.merging(terms) { $1 }
        return merged
    }

    /// The language's data; throws where a new language leaves something out.
    func data() throws -> LanguageData {
        func need<T>(_ value: T?, _ key: String) throws -> T {
            guard let value else { throw LexiconError(file: path, key: key, reason: "missing") }
            return value
        }
        let region = self.region.flatMap { $0.isEmpty ? nil : $0 }
        return LanguageData(
            tag: tag, name: try need(name, "name"), region: region, currencies: try need(currencies, "currencies"),
            numbers: try need(numbers, "number"), months: months ?? [], era: era ?? 0,
            readability: readability ?? "none", units: units ?? [:], numerals: numerals ?? [:])
    }
}
