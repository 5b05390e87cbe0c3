/// Makes normalised absolute URLs of the links of one page.
///
/// A normalised URL is `http(s)://host[:port]/path[?query]` in ASCII: host in lower case and punycode, no default
/// port, no user, dot segments removed, illegal bytes escaped, escapes in upper case and unreserved bytes unescaped,
/// no fragment, no tracking parameters or session ids. Works on bytes; only hosts that are no plain names go to curl.
public struct LinkResolver: Sendable {
    /// Longest normalised URL, in bytes.
    public static let lengthLimit = 4_096

    /// The page's own normalised address, or what `<base href>` makes of it.
    public let base: [UInt8]
    let parts: AddressParts
    let classes: ByteClass
    /// See `AddressWriter.keepsNoise`.
    var keepsNoise = false

    /// For links of the page at `base`, a normalised URL; nil if it isn't one.
    public init?(base: String) {
        self.init(base: Array(base.utf8), classes: ByteClass())
    }

    /// For links of a page that may state a `<base href>`; a base that can't be resolved is ignored, as browsers do.
    public init?(page: String, baseHref: String?) {
        guard let own = LinkResolver(base: page) else { return nil }
        guard let baseHref, case .success(let url) = own.resolve(baseHref),
            let moved = LinkResolver(base: Array(url.utf8), classes: own.classes)
        else {
            self = own
            return
        }
        self = moved
    }

    private init?(base: [UInt8], classes: ByteClass) {
        guard let parts = AddressParts(base) else { return nil }
        self.base = base
        self.parts = parts
        self.classes = classes
    }

    /// The normalised URL that `href` leads to.
    public func resolve(_ href: String) -> Result<String, LinkRefusal> {
        var out: [UInt8] = []
        let bytes = Array(href.utf8)
        if let refusal = resolve(bytes, bytes.indices, into: &out) { return .failure(refusal) }
        return .success(String(decoding: out, as: UTF8.self))
    }

    /// Resolves `bytes[range]` into `out`, replacing what is there. Returns why not, or nil.
    public func resolve(_ bytes: [UInt8], _ range: Range<Int>, into out: inout [UInt8]) -> LinkRefusal? {
        out.removeAll(keepingCapacity: true)
        var range = range.clamped(to: bytes.indices)
        while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
        while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
        for index in range where bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D {
            // Browsers drop tabs and line ends anywhere in an address.
            let cleaned = bytes[range].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            return write(cleaned, cleaned.indices, into: &out)
        }
        return write(bytes, range, into: &out)
    }

    private func write(_ bytes: [UInt8], _ range: Range<Int>, into out: inout [UInt8]) -> LinkRefusal? {
        var writer = AddressWriter(classes: classes, keepsNoise: keepsNoise, out: out)
        out = []
        let refusal = compose(bytes, range, &writer)
        out = writer.out
        return refusal ?? (out.count > Self.lengthLimit ? .tooLong : nil)
    }

    private func compose(_ bytes: [UInt8], _ range: Range<Int>, _ writer: inout AddressWriter) -> LinkRefusal? {
        guard let first = range.first else {
            writer.copy(base, base.indices)
            return nil
        }
        var start = first
        if let colon = schemeEnd(bytes, range) {
            guard let isSecure = AddressParts.webScheme(bytes, start..<colon) else { return .scheme }
            start = colon + 1
            let slashes = slashCount(bytes, start..<range.upperBound)
            if slashes >= 2 || isSecure != parts.isSecure {
                return writer.absolute(isSecure: isSecure, bytes, (start + slashes)..<range.upperBound)
            }
            // `https:page` is relative to a base of the same scheme (WHATWG).
            if start == range.upperBound {
                writer.copy(base, base.indices)
                return nil
            }
        }
        switch bytes[start] {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            let slashes = slashCount(bytes, start..<range.upperBound)
            if slashes >= 2 {
                return writer.absolute(isSecure: parts.isSecure, bytes, (start + slashes)..<range.upperBound)
            }
            writer.copy(base, 0..<parts.path.lowerBound)
            writer.pathAndQuery(bytes, (start + 1)..<range.upperBound)
        case UInt8(ascii: "?"):
            writer.copy(base, 0..<parts.path.upperBound)
            writer.query(bytes, (start + 1)..<range.upperBound)
        case UInt8(ascii: "#"):
            writer.copy(base, base.indices)
        default:
            writer.copy(base, 0..<parts.folderEnd(base))
            writer.pathAndQuery(bytes, start..<range.upperBound)
        }
        return nil
    }

    /// Where the colon of a scheme stands; nil for an address without one.
    private func schemeEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let first = range.first, isLetter(bytes[first]) else { return nil }
        for index in range {
            if bytes[index] == UInt8(ascii: ":") { return index }
            if !classes.isIn(ByteClass.scheme, bytes[index]) { return nil }
        }
        return nil
    }

    private func slashCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where count == index - range.lowerBound {
            guard bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "\\") else { break }
            count += 1
        }
        return count
    }
}
