/// What a page asks of robots, by its `<meta name="robots">` and by X-Robots-Tag (Google's documentation of both: no
/// standard has them). An audit doesn't go by them unless told to: they are about search results, and visitors come to
/// such pages all the same.
struct PageDirectives: Hashable {
    private(set) var forbidsIndex = false
    private(set) var forbidsFollowing = false

    /// - Parameters:
    ///   - meta: content of the page's meta element.
    ///   - header: values of all X-Robots-Tag lines, joined by semicolons. A value that begins with an agent's name
    ///     (`otherbot: noindex`) is for that agent only.
    init(meta: String?, header: String?, for userAgent: String) {
        take(Array((meta ?? "").utf8)[...])
        let token = ProductToken(userAgent)
        for line in Array((header ?? "").utf8).split(separator: UInt8(ascii: ";")) {
            var isForUs = true
            for part in line.split(separator: UInt8(ascii: ",")) {
                var said = part.drop { $0 <= 0x20 }
                if let colon = said.firstIndex(of: UInt8(ascii: ":")), !Self.takesValue(said[..<colon]) {
                    isForUs = token.isMeant(by: said[..<colon])
                    said = said[(colon + 1)...]
                }
                if isForUs { take(said) }
            }
        }
    }

    private mutating func take(_ list: ArraySlice<UInt8>) {
        for part in list.split(separator: UInt8(ascii: ",")) {
            switch String(decoding: part.filter { $0 > 0x20 }.map(lowered), as: UTF8.self) {
            case "noindex": forbidsIndex = true
            case "nofollow": forbidsFollowing = true
            case "none":
                forbidsIndex = true
                forbidsFollowing = true
            default: break
            }
        }
    }

    /// Directives that have a colon of their own.
    private static func takesValue(_ name: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: name.map(lowered), as: UTF8.self)
        return name.hasPrefix("max-") || name == "unavailable_after"
    }
}
