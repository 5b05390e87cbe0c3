/// White space collapsed to single spaces, trimmed, cut at `limit` bytes on a character's boundary. NO-BREAK SPACE
/// counts as white space.
public func collapsed(_ bytes: [UInt8], limit: Int = .max) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(bytes.count, limit))
    var pending = false
    var i = 0
    while i < bytes.count {
        let b = bytes[i]
        let noBreak = b == 0xC2 && i + 1 < bytes.count && bytes[i + 1] == 0xA0
        if b <= 32 || noBreak {
            pending = !out.isEmpty
            i += noBreak ? 2 : 1
            continue
        }
        if pending {
            out.append(32)
            pending = false
        }
        out.append(b)
        i += 1
        if out.count >= limit && (i == bytes.count || bytes[i] & 0xC0 != 0x80) { break }
    }
    return out
}

extension Collection<UInt8> {
    /// Nothing but ASCII white space.
    @inlinable
    public var isBlank: Bool { allSatisfy { $0 <= 32 } }

    /// Contains `part`, ASCII letters compared without case; `part` is given in lower case.
    @inlinable
    public func containsFolded(_ part: StaticString) -> Bool {
        withContiguousStorageIfAvailable { holdsFolded($0, part) } ?? holdsFolded(Array(self), part)
    }

    /// Equal to `other`, ASCII letters compared without case; `other` is given in lower case.
    @inlinable
    public func equalsFolded(_ other: StaticString) -> Bool {
        count == other.utf8CodeUnitCount && containsFolded(other)
    }
}

@usableFromInline
func holdsFolded(_ bytes: [UInt8], _ part: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { holdsFolded($0, part) }
}

/// Looks for a part by its first byte in either case.
@usableFromInline
func holdsFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ part: StaticString) -> Bool {
    let count = part.utf8CodeUnitCount
    guard count > 0, bytes.count >= count, let base = bytes.baseAddress else { return count == 0 }
    let wanted = part.utf8Start
    let first = wanted[0]
    let capital = first >= 97 && first <= 122 ? first & 0xDF : first
    let last = bytes.count &- count
    var start = 0
    while start <= last {
        if base[start] == first || base[start] == capital {
            var k = 1
            while k < count {
                let b = base[start &+ k]
                if (b &- 65 < 26 ? b | 32 : b) != wanted[k] { break }
                k &+= 1
            }
            if k == count { return true }
        }
        start &+= 1
    }
    return false
}
