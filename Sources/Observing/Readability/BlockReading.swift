/// What a block's text says by itself, whatever stands around it. Ranges count from its first byte.
struct BlockReading {
    var words: Int
    var digits: Int
    /// The first garbled bytes.
    var garbled: Range<Int>?
    /// The longest run in capitals.
    var shout: Range<Int>?

    init(_ text: UnsafeBufferPointer<UInt8>) {
        let glance = BlockGlance(text, 0..<text.count)
        words = glance.words
        digits = glance.digits
        if glance.mayBeGarbled { garbled = Mojibake.find(in: text, 0..<text.count) }
        if glance.capitals >= Shouting.leastCapitals, words >= Shouting.leastWords {
            shout = Shouting.run(in: text, 0..<text.count)
        }
    }
}
