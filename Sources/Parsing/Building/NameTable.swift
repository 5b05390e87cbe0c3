/// Names to small numbers by open addressing on a hash of the bytes. Names are compared by their 64-bit hash alone:
/// a collision that a page was made for misnames one of its own elements and nothing else.
struct NameTable: Sendable {
    private var hashes: [UInt64]
    private var values: [UInt32]
    private let mask: Int

    init(_ names: [(String, UInt32)]) {
        var capacity = 64
        while capacity < names.count * 4 { capacity *= 2 }
        mask = capacity - 1
        hashes = Array(repeating: 0, count: capacity)
        values = Array(repeating: 0, count: capacity)
        for (name, value) in names {
            var hash = Self.seed
            for byte in name.utf8 { hash = Self.mix(hash, byte) }
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while hashes[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & mask }
            values[slot] |= value
            hashes[slot] = hash
        }
    }

    /// FNV-1a's offset basis.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// One step of FNV-1a.
    @inline(__always)
    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The name's number, 0 where it has none.
    @inline(__always)
    func value(hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Elements that `Tag` knows.
    static let tags = NameTable(Tag.allCases.dropFirst().map { (String(describing: $0), UInt32($0.rawValue)) })

    /// The known attribute of a name; nil where it is another one.
    static func attribute(_ name: UnsafeBufferPointer<UInt8>) -> AttributeName? {
        var hash = seed
        for byte in name { hash = mix(hash, byte) }
        let value = attributes.value(hash: hash)
        return value == 0 ? nil : AttributeName(rawValue: UInt8(truncatingIfNeeded: value))
    }

    /// Attributes that `AttributeName` knows.
    static let attributes = NameTable(
        AttributeName.allCases.dropFirst().map { ($0.text, UInt32($0.rawValue)) })
}
