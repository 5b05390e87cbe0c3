/// The name by which a robots.txt speaks to a crawler (RFC 9309, 2.2.1).
public struct ProductToken: Sendable, Hashable, CustomStringConvertible {
    /// As stated in the User-Agent.
    public let description: String
    /// In lower case.
    private let bytes: [UInt8]

    /// Of a User-Agent header: its first product without version, or the one behind `compatible;`, as in
    /// `Mozilla/5.0 (compatible; Comeback/1.0)`. Text without `/`, `(` and `;` is taken for the token itself.
    public init(_ userAgent: String) {
        var rest = userAgent.utf8[...]
        if rest.contains(where: { "/(;".utf8.contains($0) }) {
            let text = Array(rest)
            let mark = Array("compatible;".utf8)
            let place = text.indices.first { text[$0...].prefix(mark.count).map(lowered) == mark }
            rest = rest.dropFirst(place.map { $0 + mark.count } ?? 0).drop { $0 <= 0x20 }
            rest = rest.prefix { $0 > 0x20 && !"/();".utf8.contains($0) }
        }
        description = String(decoding: rest, as: UTF8.self)
        bytes = rest.map(lowered)
    }

    /// Whether a user-agent line's value names this crawler. The RFC has letters, `-` and `_` only and what follows
    /// them is no part of the name; names with digits ("MJ12bot") are common nevertheless, and match as a whole.
    func isMeant(by value: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        let legal = value.prefix { isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        if legal.map(lowered) == bytes { return true }
        return value.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }.map(lowered) == bytes
    }

    /// `*`, also with something behind white space.
    static func isForAll(_ value: ArraySlice<UInt8>) -> Bool {
        value.first == UInt8(ascii: "*") && (value.dropFirst().first.map { $0 <= 0x20 } ?? true)
    }
}
