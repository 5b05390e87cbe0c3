extension Robots {
    /// Reads a robots.txt on behalf of a user agent; on any bytes. Of more than `sizeLimit` bytes, the whole lines
    /// within it are read.
    /// - Parameter userAgent: a product token ("Comeback"), or a whole User-Agent header: see `ProductToken`.
    public init(parsing bytes: [UInt8], for userAgent: String) {
        self.init()
        let token = ProductToken(userAgent)
        var own = Group()
        var general = Group()
        for line in RobotsLine.all(of: Self.withinLimit(bytes)) {
            switch line.key {
            case .userAgent:
                let isGeneral = ProductToken.isForAll(line.value)
                own.name(if: !isGeneral && token.isMeant(by: line.value))
                general.name(if: isGeneral)
            case .allow, .disallow:
                own.take(line)
                general.take(line)
            case .crawlDelay:
                own.takeDelay(line.value)
                general.takeDelay(line.value)
            case .sitemap:
                if sitemaps.count < 100, !line.value.isEmpty, line.value.count <= LinkResolver.lengthLimit {
                    sitemaps.append(String(decoding: line.value, as: UTF8.self))
                }
            }
        }
        let group = own.isNamed ? own : general
        // The longest pattern first, of equals Allow: the first that matches decides.
        rules = group.rules.sorted { a, b in
            if a.pattern.length != b.pattern.length { return a.pattern.length > b.pattern.length }
            return a.allows != b.allows ? a.allows : a.line < b.line
        }
        crawlDelay = group.crawlDelay
    }

    /// A line that the limit cuts would say something else: `/` of `/private`.
    private static func withinLimit(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > sizeLimit else { return bytes }
        let kept = bytes.prefix(sizeLimit)
        if bytes[sizeLimit] == 0x0A || bytes[sizeLimit] == 0x0D { return Array(kept) }
        return Array(kept.prefix((kept.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1))
    }

    /// What all groups for one agent say together (RFC 9309, 2.2.1).
    private struct Group {
        private(set) var isNamed = false
        private(set) var rules: [Rule] = []
        private(set) var crawlDelay: Double?
        private var isOpen = false
        /// The last of rules and agents was a rule, so the next agent begins a group.
        private var isAfterRule = false
        /// The same for delays, which stand outside the RFC: one holds for the agents right before it.
        private var takesDelay = false
        private var isAfterDelay = false

        /// A user-agent line, for this agent or another one.
        mutating func name(if isMeant: Bool) {
            if isAfterRule { isOpen = false }
            if isAfterRule || isAfterDelay { takesDelay = false }
            isAfterRule = false
            isAfterDelay = false
            guard isMeant else { return }
            isNamed = true
            isOpen = true
            takesDelay = true
        }

        mutating func take(_ line: RobotsLine) {
            isAfterRule = true
            guard isOpen, !line.value.isEmpty else { return }
            let allows = line.key == .allow
            rules.append(Rule(allows: allows, pattern: RobotsPattern(line.value), line: line.number))
            if allows, let folder = Self.folder(ofIndex: line.value) {
                rules.append(Rule(allows: true, pattern: RobotsPattern(folder + "$".utf8), line: line.number))
            }
        }

        mutating func takeDelay(_ value: ArraySlice<UInt8>) {
            isAfterDelay = true
            guard takesDelay, let delay = Double(String(decoding: value, as: UTF8.self)), delay > 0, delay.isFinite
            else { return }
            crawlDelay = max(crawlDelay ?? 0, delay)
        }

        /// `/a/` of `/a/index.html`: who opens the one means the other too, as Google's parser takes it.
        private static func folder(ofIndex value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
            guard let slash = value.lastIndex(of: UInt8(ascii: "/")), value[slash...].starts(with: "/index.htm".utf8)
            else { return nil }
            return value[...slash]
        }
    }
}
