import CICU

/// What folding does with each code point of the basic plane, looked up once from ICU and kept: page text is folded
/// byte by byte, and a call a character would cost more than all the rest.
enum FoldTable {
    /// Facts about a code point, above its folded form in the low 16 bits.
    struct Entry: OptionSet, Sendable {
        let rawValue: UInt32
        static let letter = Entry(rawValue: 1 << 16)
        static let digit = Entry(rawValue: 1 << 17)
        static let mark = Entry(rawValue: 1 << 18)
        /// Of a script that puts no spaces between words.
        static let unspaced = Entry(rawValue: 1 << 19)
        /// Invisible: soft hyphen, joiners, direction marks.
        static let dropped = Entry(rawValue: 1 << 20)
        static let space = Entry(rawValue: 1 << 21)
        /// Depends on its neighbours, or becomes two.
        static let special = Entry(rawValue: 1 << 22)
        static let currency = Entry(rawValue: 1 << 23)
        static let word: Entry = [.letter, .digit, .mark]

        var folded: UInt32 { rawValue & 0xFFFF }
    }

    static let entries: [Entry] = (0..<0x10000).map { entry(for: UInt32($0)) }

    /// The entry of any code point; those beyond the basic plane keep their form.
    static func lookUp(_ codePoint: UInt32) -> Entry {
        if codePoint < 0x10000 { return entries[Int(codePoint)] }
        return cicu_is_letter(codePoint) ? .letter : []
    }

    private static func entry(for c: UInt32) -> Entry {
        if c < 32 || c == 127 || cicu_is_space(c) { return Entry(rawValue: 32).union(.space) }
        if (0xD800...0xDFFF).contains(c) { return Entry(rawValue: 63) }
        if isInvisible(c) { return .dropped }
        let folded = form(of: c)
        var flags: Entry = []
        if cicu_is_letter(folded) { flags.insert(.letter) }
        if cicu_digit(folded) >= 0 { flags.insert(.digit) }
        if cicu_is_mark(folded) { flags.insert(.mark) }
        if cicu_is_currency(folded) { flags.insert(.currency) }
        switch UInt32(bitPattern: cicu_script(folded)) {
        case CICU_SCRIPT_THAI.rawValue, CICU_SCRIPT_HAN.rawValue, CICU_SCRIPT_KANA.rawValue: flags.insert(.unspaced)
        default: break
        }
        if isSpecial(folded) { flags.insert(.special) }
        return Entry(rawValue: folded).union(flags)
    }

    /// Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark.
    private static func isInvisible(_ c: UInt32) -> Bool {
        switch c {
        case 0xAD, 0x034F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    /// Combining marks (normalised with their letter), և, ß, վ after ե, Thai nikhahit and doubled sara e.
    private static func isSpecial(_ c: UInt32) -> Bool {
        switch c {
        case 0x0300...0x036F, 0x0587, 0xDF, 0x057E, 0x0E4D, 0x0E40: true
        default: false
        }
    }

    private static func form(of c: UInt32) -> UInt32 {
        let digit = cicu_digit(c)
        if digit >= 0 { return 48 + UInt32(digit) }
        switch c {
        case 0x49, 0x0130, 0x0131: return 0x69
        case 0x2018, 0x2019, 0x201B, 0x02B9, 0x02BB, 0x02BC, 0x60, 0xB4, 0x2032, 0xFF07: return 0x27
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return 0x2D
        case 0x0401, 0x0451: return 0x0435
        // Four look-alikes that stand for the Azerbaijani schwa.
        case 0x018E, 0x01DD, 0x04D8, 0x04D9: return 0x0259
        // Romanian letters with a comma, written with a cedilla for decades.
        case 0x0218, 0x0219: return 0x015F
        case 0x021A, 0x021B: return 0x0163
        case 0xFF01...0xFF5E: return form(of: c - 0xFEE0)
        default:
            let folded = cicu_fold(c)
            return folded < 0x10000 ? folded : c
        }
    }
}
