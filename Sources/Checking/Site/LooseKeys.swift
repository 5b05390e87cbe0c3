/// Loose keys of the references of one page, on bytes where a reference is written plainly.
struct LooseKeys {
    private let base: WebAddress.Parts?
    private let origin: [UInt8]
    private let authority: FNV
    /// The base path up to its last slash, empty where it has dots to be removed.
    private let folder: [UInt8]

    init(base address: String) {
        base = WebAddress.Parts(Substring(address))
        origin = base.map { Array($0.origin.utf8) } ?? []
        var hash = FNV()
        hash.add(authority: Array((base?.host ?? "").utf8)[...])
        authority = hash
        let path = Array((base?.path ?? "").utf8)
        let end = path.lastIndex(of: UInt8(ascii: "/")) ?? -1
        let plain = zip(path, path.dropFirst()).allSatisfy { $0 != UInt8(ascii: "/") || $1 != UInt8(ascii: ".") }
        folder = plain ? Array(path[..<(end + 1)]) : []
    }

    /// The key of the address that a reference leads to; nil where it leads to no page.
    func key(_ reference: String) -> UInt64? {
        if let plain = reference.utf8.withContiguousStorageIfAvailable(plainKey) ?? nil { return plain }
        return WebAddress.resolve(reference, against: base).map(WebAddress.looseKey)
    }

    /// The address itself; nil where it leads to no page.
    func url(_ reference: String) -> String? { WebAddress.resolve(reference, against: base) }

    /// Of a path without query, on the page's own origin; nil for all else. What comes after "#" doesn't count.
    private func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard !origin.isEmpty, let first = bytes.first, bytes.count <= 8_192 else { return nil }
        var start = 0
        var depth = folder.count
        var isRelative = false
        if first != UInt8(ascii: "/") {
            if bytes.count > origin.count, bytes[origin.count] == UInt8(ascii: "/"), bytes.starts(with: origin) {
                start = origin.count
            } else {
                guard !folder.isEmpty else { return nil }
                isRelative = true
                while bytes.count > start + 2, bytes[start] == UInt8(ascii: "."), bytes[start + 1] == UInt8(ascii: "."),
                    bytes[start + 2] == UInt8(ascii: "/")
                {
                    start += 3
                    depth = folderAbove(depth)
                }
            }
        } else if bytes.count > 1, bytes[1] == UInt8(ascii: "/") {
            return nil
        }
        var last = UInt8(ascii: "/")
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "#") {
            let byte = bytes[end]
            if byte <= 32 || byte >= 127 || byte == UInt8(ascii: "?") { return nil }
            if isRelative {
                if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") && last == UInt8(ascii: "/") { return nil }
                last = byte
            }
            end += 1
        }
        // "#part" leads to the page itself, which has a query perhaps.
        guard end > start else { return nil }
        var hash = authority
        while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
        if isRelative { hash.add(decoding: folder[..<depth]) }
        hash.add(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        return hash.value
    }

    /// Where the folder around the one that ends there ends; the root's own end at the root.
    private func folderAbove(_ end: Int) -> Int {
        (folder[..<max(0, end - 1)].lastIndex(of: UInt8(ascii: "/")) ?? 0) + 1
    }
}

/// Fowler, Noll and Vo's hash 1a, 64 bits.
struct FNV {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    /// A host in lower case and without "www.".
    mutating func add(authority bytes: some Collection<UInt8>) {
        let isWWW = bytes.count > 4 && zip(bytes, "www.".utf8).allSatisfy { FNV.lowered($0) == $1 }
        for byte in bytes.dropFirst(isWWW ? 4 : 0) { add(FNV.lowered(byte)) }
    }

    /// Bytes with percent-encoded ones decoded.
    mutating func add(decoding bytes: some RandomAccessCollection<UInt8>) {
        var i = bytes.startIndex
        while i < bytes.endIndex {
            let byte = bytes[i]
            bytes.formIndex(after: &i)
            guard byte == UInt8(ascii: "%"), bytes.distance(from: i, to: bytes.endIndex) >= 2 else {
                add(byte)
                continue
            }
            let next = bytes.index(after: i)
            if let high = FNV.hex(bytes[i]), let low = FNV.hex(bytes[next]) {
                add(high << 4 | low)
                i = bytes.index(after: next)
            } else {
                add(byte)
            }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
