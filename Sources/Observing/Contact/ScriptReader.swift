import Parsing

/// Works out expressions over literals in a script: joins, lists, variables that were given such a value, and the few
/// functions that hide addresses.
struct ScriptReader {
    /// A string, and whether the script made it out of several or decoded it.
    struct Value {
        var text: [UInt8]
        var isComposed: Bool
    }
    enum Result {
        case text(Value)
        case list([[UInt8]])
    }

    private let tokens: [ScriptToken]
    private var i = 0
    private var variables: [String: Result] = [:]
    /// Bounds the work on hostile scripts.
    private var left = 20_000
    private static let longest = 2_000

    init(_ script: [UInt8]) { tokens = ScriptToken.all(of: script) }

    /// Every string that an expression of the script comes to, in order; at most 400.
    mutating func values() -> [Value] {
        var found: [Value] = []
        while i < tokens.count, found.count < 400, left > 0 {
            let start = i
            if let name = assigned(), let result = expression(0) {
                let isAdded = tokens[start + 1] == .sign(UInt8(ascii: "+"))
                var result = result
                if isAdded, case .text(let old) = variables[name], case .text(let new) = result {
                    result = .text(Value(text: Array((old.text + new.text).prefix(Self.longest)), isComposed: true))
                }
                variables[name] = result
                if case .text(let value) = result { found.append(value) }
                continue
            }
            i = start
            if mayBegin(tokens[i]), case .text(let value)? = expression(0) {
                found.append(value)
                i = max(i, start + 1)
            } else {
                i = start + 1
            }
        }
        return found
    }

    /// "name =" or "name +=": its name, the place behind it.
    private mutating func assigned() -> String? {
        guard case .word(let name) = tokens[i], i + 2 < tokens.count else { return nil }
        var k = i + 1
        if tokens[k] == .sign(UInt8(ascii: "+")) { k += 1 }
        guard tokens[k] == .sign(UInt8(ascii: "=")), tokens[k + 1] != .sign(UInt8(ascii: "=")) else { return nil }
        i = k + 1
        return name
    }

    private func mayBegin(_ token: ScriptToken) -> Bool {
        switch token {
        case .string, .word: true
        case .sign(let sign): sign == UInt8(ascii: "[") || sign == UInt8(ascii: "(")
        case .number: false
        }
    }

    // MARK: Expressions

    private mutating func expression(_ depth: Int) -> Result? {
        guard let first = term(depth) else { return nil }
        guard case .text(var value) = first else { return first }
        while take("+") {
            let start = i
            guard case .text(let next)? = term(depth) else {
                // What can't be worked out ends the string.
                i = start
                return .text(value)
            }
            value.text = Array((value.text + next.text).prefix(Self.longest))
            value.isComposed = true
        }
        return .text(value)
    }

    private mutating func term(_ depth: Int) -> Result? {
        left -= 1
        guard depth < 12, left > 0, i < tokens.count else { return nil }
        let token = tokens[i]
        i += 1
        var result: Result?
        switch token {
        case .string(let text): result = .text(Value(text: text, isComposed: false))
        case .word(let word): result = named(word, depth)
        case .sign(UInt8(ascii: "[")): result = list(until: "]", depth).map(Result.list)
        case .sign(UInt8(ascii: "(")):
            result = expression(depth + 1)
            guard take(")") else { return nil }
        default: return nil
        }
        while let known = result, i + 1 < tokens.count, tokens[i] == .sign(UInt8(ascii: ".")),
            case .word(let method) = tokens[i + 1]
        {
            let start = i
            i += 2
            guard let next = apply(method, to: known, depth) else {
                i = start
                break
            }
            result = next
        }
        return result
    }

    private mutating func named(_ word: String, _ depth: Int) -> Result? {
        switch word {
        case "String":
            guard take("."), i < tokens.count, tokens[i] == .word("fromCharCode") else { return nil }
            i += 1
            return codes().map { .text(Value(text: $0, isComposed: true)) }
        case "atob", "unescape", "decodeURIComponent", "decodeURI":
            guard take("("), case .text(let value)? = expression(depth + 1), take(")") else { return nil }
            let text = word == "atob" ? Literal.base64(value.text[...]) : value.text[...].percentDecoded
            return text.map { .text(Value(text: $0, isComposed: true)) }
        case "window": return take(".") && i < tokens.count ? term(depth + 1) : nil
        default: return variables[word]
        }
    }

