/// What one fast pass over a block's bytes tells, so that the slower readings are spared where they can't find anything.
struct BlockGlance {
    /// Runs of bytes that belong to letters or digits: words, roughly.
    private(set) var words = 0
    /// ASCII digits.
    private(set) var digits = 0
    /// Letters that are or may be capitals; never too few.
    private(set) var capitals = 0
    /// Has characters that garbled text consists of.
    private(set) var mayBeGarbled = false

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        BlockGlance.table.withUnsafeBufferPointer { read(text, range, $0) }
    }

    /// By ASCII byte: 1 belongs to a word, 2 is a digit, 4 a capital, 8 doesn't end a word (apostrophe and hyphen).
    private static let table: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 48...57: 1 | 2
        case 65...90: 1 | 4
        case 97...122: 1
        case 39, 45: 8
        default: 0
        }
    }

    private mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: UnsafeBufferPointer<UInt8>
    ) {
        var isInside = false
        var i = range.lowerBound
        while i < range.upperBound {
            let b = text[i]
            if b < 0x80 {
                i = readASCII(text, i..<range.upperBound, table, &isInside)
                continue
            } else if b >= 0xC0 {
                let second = i + 1 < range.upperBound ? text[i + 1] : 0
                if b == 0xC2 || b == 0xE2 {
                    isInside = isInside && b == 0xE2 && i + 2 < range.upperBound && text[i + 2] == 0x99
                } else if b >= 0xE0, b < 0xF0, hasNoSpaces(scalar(at: i, in: text, end: range.upperBound).value) {
                    i = skipUnspaced(text, from: i, to: range.upperBound)
                    isInside = false
                    continue
                } else {
                    note(lead: b, second)
                    if !isInside { words += 1 }
                    isInside = true
                }
            }
            i += 1
        }
    }

    /// Eight ASCII bytes at once; each test gives the top bit of the bytes that meet it.
    private struct Eight {
        let bytes: UInt64

        static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
        static let tops = every(0x80)

        /// No byte exceeds 0x7F, so that none of the sums reaches the next one.
        @inline(__always)
        static func within(_ bytes: UInt64, _ low: UInt8, _ high: UInt8) -> UInt64 {
            (bytes &+ every(0x80 - low)) & ~(bytes &+ every(0x7F - high)) & tops
        }

        @inline(__always)
        var words: UInt64 { Eight.within(bytes | Eight.every(32), 97, 122) | digits }
        @inline(__always)
        var digits: UInt64 { Eight.within(bytes, 48, 57) }
        @inline(__always)
        var capitals: UInt64 { Eight.within(bytes, 65, 90) }
        /// ASCII, no apostrophe and no hyphen.
        @inline(__always)
        var isPlain: Bool {
            guard bytes & Eight.tops == 0 else { return false }
            return (Eight.within(bytes, 39, 39) | Eight.within(bytes, 45, 45)) == 0
        }
    }

    @inline(__always)
    private mutating func readASCII(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: UnsafeBufferPointer<UInt8>,
        _ isInside: inout Bool
    ) -> Int {
        var inside: UInt8 = isInside ? 1 : 0
        var (ownWords, ownDigits, ownCapitals) = (0, 0, 0)
        var i = range.lowerBound
        while i < range.upperBound, text[i] < 0x80 {
            if i &+ 8 <= range.upperBound, let base = text.baseAddress {
                let eight = Eight(bytes: UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self).littleEndian)
                if eight.isPlain {
                    let own = eight.words
                    ownWords &+= (own & ~(own << 8 | UInt64(inside) << 7)).nonzeroBitCount
                    ownDigits &+= eight.digits.nonzeroBitCount
                    ownCapitals &+= eight.capitals.nonzeroBitCount
                    inside = UInt8(truncatingIfNeeded: own >> 63)
                    i &+= 8
                    continue
                }
            }
            let kind = table[Int(text[i])]
            ownWords &+= Int(kind & 1 & ~inside)
            ownDigits &+= Int(kind >> 1 & 1)
            ownCapitals &+= Int(kind >> 2 & 1)
            inside = kind & 1 | inside & (kind >> 3)
            i &+= 1
        }
        words += ownWords
        digits += ownDigits
        capitals += ownCapitals
        isInside = inside != 0
        return i
    }

    private mutating func note(lead b: UInt8, _ second: UInt8) {
        switch b {
        case 0xC3:
            mayBeGarbled = true
            if second < 0x9F { capitals += 1 }
        // Latin Extended, Greek, Armenian: not worth telling apart here.
        case 0xC4...0xCF, 0xD4: capitals += 1
        case 0xD0:
            if second < 0xB0 { capitals += 1 }
            if second == 0xA0 || second == 0xA1 { mayBeGarbled = true }
        case 0xD1: if second >= 0xA0 { capitals += 1 }
        case 0xD2, 0xD3, 0xD5: capitals += 1
        case 0xEF: mayBeGarbled = true
        default: break
        }
    }

    private mutating func skipUnspaced(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit, text[end] >= 0x80 { end += 1 }
        words += TextMeasure.unspacedWords(text, start..<end)
        return max(end, start + 1)
    }
}
