/// Finds what a page itself says of its character set.
enum EncodingDeclaration {
    /// By the byte order mark: the set and the mark's length.
    static func byMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (CharacterSet, Int)? {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF && bytes[1] == 0xFE { return (.utf16LE, 2) }
        if bytes[0] == 0xFE && bytes[1] == 0xFF { return (.utf16BE, 2) }
        return nil
    }

    /// By `<meta charset>` or `<meta http-equiv content>` in the first `limit` bytes, comments left out.
    static func byMeta(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> CharacterSet? {
        let end = min(bytes.count, limit)
        var i = 0
        while i + 6 < end {
            guard bytes[i] == UInt8(ascii: "<") else {
                i += 1
                continue
            }
            if bytes[i + 1] == UInt8(ascii: "!"), bytes[i + 2] == UInt8(ascii: "-"), bytes[i + 3] == UInt8(ascii: "-") {
                i += 4
                while i + 2 < end && !(bytes[i] == 45 && bytes[i + 1] == 45 && bytes[i + 2] == 62) { i += 1 }
                continue
            }
            let stop = min(end, i + 1_024)
            if bytes[(i + 1)..<(i + 5)].equalsFolded("meta"), bytes[i + 5] <= 32 || bytes[i + 5] == 47 {
                var close = i + 5
                while close < stop && bytes[close] != UInt8(ascii: ">") { close += 1 }
                if let set = charset(in: bytes[(i + 5)..<close]) { return declared(set) }
                i = close
            } else {
                i += 1
            }
        }
        return nil
    }

    /// By `<?xml encoding="…"?>` at the very start.
    static func byXML(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterSet? {
        guard bytes.count > 20, bytes[0] == UInt8(ascii: "<"), bytes[1] == UInt8(ascii: "?") else { return nil }
        var end = 2
        while end < min(bytes.count, 256) && bytes[end] != UInt8(ascii: ">") { end += 1 }
        return value(after: "encoding", in: bytes[2..<end]).flatMap { CharacterSet(label: $0) }.map(declared)
    }

    /// The value of `charset=` inside a meta tag or a Content-Type.
    static func charset(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> CharacterSet? {
        value(after: "charset", in: tag).flatMap { CharacterSet(label: $0) }
    }

    /// A page that could say so in ASCII isn't UTF-16.
    private static func declared(_ set: CharacterSet) -> CharacterSet {
        set == .utf16LE || set == .utf16BE ? .utf8 : set
    }

    private static func value(after name: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>)
        -> Slice<UnsafeBufferPointer<UInt8>>?
    {
        let length = name.utf8CodeUnitCount
        var i = bytes.startIndex
        while i + length < bytes.endIndex {
            guard bytes[i] | 32 == name.utf8Start[0], bytes[i..<(i + length)].equalsFolded(name) else {
                i += 1
                continue
            }
            i += length
            while i < bytes.endIndex && bytes[i] <= 32 { i += 1 }
            guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") else { continue }
            i += 1
            while i < bytes.endIndex && (bytes[i] <= 32 || bytes[i] == 34 || bytes[i] == 39) { i += 1 }
            let start = i
            while i < bytes.endIndex, bytes[i] > 32, bytes[i] != 34, bytes[i] != 39, bytes[i] != 59, bytes[i] != 47 {
                i += 1
            }
            return bytes[start..<i]
        }
        return nil
    }
}
