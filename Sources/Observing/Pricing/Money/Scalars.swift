/// Reading Unicode scalars out of UTF-8 bytes without making strings. Bytes outside a range read as nothing, and
/// bytes that are no UTF-8 as single scalars over U+10FFFF, so that any input is safe.
enum Scalars {
    /// The scalar that starts at `i`, and its length in bytes; nil at `end` and beyond.
    @inline(__always)
    static func next(_ bytes: [UInt8], _ i: Int, _ end: Int) -> (scalar: UInt32, length: Int)? {
        guard i >= 0, i < end, end <= bytes.count else { return nil }
        let b = bytes[i]
        if b < 0x80 { return (UInt32(b), 1) }
        let length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1
        guard length > 1, i + length <= end else { return (0x11_0000 + UInt32(b), 1) }
        var value = UInt32(b) & (0xFF >> UInt32(length + 1))
        for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
        return (value, length)
    }

    /// The scalar that ends before `i`, and its length; nil at `start`.
    static func previous(_ bytes: [UInt8], _ i: Int, _ start: Int) -> (scalar: UInt32, length: Int)? {
        guard i > start, i <= bytes.count, start >= 0 else { return nil }
        var k = i - 1
        while k > start, i - k < 4, bytes[k] & 0xC0 == 0x80 { k -= 1 }
        guard let found = next(bytes, k, i) else { return nil }
        return (found.scalar, i - k)
    }

    /// The value 0…9 and length of the decimal digit at `i`, of any script that shops write prices in.
    @inline(__always)
    static func digit(_ bytes: [UInt8], _ i: Int, _ end: Int) -> (value: UInt8, length: Int)? {
        guard i >= 0, i < end else { return nil }
        let b = bytes[i]
        if b < 0x80 { return b >= 48 && b <= 57 ? (b - 48, 1) : nil }
        guard b == 0xD9 || b == 0xDB || b == 0xE0 || b == 0xEF, let (s, length) = next(bytes, i, end) else {
            return nil
        }
        for zero in zeros where s >= zero && s < zero + 10 { return (UInt8(s - zero), length) }
        return nil
    }

    /// Zeros of Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, Thai, Lao and full-width digits.
    private static let zeros: [UInt32] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xFF10]

    /// Letters, roughly: ASCII letters and everything over U+00BF that is no punctuation, symbol or space.
    static func isLetter(_ s: UInt32) -> Bool {
        if s < 0x80 { return (s | 32) >= 97 && (s | 32) <= 122 }
        if s < 0xC0 { return s == 0xAA || s == 0xB5 || s == 0xBA }
        if s == 0xD7 || s == 0xF7 { return false }
        if s >= 0x2000 && s < 0x2C00 { return false }
        if s >= 0x3000 && s < 0x3041 { return false }
        if s >= 0xFF00 && s < 0xFF21 { return false }
        return s < 0x1_0000 && s != 0x58F && s != 0x60C && s != 0x66B && s != 0x66C && s != 0xE3F
    }

    /// Spaces that may stand between a number's groups or beside a currency.
    static func isSpace(_ s: UInt32) -> Bool {
        s == 32 || s == 0xA0 || s == 9 || s == 10 || s == 13 || (s >= 0x2000 && s <= 0x200B) || s == 0x202F
            || s == 0x205F || s == 0x3000
    }

    /// Hyphens, dashes, and the tilde and swung dash that stand for "to".
    static func isDash(_ s: UInt32) -> Bool {
        s == 45 || (s >= 0x2010 && s <= 0x2015) || s == 0x2212 || s == 126 || s == 0x301C || s == 0xFF5E
    }

    /// The dollar's sign and those of Latin-1 and of the block of currencies.
    static func isCurrencySign(_ s: UInt32) -> Bool {
        s == 36 || (s >= 0xA2 && s <= 0xA5) || (s >= 0x20A0 && s <= 0x20C0) || s == 0xE3F || s == 0x58F
    }

    /// The index after spaces from `i`.
    static func skipSpaces(_ bytes: [UInt8], _ i: Int, _ end: Int, atMost: Int = 8) -> Int {
        var k = i
        for _ in 0..<atMost {
            guard let (s, length) = next(bytes, k, end), isSpace(s) else { break }
            k += length
        }
        return k
    }

    /// The index before spaces that end at `i`.
    static func skipSpacesBack(_ bytes: [UInt8], _ i: Int, _ start: Int, atMost: Int = 8) -> Int {
        var k = i
        for _ in 0..<atMost {
            guard let (s, length) = previous(bytes, k, start), isSpace(s) else { break }
            k -= length
        }
        return k
    }
}
