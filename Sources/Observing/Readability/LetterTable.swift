/// Facts about letters up to the Armenian ones in a table of a byte each, for whoever reads every character of a text.
struct LetterTable {
    /// What counting asks of a character, packed.
    struct Entry {
        fileprivate let bits: UInt8

        fileprivate init(_ letter: Letter) {
            bits =
                letter.kind.rawValue | (letter.isVowel ? 8 : 0) | (letter.script == .latin ? 16 : 0)
                | (letter.kind == .letter || letter.kind == .digit ? 32 : 0)
        }

        @inline(__always)
        var kind: Letter.Kind { Letter.Kind(rawValue: bits & 7) ?? .other }
        @inline(__always)
        var isVowel: Bool { bits & 8 != 0 }
        @inline(__always)
        var isLatin: Bool { bits & 16 != 0 }
        /// A letter or a digit.
        @inline(__always)
        var isWord: Bool { bits & 32 != 0 }
    }

    private let entries: UnsafeBufferPointer<Entry>

    private static let size: UInt32 = 0x590
    private static let known = (0..<size).map { Entry(Letter($0)) }

    /// The table for the time of a walk: its pointer doesn't leave `body`.
    static func with<Result>(_ body: (LetterTable) -> Result) -> Result {
        known.withUnsafeBufferPointer { body(LetterTable(entries: $0)) }
    }

    @inline(__always)
    subscript(_ codePoint: UInt32) -> Entry {
        codePoint < LetterTable.size ? entries[Int(codePoint)] : Entry(Letter(codePoint))
    }
}
