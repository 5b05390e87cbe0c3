import Parsing

/// Text that was decoded as the wrong character set: UTF-8 read as a windows code page, or characters lost.
enum Mojibake {
    /// The first garbled bytes of a block; nil where it reads well.
    static func find(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var i = range.lowerBound
        while i < range.upperBound {
            let b = text[i]
            if b < 0xC3 {
                i &+= 1
                continue
            }
            // U+FFFD
            if b == 0xEF, i + 2 < range.upperBound, text[i + 1] == 0xBF, text[i + 2] == 0xBD { return i..<(i + 3) }
            // U+00C2…U+00F4 or Р, С: what lead bytes of UTF-8 look like in windows-1252 and windows-1251.
            if b == 0xC3 || (b == 0xD0 && i + 1 < range.upperBound && text[i + 1] & 0xE0 == 0xA0),
                let found = run(in: text, from: i, to: range.upperBound)
            {
                return found
            }
            i += 1
        }
        return nil
    }

    /// Re-encodes the characters from `start` on as one code page and reads them as UTF-8: garbled where that gives
    /// enough whole characters that are letters or typographic marks.
    private static func run(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
        for page in [CodePage.western, .cyrillic] {
            var i = start
            var characters = 0
            var isTelling = false
            while let decoded = page.character(in: text, from: i, to: end) {
                guard isPlausible(decoded.value) else { break }
                characters += 1
                isTelling = isTelling || page == .western && isTypical(decoded)
                i = decoded.next
            }
            let least = page == .western ? (isTelling ? 1 : 2) : 3
            if characters >= least { return start..<i }
        }
        return nil
    }

    /// A letter outside ASCII, or a quotation mark, dash and the like.
    private static func isPlausible(_ u: UInt32) -> Bool {
        Letter(u).kind == .letter && u >= 0xC0 || (0x2010...0x2026).contains(u) || u == 0x20AC
    }

    /// "Ã©", "Ã¼": the Latin-1 letters of Western languages; "â€™" and its kin. One of them tells by itself.
    private static func isTypical(_ decoded: CodePage.Decoded) -> Bool {
        ((0xC0...0xFF).contains(decoded.value) && !decoded.hasLetterTail) || (0x2010...0x2026).contains(decoded.value)
    }
}

/// A single-byte character set that UTF-8 is often mistaken for.
enum CodePage {
    case western, cyrillic

    /// A character that was read from garbled ones.
    struct Decoded {
        var value: UInt32
        var next: Int
        /// A continuation byte looked like a letter, as in real words.
        var hasLetterTail: Bool
    }

    /// The code point that the bytes behind the next two to four characters spell in UTF-8.
    func character(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Decoded? {
        guard start < end else { return nil }
        let (u, next) = scalar(at: start, in: text, end: end)
        guard let lead = byte(for: u), lead >= 0xC2, lead <= 0xF4 else { return nil }
        let length = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
        var value = UInt32(lead) & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
        var i = next
        var hasLetterTail = false
        for _ in 0..<length {
            guard i < end else { return nil }
            let (c, after) = scalar(at: i, in: text, end: end)
            guard let tail = byte(for: c), tail & 0xC0 == 0x80, tail != 0xA0 else { return nil }
            hasLetterTail = hasLetterTail || Letter(c).kind == .letter
            value = value << 6 | UInt32(tail & 0x3F)
            i = after
        }
        let least: UInt32 = length == 1 ? 0x80 : length == 2 ? 0x800 : 0x10000
        guard value >= least, value <= 0x10FFFF else { return nil }
        return Decoded(value: value, next: i, hasLetterTail: hasLetterTail)
    }

    /// The byte that stands for a character; nil where there is none above 0x7F.
    private func byte(for u: UInt32) -> UInt8? {
        switch self {
        case .western:
            if u >= 0xA0 && u <= 0xFF { return UInt8(u) }
            return CodePage.westernMarks[u]
        case .cyrillic:
            if u >= 0x410 && u <= 0x44F { return UInt8(u - 0x410 + 0xC0) }
            return CodePage.cyrillicMarks[u]
        }
    }

    /// windows-1252, 0x80…0x9F; undefined ones are absent.
    private static let westernMarks = table(
        "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
        [
            0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95,
            0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
        ])
    /// windows-1251, 0x80…0xBF without 0x98 and 0xA0.
    private static let cyrillicMarks = table(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї",
        Array(0x80...0x97) + Array(0x99...0x9F) + Array(0xA1...0xBF))

    private static func table(_ characters: String, _ bytes: [UInt8]) -> [UInt32: UInt8] {
        Dictionary(zip(characters.unicodeScalars.map(\.value), bytes), uniquingKeysWith: { first, _ in first })
    }
}
