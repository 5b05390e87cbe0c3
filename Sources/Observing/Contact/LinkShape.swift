/// An address cut into its parts where it stands, without decoding or resolving: enough to tell what it leads to.
struct LinkShape {
    typealias Bytes = ArraySlice<UInt8>

    /// ASCII letters as written; empty for a relative address.
    let scheme: Bytes
    /// Without user, port and a final full stop; empty where there is none.
    let host: Bytes
    /// From the first "/" on, without query and fragment; for mailto: and tel: all that follows the colon.
    let path: Bytes
    /// Without "?".
    let query: Bytes

    init(_ written: Bytes) {
        let href = written.trimmed
        let first = href.startIndex
        // Offsets from `first`, all within the bytes.
        let (colon, start, host, path, query, end) = href.withUnsafeBufferPointer { bytes in
            let colon = LinkShape.schemeEnd(bytes)
            let start = colon.map { $0 + 1 } ?? 0
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "#") { end += 1 }
            var host = start..<start
            var path = start
            if end - start >= 2, bytes[start] == 0x2F, bytes[start + 1] == 0x2F {
                (host, path) = LinkShape.authority(bytes, start + 2, end)
            }
            var query = path
            while query < end, bytes[query] != UInt8(ascii: "?") { query += 1 }
            return (colon, start, host, path, query, end)
        }
        scheme = colon.map { href[first..<(first + $0)] } ?? href[href.endIndex...]
        self.host =
            host.lowerBound == start
            ? href[href.endIndex...] : href[(first + host.lowerBound)..<(first + host.upperBound)]
        self.path = href[(first + path)..<(first + query)]
        self.query = query < end ? href[(first + query + 1)..<(first + end)] : href[href.endIndex...]
    }

    /// Where the colon of a scheme stands, in the first 32 bytes; nil for an address without one.
    private static func schemeEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = bytes.first, first.isASCIILetter else { return nil }
        for i in 0..<min(32, bytes.count) {
            let b = bytes[i]
            if b == UInt8(ascii: ":") { return i }
            guard b.isASCIILetter || b.isASCIIDigit || b == 0x2B || b == 0x2D || b == 0x2E else { return nil }
        }
        return nil
    }

    /// The host without user, port and final full stop, and where the path begins.
    private static func authority(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (host: Range<Int>, path: Int) {
        var path = start
        var name = start
        while path < end, bytes[path] != 0x2F, bytes[path] != 0x3F {
            if bytes[path] == UInt8(ascii: "@") { name = path + 1 }
            path += 1
        }
        var last = name
        while last < path, bytes[last] != UInt8(ascii: ":") { last += 1 }
        if last > name, bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
        return (name..<last, path)
    }

    /// Has the scheme http or https, or none but a host.
    var isWeb: Bool {
        guard !host.isEmpty, let first = scheme.first else { return !host.isEmpty }
        // Most links are: no look at their letters that the first one and the length have answered.
        guard scheme.count == 4 || scheme.count == 5, first | 32 == UInt8(ascii: "h") else { return false }
        return scheme.equalsFolded("http") || scheme.equalsFolded("https")
    }

    /// The value of a parameter, not decoded; nil where it is absent or empty.
    func parameter(_ name: [UInt8]) -> Bytes? {
        for part in query.split(separator: UInt8(ascii: "&"), maxSplits: 40) {
            guard part.starts(with: name) else { continue }
            let after = part.dropFirst(name.count)
            if after.first == UInt8(ascii: "="), after.count > 1 { return after.dropFirst() }
        }
        return nil
    }

    /// The parts of the path between slashes, empty ones left out; at most 12.
    var segments: [Bytes] { path.split(separator: 0x2F, maxSplits: 12) }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 48 && self <= 57 }
    var isASCIILetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
    /// Capital ASCII letters made small.
    var asciiLowered: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case 48...57: self - 48
        case 65...70: self - 55
        case 97...102: self - 87
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Without ASCII white space at both ends.
    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let b = slice.first, b <= 32 { slice = slice.dropFirst() }
        while let b = slice.last, b <= 32 { slice = slice.dropLast() }
        return slice
    }

    /// %XX decoded; other bytes, broken escapes too, as they are.
    var percentDecoded: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        var i = startIndex
        while i < endIndex {
            if self[i] == UInt8(ascii: "%"), i + 2 < endIndex, let high = self[i + 1].hexValue,
                let low = self[i + 2].hexValue
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(self[i])
                i += 1
            }
        }
        return out
    }
}
