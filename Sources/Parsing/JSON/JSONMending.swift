/// Blanks, a byte order mark, and HTML's comment and CDATA wrappers taken off both ends.
func unwrapped(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    var isDone = false
    while !isDone {
        isDone = true
        text = text.drop { $0 <= 32 }
        for wrapper in openers where text.starts(with: wrapper.utf8) {
            text = text.dropFirst(wrapper.utf8.count)
            isDone = false
        }
    }
    isDone = false
    while !isDone {
        isDone = true
        while let last = text.last, last <= 32 || last == UInt8(ascii: ";") { text = text.dropLast() }
        for wrapper in closers where text.suffix(wrapper.utf8.count).elementsEqual(wrapper.utf8) {
            text = text.dropLast(wrapper.utf8.count)
            isDone = false
        }
    }
    return text
}

private let openers = ["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA["]
private let closers = ["-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//"]

/// What is commonly broken in pages' JSON set right: raw line breaks and stray quotes or backslashes in strings,
/// comments, trailing and doubled commas, single quotes, HTML entities throughout, anything after the value. Nil
/// where the value doesn't end.
func mendedJSON(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let source = text.contains(UInt8(ascii: "\"")) ? Array(text) : withoutEntities(text)
    var mending = JSONMending(source: source)
    return mending.run() ? mending.out[...] : nil
}

/// `{&quot;name&quot;: …}`: the whole text was escaped for HTML once too often.
private func withoutEntities(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let entities: [(StaticString, UInt8)] = [
        ("&quot;", 34), ("&#34;", 34), ("&#39;", 39), ("&amp;", 38), ("&lt;", 60), ("&gt;", 62),
    ]
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = text.startIndex
    outer: while i < text.endIndex {
        if text[i] == UInt8(ascii: "&") {
            for (name, byte) in entities where text[i...].prefix(name.utf8CodeUnitCount).equalsFolded(name) {
                out.append(byte)
                i += name.utf8CodeUnitCount
                continue outer
            }
        }
        out.append(text[i])
        i += 1
    }
    return out
}

private struct JSONMending {
    let source: [UInt8]
    var out: [UInt8] = []
    private var i = 0
    private var depth = 0
    /// Where the last byte stands that isn't blank; -1 before it.
    private var lastAt = -1

    init(source: [UInt8]) {
        self.source = source
        out.reserveCapacity(source.count + 64)
    }

    /// True once the first value has ended.
    mutating func run() -> Bool {
        while i < source.count {
            let byte = source[i]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): string(byte)
            case UInt8(ascii: "/"): comment()
            case UInt8(ascii: ","):
                if lastWord != byte, lastWord != UInt8(ascii: "["), lastWord != UInt8(ascii: "{") { write(byte) }
                i += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                write(byte)
                i += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if lastWord == UInt8(ascii: ",") { out[lastAt] = 32 }
                write(byte)
                depth -= 1
                i += 1
                if depth <= 0 { return true }
            default:
                if byte > 32 { write(byte) } else { out.append(32) }
                i += 1
            }
        }
        return false
    }

    /// The last byte written that isn't blank.
    private var lastWord: UInt8 { lastAt >= 0 ? out[lastAt] : 0 }

    private mutating func write(_ byte: UInt8) {
        lastAt = out.count
        out.append(byte)
    }

    private mutating func comment() {
        let next = i + 1 < source.count ? source[i + 1] : 0
        if next == UInt8(ascii: "/") {
            while i < source.count && source[i] != 10 && source[i] != 13 { i += 1 }
        } else if next == UInt8(ascii: "*") {
            i += 2
            while i + 1 < source.count && !(source[i] == UInt8(ascii: "*") && source[i + 1] == UInt8(ascii: "/")) {
                i += 1
            }
            i = min(i + 2, source.count)
        } else {
            i += 1
        }
    }

    private mutating func string(_ quote: UInt8) {
        out.append(34)
        i += 1
        while i < source.count {
            let byte = source[i]
            if byte == quote && endsString() {
                i += 1
                break
            }
            if byte == UInt8(ascii: "\\") {
                escape()
                continue
            }
            if byte == 34 { out.append(UInt8(ascii: "\\")) }
            out.append(byte < 32 ? 32 : byte)
            i += 1
        }
        write(34)
    }

    /// A quote ends its string where something follows that may follow a string; else it is a part of the text.
    private func endsString() -> Bool {
        var k = i + 1
        while k < source.count && source[k] <= 32 { k += 1 }
        guard k < source.count else { return true }
        switch source[k] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
        default: return false
        }
    }

    /// Keeps the escapes that JSON has and drops the backslash of others.
    private mutating func escape() {
        guard i + 1 < source.count else {
            i += 1
            return
        }
        let next = source[i + 1]
        switch next {
        case 34, UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            out.append(UInt8(ascii: "\\"))
            out.append(next)
            i += 2
        case UInt8(ascii: "u") where isHex(i + 2):
            out.append(contentsOf: source[i..<(i + 6)])
            i += 6
        default: i += 1
        }
    }

    private func isHex(_ start: Int) -> Bool {
        guard start + 4 <= source.count else { return false }
        return source[start..<(start + 4)].allSatisfy {
            $0 >= 48 && $0 <= 57 || $0 | 32 >= 97 && $0 | 32 <= 102
        }
    }
}
