/// Where the parts of a normalised URL stand in its bytes.
struct AddressParts: Sendable {
    let isSecure: Bool
    /// Host and port.
    let authority: Range<Int>
    let host: Range<Int>
    /// From its first slash, without the query.
    let path: Range<Int>
    /// Without the question mark; nil where there is none.
    let query: Range<Int>?

    /// Nil unless `bytes` is `http(s)://host…/…`.
    init?(_ bytes: [UInt8]) {
        guard let colon = bytes.prefix(6).firstIndex(of: UInt8(ascii: ":")),
            let isSecure = Self.webScheme(bytes, 0..<colon), bytes.count > colon + 3,
            bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        let start = colon + 3
        guard let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")), slash > start else { return nil }
        let mark = bytes[slash...].firstIndex(of: UInt8(ascii: "?"))
        self.isSecure = isSecure
        authority = start..<slash
        var hostEnd = slash
        var index = slash
        while index > start {
            index -= 1
            if bytes[index] == UInt8(ascii: ":") {
                hostEnd = index
                break
            }
            if !isDigit(bytes[index]) { break }
        }
        host = start..<hostEnd
        path = slash..<(mark ?? bytes.count)
        query = mark.map { ($0 + 1)..<bytes.count }
    }

    /// The end of the path's last slash: where a relative link is appended.
    func folderEnd(_ bytes: [UInt8]) -> Int {
        var index = path.upperBound
        while index > path.lowerBound + 1, bytes[index - 1] != UInt8(ascii: "/") { index -= 1 }
        return index
    }

    /// True for https, false for http, nil for anything else, in any case of letters.
    static func webScheme(_ bytes: [UInt8], _ range: Range<Int>) -> Bool? {
        guard range.count == 4 || range.count == 5 else { return nil }
        for (offset, letter) in "http".utf8.enumerated()
        where lowered(bytes[range.lowerBound + offset]) != letter { return nil }
        if range.count == 4 { return false }
        return lowered(bytes[range.lowerBound + 4]) == UInt8(ascii: "s") ? true : nil
    }
}
