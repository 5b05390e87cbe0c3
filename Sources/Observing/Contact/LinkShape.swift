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
        let none = href[href.endIndex...]
        var rest = href
        if let colon = href.prefix(32).firstIndex(of: UInt8(ascii: ":")), LinkShape.isScheme(href[..<colon]) {
            scheme = href[..<colon]
            rest = href[(colon + 1)...]
        } else {
            scheme = none
        }
        rest = rest.prefix { $0 != UInt8(ascii: "#") }
        let hasAuthority = rest.starts(with: [0x2F, 0x2F])
        if hasAuthority {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F }
            rest = rest[authority.endIndex...]
            var name = authority
            if let at = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(at + 1)...] }
            name = name.prefix { $0 != UInt8(ascii: ":") }
            if name.last == UInt8(ascii: ".") { name = name.dropLast() }
            host = name
        } else {
            host = none
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            path = rest[..<mark]
            query = rest[(mark + 1)...]
        } else {
            path = rest
            query = none
        }
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

    private static func isScheme(_ bytes: Bytes) -> Bool {
        guard let first = bytes.first, first.isASCIILetter else { return false }
        return bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }
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
