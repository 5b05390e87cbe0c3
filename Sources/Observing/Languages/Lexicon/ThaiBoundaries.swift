import CICU

/// Where words of a script without spaces begin and end, asked of ICU's dictionary only for the run of Thai that a
/// term was found in.
struct ThaiBoundaries {
    private var run = 0..<0
    private var boundaries: [Int32] = []

    /// Bytes looked at on either side; longer runs without any space are not prose.
    private static let reach = 900

    /// True outside of Thai, and between two of its words.
    mutating func isBoundary(_ p: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>) -> Bool {
        guard isThai(bytes, p, block), isThai(bytes, p - 3, block) else { return true }
        if !run.contains(p) { load(p, bytes, block) }
        var low = 0
        var high = boundaries.count
        let wanted = Int32(truncatingIfNeeded: p - run.lowerBound)
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < boundaries.count && boundaries[low] == wanted
    }

    private func isThai(_ bytes: UnsafeBufferPointer<UInt8>, _ p: Int, _ block: Range<Int>) -> Bool {
        p >= block.lowerBound && p + 2 < block.upperBound && bytes[p] == 0xE0 && bytes[p + 1] & 0xFE == 0xB8
    }

    private mutating func load(_ p: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>) {
        var low = p
        while p - low < Self.reach, isThai(bytes, low - 3, block) { low -= 3 }
        var high = p
        while high - p < Self.reach, isThai(bytes, high, block) { high += 3 }
        run = low..<high
        boundaries = wordBoundaries(UnsafeBufferPointer(rebasing: bytes[low..<high])).ends
    }
}

/// ICU's word boundaries of valid UTF-8, and whether each ends a word. Empty where ICU refuses.
func wordBoundaries(_ text: UnsafeBufferPointer<UInt8>) -> (ends: [Int32], isWord: [UInt8]) {
    guard let base = text.baseAddress, text.count > 0, text.count < 1 << 20 else { return ([], []) }
    let capacity = text.count + 2
    var flags = [UInt8](repeating: 0, count: capacity)
    let ends = [Int32](unsafeUninitializedCapacity: capacity) { out, count in
        count = 0
        guard let place = out.baseAddress else { return }
        flags.withUnsafeMutableBufferPointer { flags in
            guard let flag = flags.baseAddress else { return }
            count = max(0, Int(cicu_words(base, Int32(text.count), place, flag, Int32(capacity))))
        }
    }
    flags.removeLast(flags.count - ends.count)
    return (ends, flags)
}
