/// What measuring text asks of a character. Covers the scripts that have capitals or written vowels; all others are
/// plain letters.
struct Letter {
    /// The script, as far as counting differs.
    enum Script: UInt8 { case latin, cyrillic, armenian, greek, other }
    /// Coarse class of a character.
    enum Kind: UInt8 { case letter, digit, joiner, mark, terminator, space, other }

    var kind: Kind
    var script = Script.other
    var isCapital = false
    var isVowel = false

    init(_ u: UInt32) {
        switch u {
        case 0..<0x80: self.init(ascii: u)
        case 0xC0...0x24F,
            0x259 where u != 0xD7 && u != 0xF7:
            self.init(latin: u)
        case 0x370...0x3FF: self.init(.letter, .greek, capital: u >= 0x386 && u <= 0x3AB, vowel: false)
        case 0x400...0x52F: self.init(cyrillic: u)
        case 0x531...0x556, 0x560...0x588: self.init(armenian: u)
        default:
            self.init(.other)
            kind = Letter.kind(of: u)
        }
    }

    private init(_ kind: Kind, _ script: Script = .other, capital: Bool = false, vowel: Bool = false) {
        self.kind = kind
        self.script = script
        isCapital = capital
        isVowel = vowel
    }

    private init(latin u: UInt32) {
        let isCapital: Bool
        switch u {
        case 0xC0...0xDE: isCapital = true
        case 0xDF...0xFF: isCapital = false
        // Latin Extended-A: pairs, capital first at even points but in two stretches at odd ones.
        case 0x100...0x137, 0x14A...0x177: isCapital = u % 2 == 0
        case 0x139...0x148, 0x179...0x17E: isCapital = u % 2 == 1
        case 0x178, 0x18F: isCapital = true
        case 0x1CD...0x1DC: isCapital = u % 2 == 1
        case 0x1DE...0x24F: isCapital = u % 2 == 0
        default: isCapital = false
        }
        self.init(.letter, .latin, capital: isCapital, vowel: Letter.isLatinVowel(u))
    }

    private init(cyrillic u: UInt32) {
        if u >= 0x483 && u <= 0x489 {
            self.init(.mark)
            return
        }
        let isCapital = u < 0x430 || (u >= 0x460 && u % 2 == 0)
        self.init(.letter, .cyrillic, capital: isCapital, vowel: Letter.isCyrillicVowel(u))
    }

    private init(armenian u: UInt32) {
        let small = u <= 0x556 ? u + 0x30 : u
        // ու is one sound written with two letters: its second letter, ւ, is no vowel here.
        self.init(.letter, .armenian, capital: u <= 0x556, vowel: Letter.isArmenianVowel(small))
    }

    private static func kind(of u: UInt32) -> Kind {
        switch u {
        case 0xA0, 0x2000...0x200B, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0xAD, 0x2010, 0x2011, 0x2019, 0x2BC, 0x55A, 0x58A: .joiner
        case 0x300...0x36F, 0x200C...0x200F: .mark
        case 0x2026, 0x203C...0x2049, 0x589, 0x3002, 0xFF01, 0xFF1F, 0x964: .terminator
        case 0xAA, 0xB5, 0xBA: .letter
        case 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE0F, 0xFF00...0xFF0F, 0xFFFD: .other
        case 0x559...0x55F: .other
        case 0x1F000...0x1FAFF: .other
        default: .letter
        }
    }

    /// a, e, i, o, u, y as bits of the alphabet.
    static let asciiVowels: UInt32 = 0x0110_4111

    @inline(__always)
    private init(ascii u: UInt32) {
        let small = u | 32
        if small >= 97 && small <= 122 {
            let isVowel = Letter.asciiVowels >> (small - 97) & 1 == 1
            self.init(.letter, .latin, capital: u < 97, vowel: isVowel)
            return
        }
        switch u {
        case 48...57: self.init(.digit)
        case 39, 45: self.init(.joiner)
        case 33, 46, 63: self.init(.terminator)
        case 0...32: self.init(.space)
        default: self.init(.other)
        }
    }

    /// Vowels beyond ASCII, of the languages that have files and their neighbours.
    private static func isLatinVowel(_ u: UInt32) -> Bool {
        switch u {
        case 0xC0...0xC6, 0xC8...0xCF, 0xD2...0xD6, 0xD8...0xDD, 0xE0...0xE6, 0xE8...0xEF, 0xF2...0xF6, 0xF8...0xFD,
            0xFF:
            true
        case 0x100...0x105, 0x112...0x11B, 0x128...0x131, 0x14C...0x153, 0x168...0x173, 0x176...0x178: true
        case 0x18F, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD...0x1DC, 0x259: true
        default: false
        }
    }

    /// а е ё и о у ы э ю я, Ukrainian і ї є, in both cases.
    private static func isCyrillicVowel(_ u: UInt32) -> Bool {
        let small = u >= 0x410 && u <= 0x42F ? u + 0x20 : u >= 0x400 && u <= 0x40F ? u + 0x50 : u
        switch small {
        case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x451, 0x454, 0x456, 0x457: return true
        default: return false
        }
    }

    /// ա ե է ը ի ո օ
    private static func isArmenianVowel(_ small: UInt32) -> Bool {
        switch small {
        case 0x561, 0x565, 0x567, 0x568, 0x56B, 0x578, 0x585: true
        default: false
        }
    }
}

/// The code point at `i` of valid UTF-8, and the index after it. Never reads past `end`.
@inline(__always)
func scalar(at i: Int, in text: UnsafeBufferPointer<UInt8>, end: Int) -> (value: UInt32, next: Int) {
    let b = UInt32(text[i])
    if b < 0x80 { return (b, i + 1) }
    func tail(_ k: Int) -> UInt32 { i + k < end ? UInt32(text[i + k] & 0x3F) : 0 }
    if b < 0xE0 { return ((b & 0x1F) << 6 | tail(1), min(i + 2, end)) }
    if b < 0xF0 { return ((b & 0x0F) << 12 | tail(1) << 6 | tail(2), min(i + 3, end)) }
    return ((b & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(i + 4, end))
}
