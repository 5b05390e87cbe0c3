/// Which kinds of bytes stand in a text, learnt in one pass while the page is read: most readings of a block can be
/// spared by what it doesn't have.
public struct TextMarks: OptionSet, Sendable, Hashable {
    /// One bit a mark.
    public let rawValue: UInt16
    /// Any bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// 0…9
    public static let digit = TextMarks(rawValue: 1)
    /// A…Z
    public static let capital = TextMarks(rawValue: 2)
    /// %
    public static let percent = TextMarks(rawValue: 4)
    /// @
    public static let at = TextMarks(rawValue: 8)
    /// ( [ {
    public static let bracket = TextMarks(rawValue: 16)
    /// +
    public static let plus = TextMarks(rawValue: 32)
    /// * #
    public static let star = TextMarks(rawValue: 64)
    /// $
    public static let dollar = TextMarks(rawValue: 128)
    /// A byte 0xC2, the first of U+0080…U+00BF: © £ ¥ ° ² ³ ¹.
    public static let latinSign = TextMarks(rawValue: 256)
    /// A byte 0xE2, the first of U+2000…U+2FFF: dashes, quotation marks, daggers, € and other signs.
    public static let sign = TextMarks(rawValue: 512)
    /// Any byte outside ASCII.
    public static let beyondASCII = TextMarks(rawValue: 1_024)
    /// A byte of 0xD9 or more: may begin a digit of another script.
    public static let foreignDigit = TextMarks(rawValue: 2_048)
    /// a…z
    public static let small = TextMarks(rawValue: 4_096)
    /// ' -
    public static let joiner = TextMarks(rawValue: 8_192)

    /// By byte.
    static let table: [UInt16] = (0...255).map { byte in
        var marks: TextMarks = []
        switch UInt8(byte) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): marks = .digit
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): marks = .capital
        case UInt8(ascii: "a")...UInt8(ascii: "z"): marks = .small
        case UInt8(ascii: "%"): marks = .percent
        case UInt8(ascii: "@"): marks = .at
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): marks = .bracket
        case UInt8(ascii: "+"): marks = .plus
        case UInt8(ascii: "*"), UInt8(ascii: "#"): marks = .star
        case UInt8(ascii: "$"): marks = .dollar
        case UInt8(ascii: "'"), UInt8(ascii: "-"): marks = .joiner
        default: break
        }
        if byte >= 0x80 { marks.insert(.beyondASCII) }
        if byte == 0xC2 { marks.insert(.latinSign) }
        if byte == 0xE2 { marks.insert(.sign) }
        if byte >= 0xD9 { marks.insert(.foreignDigit) }
        return marks.rawValue
    }

    /// The marks of some bytes, and how many ASCII digits are among them.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> (marks: TextMarks, digits: Int) {
        table.withUnsafeBufferPointer { table in
            var all: UInt16 = 0
            var digits = 0
            for byte in bytes {
                let own = table[Int(byte)]
                all |= own
                digits &+= Int(own & 1)
            }
            return (TextMarks(rawValue: all), digits)
        }
    }
}
