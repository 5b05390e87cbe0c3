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

    /// Words of ASCII text without apostrophes and hyphens, sixteen bytes at a time: bytes of words behind others.
    static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var words = isWord(base[0]) ? 1 : 0
        var i = 1
        while i &+ 16 <= text.count {
            let own = wordBytes(UnsafeRawPointer(base + i).loadUnaligned(as: SIMD16<UInt8>.self))
            let before = wordBytes(UnsafeRawPointer(base + i - 1).loadUnaligned(as: SIMD16<UInt8>.self))
            words &+= Int((own & ~before).wrappedSum())
            i &+= 16
        }
        while i < text.count {
            if isWord(base[i]), !isWord(base[i &- 1]) { words &+= 1 }
            i &+= 1
        }
        return words
    }

    @inline(__always)
    private static func isWord(_ b: UInt8) -> Bool { (b | 32) &- 97 < 26 || b &- 48 < 10 }

    /// 1 where a byte is a letter or digit.
    @inline(__always)
    private static func wordBytes(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let letters = ((bytes | 32) &- 97) .< 26
        let digits = (bytes &- 48) .< 10
        return SIMD16(repeating: 0).replacing(with: 1, where: letters .| digits)
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
