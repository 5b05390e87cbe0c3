/// Tells bodies that are no text, whatever their header says: a picture or an archive that was sent as HTML.
enum BinaryBody {
    /// How files of common formats begin (WHATWG's MIME sniffing, and gzip, Zstandard, ELF).
    private static let signatures: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("%PDF-".utf8), [0x50, 0x4B, 3, 4],
        [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], Array("wOFF".utf8),
        Array("wOF2".utf8), [0, 1, 0, 0, 0], Array("OTTO".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("ID3".utf8),
        Array("OggS".utf8), [0x1A, 0x45, 0xDF, 0xA3], [0, 0, 1, 0], Array("SQLite format 3".utf8),
    ]

    /// How much is looked at. A share of control characters from which on it is no text, and one of zeros from which on
    /// it may be UTF-16, in which the others stand for letters.
    private static let looked = 4_096
    private static let mostControls = 0.05
    private static let mostZeros = 0.02

    static func isBinary(_ body: [UInt8]) -> Bool {
        guard let first = body.first else { return false }
        if signatures.contains(where: { $0[0] == first && body.starts(with: $0) }) { return true }
        if first == UInt8(ascii: "R"), body.starts(with: Array("RIFF".utf8)),
            containers.contains(Array(body.dropFirst(8).prefix(4)))
        {
            return true
        }
        let (zeros, controls, count) = body.withUnsafeBufferPointer { bytes in
            var zeros = 0
            var controls = 0
            for byte in bytes.prefix(looked) where byte < 0x20 {
                if byte == 0 { zeros += 1 }
                // Escapes aren't counted: ISO-2022 is full of them.
                if byte > 0 && byte < 9 || byte > 13 && byte != 0x1B { controls += 1 }
            }
            return (zeros, controls, min(bytes.count, looked))
        }
        guard Double(zeros) <= Double(count) * mostZeros else { return false }
        return Double(controls) > Double(count) * mostControls
    }

    private static let containers = [Array("WEBP".utf8), Array("WAVE".utf8), Array("AVI ".utf8)]
}
