import Model

/// A page as the loop hands it on, in the order in which pages were chosen.
public struct CrawledPage<Product: Sendable>: Sendable {
    /// Its node in the graph.
    public var id: PageID
    /// Normalised.
    public var url: String
    /// How this request came out; a redirect stands here with its own status.
    public var outcome: FetchOutcome
    /// What `visit` made of it; nil unless it answered 2xx with HTML.
    public var product: Product?
    /// An earlier page whose body has the very same bytes (`/` and `/index.html`); nil for most.
    public var twin: PageID?
}

/// A finished crawl.
public struct Crawl: Sendable {
    /// Why the crawl ended before everything known had been asked for.
    public enum Stop: String, Sendable { case pageLimit, timeBudget, interrupted }

    /// Each node has an outcome. Node 0 is the home page.
    public var graph: LinkGraph
    /// Nil where the site was read to its end.
    public var stop: Stop?
    /// Pages that `visit` was called for.
    public var pagesRead: Int
    /// Of these, pages that were looked at for new links only: they have no node.
    public var passed: Int
    /// Links to in-scope URLs that came after the graph was full (200,000 nodes), or when
    /// those of their form had taken their share of it.
    public var unlisted: Int
    /// The robots.txt of every origin that was asked, the home page's first.
    public var robots: [RobotsAnswer]
    /// Sitemaps that the site names and that could not be read, with what came of asking for them.
    public var unreadSitemaps: [String: FetchOutcome]
}

/// How far a crawl has come; for a progress line.
public struct CrawlProgress: Sendable, Hashable {
    /// Pages read.
    public var done: Int
    /// Of these, pages that an earlier run of the same crawl had fetched.
    public var fromStore: Int
    /// Pages known, as far as one can tell; no more than the page limit counts for `secondsLeft`.
    public var known: Int
    /// Requests that gave no page: failed, blocked, error status.
    public var failed: Int
    /// Of pages that this run fetched.
    public var pagesPerSecond: Double
    /// Nil until it can be told.
    public var secondsLeft: Double?
}
