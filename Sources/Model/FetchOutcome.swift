/// What came of asking for a URL. Network faults are outcomes, not errors.
public enum FetchOutcome: Codable, Sendable, Hashable {
    /// An answer came, whatever its status. In a box of its own: most addresses of a large site are never asked for, and
    /// would all be as large as this.
    indirect case fetched(FetchFacts)
    /// No usable answer.
    case failed(FetchFailure)
    /// Somebody didn't let us, or something else stood in the page's place; what was seen of it, in a line for people.
    case blocked(by: BlockReason, seen: String? = nil)
    /// Known and not asked for.
    case skipped(why: SkipReason)

    /// As it is kept of each page of a crawl.
    public var withoutStamp: FetchOutcome {
        guard case .fetched(var facts) = self else { return self }
        facts.stamp = nil
        return .fetched(facts)
    }
}

/// How a fetch went wrong, in a word, with curl's own explanation.
public struct FetchFailure: Codable, Sendable, Hashable {
    /// The stage at which it failed.
    public enum Stage: String, Codable, Sendable {
        case resolve, connect, tls, timeout, tooManyRedirects, tooLarge, badResponse, empty, badURL, cancelled,
            other
    }
    /// At which it failed.
    public var stage: Stage
    /// One line, for people; no control characters.
    public var explanation: String

    /// Each argument becomes the field of its name.
    public init(_ stage: Stage, _ explanation: String) {
        self.stage = stage
        self.explanation = explanation
    }
}

/// Who kept us out, or what stood in the page's place.
public enum BlockReason: String, Codable, Sendable, Hashable, CaseIterable {
    case robots, status401, status403, status429, status503, botWall, loginWall
    /// The server has no robots.txt to give, for now: until it has, everything counts as closed (RFC 9309, 2.3.1.4).
    case robotsUnread
    /// Asks for consent, for one's age, or for another country.
    case consentWall, ageGate, regionWall
    /// Closed for now, or not open yet.
    case maintenance
    /// Says that it wasn't found, with a status of success.
    case softNotFound
    /// Nothing is there before scripts run: a browser would have to read it.
    case needsBrowser
    /// Nobody's shop: a parked domain, a server's first page.
    case parked, serverDefault
}

/// Why a known URL wasn't asked for, or what came of it wasn't kept.
public enum SkipReason: String, Codable, Sendable, Hashable, CaseIterable {
    case pageLimit, depthLimit, timeBudget, excluded, outOfScope, parameterVariant, notAPage, scheme
    /// Asking for it would do something: put in the cart, log out, unsubscribe.
    case action
    /// Others like it turned out to be the same page as one that was read.
    case repeats
    /// Read, and left out of the audit: it asks not to be indexed, and the user wants that obeyed.
    case noindex
    /// Asked for, and left out of the audit: as many like it are in it as one report holds.
    case surplus
}

/// One hop of a redirect chain.
public struct Redirect: Codable, Sendable, Hashable {
    /// What was asked for.
    public var url: String
    /// The answer's HTTP status, 300…399.
    public var status: Int

    /// Each argument becomes the field of its name.
    public init(url: String, status: Int) {
        self.url = url
        self.status = status
    }
}

/// What HTTP said about a page.
public struct FetchFacts: Codable, Sendable, Hashable {
    /// The normalised URL that was asked for.
    public var url: String
    /// Where the answer came from in the end.
    public var finalURL: String
    /// HTTP status of the last answer, 100…599.
    public var status: Int
    /// Media type without parameters, lower case; "" where none was sent.
    public var contentType: String
    /// The `charset` parameter, lower case, where one was sent.
    public var charset: String?
    /// Bytes of the body after decoding.
    public var bytes: Int
    /// Milliseconds from sending the request of the last hop to the first byte of its answer.
    public var timeToFirstByte: Int
    /// Hops before the last, in order; empty without redirects.
    public var redirects: [Redirect]
    /// "1.1" or "2".
    public var httpVersion: String
    /// The values of `X-Robots-Tag`, joined by commas; nil where none was sent.
    public var robotsTag: String?
    /// Seconds from `Retry-After`, where sent as seconds.
    public var retryAfter: Int?
    /// Lines of the header by which walls against robots make themselves known, "name: value" in lower case; nil for
    /// none.
    public var wallHeaders: [String]?
    /// Tells this answer from copies of it; nil once that is of no more use.
    public var stamp: AnswerStamp?

    /// The final URL has scheme https.
    public var isSecure: Bool { finalURL.hasPrefix("https:") }
    /// Status 200…299.
    public var isSuccess: Bool { (200...299).contains(status) }
    /// HTML or XHTML, or nothing said.
    public var isHTML: Bool { ["", "text/html", "application/xhtml+xml"].contains(contentType) }

    /// Each argument becomes the field of its name.
    public init(
        url: String, finalURL: String, status: Int, contentType: String = "text/html", charset: String? = nil,
        bytes: Int = 0, timeToFirstByte: Int = 0, redirects: [Redirect] = [], httpVersion: String = "1.1",
        robotsTag: String? = nil, retryAfter: Int? = nil, wallHeaders: [String]? = nil
    ) {
        self.wallHeaders = wallHeaders
        self.url = url
        self.finalURL = finalURL
        self.status = status
        self.contentType = contentType
        self.charset = charset
        self.bytes = bytes
        self.timeToFirstByte = timeToFirstByte
        self.redirects = redirects
        self.httpVersion = httpVersion
        self.robotsTag = robotsTag
        self.retryAfter = retryAfter
    }
}
