import Parsing

/// What a block's text says by itself, whatever stands around it. Ranges count from its first byte.
struct BlockReading {
    var words: Int
    var digits: Int
    /// The first garbled bytes.
    var garbled: Range<Int>?
    /// The longest run in capitals.
    var shout: Range<Int>?

    /// `block` is the one that the text is of.
    init(_ text: UnsafeBufferPointer<UInt8>, of block: TextBlock) {
        let isPlain = block.marks.isDisjoint(with: [.beyondASCII, .joiner])
        if isPlain, !block.marks.contains(.capital) || text.count < Shouting.leastCapitals {
            words = BlockGlance.plainWords(text)
            digits = block.digits
            return
        }
        let glance = BlockGlance(text, 0..<text.count)
        words = glance.words
        digits = glance.digits
        if glance.mayBeGarbled { garbled = Mojibake.find(in: text, 0..<text.count) }
        if glance.capitals >= Shouting.leastCapitals, words >= Shouting.leastWords {
            shout = Shouting.run(in: text, 0..<text.count)
        }
    }
}
