/// A phrase of a language file, read and folded.
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
        /// `(a|b)`
        case choice([[Element]])
    }

    /// A number stands before the key, with a loose space between or not.
    enum Leading: Sendable, Hashable { case none, number, numberAndSpace }

    /// What is looked for first: the first literal.
    var key: [UInt8]
    var leading: Leading
    /// What comes after the key.
    var tail: [Element]
}

/// A phrase that can't be read, and why.
struct PhraseError: Error {
    var reason: String
}

/// Reads the phrase syntax of language files: words, `word*`, `{n}`, `..`, `(a|b)`.
enum PhraseSyntax {
    /// One phrase for each alternative that it may begin with.
    static func read(_ source: String) throws(PhraseError) -> [Phrase] {
        guard source.utf8.count <= 400 else { throw PhraseError(reason: "longer than 400 bytes") }
        if source.isEmpty { throw PhraseError(reason: "an empty phrase") }
        let folded = FoldedText.bytes(of: source)
        // Folding joins spaces, so they are counted before it.
        if source.contains("  ") { throw PhraseError(reason: "spaces must be single and between words") }
        let elements = try elements(of: folded[...], depth: 0)
        if count(elements, .gap) > 3 { throw PhraseError(reason: "more than three gaps") }
        if count(elements, .number) > 2 { throw PhraseError(reason: "more than two numbers") }
        var out: [Phrase] = []
        for phrase in try anchored(elements) where !out.contains(phrase) { out.append(phrase) }
        return out
    }

    private static func elements(of source: ArraySlice<UInt8>, depth: Int) throws(PhraseError) -> [Phrase.Element] {
        var out: [Phrase.Element] = []
        var spaced = false
        var i = source.startIndex
        if source.first == 32 || source.last == 32 {
            throw PhraseError(reason: "spaces must be single and between words")
        }
        while i < source.endIndex {
            if source[i] == 32 {
                spaced = true
                i += 1
                continue
            }
            var parts: [Phrase.Element]
            if source[i] == 40 {
                guard let close = source[i...].firstIndex(of: 41) else {
                    throw PhraseError(reason: "\"(\" without \")\"")
                }
                parts = [try choice(source[(i + 1)..<close], depth)]
                i = close + 1
            } else {
                let end = source[i...].firstIndex { $0 == 32 || $0 == 40 } ?? source.endIndex
                parts = try self.parts(of: source[i..<end])
                i = end
            }
            try join(&out, parts, spaced)
            spaced = false
        }
        if out.first == .gap || out.last == .gap { throw PhraseError(reason: "\"..\" must stand between words") }
        return out
    }

    private static func choice(_ inside: ArraySlice<UInt8>, _ depth: Int) throws(PhraseError) -> Phrase.Element {
        if depth > 0 || inside.contains(40) { throw PhraseError(reason: "alternatives inside alternatives") }
        let choices = inside.split(separator: 124, omittingEmptySubsequences: false)
        guard choices.count > 1, choices.count <= 64, choices.allSatisfy({ !$0.isEmpty }) else {
            throw PhraseError(reason: "\"(\(String(decoding: inside, as: UTF8.self)))\" is not (a|b)")
        }
        var read: [[Phrase.Element]] = []
        for choice in choices { read.append(try elements(of: choice, depth: depth + 1)) }
        return .choice(read)
    }

    /// The parts of one word: literals, endings, numbers; or a gap.
    private static func parts(of word: ArraySlice<UInt8>) throws(PhraseError) -> [Phrase.Element] {
        if word.elementsEqual([46, 46]) { return [.gap] }
        var parts: [Phrase.Element] = []
        var literal: [UInt8] = []
        var i = word.startIndex
        while i < word.endIndex {
            switch word[i] {
            case 42:
                guard literal.count > 1, i + 1 == word.endIndex || isASCIIPunctuation(word[i + 1]) else {
                    throw PhraseError(reason: "\"*\" stands for the end of a word of two letters or more")
                }
                parts += [.literal(literal), .ending]
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
            case 41, 124, 125: throw PhraseError(reason: "\")\", \"|\" or \"}\" without its beginning")
            default: literal.append(word[i])
            }
            i += 1
        }
        if literal.elementsEqual([46, 46, 46]) { throw PhraseError(reason: "a gap is written with two full stops") }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        return parts
    }

    private static func isASCIIPunctuation(_ b: UInt8) -> Bool {
        (33...47).contains(b) && b != 42 || (58...64).contains(b) || (91...96).contains(b)
    }

    /// Appends a word's parts with the kind of space that belongs before them.
    private static func join(
        _ out: inout [Phrase.Element], _ parts: [Phrase.Element], _ spaced: Bool
    ) throws(PhraseError) {
        for (k, part) in parts.enumerated() {
            guard let last = out.last else {
                out.append(part)
                continue
            }
            if part == .gap, last == .gap || !spaced { throw PhraseError(reason: "\"..\" must stand between words") }
            let loose = isLoose(last, part)
            if last == .gap || part == .gap {
                out.append(part)
            } else if k == 0, spaced, !loose, case .literal(let left) = last, case .literal(let right) = part {
                out[out.count - 1] = .literal(left + [32] + right)
            } else if k == 0, spaced {
                out += [loose ? .looseSpace : .space, part]
            } else if last == .number, case .literal(let right) = part, right.first == 37 {
                // A percent sign stands with or without a space, whatever the phrase has.
                out += [.looseSpace, part]
            } else {
                out.append(part)
            }
        }
    }

    /// The space between two parts may be missing: beside a number (if written), before %, and in Thai, which writes
    /// none between words.
    private static func isLoose(_ a: Phrase.Element, _ b: Phrase.Element) -> Bool {
        switch (a, b) {
        case (.number, .literal(let right)) where right.first == 37: true
        case (.number, _), (_, .number): true
        case (.choice(let choices), _): choices.contains { $0.last.map { isLoose($0, b) } ?? false }
        case (_, .choice(let choices)): choices.contains { $0.first.map { isLoose(a, $0) } ?? false }
        case (.literal(let left), .literal(let right)):
            right.first == 37 || isThai(left.suffix(3)) || isThai(right.prefix(3))
        default: false
        }
    }

    static func isThai(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 3 && bytes.first == 0xE0 && (bytes.dropFirst().first ?? 0) & 0xFE == 0xB8
    }

    private static func count(_ elements: [Phrase.Element], _ wanted: Phrase.Element) -> Int {
        elements.reduce(0) { sum, element in
            if case .choice(let choices) = element { return sum + (choices.map { count($0, wanted) }.max() ?? 0) }
            return sum + (element == wanted ? 1 : 0)
        }
    }

    /// Finds the key; alternatives that come before one are written out.
    private static func anchored(_ elements: [Phrase.Element]) throws(PhraseError) -> [Phrase] {
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
        switch rest.first {
        case .literal(let key): return [Phrase(key: key, leading: leading, tail: Array(rest.dropFirst()))]
        case .choice(let choices):
            var out: [Phrase] = []
            for choice in choices {
                let before: [Phrase.Element] =
                    switch leading {
                    case .none: []
                    case .number: [.number]
                    case .numberAndSpace: [.number, .looseSpace]
                    }
                out += try anchored(before + choice + rest.dropFirst())
            }
            return out
        default: throw PhraseError(reason: "no word to look for beside the number")
        }
    }
}
