import Model

/// One URL to ask for, and how.
public struct FetchRequest: Sendable {
    /// A normalised http or https URL.
    public var url: String
    /// Read the body whatever its media type; otherwise only of HTML, XHTML and answers that state no type.
    public var acceptsAnyType = false
    /// Bytes of the decoded body at most; more is `failed(.tooLarge)`, or a cut body with `keepsCutBody`.
    public var maxBodyBytes: Int
    /// Return the first `maxBodyBytes` of a longer body instead of failing.
    public var keepsCutBody = false
    /// Hops to follow; 0 returns a redirect's own answer with `Fetched.location`.
    public var maxRedirects: Int
    /// Asked before each hop beyond the first; where it says no, the redirect's own answer is returned.
    public var followsTo: (@Sendable (_ url: String) -> Bool)?
    /// The page whose picture is asked for, as a browser would ask that shows it; nil for other files and for pages.
    public var pictureOf: String?
    /// Asks for the page once more, as a new visitor whom no cache may answer (RFC 9111, 5.2.1.4).
    public var isSecondVisit = false
    /// May connect to loopback, private, link-local and other addresses that aren't public.
    public var allowsPrivateAddress = false

    /// Follows the settings' limits.
    public init(_ url: String, settings: CrawlSettings) {
        self.url = url
        maxBodyBytes = max(1, settings.maxBodyBytes)
        maxRedirects = max(0, settings.maxRedirects)
    }

    /// Bytes that tell what a file is.
    static let telling = 4 << 10

    /// For a picture that `page` shows. Its first bytes are enough; of a page in its place more is read, to tell what
    /// that is.
    init(picture url: String, on page: String, settings: CrawlSettings) {
        self.init(url, settings: settings)
        acceptsAnyType = true
        maxBodyBytes = min(maxBodyBytes, 64 << 10)
        keepsCutBody = true
        pictureOf = page
    }

    /// What a browser sends as the page that a picture belongs to: its address within the same origin, its origin
    /// elsewhere, and nothing from https to http.
    var referrer: String? {
        guard let pictureOf else { return nil }
        let origin = Fetcher.origin(of: pictureOf)
        if origin == Fetcher.origin(of: url) { return pictureOf }
        return pictureOf.hasPrefix("https:") && url.hasPrefix("http:") ? nil : origin + "/"
    }
}

/// What came of a request: its outcome, and its body while it is needed.
public struct Fetched: Sendable, Codable {
    /// What a store keeps as text; the body stands beside it.
    private enum CodingKeys: String, CodingKey { case outcome, location, isFromPrivateAddress, isCut }

    /// `fetched` or `failed`.
    public var outcome: FetchOutcome
    /// Decoded; empty unless fetched with a wanted media type.
    public var body: [UInt8] = []
    /// Where a redirect that wasn't followed leads: normalised; nil without one.
    public var location: String?
    /// The answer came from an address that isn't public.
    public var isFromPrivateAddress = false
    /// The body was longer than asked for, and is cut.
    public var isCut = false
    /// An answer to an earlier run of the same crawl, from its store.
    public var isFromStore = false

    init(_ outcome: FetchOutcome) { self.outcome = outcome }

    static func failed(_ stage: FetchFailure.Stage, _ explanation: String) -> Fetched {
        Fetched(.failed(FetchFailure(stage, explanation)))
    }

    /// What HTTP said; nil if it failed.
    public var facts: FetchFacts? {
        if case .fetched(let facts) = outcome { facts } else { nil }
    }
}
