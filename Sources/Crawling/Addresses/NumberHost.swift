import Glibc

/// Hosts that are addresses, read in lower case, and written in the one form of the WHATWG URL standard.
enum NumberHost {
    /// Whether the last label says that a host is an IPv4 address or nothing: digits, or hexadecimal digits after 0x.
    static func isMeant(_ last: ArraySlice<UInt8>) -> Bool {
        guard !last.isEmpty else { return false }
        return last.allSatisfy(isDigit)
            || (last.starts(with: "0x".utf8) && last.dropFirst(2).allSatisfy { hexValue($0) != nil })
    }

    /// `192.168.1.1` of one to four labels in decimal, octal (0…) or hexadecimal (0x…), of which the last fills what is
    /// left: `192.168.257`. Nil where they are no address.
    static func v4(_ labels: [ArraySlice<UInt8>]) -> [UInt8]? {
        guard (1...4).contains(labels.count) else { return nil }
        var address: UInt64 = 0
        for (index, label) in labels.enumerated() {
            let bytesLeft = index == labels.count - 1 ? 4 - index : 1
            guard let value = number(label), value < 1 << (8 * UInt64(bytesLeft)) else { return nil }
            address = address << (8 * UInt64(bytesLeft)) | value
        }
        let parts = [24, 16, 8, 0].map { String(address >> UInt64($0) & 255) }
        return Array(parts.joined(separator: ".").utf8)
    }

    /// Up to 2³²; nil for what is no number or more.
    private static func number(_ label: ArraySlice<UInt8>) -> UInt64? {
        var digits = label
        var base: UInt64 = 10
        if label.starts(with: "0x".utf8) {
            base = 16
            digits = label.dropFirst(2)
        } else if label.count > 1, label.first == UInt8(ascii: "0") {
            base = 8
            digits = label.dropFirst()
        } else if label.isEmpty {
            return nil
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = hexValue(byte), UInt64(digit) < base else { return nil }
            value = value * base + UInt64(digit)
            guard value < 1 << 32 else { return nil }
        }
        return value
    }

    /// `[::1]` of an IPv6 address in brackets: the longest run of zero pieces shortened, no IPv4 notation.
    static func v6(_ bracketed: [UInt8]) -> [UInt8]? {
        guard bracketed.count > 2, bracketed.first == UInt8(ascii: "["), bracketed.last == UInt8(ascii: "]") else {
            return nil
        }
        var raw = in6_addr()
        let text = String(decoding: bracketed[1..<(bracketed.count - 1)], as: UTF8.self)
        guard inet_pton(AF_INET6, text, &raw) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &raw) { Array($0) }
        let pieces = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let zeros = longestZeros(pieces)
        func written(_ pieces: ArraySlice<UInt16>) -> String {
            pieces.map { String($0, radix: 16) }.joined(separator: ":")
        }
        let whole =
            zeros.count < 2
            ? written(pieces[...]) : written(pieces[..<zeros.lowerBound]) + "::" + written(pieces[zeros.upperBound...])
        return Array("[\(whole)]".utf8)
    }

    /// The first of the longest.
    private static func longestZeros(_ pieces: [UInt16]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0...pieces.count where index == pieces.count || pieces[index] != 0 {
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return longest
    }
}
