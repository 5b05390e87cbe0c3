extension Robots {
    private static let ruleLimit = 10_000

    /// Reads a robots.txt for a product token ("comeback" of "Comeback/0.1"); on any bytes.
    public init(parsing bytes: [UInt8], for userAgent: String) {
        self.init()
        let token = Self.productToken(Array(userAgent.utf8))
        var own = Group()
        var general = Group()
        var target = Target()
        var lastWasAgent = false
        for (key, value) in Self.lines(bytes) {
            switch key {
            case "user-agent":
                if !lastWasAgent { target = Target() }
                lastWasAgent = true
                if value.first == UInt8(ascii: "*"), value.count == 1 || value[1] <= 0x20 {
                    target.isGeneral = true
                    general.isNamed = true
                } else if !token.isEmpty, Self.productToken(value) == token {
                    target.isOwn = true
                    own.isNamed = true
                }
            case "allow", "disallow", "crawl-delay":
                // Only a rule ends the list of agents that a group is for.
                if key != "crawl-delay" { lastWasAgent = false }
                if target.isOwn { own.take(key, value) }
                if target.isGeneral { general.take(key, value) }
            case "sitemap":
                if sitemaps.count < 100, !value.isEmpty, value.count <= LinkResolver.lengthLimit {
                    sitemaps.append(String(decoding: value, as: UTF8.self))
                }
            default: break
            }
        }
        let group = own.isNamed ? own : general
        // The longest pattern first, of equals Allow: the first that matches decides.
        rules = group.rules.sorted { a, b in
            a.pattern.count != b.pattern.count ? a.pattern.count > b.pattern.count : a.allows && !b.allows
        }
        crawlDelay = group.crawlDelay
    }

    /// Which groups the lines being read belong to.
    private struct Target {
        var isOwn = false
        var isGeneral = false
    }

    private struct Group {
        var isNamed = false
        var rules: [Rule] = []
        var crawlDelay: Double?

        mutating func take(_ key: String, _ value: [UInt8]) {
            if key == "crawl-delay" {
                let delay = Double(String(decoding: value, as: UTF8.self))
                if let delay, delay > 0, delay.isFinite { crawlDelay = max(crawlDelay ?? 0, delay) }
            } else if !value.isEmpty, rules.count < Robots.ruleLimit, value.count <= LinkResolver.lengthLimit {
                rules.append(Rule(allows: key == "allow", pattern: Robots.pattern(value)))
            }
        }
    }

    /// A rule's path in normal form, a dollar escaped unless it is the last byte.
    private static func pattern(_ value: [UInt8]) -> [UInt8] {
        guard value.dropLast().contains(UInt8(ascii: "$")) else { return normalised(value) }
        return normalised(
            value.dropLast().flatMap { $0 == UInt8(ascii: "$") ? Array("%24".utf8) : [$0] } + value.suffix(1))
    }

    /// Letters, '-' and '_' from the beginning, in lower case.
    private static func productToken(_ value: [UInt8]) -> [UInt8] {
        value.prefix { isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map(lowered)
    }

    /// `key: value` lines without comments; keys in lower case, usual misspellings mended.
    private static func lines(_ bytes: [UInt8]) -> [(String, [UInt8])] {
        var rest = bytes.prefix(sizeLimit)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var lines: [(String, [UInt8])] = []
        for line in rest.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let said = line.prefix { $0 != UInt8(ascii: "#") }
            guard let mark = said.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = String(decoding: trimmed(said[..<mark]).prefix(20).map(lowered), as: UTF8.self)
            lines.append((misspelt[key] ?? key, trimmed(said[(mark + 1)...])))
        }
        return lines
    }

    private static let misspelt = [
        "useragent": "user-agent", "user agent": "user-agent", "dissallow": "disallow", "dissalow": "disallow",
        "disalow": "disallow", "diasllow": "disallow", "disallaw": "disallow", "site-map": "sitemap",
        "crawldelay": "crawl-delay",
    ]

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var rest = bytes
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return Array(rest)
    }
}
