/// Tells of most places at once that no phrase of some languages begins there, by their first three bytes. Errs to one
/// side only: what it lets through is walked.
struct StartFilter {
    /// By first byte: 0 none begins so, 1 look at the next two as well, 2 a whole key.
    private var first = [UInt8](repeating: 0, count: 256)
    /// Beginnings of three bytes, by hash.
    private var bits = [UInt64](repeating: 0, count: 512)

    init(_ trie: PhraseTrie, languages: UInt64) {
        for a in trie.children(of: 0) where trie.nodes[a.node].below & languages != 0 {
            first[Int(a.label)] = 1
            if trie.nodes[a.node].languages & languages != 0 { first[Int(a.label)] = 2 }
            for b in trie.children(of: a.node) where trie.nodes[b.node].below & languages != 0 {
                if trie.nodes[b.node].languages & languages != 0 {
                    // A key of two bytes: anything may follow.
                    for c in UInt8.min...UInt8.max { insert(a.label, b.label, c) }
                }
                for c in trie.children(of: b.node) where trie.nodes[c.node].below & languages != 0 {
                    insert(a.label, b.label, c.label)
                }
            }
        }
    }

    /// Lets everything through: for texts so short that reading the trie would cost more than it spares.
    static let none = StartFilter()

    private init() { first = [UInt8](repeating: 2, count: 256) }

    private mutating func insert(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
        let slot = StartFilter.slot(a, b, c)
        bits[slot >> 6] |= 1 << UInt64(slot & 63)
    }

    @inline(__always)
    private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        let all = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
        return Int((all &* 0x9E37_79B1) >> 17)
    }

    /// Its tables for the time of a walk.
    struct Tables {
        fileprivate let first: UnsafeBufferPointer<UInt8>
        fileprivate let bits: UnsafeBufferPointer<UInt64>

        /// A phrase may begin at `p`. A zero byte ends the text, so that nothing beyond it is read.
        @inline(__always)
        func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
            let a = bytes[p]
            let kind = first[Int(a)]
            if kind != 1 { return kind == 2 }
            let b = bytes[p &+ 1]
            guard b != 0 else { return false }
            let slot = StartFilter.slot(a, b, bytes[p &+ 2])
            return bits[slot >> 6] >> UInt64(slot & 63) & 1 == 1
        }
    }

    /// The pointers don't leave `body`.
    func withTables(_ body: (Tables) -> Void) {
        first.withUnsafeBufferPointer { first in
            bits.withUnsafeBufferPointer { bits in body(Tables(first: first, bits: bits)) }
        }
    }
}

extension PhraseTrie {
    /// The nodes one byte further.
    func children(of node: Int) -> [(label: UInt8, node: Int)] {
        let n = nodes[node]
        if n.row >= 0 {
            return (0..<256).compactMap { byte in
                let target = Int(rows[Int(n.row) + byte])
                return target == 0 ? nil : (UInt8(byte), target)
            }
        }
        return (Int(n.first)..<(Int(n.first) + Int(n.count))).map { (labels[$0], Int(targets[$0])) }
    }
}
