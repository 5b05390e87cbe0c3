extension AddressWriter {
    /// Path, from behind its first slash or relative to the folder that `out` ends with, and query.
    mutating func pathAndQuery(_ bytes: [UInt8], _ range: Range<Int>, slashNeeded: Bool = false) {
        if slashNeeded { out.append(UInt8(ascii: "/")) }
        if out.last != UInt8(ascii: "/") { out.append(UInt8(ascii: "/")) }
        let root = rootSlash()
        var segment = out.count
        var index = range.lowerBound
        loop: while index < range.upperBound {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "#"): break loop
            case UInt8(ascii: "/"), UInt8(ascii: "\\"):
                if !closeDotSegment(from: segment, root: root) {
                    dropPathSession(from: segment)
                    out.append(UInt8(ascii: "/"))
                }
                segment = out.count
                index += 1
            default:
                index = escape(bytes, index, range.upperBound, ByteClass.path)
            }
        }
        if !closeDotSegment(from: segment, root: root) { dropPathSession(from: segment) }
        if index < range.upperBound, bytes[index] == UInt8(ascii: "?") {
            query(bytes, (index + 1)..<range.upperBound)
        }
    }

    /// The query, its question mark included, without tracking parameters; nothing for an empty one.
    mutating func query(_ bytes: [UInt8], _ range: Range<Int>) {
        out.append(UInt8(ascii: "?"))
        let start = out.count
        var parameter = start
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] != UInt8(ascii: "#") {
            if bytes[index] == UInt8(ascii: "&") {
                closeParameter(from: parameter)
                if out.count > parameter { out.append(UInt8(ascii: "&")) }
                parameter = out.count
                index += 1
            } else {
                index = escape(bytes, index, range.upperBound, ByteClass.query)
            }
        }
        closeParameter(from: parameter)
        while out.last == UInt8(ascii: "&"), out.count > start { out.removeLast() }
        if out.count == start { out.removeLast() }
    }

    /// Writes the byte at `index`, escaped as the part demands; returns where the next one stands.
    private mutating func escape(_ bytes: [UInt8], _ index: Int, _ end: Int, _ part: UInt8) -> Int {
        let byte = bytes[index]
        if byte == UInt8(ascii: "%"), index + 2 < end, let high = hexValue(bytes[index + 1]),
            let low = hexValue(bytes[index + 2])
        {
            let value = high << 4 | low
            if classes.isIn(ByteClass.unreserved, value), !completesEscape(value) {
                out.append(value)
            } else {
                write(escaped: value)
            }
            return index + 3
        }
        if classes.isIn(part, byte) { out.append(byte) } else { write(escaped: byte) }
        return index + 1
    }

    /// A digit behind a percent sign that begins no escape would make it one: `%%34` is not `%4`.
    private func completesEscape(_ value: UInt8) -> Bool {
        guard hexValue(value) != nil, let last = out.last else { return false }
        return last == UInt8(ascii: "%")
            || (out.count > 1 && out[out.count - 2] == UInt8(ascii: "%") && hexValue(last) != nil)
    }

    private mutating func write(escaped value: UInt8) {
        out.append(UInt8(ascii: "%"))
        out.append(hexDigit(value >> 4))
        out.append(hexDigit(value & 15))
    }

    /// Removes a segment "." or ".." (with the folder above it); false if the segment is neither.
    private mutating func closeDotSegment(from segment: Int, root: Int) -> Bool {
        let length = out.count - segment
        guard length == 1 || length == 2, out[segment] == UInt8(ascii: "."), out[out.count - 1] == UInt8(ascii: ".")
        else { return false }
        out.removeLast(length)
        guard length == 2, out.count - 1 > root else { return true }
        out.removeLast()
        while out.count - 1 > root, out.last != UInt8(ascii: "/") { out.removeLast() }
        return true
    }

    /// The index of the slash that the path begins with.
    private func rootSlash() -> Int {
        var slashes = 0
        for index in out.indices where out[index] == UInt8(ascii: "/") {
            slashes += 1
            if slashes == 3 { return index }
        }
        return max(0, out.count - 1)
    }

    /// `;jsessionid=…` and the like at the end of a path segment, unless it leaves a dot segment.
    private mutating func dropPathSession(from segment: Int) {
        guard !keepsNoise, let mark = out[segment...].firstIndex(of: UInt8(ascii: ";")) else { return }
        let name = out[segment..<mark]
        guard name.count > 2 || name.contains(where: { $0 != UInt8(ascii: ".") }) else { return }
        if NoiseParameters.isSession(out[(mark + 1)...]) { out.removeLast(out.count - mark) }
    }

    private mutating func closeParameter(from start: Int) {
        if !keepsNoise, NoiseParameters.isNoise(out[start...]) { out.removeLast(out.count - start) }
    }
}
