/// The bytes contain a word, compared exactly; much faster than comparing at every place for a rare first byte.
func holds(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count > 0, bytes.count >= count else { return false }
    let first = word.utf8Start[0]
    return bytes.withUnsafeBufferPointer { buffer in
        var i = 0
        let last = buffer.count - count
        while i <= last {
            if buffer[i] == first {
                var k = 1
                while k < count, buffer[i + k] == word.utf8Start[k] { k += 1 }
                if k == count { return true }
            }
            i += 1
        }
        return false
    }
}

/// The bytes contain others, compared exactly. The first and the last byte of sixteen places are looked at together.
func holds(_ part: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first, let last = part.last else { return true }
    let raw = UnsafeRawBufferPointer(bytes)
    let firsts = SIMD16<UInt8>(repeating: first)
    let lasts = SIMD16<UInt8>(repeating: last)
    func isPart(at start: Int) -> Bool {
        bytes[start] == first && (1..<part.count).allSatisfy { bytes[start + $0] == part[$0] }
    }
    var i = 0
    let end = bytes.count - part.count
    while i <= end {
        // Both loads lie within the bytes: the second ends `part.count + 15` behind `i`.
        guard i + part.count + 15 <= bytes.count else {
            if isPart(at: i) { return true }
            i += 1
            continue
        }
        let heads = raw.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self) .== firsts
        let tails = raw.loadUnaligned(fromByteOffset: i + part.count - 1, as: SIMD16<UInt8>.self) .== lasts
        if any(heads .& tails), (i..<(i + 16)).contains(where: isPart) { return true }
        i += 16
    }
    return false
}
