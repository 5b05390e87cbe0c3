/// A phrase of a language file, read and folded, without alternatives.
struct Phrase: Sendable, Hashable {
    /// A part of a phrase.
    enum Element: Sendable, Hashable {
        /// Folded bytes, single spaces between words.
        case literal([UInt8])
        /// `*`: the rest of the word.
        case ending
        /// `{n}`
        case number
        /// A space that may be missing; a currency sign, or a colon or dash before a number, may stand in it.
        case looseSpace
        /// A space that must be there.
        case space
        /// `..`: up to four words of the same sentence.
        case gap
    }

    /// What is looked for first: the first literal.
    var key: [UInt8]
    /// A number stands before the key, with a loose space between or not.
    var leading: Leading
    /// What comes after the key.
    var tail: [Element]

    enum Leading: Sendable, Hashable { case none, number, numberAndSpace }
}

/// A phrase that can't be read, and why.
struct PhraseError: Error {
    var reason: String
}

/// Reads the phrase syntax of language files: words, `word*`, `{n}`, `..`, `(a|b)`.
enum PhraseSyntax {
    /// A phrase with its alternatives written out, at most 64.
    static func read(_ source: String) throws(PhraseError) -> [Phrase] {
        guard source.utf8.count <= 400 else { throw PhraseError(reason: "longer than 400 bytes") }
        var out: [Phrase] = []
        for plain in try alternatives(Array(source)) {
            let phrase = try phrase(String(plain))
            if !out.contains(phrase) { out.append(phrase) }
        }
        return out
    }

    private static func alternatives(_ source: [Character]) throws(PhraseError) -> [[Character]] {
        var expanded: [[Character]] = [[]]
        var i = 0
        while i < source.count {
            if source[i] == ")" || source[i] == "|" {
                throw PhraseError(reason: "\"\(source[i])\" outside of (a|b)")
            }
            guard source[i] == "(" else {
                for k in expanded.indices { expanded[k].append(source[i]) }
                i += 1
                continue
            }
            guard let close = source[i...].firstIndex(of: ")") else { throw PhraseError(reason: "\"(\" without \")\"") }
            let inside = source[(i + 1)..<close]
            if inside.contains("(") { throw PhraseError(reason: "alternatives inside alternatives") }
            let choices = inside.split(separator: "|", omittingEmptySubsequences: false)
            guard choices.count > 1, choices.allSatisfy({ !$0.isEmpty }) else {
                throw PhraseError(reason: "\"(\(String(inside)))\" is not (a|b)")
            }
            expanded = expanded.flatMap { head in choices.map { head + $0 } }
            guard expanded.count <= 64 else { throw PhraseError(reason: "more than 64 alternatives") }
            i = close + 1
        }
        return expanded
    }

    private static func phrase(_ source: String) throws(PhraseError) -> Phrase {
        if source.isEmpty { throw PhraseError(reason: "an empty phrase") }
        if source.hasPrefix(" ") || source.hasSuffix(" ") || source.contains("  ") {
            throw PhraseError(reason: "spaces must be single and between words")
        }
        let folded = FoldedText.bytes(of: source)
        var elements: [Phrase.Element] = []
        for word in folded.split(separator: 32, omittingEmptySubsequences: false) {
            if word.isEmpty { throw PhraseError(reason: "spaces must be single and between words") }
            if word.elementsEqual([46, 46]) {
                if elements.isEmpty || elements.last == .gap {
                    throw PhraseError(reason: "\"..\" must stand between words")
                }
                elements.append(.gap)
                continue
            }
            let parts = try parts(of: word)
            if let last = elements.last, last != .gap { elements.append(separator(last, parts[0])) }
            elements.append(contentsOf: parts)
        }
        if elements.last == .gap { throw PhraseError(reason: "\"..\" must stand between words") }
        if elements.count(where: { $0 == .gap }) > 3 { throw PhraseError(reason: "more than three gaps") }
        if elements.count(where: { $0 == .number }) > 2 { throw PhraseError(reason: "more than two numbers") }
        return try anchored(merged(elements))
    }

    /// The parts of one word: literals, endings, numbers.
    private static func parts(of word: ArraySlice<UInt8>) throws(PhraseError) -> [Phrase.Element] {
        var parts: [Phrase.Element] = []
        var literal: [UInt8] = []
        var i = word.startIndex
        while i < word.endIndex {
            switch word[i] {
            case 42:
                guard literal.count > 1, i + 1 == word.endIndex || isASCIIPunctuation(word[i + 1]) else {
                    throw PhraseError(reason: "\"*\" stands for the end of a word of two letters or more")
                }
                parts.append(.literal(literal))
                parts.append(.ending)
                literal = []
            case 123:
                guard word[i...].starts(with: [123, 110, 125]) else {
                    throw PhraseError(reason: "the only thing in braces is {n}")
                }
                if !literal.isEmpty { parts.append(.literal(literal)) }
                if parts.last == .number { throw PhraseError(reason: "two numbers without anything between them") }
                parts.append(.number)
                literal = []
                i += 2
            case 125: throw PhraseError(reason: "\"}\" without \"{\"")
            default: literal.append(word[i])
            }
            i += 1
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        if literal.elementsEqual([46, 46, 46]) { throw PhraseError(reason: "a gap is written with two full stops") }
        return parts
    }

    private static func isASCIIPunctuation(_ b: UInt8) -> Bool {
        (33...47).contains(b) && b != 42 || (58...64).contains(b) || (91...96).contains(b)
    }

    /// The kind of space between two parts.
    private static func separator(_ a: Phrase.Element, _ b: Phrase.Element) -> Phrase.Element {
        if a == .number || b == .number { return .looseSpace }
        if case .literal(let right) = b {
            if right.first == 37 { return .looseSpace }
            // Thai writes no spaces between words, so one in a phrase only helps its reader.
            if case .literal(let left) = a, isThai(left.suffix(3)) || isThai(right.prefix(3)) { return .looseSpace }
        }
        return .space
    }

    static func isThai(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 3 && bytes.first == 0xE0 && (bytes.dropFirst().first ?? 0) & 0xFE == 0xB8
    }

    /// Words with a plain space between them joined to one literal.
    private static func merged(_ elements: [Phrase.Element]) -> [Phrase.Element] {
        var out: [Phrase.Element] = []
        for element in elements {
            if case .literal(let right) = element, out.last == .space, out.count > 1,
                case .literal(let left) = out[out.count - 2]
            {
                out.removeLast(2)
                out.append(.literal(left + [32] + right))
            } else {
                out.append(element)
            }
        }
        return out
    }

    private static func anchored(_ elements: [Phrase.Element]) throws(PhraseError) -> Phrase {
        var rest = elements[...]
        var leading = Phrase.Leading.none
        if rest.first == .number {
            rest.removeFirst()
            leading = .number
            if rest.first == .looseSpace {
                rest.removeFirst()
                leading = .numberAndSpace
            }
        }
        guard case .literal(let key) = rest.first else {
            throw PhraseError(reason: "no word to look for beside the number")
        }
        return Phrase(key: key, leading: leading, tail: Array(rest.dropFirst()))
    }
}
