/// One understood line of a robots.txt.
struct RobotsLine: Hashable {
    enum Key: Hashable { case userAgent, allow, disallow, sitemap, crawlDelay }

    /// Bytes of a line that are read; what follows is ignored, as Google's parser does (eight times 2,083 less one).
    static let lengthLimit = 8 * 2_083 - 1

    /// From 1; CR, LF and CR LF end a line.
    let number: Int
    let key: Key
    /// Without comment and the white space around it.
    let value: ArraySlice<UInt8>

    /// The lines of a file that say something we know, in order; all others are passed over (RFC 9309, 2.2.4).
    static func all(of bytes: [UInt8]) -> [RobotsLine] {
        var lines: [RobotsLine] = []
        var start = 0
        // A byte order mark, or what is left of one.
        for byte in [0xEF, 0xBB, 0xBF] as [UInt8] where start < bytes.count && bytes[start] == byte { start += 1 }
        var number = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            if let line = RobotsLine(bytes[start..<end].prefix(lengthLimit), number) { lines.append(line) }
            number += 1
            start = end + 1
            if end < bytes.count, bytes[end] == 0x0D, start < bytes.count, bytes[start] == 0x0A { start += 1 }
        }
        return lines
    }

    private init?(_ line: ArraySlice<UInt8>, _ number: Int) {
        let said = Self.trimmed(line.prefix { $0 != UInt8(ascii: "#") })
        guard let mark = said.firstIndex(of: UInt8(ascii: ":")) ?? Self.onlyGap(said),
            let key = Self.key(Self.trimmed(said[..<mark]))
        else { return nil }
        self.number = number
        self.key = key
        value = Self.trimmed(said[(mark + 1)...])
    }

    /// Where the white space of a line of two words begins: people forget the colon.
    private static func onlyGap(_ said: ArraySlice<UInt8>) -> Int? {
        guard let gap = said.firstIndex(where: isBlank) else { return nil }
        return trimmed(said[gap...]).contains(where: isBlank) ? nil : gap
    }

    /// Names begin lines in any case of letters, with the misspellings that Google's parser knows.
    private static let names: [(String.UTF8View, Key)] = [
        ("user-agent".utf8, .userAgent), ("useragent".utf8, .userAgent), ("user agent".utf8, .userAgent),
        ("allow".utf8, .allow), ("disallow".utf8, .disallow), ("dissallow".utf8, .disallow),
        ("dissalow".utf8, .disallow), ("disalow".utf8, .disallow), ("diasllow".utf8, .disallow),
        ("disallaw".utf8, .disallow), ("sitemap".utf8, .sitemap), ("site-map".utf8, .sitemap),
        ("crawl-delay".utf8, .crawlDelay), ("crawldelay".utf8, .crawlDelay), ("crawl delay".utf8, .crawlDelay),
    ]

    private static func key(_ name: ArraySlice<UInt8>) -> Key? {
        names.first { known, _ in name.prefix(known.count).lazy.map(lowered).elementsEqual(known) }?.1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return rest
    }
}
