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

/// The same for text that comes in parts, into memory of the caller's: `limit` bytes and the rest of one character.
struct CollapsedText {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private let limit: Int
    private var count = 0
    private var isSpaceDue = false
    private var isFull = false

    init(room: UnsafeMutableBufferPointer<UInt8>, limit: Int) {
        self.room = room
        self.limit = limit
    }

    mutating func addSpace() { isSpaceDue = count > 0 }

    /// Whole characters, but at the text's very end.
    mutating func add(_ part: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < part.count, !isFull {
            let b = part[i]
            if b <= 32 {
                addSpace()
            } else if b == 0xC2, i &+ 1 < part.count, part[i &+ 1] == 0xA0 {
                addSpace()
                i &+= 1
            } else {
                put(b)
            }
            i &+= 1
        }
    }

    private mutating func put(_ b: UInt8) {
        // A character that was begun within the limit is finished beyond it.
        if count >= max(1, limit), b & 0xC0 != 0x80 || isSpaceDue || count == room.count {
            isFull = true
            return
        }
        if isSpaceDue {
            room[count] = 32
            count &+= 1
            isSpaceDue = false
        }
        if count == room.count { return }
        room[count] = b
        count &+= 1
    }

    var string: String { String(decoding: UnsafeBufferPointer(rebasing: room[..<count]), as: UTF8.self) }
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
