/// Looks for many byte strings at once in scripts. Every fourth place of a text is looked at: wherever a string of
/// seven bytes or more stands, one of its first four groups of four bytes stands there.
struct FingerprintScanner: Sendable {
    /// Shortest string that is taken.
    static let shortest = 8
    private static let step = 4
    private static let bits = 15

    /// All strings, one after the other, and where each begins; one more for the end.
    private var pool: [UInt8] = []
    private var starts: [Int] = [0]
    /// A bit for the hash of each group of four bytes that begins within the first four bytes of a string.
    private var marks = [UInt64](repeating: 0, count: 1 << (bits - 6))
    /// Strings, and how far in them the group stands, by its hash.
    private var places: [UInt32: [(string: Int, offset: Int)]] = [:]

    /// Strings under `shortest` bytes never match.
    init(_ strings: [String]) {
        for (index, string) in strings.enumerated() {
            let needle = Array(string.utf8)
            pool += needle
            starts.append(pool.count)
            guard needle.count >= FingerprintScanner.shortest else { continue }
            for offset in 0..<FingerprintScanner.step {
                let group = needle[offset..<(offset + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                let slot = FingerprintScanner.slot(group)
                marks[slot >> 6] |= 1 << UInt64(slot & 63)
                places[group, default: []].append((index, offset))
            }
        }
    }

    /// Multiplicative hashing (Knuth): the upper bits of the product.
    @inline(__always)
    private static func slot(_ group: UInt32) -> Int {
        Int(truncatingIfNeeded: (group &* 2_654_435_761) >> UInt32(32 &- bits))
    }

    /// Calls `found` with the index of a string and the index of its first byte, for up to 200 occurrences.
    func scan(_ bytes: ArraySlice<UInt8>, _ found: (Int, Int) -> Void) {
        let first = bytes.startIndex
        bytes.withUnsafeBufferPointer { text in scan(text) { found($0, first + $1) } }
    }

    /// The same in bytes that lie anywhere, places counted from the first.
    func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (Int, Int) -> Void) {
        guard text.count >= FingerprintScanner.shortest, !places.isEmpty else { return }
        let raw = UnsafeRawBufferPointer(text)
        var left = 200
        marks.withUnsafeBufferPointer { marks in
            // Every group lies within the text, every slot within the marks: no checks on each of them.
            let last = raw.count &- 4
            var i = 0
            while i <= last, left > 0 {
                let group = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt32.self))
                let slot = FingerprintScanner.slot(group)
                if marks[slot &>> 6] &>> UInt64(truncatingIfNeeded: slot & 63) & 1 == 1 {
                    for place in places[group] ?? [] where matches(place.string, text, at: i &- place.offset) {
                        found(place.string, i &- place.offset)
                        left -= 1
                    }
                }
                i &+= FingerprintScanner.step
            }
        }
    }

    private func matches(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let range = starts[index]..<starts[index + 1]
        guard start >= 0, start + range.count <= text.count else { return false }
        for k in 0..<range.count where text[start + k] != pool[range.lowerBound + k] { return false }
        return true
    }
}
