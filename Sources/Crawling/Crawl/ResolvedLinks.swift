import Model

/// The in-scope links of one page as normalised URLs, in one flat buffer.
struct ResolvedLinks: Sendable {
    struct Entry: Sendable {
        var url: Range<Int>
        var text: Range<Int>
        var traits: PageLinks.Traits
    }
    private(set) var bytes: [UInt8] = []
    private(set) var entries: [Entry] = []

    init() {}

    /// Resolves the links of `page` that can lead to other pages.
    /// - Parameter skipsNofollow: leaves out links marked nofollow.
    init(_ links: PageLinks, page: String, scope: Scope, skipsNofollow: Bool = false) {
        guard let resolver = LinkResolver(page: page, baseHref: links.base) else { return }
        var url: [UInt8] = []
        entries.reserveCapacity(links.entries.count)
        for link in links.entries where Self.leadsOn(link.traits) {
            if skipsNofollow, link.traits.contains(.nofollow) { continue }
            guard resolver.resolve(links.bytes, link.href, into: &url) == nil, scope.contains(url) else { continue }
            let start = bytes.count
            bytes.append(contentsOf: url)
            let middle = bytes.count
            bytes.append(contentsOf: links.bytes[link.text])
            entries.append(Entry(url: start..<middle, text: middle..<bytes.count, traits: link.traits))
        }
    }

    /// Pictures, canonical addresses and form targets are no way for a visitor to go on.
    private static func leadsOn(_ traits: PageLinks.Traits) -> Bool {
        !traits.contains(.image) && (!traits.contains(.notAnAnchor) || traits.contains(.leadsOn))
    }
}
