/// How much is kept of a site at most. A site without end is read on, for what is new in it, while what is kept stays as
/// it is.
public struct CrawlRoom: Sendable {
    /// Addresses that have a node in the graph, but for pages of templates that come late.
    public var addresses: Int
    /// Pages that are handed on, and as many answers that are no page. Of each template the first few besides.
    public var pages: Int

    /// For an audit a shop of 20,000 pages is kept whole.
    public init(addresses: Int = 200_000, pages: Int = 24_000) {
        self.addresses = addresses
        self.pages = pages
    }
}
