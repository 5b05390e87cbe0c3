/// A fast hash of bytes; not for secrets.
enum ByteHash {
    /// Eight bytes a step, multiplied and folded. The same seed gives the same hash in every run.
    static func of(_ source: [UInt8], _ entry: Range<Int>, seed: UInt64) -> UInt64 {
        source.withUnsafeBytes { all in
            let part = UnsafeRawBufferPointer(rebasing: all[entry])
            var state = seed ^ UInt64(truncatingIfNeeded: part.count)
            var offset = 0
            if part.count >= 256 {
                // Four at once, for they don't wait for one another.
                var lanes = SIMD4(state, state ^ 1, state ^ 2, state ^ 3)
                while offset + 32 <= part.count {
                    for lane in 0..<4 {
                        let eight = part.loadUnaligned(fromByteOffset: offset + lane * 8, as: UInt64.self)
                        lanes[lane] = fold(lanes[lane] ^ eight)
                    }
                    offset += 32
                }
                state = fold(fold(fold(lanes[0]) ^ lanes[1]) ^ lanes[2]) ^ lanes[3]
            }
            while offset + 8 <= part.count {
                state = fold(state ^ part.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            var rest: UInt64 = 0
            while offset < part.count {
                rest = rest << 8 | UInt64(part[offset])
                offset += 1
            }
            return fold(state ^ rest)
        }
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
