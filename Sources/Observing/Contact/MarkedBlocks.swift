import Parsing

/// Blocks that may hold numbers or addresses, found in one pass over the page's text.
struct MarkedBlocks {
    /// Blocks with enough digits for a telephone number.
    private(set) var numbers: [Int] = []
    /// Blocks with "@", or something that may stand for it.
    private(set) var emails: [Int] = []

    init(_ document: Document) {
        document.text.withUnsafeBufferPointer { text in
            for (index, block) in document.blocks.enumerated() {
                // Ranges of blocks lie in the text by the document's own promise; clamped all the same.
                let end = min(block.text.upperBound, text.count)
                var digits = 0
                var isMail = false
                var i = min(block.text.lowerBound, end)
                while i < end {
                    let b = text[i]
                    if b >= 48 && b <= 57 {
                        digits += 1
                    } else if b == 0x40 || b == 0x5B || b == 0x28 || b == 0x7B {
                        isMail = isMail || b == 0x40 || MarkedBlocks.opensAt(text, i + 1, end)
                    } else if b == 0x20, i + 3 < end, text[i + 1] | 32 == 0x61, text[i + 2] | 32 == 0x74,
                        text[i + 3] == 0x20
                    {
                        isMail = true
                    }
                    i += 1
                }
                if digits >= PhoneRun.fewestDigits { numbers.append(index) }
                if isMail { emails.append(index) }
            }
        }
    }

    /// After a bracket: a word that people write for "@" begins so (at, ät, et, собака, zavináč).
    private static func opensAt(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let i = start < end && text[start] == 0x20 ? start + 1 : start
        guard i < end else { return false }
        let b = text[i] | 32
        return b == 0x61 || b == 0x65 || b == 0x73 || b == 0x7A || text[i] == 0xC3 || text[i] == 0xD0 || text[i] == 0xD1
            || text[i] == 0xC9
    }
}
