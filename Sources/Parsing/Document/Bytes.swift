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
    public var isBlank: Bool { allSatisfy { $0 <= 32 } }

    /// Contains `part`, ASCII letters compared without case; `part` is given in lower case.
    public func containsFolded(_ part: StaticString) -> Bool {
        let count = part.utf8CodeUnitCount
        guard count > 0, self.count >= count else { return count == 0 }
        let wanted = part.utf8Start
        var start = startIndex
        let last = index(endIndex, offsetBy: -count)
        while start <= last {
            var i = start
            var k = 0
            while k < count {
                var b = self[i]
                if b >= 65 && b <= 90 { b += 32 }
                if b != wanted[k] { break }
                i = index(after: i)
                k += 1
            }
            if k == count { return true }
            start = index(after: start)
        }
        return false
    }

    /// Equal to `other`, ASCII letters compared without case; `other` is given in lower case.
    public func equalsFolded(_ other: StaticString) -> Bool {
        count == other.utf8CodeUnitCount && containsFolded(other)
    }
}
