import Glibc

/// The distinct class values of one page: each is kept and read once, however many elements have it. Its owner must
/// call `free()`.
struct ClassList {
    struct Entry {
        var hash: UInt64
        var start: Int
        var count: Int
        var meaning: ClassMeaning
    }

    /// The first stands for no class.
    private(set) var entries: [Entry] = [Entry(hash: 0, start: 0, count: 0, meaning: [])]
    /// Indexes of `entries` by hash, open addressing; 0 is free.
    private var slots: UnsafeMutablePointer<UInt16>
    private var mask: Int

    init() {
        mask = 255
        slots = .allocate(capacity: 256)
        slots.initialize(repeating: 0, count: 256)
    }

    func free() { slots.deallocate() }

    /// The index of a value among those of the page, for the first time appended to `bytes`; `unlistedClass` where the
    /// list is full, and the value is appended all the same.
    mutating func index(
        of value: UnsafePointer<UInt8>, _ count: Int, _ bytes: inout ByteArena
    ) -> (index: UInt16, entry: Entry) {
        let hash = hashBytes(value, count)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, entry.count == count, memcmp(bytes.base + entry.start, value, count) == 0 {
                return (slots[slot], entry)
            }
            slot = (slot &+ 1) & mask
        }
        let entry = Entry(
            hash: hash, start: bytes.count, count: count,
            meaning: classMeaning(UnsafeBufferPointer(start: value, count: count)))
        bytes.append(value, count)
        guard entries.count < Int(Document.unlistedClass) else { return (Document.unlistedClass, entry) }
        slots[slot] = UInt16(truncatingIfNeeded: entries.count)
        entries.append(entry)
        if entries.count &* 2 > mask { grow() }
        return (UInt16(truncatingIfNeeded: entries.count &- 1), entry)
    }

    private mutating func grow() {
        slots.deallocate()
        mask = mask &* 2 &+ 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        for i in 1..<entries.count {
            var slot = Int(truncatingIfNeeded: entries[i].hash) & mask
            while slots[slot] != 0 { slot = (slot &+ 1) & mask }
            slots[slot] = UInt16(truncatingIfNeeded: i)
        }
    }
}

/// A hash of bytes, eight at a time. Not for security: whoever uses it compares the bytes as well.
@inline(__always)
public func hashBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawPointer(bytes)
    var i = 0
    while i &+ 8 <= count {
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        i &+= 8
    }
    var rest: UInt64 = 0
    while i < count {
        rest = rest << 8 | UInt64(bytes[i])
        i &+= 1
    }
    hash = (hash ^ rest) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 29
}
