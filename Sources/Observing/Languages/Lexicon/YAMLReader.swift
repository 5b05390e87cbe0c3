import Model
import Yams

/// Reads the shapes that language files have, and says where one is wrong.
struct YAMLReader {
    let file: String

    func error(_ key: String, _ reason: String) -> LexiconError { LexiconError(file: file, key: key, reason: reason) }

    /// As written: `no` stays "no".
    func string(_ node: Node?, _ key: String) throws -> String {
        guard let text = node?.scalar?.string, !text.isEmpty else { throw error(key, "a text is expected") }
        return text
    }

    /// Nil for null.
    func optionalString(_ node: Node) throws -> String? {
        guard let text = node.scalar?.string, !["", "~", "null"].contains(text) else { return nil }
        return text
    }

    func strings(_ node: Node?, _ key: String) throws -> [String] {
        guard let sequence = node?.sequence else { throw error(key, "a list is expected") }
        return try sequence.enumerated().map { try string($1, "\(key)[\($0)]") }
    }

    func habits(_ node: Node) throws -> NumberHabits {
        guard let mapping = node.mapping else { throw error("number", "decimal and group are expected") }
        var habits = NumberHabits(decimal: [], group: [])
        for (key, value) in mapping {
            let name = try string(key, "number")
            switch name {
            case "decimal": habits.decimal = try separators(value, "number.decimal")
            case "group": habits.group = try separators(value, "number.group")
            default: throw LexiconError.unknown(name, in: file, path: "number.\(name)", known: ["decimal", "group"])
            }
        }
        guard !habits.decimal.isEmpty else { throw error("number.decimal", "missing") }
        return habits
    }

    private func separators(_ node: Node, _ key: String) throws -> [UInt8] {
        try strings(node, key).map { text in
            let folded = FoldedText.bytes(of: text)
            guard folded.count == 1, [32, 39, 44, 46].contains(folded[0]) else {
                throw error(key, "\"\(text)\" is not a space, apostrophe, comma or full stop")
            }
            return folded[0]
        }
    }

    func months(_ node: Node) throws -> [[String]] {
        guard let sequence = node.sequence, sequence.count == 12 else { throw error("months", "12 lists are expected") }
        return try sequence.enumerated().map { index, month in
            try strings(month, "months[\(index)]").map { String(decoding: FoldedText.bytes(of: $0), as: UTF8.self) }
        }
    }

    /// Words for units of time, folded.
    func units(_ node: Node) throws -> [TimeUnit: [String]] {
        guard let mapping = node.mapping else { throw error("units", "units with their words are expected") }
        var units: [TimeUnit: [String]] = [:]
        for (key, value) in mapping {
            let name = try string(key, "units")
            guard let unit = TimeUnit(rawValue: name) else {
                let known = TimeUnit.allCases.map(\.rawValue)
                throw LexiconError.unknown(name, in: file, path: "units.\(name)", known: known)
            }
            units[unit] = try strings(value, "units.\(name)").map(folded)
        }
        return units
    }

    /// Words for small numbers, folded.
    func numerals(_ node: Node) throws -> [String: Int] {
        guard let mapping = node.mapping else { throw error("numerals", "words with their numbers are expected") }
        var numerals: [String: Int] = [:]
        for (key, value) in mapping {
            let word = try string(key, "numerals")
            guard let number = Int(try string(value, "numerals.\(word)")), (1...1_000).contains(number) else {
                throw error("numerals.\(word)", "a whole number from 1 to 1000 is expected")
            }
            numerals[folded(word)] = number
        }
        return numerals
    }

    private func folded(_ text: String) -> String { String(decoding: FoldedText.bytes(of: text), as: UTF8.self) }

    func terms(_ node: Node) throws -> [String: [Phrase]] {
        guard let mapping = node.mapping else { throw error("terms", "groups of phrases are expected") }
        var terms: [String: [Phrase]] = [:]
        for (key, value) in mapping {
            let group = try string(key, "terms")
            guard TermGroups.rawValue(of: group) != nil else {
                throw LexiconError.unknown(group, in: file, path: "terms.\(group)", known: TermGroups.all)
            }
            for phrase in try strings(value, "terms.\(group)") {
                do {
                    terms[group, default: []] += try PhraseSyntax.read(phrase)
                } catch {
                    throw self.error("terms.\(group)", "\"\(phrase)\": \(error.reason)")
                }
            }
        }
        return terms
    }
}
