/// An index into `LinkGraph.urls`.
public typealias PageID = UInt32

/// Every URL of the site that was seen, what came of it, and who links to whom.
public struct LinkGraph: Codable, Sendable {
    /// How a URL became known.
    public enum Source: String, Codable, Sendable { case seed, link, sitemap, redirect }

    /// One known URL.
    public struct Node: Codable, Sendable {
        /// Normalised.
        public var url: String
        /// What came of asking for it; nil while that isn't known.
        public var outcome: FetchOutcome?
        /// How it became known.
        public var source: Source
        /// Clicks from the seed; nil where no link leads there.
        public var depth: Int?
        /// The text of the first link seen to it.
        public var linkText: String
        /// The first page that links to it.
        public var firstReferrer: PageID?
        /// Also named in a sitemap.
        public var inSitemap: Bool

        /// Each argument becomes the field of its name.
        public init(
            url: String, outcome: FetchOutcome? = nil, source: Source, depth: Int? = nil, linkText: String = "",
            firstReferrer: PageID? = nil, inSitemap: Bool = false
        ) {
            self.url = url
            self.outcome = outcome
            self.source = source
            self.depth = depth
            self.linkText = linkText
            self.firstReferrer = firstReferrer
            self.inSitemap = inSitemap
        }
    }

    /// In the order they became known; the seed is first.
    public var nodes: [Node]
    /// `links[i]`: distinct in-scope targets of page i, ascending; empty where i was not read.
    public var links: [[PageID]]

    /// Each argument becomes the field of its name.
    public init(nodes: [Node] = [], links: [[PageID]] = []) {
        self.nodes = nodes
        self.links = links
    }

    /// Every page that it names is one of its own: what reads a graph goes by numbers without looking.
    public var isWhole: Bool {
        let count = nodes.count
        return links.count == count && links.allSatisfy { $0.allSatisfy { $0 < count } }
            && nodes.allSatisfy { $0.firstReferrer.map { $0 < count } ?? true }
    }

    /// Pages that link to `target`, ascending, at most `limit`.
    public func referrers(of target: PageID, limit: Int = 10) -> [PageID] {
        var found: [PageID] = []
        for (source, targets) in links.enumerated() where targets.contains(target) {
            found.append(PageID(source))
            if found.count == limit { break }
        }
        return found
    }
}
