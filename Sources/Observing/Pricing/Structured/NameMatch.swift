/// Compares names and addresses loosely.
enum NameMatch {
    /// How two names agree.
    enum Agreement { case same, within, different }

    /// The same letters and digits, or most words of the shorter in the longer.
    static func compare(_ a: String, _ b: String) -> Agreement { compare(words(a), words(b)) }

    /// The same for words that were taken apart before.
    static func compare(_ x: [ArraySlice<UInt8>], _ y: [ArraySlice<UInt8>]) -> Agreement {
        guard !x.isEmpty, !y.isEmpty else { return .different }
        if x == y { return .same }
        let (short, long) = x.count <= y.count ? (x, y) : (y, x)
        let shared = short.count { long.contains($0) }
        guard shared == short.count || shared * 4 >= short.count * 3 && shared >= 2 else { return .different }
        // One ordinary word of a long title is no agreement.
        if short.count == 1, long.count > 4 { return (short.first?.count ?? 0) >= 5 ? .within : .different }
        return .within
    }

    /// They agree, or a title has two words and half of a heading: "Baby carrier Ergo One" and "Ergo One, buy in Minsk".
    static func isShared(_ title: String, _ heading: String) -> Bool {
        isShared(words(title), words(heading))
    }

    /// The same for words that were taken apart before.
    static func isShared(_ x: [ArraySlice<UInt8>], _ y: [ArraySlice<UInt8>]) -> Bool {
        let shared = y.count { x.contains($0) }
        return compare(x, y) != .different || shared >= 2 && shared * 2 >= y.count
    }

    /// Whether two names can agree at all, told by hashes of the ASCII words of the second: false is certain. Most
    /// headings of a page share no word with its title, and needn't be taken apart.
    static func mayAgree(_ name: [ArraySlice<UInt8>], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        let wanted = name.reduce(UInt64(0)) { all, word in all | bit(word.reduce(seed, mixed)) }
        var hash = seed
        for b in text {
            if b >= 0x80 { return true }
            let lower = b >= 65 && b <= 90 ? b | 32 : b
            if lower >= 48 && lower <= 57 || lower >= 97 && lower <= 122 {
                hash = mixed(hash, lower)
            } else if hash != seed {
                if wanted & bit(hash) != 0 { return true }
                hash = seed
            }
        }
        return hash != seed && wanted & bit(hash) != 0
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// One of 64.
    @inline(__always)
    private static func bit(_ hash: UInt64) -> UInt64 {
        1 &<< (((hash ^ (hash &>> 32)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    }

    /// Words of letters and digits, lower case; at most 60.
    static func words(_ text: String) -> [ArraySlice<UInt8>] { words(Array(text.utf8.prefix(400))) }

    /// The same of at most 400 bytes.
    static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var bytes = text
        if bytes.contains(where: { $0 >= 0xC3 }) {
            bytes = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        }
        for i in bytes.indices {
            let b = bytes[i]
            if b >= 65 && b <= 90 {
                bytes[i] = b | 32
            } else if b < 48 || b > 57 && b < 65 || b > 90 && b < 97 || b > 122 && b < 128 {
                bytes[i] = 32
            } else if b == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80 {
                // General punctuation: dashes, quotation marks.
                (bytes[i], bytes[i + 1], bytes[i + 2]) = (32, 32, 32)
            } else if b == 0xC2 && i + 1 < bytes.count {
                (bytes[i], bytes[i + 1]) = (32, 32)
            }
        }
        return bytes.split(maxSplits: 60) { $0 == 32 }
    }

    /// The same path and query without scheme, host and fragment.
    static func samePath(_ a: String, _ b: String) -> Bool {
        let x = path(a)
        return x.count > 1 && x == path(b)
    }

    private static func path(_ url: String) -> [UInt8] {
        var bytes = Array(url.utf8.prefix { $0 != 35 })
        if let colon = bytes.firstIndex(of: 58), bytes.dropFirst(colon).starts(with: [58, 47, 47]) {
            let rest = bytes[(colon + 3)...]
            bytes = Array(rest.firstIndex(of: 47).map { rest[$0...] } ?? [47])
        }
        while bytes.count > 1, bytes.last == 47 { bytes.removeLast() }
        if bytes.first != 47 { bytes.insert(47, at: 0) }
        return bytes
    }
}
