/// What a robots.txt says to one user agent (RFC 9309).
public struct Robots: Sendable, Hashable {
    /// Bytes of a file that are read; the rest is ignored (RFC 9309, 2.5: at least 500 KiB).
    public static let sizeLimit = 500 << 10

    /// One Allow or Disallow line, its path in normal form.
    struct Rule: Sendable, Hashable {
        let allows: Bool
        let pattern: [UInt8]
    }
    /// The longest first, of equals Allow first.
    var rules: [Rule] = []
    /// The addresses of `Sitemap:` lines, as written; at most 100.
    public internal(set) var sitemaps: [String] = []
    /// Seconds between requests that the file asks for; nil where it doesn't. Not part of the RFC.
    public internal(set) var crawlDelay: Double?
    /// Everything is closed, because the file could not be had (RFC 9309, 2.3.1.4).
    public internal(set) var isUnreachable = false

    /// Everything is open: no file, or an answer 400…499.
    public static let allowsAll = Robots()
    /// Everything is closed: an answer 500…599, or none.
    public static let unreachable = {
        var robots = Robots()
        robots.isUnreachable = true
        return robots
    }()

    init() {}

    /// Whether `path`, a normalised URL's path with its query, may be asked for. The longest matching rule decides;
    /// of equals, Allow.
    public func allows(_ path: some Collection<UInt8>) -> Bool {
        guard !isUnreachable else { return false }
        let path = Self.normalised(path, escapesStar: true)
        let decisive = rules.first { Self.matches($0.pattern, path) }
        return decisive?.allows ?? true || path.elementsEqual("/robots.txt".utf8)
    }

    /// Whether the pattern matches a beginning of `path`: `*` any bytes, a last `$` the end. In the worst case the
    /// product of both lengths.
    static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        var end = pattern.count
        let isAnchored = pattern.last == UInt8(ascii: "$")
        if isAnchored { end -= 1 }
        var at = 0
        var index = 0
        var star = -1
        var starPath = 0
        while true {
            if at == end {
                if !isAnchored || index == path.count { return true }
            } else if pattern[at] == UInt8(ascii: "*") {
                star = at
                starPath = index
                at += 1
                continue
            } else if index < path.count, pattern[at] == path[index] {
                at += 1
                index += 1
                continue
            }
            // Let the last star take one byte more.
            guard star >= 0, starPath < path.count else { return false }
            starPath += 1
            index = starPath
            at = star + 1
        }
    }

    /// Escapes in one form, so that rules and URLs compare byte by byte (RFC 9309, 2.2.2): bytes over 0x7F are
    /// escaped, escapes of unreserved bytes undone, others in upper case.
    static func normalised(_ path: some Collection<UInt8>, escapesStar: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(path)
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEscaped = byte >= 0x80 || (escapesStar && (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")))
            index += 1
            if byte == UInt8(ascii: "%"), index + 1 < bytes.count, let high = hexValue(bytes[index]),
                let low = hexValue(bytes[index + 1])
            {
                byte = high << 4 | low
                index += 2
                isEscaped = !(isLetter(byte) || isDigit(byte) || "-._~".utf8.contains(byte))
            }
            if isEscaped {
                out.append(UInt8(ascii: "%"))
                out.append(hexDigit(byte >> 4))
                out.append(hexDigit(byte & 15))
            } else {
                out.append(byte)
            }
        }
        return out
    }
}
