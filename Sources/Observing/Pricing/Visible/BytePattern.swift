/// Searching in short byte strings. `Collection.containsFolded` is generic over modules and so several times slower.
extension ArraySlice<UInt8> {
    /// Contains `part`, ASCII letters compared without case; `part` is given in lower case.
    func has(_ part: StaticString) -> Bool {
        let count = part.utf8CodeUnitCount
        guard count > 0, self.count >= count else { return false }
        let wanted = part.utf8Start
        return withUnsafeBufferPointer { buffer in
            let first = wanted[0]
            var i = 0
            let last = buffer.count - count
            while i <= last {
                if BytePattern.lower(buffer[i]) == first {
                    var k = 1
                    while k < count, BytePattern.lower(buffer[i + k]) == wanted[k] { k += 1 }
                    if k == count { return true }
                }
                i += 1
            }
            return false
        }
    }

    /// Equal to `other`, ASCII letters compared without case; `other` is given in lower case.
    func isFolded(_ other: StaticString) -> Bool { count == other.utf8CodeUnitCount && has(other) }
}

/// ASCII case.
enum BytePattern {
    @inline(__always)
    static func lower(_ b: UInt8) -> UInt8 { b >= 65 && b <= 90 ? b | 32 : b }
}
