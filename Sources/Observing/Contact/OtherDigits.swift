/// Decimal digits of other scripts that shops write telephone numbers in: Thai, Arabic, Persian, full-width.
enum OtherDigits {
    /// Bytes of the digit that begins at `i`; 0 where none does.
    @inline(__always)
    static func length(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
        switch text[i] {
        case 0xE0:
            // U+0E50…U+0E59
            return i + 2 < end && text[i + 1] == 0xB9 && (0x90...0x99).contains(text[i + 2]) ? 3 : 0
        case 0xEF:
            // U+FF10…U+FF19
            return i + 2 < end && text[i + 1] == 0xBC && (0x90...0x99).contains(text[i + 2]) ? 3 : 0
        case 0xD9:
            // U+0660…U+0669
            return i + 1 < end && (0xA0...0xA9).contains(text[i + 1]) ? 2 : 0
        case 0xDB:
            // U+06F0…U+06F9
            return i + 1 < end && (0xB0...0xB9).contains(text[i + 1]) ? 2 : 0
        default: return 0
        }
    }

    /// The ASCII digit for the last byte of one of these.
    static func ascii(_ last: UInt8) -> UInt8 {
        switch last {
        case 0x90...0x99: last - 0x90 + 48
        case 0xB0...0xB9: last - 0xB0 + 48
        default: 48 + (last & 15)
        }
    }

    /// A full-width sign whose last byte is `last`: "＋" is 8B, "（" 88.
    @inline(__always)
    static func isWide(_ text: [UInt8], _ i: Int, _ end: Int, _ last: UInt8) -> Bool {
        text[i] == 0xEF && i + 2 < end && text[i + 1] == 0xBC && text[i + 2] == last
    }

    /// How many stand in a range, up to `most`.
    static func count(in text: [UInt8], _ range: Range<Int>, most: Int) -> Int {
        var count = 0
        var i = range.lowerBound
        while i < range.upperBound, count < most {
            let step = text[i] < 0x80 ? 0 : length(text, i, range.upperBound)
            if step > 0 { count += 1 }
            i += max(1, step)
        }
        return count
    }
}