    private mutating func apply(_ method: String, to value: Result, _ depth: Int) -> Result? {
        guard take("(") else { return nil }
        switch (method, value) {
        case ("reverse", .list(let list)): return take(")") ? .list(list.reversed()) : nil
        case ("join", .list(let list)):
            let glue: [UInt8] = if case .text(let value)? = expression(depth + 1) { value.text } else { [0x2C] }
            guard take(")") else { return nil }
            return .text(Value(text: Array(list.joined(separator: glue).prefix(Self.longest)), isComposed: true))
        case ("split", .text(let value)):
            guard case .text(let mark)? = expression(depth + 1), take(")") else { return nil }
            return .list(ScriptReader.split(value.text, mark.text))
        case ("concat", .text(let value)):
            let parts = list(until: ")", depth) ?? []
            return .text(Value(text: value.text + parts.joined(), isComposed: true))
        case ("replace", .text(let value)): return replaced(value, depth)
        case ("toLowerCase", .text(let value)), ("trim", .text(let value)), ("toString", .text(let value)):
            return take(")") ? .text(value) : nil
        default: return nil
        }
    }

    /// .replace('x', 'y'), .replace(/x/g, 'y'), and the usual function that shifts letters by 13.
    private mutating func replaced(_ value: Value, _ depth: Int) -> Result? {
        guard case .text(let pattern)? = expression(depth + 1), take(",") else { return nil }
        if i < tokens.count, tokens[i] == .word("function") {
            let body = tokens[i...].prefix(80)
            guard body.contains(.word("charCodeAt")) || body.contains(.word("fromCharCode")), body.contains(.number(13))
            else { return nil }
            leave()
            return .text(Value(text: Literal.shifted(value.text), isComposed: true))
        }
        guard case .text(let new)? = expression(depth + 1), take(")"), !pattern.text.isEmpty else { return nil }
        let parts = ScriptReader.split(value.text, pattern.text)
        return .text(Value(text: Array(parts.joined(separator: new.text).prefix(Self.longest)), isComposed: true))
    }

    /// To behind the bracket that closes the call.
    private mutating func leave() {
        var depth = 1
        while i < tokens.count, depth > 0 {
            if tokens[i] == .sign(UInt8(ascii: "(")) { depth += 1 }
            if tokens[i] == .sign(UInt8(ascii: ")")) { depth -= 1 }
            i += 1
        }
    }

    private mutating func list(until end: Character, _ depth: Int) -> [[UInt8]]? {
        var list: [[UInt8]] = []
        while list.count < 400 {
            if take(end) { return list }
            guard case .text(let value)? = expression(depth + 1) else { return nil }
            list.append(value.text)
            _ = take(",")
        }
        return nil
    }

    private mutating func codes() -> [UInt8]? {
        guard take("(") else { return nil }
        var codes: [UInt8] = []
        while i < tokens.count, codes.count < 400 {
            if take(")") { return codes }
            guard case .number(let code) = tokens[i], code < 0x80 else { return nil }
            codes.append(UInt8(code))
            i += 1
            _ = take(",")
        }
        return nil
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard i < tokens.count, let b = sign.asciiValue, tokens[i] == .sign(b) else { return false }
        i += 1
        return true
    }

    private static func split(_ text: [UInt8], _ mark: [UInt8]) -> [[UInt8]] {
        guard let first = mark.first else { return text.map { [$0] } }
        var parts: [[UInt8]] = [[]]
        var i = 0
        while i < text.count {
            if text[i] == first, text[i...].starts(with: mark) {
                parts.append([])
                i += mark.count
            } else {
                parts[parts.count - 1].append(text[i])
                i += 1
            }
        }
        return parts
    }
}
