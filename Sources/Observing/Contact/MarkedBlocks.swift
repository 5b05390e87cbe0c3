import Parsing

/// Blocks that may hold numbers or addresses, found in one pass over the page's text.
struct MarkedBlocks {
    /// Blocks with enough digits for a telephone number.
    private(set) var numbers: [Int] = []
    /// Blocks with a few digits: a short code may be among them.
    private(set) var codes: [Int] = []
    /// Blocks with "@", or something that may stand for it.
    private(set) var emails: [Int] = []

    init(_ document: Document) {
        let hasOthers = MarkedBlocks.hasOtherDigits(document.text)
        var spoken: [Int] = []
        EmailReader.spokenSigns.scan(document.text[...]) { _, place in spoken.append(place) }
        document.text.withUnsafeBytes { text in
            for (index, block) in document.blocks.enumerated() {
                if block.digits >= PhoneRun.fewestDigits || hasOthers && MarkedBlocks.isInOtherDigits(block, document) {
                    numbers.append(index)
                }
                if block.digits >= 3 { codes.append(index) }
                // Ranges of blocks lie in the text by the document's own promise; clamped all the same.
                let range = block.text.clamped(to: 0..<text.count)
                let isMail =
                    block.marks.contains(.at)
                    || block.marks.contains(.bracket) && MarkedBlocks.hasBracket(text, range)
                    || MarkedBlocks.hasAt(text, range) || spoken.contains(where: range.contains)
                if isMail { emails.append(index) }
            }
        }
    }

    /// As many digits of another script as a number has: most pages have none.
    private static func hasOtherDigits(_ text: [UInt8]) -> Bool {
        OtherDigits.count(in: text, 0..<text.count, most: PhoneRun.fewestDigits) >= PhoneRun.fewestDigits
    }

    private static func isInOtherDigits(_ block: TextBlock, _ document: Document) -> Bool {
        let range = block.text.clamped(to: 0..<document.text.count)
        return OtherDigits.count(in: document.text, range, most: PhoneRun.fewestDigits) >= PhoneRun.fewestDigits
    }

    /// The word "at" between spaces.
    private static func hasAt(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        let end = range.upperBound - 3
        while i < end {
            // Eight bytes at once: most have no space with an "a" behind it. A byte's top bit is set where it is one;
            // borrows can only set more.
            if i + 9 <= range.upperBound {
                let spaces = zeros(text.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ 0x2020_2020_2020_2020)
                let next = text.loadUnaligned(fromByteOffset: i + 1, as: UInt64.self) | 0x2020_2020_2020_2020
                if spaces & zeros(next ^ 0x6161_6161_6161_6161) == 0 {
                    i += 8
                    continue
                }
            }
            if text[i] == 0x20, text[i + 1] | 32 == 0x61, text[i + 2] | 32 == 0x74, text[i + 3] == 0x20 { return true }
            i += 1
        }
        return false
    }

    private static func zeros(_ eight: UInt64) -> UInt64 {
        (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
    }

    private static func hasBracket(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        range.contains { i in
            (text[i] == 0x5B || text[i] == 0x28 || text[i] == 0x7B)
                && (opensAt(text, i + 1, range.upperBound) || EmailPhrase.end(i, text, range) != nil)
        }
    }

    /// After a bracket: a word that people write for "@" begins so (at, ät, et, собака, zavináč, kukac, շնիկ, แอท).
    private static func opensAt(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        let i = start < end && text[start] == 0x20 ? start + 1 : start
        guard i < end else { return false }
        let b = text[i] | 32
        return b == 0x61 || b == 0x63 || b == 0x65 || b == 0x6B || b == 0x6D || b == 0x71 || b == 0x73 || b == 0x7A
            || text[i] == UInt8(ascii: "@")
            || text[i] == 0xD5 || text[i] == 0xE0 || text[i] == 0xC3 || text[i] == 0xD0 || text[i] == 0xD1
            || text[i] == 0xC9
    }
}
