/// One value of broken JSON, written anew as it was probably meant.
struct JSONMending {
    let source: [UInt8]
    private(set) var out: [UInt8] = []
    /// The index behind the value.
    private(set) var end: Int
    /// The brackets that are open.
    private var open: [UInt8] = []
    /// In an object, and no name was read since the last comma.
    private var awaitsName = false
    /// Where the last byte stands that isn't blank; -1 before it.
    private var lastAt = -1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let backslash = UInt8(ascii: "\\")
    /// Longest name of a member that is looked for, in bytes.
    private static let nameLimit = 80

    /// From a bracket on.
    init(source: [UInt8], from start: Int) {
        self.source = source
        end = start
        out.reserveCapacity(source.count - start + 64)
    }

    /// True once the value has ended.
    mutating func run() -> Bool {
        while end < source.count {
            let byte = source[end]
            switch byte {
            case Self.quote, UInt8(ascii: "'"): string(byte)
            case UInt8(ascii: "/"): comment()
            case UInt8(ascii: "<"): tag()
            case Self.comma:
                if lastWord != byte, lastWord != UInt8(ascii: "["), lastWord != UInt8(ascii: "{") { write(byte) }
                awaitsName = open.last == UInt8(ascii: "{")
                end += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                // "} {" between the elements of an array.
                if lastWord == UInt8(ascii: "}"), open.last == UInt8(ascii: "[") { write(Self.comma) }
                open.append(byte)
                awaitsName = byte == UInt8(ascii: "{")
                write(byte)
                end += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                close(byte)
                if open.isEmpty { return true }
            default:
                if byte == UInt8(ascii: ":") { awaitsName = false }
                if byte > 32 && !isWideSpace(end) { write(byte) } else { out.append(32) }
                end += isWideSpace(end) ? 2 : 1
            }
        }
        return completed()
    }

    private mutating func close(_ byte: UInt8) {
        if lastWord == Self.comma { out[lastAt] = 32 }
        write(byte)
        open.removeLast()
        awaitsName = false
        end += 1
    }

    /// Brackets that are missing at the very end: nothing that was written there is cut short.
    private mutating func completed() -> Bool {
        guard lastWord == UInt8(ascii: "}") || lastWord == UInt8(ascii: "]"), open.count <= 8 else { return false }
        for bracket in open.reversed() { write(bracket == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")) }
        return true
    }

    /// The last byte written that isn't blank.
    private var lastWord: UInt8 { lastAt >= 0 ? out[lastAt] : 0 }

    /// A no-break space, as text editors leave it.
    private func isWideSpace(_ i: Int) -> Bool { source[i] == 0xC2 && i + 1 < source.count && source[i + 1] == 0xA0 }

    private mutating func write(_ byte: UInt8) {
        lastAt = out.count
        out.append(byte)
    }

    private mutating func comment() {
        let next = end + 1 < source.count ? source[end + 1] : 0
        if next == UInt8(ascii: "/") {
            while end < source.count && source[end] != 10 && source[end] != 13 { end += 1 }
        } else if next == UInt8(ascii: "*") {
            end = behind("*/", from: end + 2, atMost: .max)
        } else {
            end += 1
        }
    }

    /// An HTML comment, or a tag that an editor put in.
    private mutating func tag() {
        end =
            source[end...].starts(with: "<!--".utf8)
            ? behind("-->", from: end + 4, atMost: .max) : behind(">", from: end + 1, atMost: 200)
    }

    private func behind(_ mark: StaticString, from start: Int, atMost limit: Int) -> Int {
        let count = mark.utf8CodeUnitCount
        let last = limit > source.count ? source.count : min(source.count, start + limit)
        var i = start
        while i + count <= last {
            if source[i] == mark.utf8Start[0], source[i..<(i + count)].equalsFolded(mark) { return i + count }
            i += 1
        }
        return limit > source.count ? source.count : start
    }

    private mutating func string(_ delimiter: UInt8) {
        switch lastWord {
        case 0, Self.comma, UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["): break
        default:
            // A comma was forgotten: a string follows a value.
            write(Self.comma)
            awaitsName = open.last == UInt8(ascii: "{")
        }
        let isName = awaitsName
        out.append(Self.quote)
        end += 1
        while end < source.count {
            let byte = source[end]
            if byte == delimiter && endsString(isName: isName) {
                end += 1
                break
            }
            if byte == Self.backslash {
                escape()
                continue
            }
            if byte == Self.quote { out.append(Self.backslash) }
            out.append(byte < 32 ? 32 : byte)
            end += 1
        }
        write(Self.quote)
        awaitsName = false
    }

    /// A quote ends its string where something follows that may follow a string here; else it is a part of the text.
    private func endsString(isName: Bool) -> Bool {
        let next = wordStart(end + 1)
        guard next < source.count else { return true }
        let byte = source[next]
        if isName { return byte == UInt8(ascii: ":") }
        switch byte {
        case UInt8(ascii: "}"): return open.last == UInt8(ascii: "{")
        case UInt8(ascii: "]"): return open.last == UInt8(ascii: "[")
        case UInt8(ascii: "/"): return next + 1 < source.count && (source[next + 1] == 42 || source[next + 1] == byte)
        case Self.comma: return mayFollowComma(next + 1)
        case Self.quote, UInt8(ascii: "'"):
            return open.last == UInt8(ascii: "{") && source[(end + 1)..<next].contains(10) && isMemberName(next)
        default: return false
        }
    }

    private func mayFollowComma(_ start: Int) -> Bool {
        var i = wordStart(start)
        while i < source.count, source[i] == Self.comma { i = wordStart(i + 1) }
        guard i < source.count else { return true }
        switch source[i] {
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "<"): return true
        case Self.quote, UInt8(ascii: "'"): return open.last != UInt8(ascii: "{") || isMemberName(i)
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), 48...57, UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"):
            return open.last != UInt8(ascii: "{")
        default: return false
        }
    }

    /// A quoted word and a colon.
    private func isMemberName(_ start: Int) -> Bool {
        let last = min(source.count, start + Self.nameLimit)
        guard let close = source[(start + 1)..<max(start + 1, last)].firstIndex(of: source[start]) else { return false }
        let next = wordStart(close + 1)
        return next < source.count && source[next] == UInt8(ascii: ":")
    }

    private func wordStart(_ start: Int) -> Int {
        var i = start
        while i < source.count && source[i] <= 32 { i += 1 }
        return i
    }

    /// Keeps the escapes that JSON has and drops the backslash of others.
    private mutating func escape() {
        guard end + 1 < source.count else {
            end += 1
            return
        }
        let next = source[end + 1]
        switch next {
        case Self.quote, Self.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            out.append(Self.backslash)
            out.append(next)
            end += 2
        case UInt8(ascii: "u") where isHex(end + 2):
            out.append(contentsOf: source[end..<(end + 6)])
            end += 6
        default: end += 1
        }
    }

    private func isHex(_ start: Int) -> Bool {
        guard start + 4 <= source.count else { return false }
        return source[start..<(start + 4)].allSatisfy {
            $0 >= 48 && $0 <= 57 || $0 | 32 >= 97 && $0 | 32 <= 102
        }
    }
}
