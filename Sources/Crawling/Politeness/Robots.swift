/// What a robots.txt says to one user agent (RFC 9309).
public struct Robots: Sendable, Hashable {
    /// Bytes of a file whose lines are read; the rest is ignored (RFC 9309, 2.5: at least 500 KiB).
    public static let sizeLimit = 500 << 10

    /// One Allow or Disallow line.
    struct Rule: Sendable, Hashable {
        let allows: Bool
        let pattern: RobotsPattern
        /// Where it stands in the file, from 1.
        let line: Int
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

    /// Whether `path`, a URL's path with its query, may be asked for. The longest matching rule decides; of equals,
    /// Allow. The robots.txt itself is always open, as far as one can be had.
    public func allows(_ path: some Collection<UInt8>) -> Bool {
        !isUnreachable && (decisiveRule(path)?.allows ?? true || path.elementsEqual("/robots.txt".utf8))
    }

    /// The line that closes `path`, for people: `line 3, “Disallow: /cart”`. Nil where none does.
    public func closingLine(_ path: some Collection<UInt8>) -> String? {
        guard let rule = decisiveRule(path), !rule.allows else { return nil }
        return "line \(rule.line), “Disallow: \(Printable.line(rule.pattern.bytes, limit: 100))”"
    }

    private func decisiveRule(_ path: some Collection<UInt8>) -> Rule? {
        guard !rules.isEmpty else { return nil }
        // A URL without a path means its root.
        let path = path.isEmpty ? [UInt8(ascii: "/")] : RobotsPattern.normalised(path, escapesStar: true)
        return rules.first { $0.pattern.matches(path) }
    }
}
