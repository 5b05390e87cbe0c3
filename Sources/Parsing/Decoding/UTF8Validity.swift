/// What a body is made of, learnt in one pass.
struct ByteSurvey {
    var isValidUTF8 = true
    var hasNUL = false
    /// Bytes outside ASCII.
    var isASCII = true

    /// Reads eight bytes at a time while they are ASCII.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        let count = bytes.count
        var i = 0
        while i < count {
            while i &+ 32 <= count {
                let words = UnsafeRawPointer(base + i).loadUnaligned(as: SIMD4<UInt64>.self)
                let less = words &- SIMD4(repeating: 0x0101_0101_0101_0101)
                let bits = (words | less) & SIMD4(repeating: 0x8080_8080_8080_8080)
                // Neither a byte outside ASCII nor a zero among all 32.
                guard bits == .zero else { break }
                i &+= 32
            }
            guard i < count else { return }
            if i &+ 8 <= count {
                let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    // Zero exactly where a byte is zero, all bytes being ASCII.
                    if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 { hasNUL = true }
                    i &+= 8
                    continue
                }
            }
            let lead = base[i]
            if lead < 0x80 {
                if lead == 0 { hasNUL = true }
                i &+= 1
                continue
            }
            isASCII = false
            let length = utf8Length(base + i, count &- i)
            if length == 0 {
                isValidUTF8 = false
                hasNUL = hasNUL || bytes[i...].contains(0)
                return
            }
            i &+= length
        }
    }
}

/// Length of the well-formed character outside ASCII that starts at `p` (Unicode's table 3-7); 0 where there is none.
@inline(__always)
func utf8Length(_ p: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let lead = p[0]
    if lead >= 0xC2 && lead < 0xE0 { return left > 1 && p[1] & 0xC0 == 0x80 ? 2 : 0 }
    if lead >= 0xE0 && lead < 0xF0 {
        guard left > 2, p[1] & 0xC0 == 0x80, p[2] & 0xC0 == 0x80 else { return 0 }
        if lead == 0xE0 && p[1] < 0xA0 || lead == 0xED && p[1] > 0x9F { return 0 }
        return 3
    }
    if lead >= 0xF0 && lead < 0xF5 {
        guard left > 3, p[1] & 0xC0 == 0x80, p[2] & 0xC0 == 0x80, p[3] & 0xC0 == 0x80 else { return 0 }
        if lead == 0xF0 && p[1] < 0x90 || lead == 0xF4 && p[1] > 0x8F { return 0 }
        return 4
    }
    return 0
}
