import CCurl

/// Appends the parts of a URL in normal form.
struct AddressWriter {
    let classes: ByteClass
    /// Leaves tracking parameters and session ids where they are.
    let keepsNoise: Bool
    var out: [UInt8]

    mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) { out.append(contentsOf: bytes[range]) }

    /// Authority, path and query of an absolute address; `range` begins behind the slashes.
    mutating func absolute(isSecure: Bool, _ bytes: [UInt8], _ range: Range<Int>) -> LinkRefusal? {
        out.append(contentsOf: isSecure ? "https://".utf8 : "http://".utf8)
        var end = range.lowerBound
        var start = range.lowerBound
        loop: while end < range.upperBound {
            switch bytes[end] {
            case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"): break loop
            // A user and password are never sent on.
            case UInt8(ascii: "@"): start = end + 1
            default: break
            }
            end += 1
        }
        guard authority(isSecure: isSecure, bytes, start..<end) else { return .malformed }
        out.append(UInt8(ascii: "/"))
        if end < range.upperBound, bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "\\") { end += 1 }
        out.removeLast()
        pathAndQuery(bytes, end..<range.upperBound, slashNeeded: true)
        return nil
    }

    /// Host and port; false where they are none.
    private mutating func authority(isSecure: Bool, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var hostEnd = range.upperBound
        while hostEnd > range.lowerBound, isDigit(bytes[hostEnd - 1]) { hostEnd -= 1 }
        var port: Int?
        if hostEnd > range.lowerBound, bytes[hostEnd - 1] == UInt8(ascii: ":") {
            if hostEnd < range.upperBound {
                guard let value = number(bytes, hostEnd..<range.upperBound) else { return false }
                port = value
            }
            hostEnd -= 1
        } else {
            hostEnd = range.upperBound
        }
        let host = range.lowerBound..<hostEnd
        guard !host.isEmpty else { return false }
        if isPlainName(bytes, host) || Self.isPlainAddress(bytes[host]) {
            for index in host { out.append(lowered(bytes[index])) }
        } else if let ascii = Self.asciiHost(bytes[host]) {
            out.append(contentsOf: ascii)
        } else {
            return false
        }
        if let port, port != (isSecure ? 443 : 80) {
            out.append(UInt8(ascii: ":"))
            out.append(contentsOf: String(port).utf8)
        }
        return true
    }

    private func number(_ bytes: [UInt8], _ digits: Range<Int>) -> Int? {
        var value = 0
        for index in digits {
            value = value * 10 + Int(bytes[index] - 0x30)
            if value > 65_535 { return nil }
        }
        return value
    }

    /// Labels of letters, digits, hyphens; the last one begins with a letter, so it isn't an address in disguise.
    private func isPlainName(_ bytes: [UInt8], _ host: Range<Int>) -> Bool {
        guard host.count <= 253, bytes[host.lowerBound] != UInt8(ascii: ".") else { return false }
        var labelStart = host.lowerBound
        for index in host {
            guard classes.isIn(ByteClass.host, bytes[index]) else { return false }
            if bytes[index] == UInt8(ascii: ".") {
                guard index > labelStart else { return false }
                labelStart = index + 1
            }
        }
        return labelStart < host.upperBound && isLetter(bytes[labelStart])
    }

    /// Four numbers up to 255 in decimal, without leading zeros.
    private static func isPlainAddress(_ host: ArraySlice<UInt8>) -> Bool {
        var dots = 0
        var value = 0
        var digits = 0
        for byte in host {
            if byte == UInt8(ascii: ".") {
                guard digits > 0 else { return false }
                dots += 1
                value = 0
                digits = 0
            } else {
                guard isDigit(byte), digits == 0 || value > 0 else { return false }
                value = value * 10 + Int(byte - 0x30)
                digits += 1
                guard value <= 255 else { return false }
            }
        }
        return dots == 3 && digits > 0
    }

    /// Of an odd host: curl's reading of IDN and escapes, addresses in any notation, a trailing dot. Nil for none.
    static func asciiHost(_ host: ArraySlice<UInt8>) -> [UInt8]? {
        guard host.count <= 1_000, !host.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        // Colons stand in IPv6 addresses only, and those have no escapes.
        if host.contains(UInt8(ascii: ":")) {
            guard host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]"), !host.contains(UInt8(ascii: "%"))
            else { return nil }
        }
        var url = "http://"
        url += String(decoding: host, as: UTF8.self)
        url += "/"
        guard let found = comeback_ascii_host(url) else { return nil }
        defer { curl_free(found) }
        var ascii = Array(String(cString: found).utf8).map(lowered)
        if ascii.first == UInt8(ascii: "[") { return NumberHost.v6(ascii) }
        if ascii.last == UInt8(ascii: "."), ascii.count > 1 { ascii.removeLast() }
        let labels = ascii.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let last = labels.last, !labels.contains([]) else { return nil }
        if NumberHost.isMeant(last) { return NumberHost.v4(labels) }
        let isName = ascii.allSatisfy { isLetter($0) || isDigit($0) || "-._".utf8.contains($0) }
        return isName && ascii.count <= 253 ? ascii : nil
    }
}
