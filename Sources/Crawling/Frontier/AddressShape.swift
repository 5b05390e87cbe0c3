/// The shape of an address: its path and query without what only tells one page from its siblings.
struct AddressShape {
    /// Segments of the path with numbers, dates and random tokens taken out.
    private(set) var segments: [[UInt8]] = []
    /// Names of parameters, ascending, with the values of those that choose a page's kind.
    private(set) var query: [UInt8] = []

    private static let mostSegments = 16
    private static let mostParameters = 8

    init(_ url: [UInt8], _ parts: AddressParts) {
        for segment in url[parts.path].split(separator: UInt8(ascii: "/")).prefix(Self.mostSegments) {
            segments.append(Self.form(of: segment))
        }
        guard let range = parts.query else { return }
        var names: [[UInt8]] = []
        for parameter in url[range].split(separator: UInt8(ascii: "&")).prefix(Self.mostParameters) {
            let mark = parameter.firstIndex(of: UInt8(ascii: "=")) ?? parameter.endIndex
            var name = Self.form(of: parameter[..<mark])
            let isNumber = parameter[mark...].dropFirst().allSatisfy(isDigit)
            if Self.routers.contains(name), !isNumber { name += Self.form(of: parameter[mark...]) }
            names.append(name)
        }
        names.sort { $0.lexicographicallyPrecedes($1) }
        query = Array(names.joined(separator: [UInt8(ascii: "&")]))
    }

    /// Parameters whose value is a route: `route=product/product`, `controller=contact`.
    private static let routers: Set<[UInt8]> = Set(
        ["route", "controller", "view", "action", "option", "page", "main_page", "mod", "module", "task", "c", "do"]
            .map { Array($0.utf8) })

    /// "p-1023-Oak" → "p-0-oak", "2f8a91c04b…" → "~".
    static func form(of segment: ArraySlice<UInt8>) -> [UInt8] {
        let name = segment.prefix { $0 != UInt8(ascii: ";") }
        if isToken(name) { return [UInt8(ascii: "~")] }
        var out: [UInt8] = []
        for byte in name.prefix(60) {
            if isDigit(byte) {
                if out.last != UInt8(ascii: "0") { out.append(UInt8(ascii: "0")) }
            } else {
                out.append(lowered(byte))
            }
        }
        return out
    }

    /// What no person chose: a session's or a visitor's number. Long, and letters and digits change places often, or
    /// nothing but hexadecimal digits.
    static func isToken(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count >= 10 else { return false }
        var digits = 0
        var letters = 0
        var changes = 0
        var hex = 0
        var wasDigit = false
        for byte in name {
            let isNumber = isDigit(byte)
            guard isNumber || isLetter(byte) else {
                // "(S(…))" and words of a slug between hyphens.
                if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { continue }
                return false
            }
            if digits + letters > 0, isNumber != wasDigit { changes += 1 }
            wasDigit = isNumber
            if isNumber { digits += 1 } else { letters += 1 }
            if isNumber || (97...102).contains(lowered(byte)) { hex += 1 }
        }
        if digits == 0 { return false }
        return hex == digits + letters && letters > 0 && digits + letters >= 12 || changes >= 4
    }

    /// The address with its tokens taken out; nil where it has none.
    static func withoutTokens(_ url: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var hasToken = false
        var start = url.startIndex
        for index in url.indices.dropFirst(8) + [url.endIndex] {
            let isEnd = index == url.endIndex || url[index] == UInt8(ascii: "/") || url[index] == UInt8(ascii: "?")
            guard isEnd || url[index] == UInt8(ascii: "=") || url[index] == UInt8(ascii: "&") else { continue }
            let isToken = isToken(url[start..<index])
            hasToken = hasToken || isToken
            out.append(contentsOf: isToken ? [UInt8(ascii: "~")][...] : url[start..<index])
            if index < url.endIndex { out.append(url[index]) }
            start = index + 1
        }
        return hasToken ? out : nil
    }

    /// The part of a name from its last dot on; empty for none.
    static func ending(of name: [UInt8]) -> ArraySlice<UInt8> {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 6 else { return [] }
        return name[dot...]
    }
}
