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
