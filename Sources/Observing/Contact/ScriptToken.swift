import Parsing

/// A script's words, as far as joining literals goes.
enum ScriptToken: Equatable {
    /// Its escapes read; a pattern between slashes counts as one, without its flags.
    case string([UInt8])
    case word(String)
    case number(Int)
    case sign(UInt8)

    /// At most 6,000.
    static func all(of script: [UInt8]) -> [ScriptToken] {
        var tokens: [ScriptToken] = []
        var i = 0
        while i < script.count, tokens.count < 6_000 {
            let b = script[i]
            if b <= 32 {
                i += 1
            } else if b == UInt8(ascii: "/"), i + 1 < script.count, script[i + 1] == UInt8(ascii: "/") {
                while i < script.count, script[i] != 10 { i += 1 }
            } else if b == UInt8(ascii: "/"), i + 1 < script.count, script[i + 1] == UInt8(ascii: "*") {
                i += 2
                while i + 1 < script.count, !(script[i] == UInt8(ascii: "*") && script[i + 1] == 0x2F) { i += 1 }
                i += 2
            } else if b == 0x22 || b == 0x27 || b == 0x60 {
                tokens.append(.string(string(script, &i)))
            } else if b == UInt8(ascii: "/"), tokens.last == .sign(UInt8(ascii: "(")) {
                tokens.append(.string(string(script, &i)))
                while i < script.count, script[i].isASCIILetter { i += 1 }
            } else if b.isASCIIDigit {
                tokens.append(.number(number(script, &i)))
            } else if isWord(b) {
                let start = i
                while i < script.count, isWord(script[i]) || script[i].isASCIIDigit { i += 1 }
                tokens.append(.word(String(decoding: script[start..<i].prefix(60), as: UTF8.self)))
            } else {
                tokens.append(.sign(b))
                i += 1
            }
        }
        return tokens
    }

    private static func isWord(_ b: UInt8) -> Bool {
        b.isASCIILetter || b == UInt8(ascii: "_") || b == UInt8(ascii: "$") || b >= 0x80
    }

    private static func number(_ script: [UInt8], _ i: inout Int) -> Int {
        let start = i
        while i < script.count, script[i].isASCIIDigit || script[i].isASCIILetter { i += 1 }
        let text = String(decoding: script[start..<i], as: UTF8.self)
        return (text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)) ?? Int.max
    }

    /// From its quotation mark to behind the closing one, or the line's end.
    private static func string(_ script: [UInt8], _ i: inout Int) -> [UInt8] {
        let quote = script[i]
        var out: [UInt8] = []
        i += 1
        while i < script.count, script[i] != quote, script[i] != 10 || quote == 0x60 {
            guard script[i] == UInt8(ascii: "\\"), i + 1 < script.count else {
                out.append(script[i])
                i += 1
                continue
            }
            let kind = script[i + 1]
            i += 2
            let digits = kind == UInt8(ascii: "x") ? 2 : kind == UInt8(ascii: "u") ? 4 : 0
            if digits > 0, i + digits <= script.count,
                let code = UInt8(String(decoding: script[i..<i + digits], as: UTF8.self), radix: 16), code < 0x80
            {
                out.append(code)
                i += digits
            } else {
                out.append(kind == UInt8(ascii: "n") || kind == UInt8(ascii: "t") ? 32 : kind)
            }
        }
        i = min(i + 1, script.count)
        return out
    }
}
