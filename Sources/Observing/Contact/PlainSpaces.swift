/// Typographic spaces and dots that libphonenumber doesn't take for a number's punctuation, as ones that it does.
enum PlainSpaces {
    /// As many bytes as there were, so that places stay right.
    static func written(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = Array(text)
        var i = 0
        while i + 1 < bytes.count {
            if bytes[i] == 0xC2, bytes[i + 1] == 0xB7 {
                // MIDDLE DOT: as SOFT HYPHEN
                bytes[i + 1] = 0xAD
            } else if bytes[i] == 0xE2, bytes[i + 1] == 0x80, i + 2 < bytes.count,
                bytes[i + 2] <= 0x8A || bytes[i + 2] == 0xAF
            {
                // U+2000…U+200A, NARROW NO-BREAK SPACE: as ZERO WIDTH SPACE
                bytes[i + 2] = 0x8B
            }
            i += 1
        }
        return bytes
    }
}
