/// Tells of most places at once that no phrase of some languages begins there, by their first three bytes, and by six
/// where all that begin so are as long. Errs to one side only: what it lets through is walked.
struct StartFilter {
    /// By first byte: 0 none begins so, 1 look at those that follow as well, 2 a whole key.
    private var first = [UInt8](repeating: 0, count: 256)
    /// Beginnings of three bytes, by hash: two bits each, the second where a key of at most five bytes begins so.
    private var three = [UInt64](repeating: 0, count: 1_024)
    /// Beginnings of six bytes, by hash.
    private var six = [UInt64](repeating: 0, count: 1_024)

    init(_ trie: PhraseTrie, languages: UInt64) {
        for a in trie.children(of: 0) where trie.nodes[a.node].below & languages != 0 {
            first[Int(a.label)] = 1
            if trie.nodes[a.node].languages & languages != 0 { first[Int(a.label)] = 2 }
            for b in trie.children(of: a.node) where trie.nodes[b.node].below & languages != 0 {
                let start = UInt64(a.label) << 8 | UInt64(b.label)
                if trie.nodes[b.node].languages & languages != 0 {
                    // A key of two bytes: anything may follow.
                    for c in 0..<256 as Range<UInt64> { insert(start << 8 | c, isShort: true) }
                }
                for c in trie.children(of: b.node) where trie.nodes[c.node].below & languages != 0 {
                    insert(start << 8 | UInt64(c.label), isShort: false)
                    insert(below: c.node, start << 8 | UInt64(c.label), depth: 3, trie, languages)
                }
            }
        }
    }

    /// Lets everything through: for texts so short that reading the trie would cost more than it spares.
    static let none = StartFilter()

    private init() { first = [UInt8](repeating: 2, count: 256) }

    private mutating func insert(_ bytes: UInt64, isShort: Bool) {
        let slot = StartFilter.slot(bytes)
        three[slot >> 5] |= (isShort ? 3 : 1) << (UInt64(slot & 31) * 2)
    }

    /// Keys that go on from a beginning of three to five bytes.
    private mutating func insert(
        below node: Int, _ bytes: UInt64, depth: Int, _ trie: PhraseTrie, _ languages: UInt64
    ) {
        if depth == 6 {
            let slot = StartFilter.slot(bytes) << 1 | Int(bytes & 1)
            six[slot >> 6] |= 1 << UInt64(slot & 63)
            return
        }
        if trie.nodes[node].languages & languages != 0 { insert(bytes >> UInt64(8 * (depth - 3)), isShort: true) }
        for next in trie.children(of: node) where trie.nodes[next.node].below & languages != 0 {
            insert(below: next.node, bytes << 8 | UInt64(next.label), depth: depth + 1, trie, languages)
        }
    }

    @inline(__always)
    private static func slot(_ bytes: UInt64) -> Int {
        Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) >> 49)
    }

    /// Its tables for the time of a walk.
    struct Tables {
        fileprivate let first: UnsafeBufferPointer<UInt8>
        fileprivate let three: UnsafeBufferPointer<UInt64>
        fileprivate let six: UnsafeBufferPointer<UInt64>

        /// A phrase may begin at `p`. A zero byte ends the text, so that nothing beyond it is read.
        @inline(__always)
        func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
            let a = bytes[p]
            let kind = first[Int(a)]
            if kind != 1 { return kind == 2 }
            let b = bytes[p &+ 1]
            guard b != 0 else { return false }
            let start = UInt64(a) << 16 | UInt64(b) << 8 | UInt64(bytes[p &+ 2])
            let slot = StartFilter.slot(start)
            let found = three[slot >> 5] >> (UInt64(slot & 31) * 2) & 3
            return found == 1 ? mayGoOn(start, bytes, p &+ 2) : found != 0
        }

        /// Six bytes begin a phrase; `p` is the third one's place.
        @inline(__always)
        private func mayGoOn(_ start: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ p: Int) -> Bool {
            guard bytes[p] != 0, bytes[p &+ 1] != 0, bytes[p &+ 2] != 0 else { return false }
            let middle = start << 16 | UInt64(bytes[p &+ 1]) << 8 | UInt64(bytes[p &+ 2])
            let all = middle << 8 | UInt64(bytes[p &+ 3])
            let slot = StartFilter.slot(all) << 1 | Int(truncatingIfNeeded: all & 1)
            return six[slot >> 6] >> UInt64(slot & 63) & 1 == 1
        }
    }

    /// The pointers don't leave `body`.
    func withTables(_ body: (Tables) -> Void) {
        first.withUnsafeBufferPointer { first in
            three.withUnsafeBufferPointer { three in
                six.withUnsafeBufferPointer { six in body(Tables(first: first, three: three, six: six)) }
            }
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
