/// How far a crawl goes and how fast. Defaults are what `comeback audit URL` does without options.
public struct CrawlSettings: Codable, Sendable, Hashable {
    /// Pages read at most.
    public var maxPages = 200
    /// Clicks from the seed at most; nil without limit.
    public var maxDepth: Int?
    /// Globs on the path; where any are given, a page must match one of them. The seed always passes.
    public var include: [String] = []
    public var exclude: [String] = []
    /// Requests at once.
    public var concurrency = 8
    /// Requests a second at most; nil follows the server. Loopback and private seeds run unthrottled.
    public var rate: Double?
    /// Seconds for the whole crawl; nil without limit.
    public var timeBudget: Double?
    public var userAgent = CrawlSettings.defaultUserAgent
    /// Sent as Accept-Language and taken as a hint; nil sends none.
    public var language: String?
    /// Seconds until connected, and for a whole transfer.
    public var connectTimeout = 10.0
    public var transferTimeout = 30.0
    /// Bytes of one decoded body at most.
    public var maxBodyBytes = 16 << 20
    /// Hops of one redirect chain at most.
    public var maxRedirects = 8
    /// `HOST:PORT:CONNECT-HOST:CONNECT-PORT`, as curl's --connect-to: audits a staging server under its public name.
    public var connectTo: [String] = []
    /// Obey robots.txt (RFC 9309).
    public var obeysRobots = true

    /// Says who asks and where to read about it.
    public static let defaultUserAgent = "Comeback/\(toolVersion) (+https://comeback.example/bot)"

    public init() {}
}

/// Comeback's own version, as `comeback --version` prints it.
public let toolVersion = "0.1.0"
