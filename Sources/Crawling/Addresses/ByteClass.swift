/// What a byte may do in a URL: a table of bits, looked up once a byte.
struct ByteClass {
    /// Stands as it is in a path.
    static let path: UInt8 = 1
    /// Stands as it is in a query.
    static let query: UInt8 = 2
    /// Letter, digit, '-', '.', '_', '~': never needs escaping, so an escaped one is unescaped.
    static let unreserved: UInt8 = 4
    /// Letter, digit, '-', '.', '_': all that an ordinary host name consists of.
    static let host: UInt8 = 8
    /// May stand in a scheme after its first letter.
    static let scheme: UInt8 = 16

    private let bits: [UInt8]

    init() {
        var bits = [UInt8](repeating: 0, count: 256)
        for byte in UInt8(0x21)...0x7E { bits[Int(byte)] = Self.path | Self.query }
        // The WHATWG URL standard's path and query percent-encode sets.
        for byte in "\"#<>?`{}^".utf8 { bits[Int(byte)] &= ~Self.path }
        for byte in "\"#<>'".utf8 { bits[Int(byte)] &= ~Self.query }
        for byte in UInt8(0)...0x7F where isLetter(byte) || isDigit(byte) {
            bits[Int(byte)] |= Self.unreserved | Self.host | Self.scheme
        }
        for byte in "-._~".utf8 { bits[Int(byte)] |= Self.unreserved }
        for byte in "-._".utf8 { bits[Int(byte)] |= Self.host }
        for byte in "+-.".utf8 { bits[Int(byte)] |= Self.scheme }
        self.bits = bits
    }

    func isIn(_ mask: UInt8, _ byte: UInt8) -> Bool { bits[Int(byte)] & mask != 0 }
}

@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
/// ASCII upper case to lower case; other bytes as they are.
@inline(__always) func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
/// The value of a hexadecimal digit; nil for other bytes.
@inline(__always) func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
}

func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }
