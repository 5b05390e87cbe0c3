import Glibc
import Parsing

/// Texts of blocks, each kept once with a number. Pages of a site repeat their menus, footers and tiles byte for byte:
/// what was read from a text once holds wherever it stands again. Bytes are compared, so nothing is ever mistaken.
struct KnownTexts {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var count: Int
    }

    private var entries: [Entry] = []
    /// One more than an index of `entries`, by hash, open addressing; 0 is free.
    private var slots = [UInt32](repeating: 0, count: 1_024)
    private var bytes: [UInt8] = []
    /// Hashes of texts met once, by their low bits: only what comes again is worth keeping.
    private var met = [UInt64](repeating: 0, count: 4_096)

    /// Longer texts are hardly ever repeated.
    static let longest = 2_048
    static let most = 12_000
    static let size = 768 << 10

    /// A page more may not fit.
    var isFull: Bool { entries.count > KnownTexts.most * 3 / 4 || bytes.count > KnownTexts.size * 3 / 4 }

    /// The text's number; -1 where it isn't kept, as at its first coming.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let base = text.baseAddress, text.count <= KnownTexts.longest else { return -1 }
        let hash = hashBytes(base, text.count)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) &- 1]
            if entry.hash == hash, entry.count == text.count, isSame(entry.start, base, text.count) {
                return Int32(truncatingIfNeeded: slots[slot]) &- 1
            }
            slot = (slot &+ 1) & mask
        }
        let place = Int(truncatingIfNeeded: hash >> 40) & 4_095
        guard met[place] == hash else {
            met[place] = hash
            return -1
        }
        guard entries.count < KnownTexts.most, bytes.count &+ text.count <= KnownTexts.size else { return -1 }
        entries.append(Entry(hash: hash, start: bytes.count, count: text.count))
        bytes.append(contentsOf: text)
        slots[slot] = UInt32(truncatingIfNeeded: entries.count)
        if entries.count * 2 > slots.count { grow() }
        return Int32(truncatingIfNeeded: entries.count &- 1)
    }

    private func isSame(_ start: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            return memcmp(base + start, text, count) == 0
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (i, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(i + 1)
        }
    }
}

/// What was read from known texts, by their numbers.
struct Remembered<Value> {
    private var values: [Value?] = []

    /// Nil for a text of which nothing is known yet.
    func value(_ text: Int32) -> Value? {
        let i = Int(text)
        return i >= 0 && i < values.count ? values[i] : nil
    }

    mutating func keep(_ value: Value, for text: Int32) {
        let i = Int(text)
        guard i >= 0 else { return }
        while values.count <= i { values.append(nil) }
        values[i] = value
    }
}
