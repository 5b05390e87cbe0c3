/// How far a crawl goes and how fast. Defaults are what `comeback audit URL` does without options.
public struct CrawlSettings: Codable, Sendable, Hashable {
    /// Pages read at most.
    public var maxPages = 200
    /// Clicks from the seed at most; nil without limit.
    public var maxDepth: Int?
    /// Globs on the path; where any are given, a page must match one of them. The seed always passes.
    public var include: [String] = []
    /// Globs on the path of pages that are not read. The seed always passes.
    public var exclude: [String] = []
    /// Requests at once.
    public var concurrency = 8
    /// Requests a second to one address at most; nil follows the server. A host that says that it is overloaded is
    /// asked more seldom in either case. Loopback and private addresses are asked as fast as they answer.
    public var rate: Double?
    /// Paces loopback and private addresses too, to try out what a public shop would see.
    public var pacesPrivate = false
    /// Seconds for the whole run from its first request; nil without limit. What is under way then is given up.
    public var timeBudget: Double?
    /// Sent with every request, and the name that robots.txt is read by.
    public var userAgent = CrawlSettings.defaultUserAgent
    /// Sent as Accept-Language and taken as a hint; nil sends none.
    public var language: String?
    /// Seconds until connected, name resolved and TLS agreed on.
    public var connectTimeout = 10.0
    /// Seconds from the request sent to the end of the answer's head: for servers that stay silent, and for heads that
    /// drip.
    public var answerTimeout = 20.0
    /// Seconds in which at least `stallBytes` of a body must come, again and again.
    public var stallTimeout = 10.0
    /// Bytes, as sent.
    public var stallBytes = 1_000
    /// Seconds for a whole transfer; each hop of a redirect is one of its own.
    public var transferTimeout = 30.0
    /// Bytes of one body at most, as sent and as decoded; more is a failure.
    public var maxBodyBytes = 16 << 20
    /// Milliseconds of processor time for making a document of one body; what comes later in the page is left out.
    public var parseTimeout = 5_000
    /// Milliseconds of processor time for observing one document; what comes later in the page is left out.
    public var observeTimeout = 10_000
    /// Hops of one redirect chain at most.
    public var maxRedirects = 8
    /// `HOST:PORT:CONNECT-HOST:CONNECT-PORT`, as curl's --connect-to: audits a staging server under its public name.
    public var connectTo: [String] = []
    /// PEM file of certificate authorities to trust besides the system's: a staging server's own. Nil for none.
    public var caFile: String?
    /// Obey robots.txt (RFC 9309).
    public var obeysRobots = true
    /// Leave out pages that ask not to be indexed (meta robots, X-Robots-Tag). Visitors see them, so an audit does.
    public var respectsNoindex = false
    /// Follow no link that is marked nofollow, by itself or by its page. Without it such links come last.
    public var respectsNofollow = false

    /// Says who asks and where to read about it.
    public static let defaultUserAgent = "Comeback/\(toolVersion) (+https://comeback.example/bot)"

    /// What `comeback audit URL` does without options.
    public init() {}
}

/// Comeback's own version, as `comeback --version` prints it.
public let toolVersion = "0.1.0"
