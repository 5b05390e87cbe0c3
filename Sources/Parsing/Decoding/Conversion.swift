import Glibc

/// U+FFFD in UTF-8.
private let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

/// UTF-8 with each maximal ill-formed part replaced by U+FFFD and NULs removed.
func repairedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    guard let base = bytes.baseAddress else { return out }
    var i = 0
    while i < bytes.count {
        let byte = base[i]
        if byte < 0x80 {
            if byte != 0 { out.append(byte) }
            i += 1
            continue
        }
        let length = utf8Length(base + i, bytes.count - i)
        if length > 0 {
            out.append(contentsOf: UnsafeBufferPointer(start: base + i, count: length))
            i += length
            continue
        }
        out.append(contentsOf: replacement)
        // What follows an ill-formed lead belongs to it as long as it could continue it.
        let expected = byte >= 0xF0 && byte < 0xF5 ? 3 : byte >= 0xE0 && byte < 0xF0 ? 2 : 0
        i += 1
        var k = 0
        while k + 1 < expected, i < bytes.count, continues(byte, base[i], k) {
            i += 1
            k += 1
        }
    }
    return out
}

private func continues(_ lead: UInt8, _ byte: UInt8, _ position: Int) -> Bool {
    guard byte & 0xC0 == 0x80 else { return false }
    guard position == 0 else { return true }
    switch lead {
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte <= 0x9F
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte <= 0x8F
    default: return true
    }
}

/// Decodes by a table of the set's 128 upper bytes. Bytes that the set leaves open are control characters in browsers
/// and nothing here.
func decodeSingleByte(_ bytes: UnsafeBufferPointer<UInt8>, _ set: CharacterSet) -> [UInt8] {
    var upper: [[UInt8]] = []
    for byte in UInt8(0x80)...0xFF {
        let one = [byte].withUnsafeBufferPointer { decodeByIconv($0, set) }
        upper.append(one == replacement ? [] : one)
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2)
    for byte in bytes where byte != 0 {
        if byte < 0x80 { out.append(byte) } else { out.append(contentsOf: upper[Int(byte) - 0x80]) }
    }
    return out
}

/// Decodes with glibc's iconv; what it can't becomes U+FFFD, a byte at a time.
func decodeByIconv(_ bytes: UnsafeBufferPointer<UInt8>, _ set: CharacterSet) -> [UInt8] {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    let descriptor = iconv_open("UTF-8", set.iconv)
    guard Int(bitPattern: descriptor) != -1 else { return repairedUTF8(bytes) }
    defer { iconv_close(descriptor) }
    let unit = set == .utf16LE || set == .utf16BE ? 2 : 1
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    // iconv takes a mutable pointer and never writes through it.
    let start = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(to: CChar.self)
    var input: UnsafeMutablePointer<CChar>? = start
    var left = bytes.count
    var isFlushed = false
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 8_192) { room in
        while !isFlushed {
            isFlushed = left == 0
            var target = room.baseAddress
            var free = room.count
            let result =
                isFlushed
                ? iconv(descriptor, nil, nil, &target, &free) : iconv(descriptor, &input, &left, &target, &free)
            let failure = errno
            let written = UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - free)
            for byte in written where byte != 0 { out.append(byte) }
            guard result == -1 else { continue }
            if isFlushed || failure == E2BIG { continue }
            out.append(contentsOf: replacement)
            let skipped = min(unit, left)
            input = input.map { $0 + skipped }
            left -= skipped
        }
    }
    return out
}
