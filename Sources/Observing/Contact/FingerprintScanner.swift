/// Looks for many byte strings at once in scripts, skipping most bytes (Wu and Manber 1994, blocks of three).
struct FingerprintScanner: Sendable {
    /// Shortest string that is taken: it sets how far the scanner can skip.
    static let shortest = 8
    private static let block = 3
    private static let slots = 32_768

    /// All strings, one after the other, and where each begins; one more for the end.
    private var pool: [UInt8] = []
    private var starts: [Int] = [0]
    /// For a block's hash: how far to go on when it ends the window.
    private var shift: [UInt8]
    /// Strings by the hash of the block that ends their first `shortest` bytes.
    private var lists: [[Int]] = [[]]
    /// Index into `lists` by hash; 0 for none.
    private var ends = [UInt16](repeating: 0, count: slots)

    /// Strings under `shortest` bytes never match.
    init(_ strings: [String]) {
        let window = FingerprintScanner.shortest
        shift = Array(repeating: UInt8(window - FingerprintScanner.block + 1), count: FingerprintScanner.slots)
        for (index, string) in strings.enumerated() {
            let needle = Array(string.utf8)
            pool += needle
            starts.append(pool.count)
            guard needle.count >= window else { continue }
            for i in (FingerprintScanner.block - 1)..<window {
                let slot = FingerprintScanner.slot(needle[i - 2], needle[i - 1], needle[i])
                shift[slot] = min(shift[slot], UInt8(window - 1 - i))
            }
            let slot = FingerprintScanner.slot(needle[window - 3], needle[window - 2], needle[window - 1])
            if ends[slot] == 0, lists.count < UInt16.max {
                ends[slot] = UInt16(lists.count)
                lists.append([])
            }
            if ends[slot] > 0 { lists[Int(ends[slot])].append(index) }
        }
    }

    @inline(__always)
    private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        let (first, second) = (Int(truncatingIfNeeded: a), Int(truncatingIfNeeded: b))
        return (first &<< 10 ^ second &<< 5 ^ Int(truncatingIfNeeded: c)) & (slots &- 1)
    }

    /// Calls `found` with the index of a string and the index of its first byte, for up to 200 occurrences.
    func scan(_ bytes: ArraySlice<UInt8>, _ found: (Int, Int) -> Void) {
        let first = bytes.startIndex
        bytes.withUnsafeBufferPointer { text in scan(text) { found($0, first + $1) } }
    }

    /// The same in bytes that lie anywhere, places counted from the first.
    @inline(__always)
    func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (Int, Int) -> Void) {
        let window = FingerprintScanner.shortest
        guard text.count >= window, lists.count > 1 else { return }
        var left = 200
        var i = window &- 1
        while left > 0 {
            i = next(in: text, from: i)
            guard i < text.count else { return }
            let slot = FingerprintScanner.slot(text[i &- 2], text[i &- 1], text[i])
            for index in lists[Int(ends[slot])] where matches(index, text, at: i &- window &+ 1) {
                found(index, i &- window &+ 1)
                left -= 1
            }
            i &+= 1
        }
    }

    /// Where the window may end a string, from `start` on; `text.count` or more where it does nowhere.
    @inline(__always)
    private func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        // Buffers without bounds checks on each byte: every index is under `text.count`, every slot under `slots`.
        shift.withUnsafeBufferPointer { shift in
            var i = start
            let count = text.count
            while i < count {
                let step = Int(truncatingIfNeeded: shift[FingerprintScanner.slot(text[i &- 2], text[i &- 1], text[i])])
                if step == 0 { return i }
                i &+= step
            }
            return i
        }
    }

    private func matches(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let range = starts[index]..<starts[index + 1]
        guard start + range.count <= text.count else { return false }
        for k in 0..<range.count where text[start + k] != pool[range.lowerBound + k] { return false }
        return true
    }
}
