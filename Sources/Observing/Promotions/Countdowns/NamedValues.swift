import Parsing

/// Names with plain values beside them, `"end": "2026-12-24"` or `end = 1798063200`, in JSON as in scripts.
enum NamedValues {
    struct Entry: Hashable {
        var name: String
        var value: [UInt8]
        /// Where the name stands.
        var start: Int
        /// The value stood in quotes.
        var isQuoted: Bool
    }

    /// In order; at most 200.
    static func entries(in source: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        var i = 0
        while i < source.count, entries.count < 200 {
            guard source[i] == UInt8(ascii: ":") || source[i] == UInt8(ascii: "=") else {
                i += 1
                continue
            }
            let sign = i
            i += 1
            guard let name = name(before: sign, in: source), let value = value(after: sign, in: source) else {
                continue
            }
            entries.append(Entry(name: name.text, value: value.bytes, start: name.start, isQuoted: value.isQuoted))
            i = value.end
        }
        return entries
    }

    /// The identifier or quoted name that ends before a sign.
    static func name(before sign: Int, in source: [UInt8]) -> (text: String, start: Int)? {
        var end = sign
        while end > 0, source[end - 1] <= 32 { end -= 1 }
        if end > 0, isQuote(source[end - 1]) { end -= 1 }
        var start = end
        while start > 0, end - start < 60, isNamePart(source[start - 1]) { start -= 1 }
        guard start < end else { return nil }
        return (String(decoding: source[start..<end], as: UTF8.self).lowercased(), start)
    }

    private static func value(after sign: Int, in source: [UInt8]) -> (bytes: [UInt8], end: Int, isQuoted: Bool)? {
        var start = sign + 1
        while start < source.count, source[start] <= 32 { start += 1 }
        guard start < source.count else { return nil }
        if isQuote(source[start]) {
            let quote = source[start]
            let rest = source[(start + 1)...].prefix(80)
            guard let end = rest.firstIndex(of: quote) else { return nil }
            return (Array(source[(start + 1)..<end]), end + 1, true)
        }
        let digits = source[start...].prefix(14, while: \.isASCIIDigit)
        guard !digits.isEmpty else { return nil }
        let next = source[digits.endIndex...].first { $0 > 32 } ?? UInt8(ascii: ";")
        // "2 * 60", "3 + x", "4px": no plain value.
        guard ";,}])\n".utf8.contains(next) || source[digits.endIndex...].first == 10 else { return nil }
        return (Array(digits), digits.endIndex, false)
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == 34 || byte == 39 || byte == 96 }
    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 95 || byte == 36 || byte == 45
    }
}

extension ArraySlice<UInt8> {
    fileprivate func prefix(_ most: Int, while test: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        prefix(most).prefix(while: test)
    }
}
