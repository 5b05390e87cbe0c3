/// A set of byte strings that numbers them in order of arrival: one buffer and an open-addressing table, no
/// allocation an entry.
struct AddressArena {
    private(set) var bytes: [UInt8] = []
    /// `ends[i]` is where entry i ends; it begins where the one before ends.
    private var ends: [Int] = []
    /// Entry + 1; 0 is free. The size is a power of two, at most half full.
    private var table = [UInt32](repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []
    /// Drawn anew for each arena, so that a site cannot prepare collisions. Results don't depend on it.
    private let seed = UInt64.random(in: .min ... .max)

    var count: Int { ends.count }

    func range(_ index: UInt32) -> Range<Int> {
        let index = Int(index)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    subscript(index: UInt32) -> [UInt8] { Array(bytes[range(index)]) }

    func string(_ index: UInt32) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// The number of `entry`, a part of `source`; nil if it isn't known.
    func find(_ source: [UInt8], _ entry: Range<Int>) -> UInt32? {
        let slot = slot(source, entry, hash(source, entry))
        return table[slot] == 0 ? nil : table[slot] - 1
    }

    /// The number of `entry`, which is added if it isn't known.
    mutating func insert(_ source: [UInt8], _ entry: Range<Int>) -> (index: UInt32, isNew: Bool) {
        let hash = hash(source, entry)
        let slot = slot(source, entry, hash)
        if table[slot] != 0 { return (table[slot] - 1, false) }
        let index = UInt32(ends.count)
        bytes.append(contentsOf: source[entry])
        ends.append(bytes.count)
        hashes.append(hash)
        table[slot] = index + 1
        if ends.count * 2 > table.count { grow() }
        return (index, true)
    }

    private func slot(_ source: [UInt8], _ entry: Range<Int>, _ hash: UInt32) -> Int {
        let mask = table.count - 1
        var slot = Int(hash) & mask
        while table[slot] != 0 {
            let known = table[slot] - 1
            if hashes[Int(known)] == hash, isEqual(range(known), source, entry) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isEqual(_ known: Range<Int>, _ source: [UInt8], _ entry: Range<Int>) -> Bool {
        known.count == entry.count && bytes[known].elementsEqual(source[entry])
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: table.count * 2)
        let mask = larger.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = UInt32(index) + 1
        }
        table = larger
    }

    private func hash(_ source: [UInt8], _ entry: Range<Int>) -> UInt32 {
        UInt32(truncatingIfNeeded: ByteHash.of(source, entry, seed: seed) >> 32)
    }
}
