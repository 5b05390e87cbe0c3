/// What a page claims that a second visit may show to be otherwise.
public struct VisitClaims: Codable, Sendable, Hashable {
    /// In the order of the page; at most 20.
    public var countdowns: [Countdown]
    /// "Only 3 left" beside the product, and the number.
    public var piecesLeft: PiecesLeft?
    /// Of scarcity and activity; at most 10.
    public var claims: [Mention]

    /// Each argument becomes the field of its name.
    public init(countdowns: [Countdown] = [], piecesLeft: PiecesLeft? = nil, claims: [Mention] = []) {
        self.countdowns = countdowns
        self.piecesLeft = piecesLeft
        self.claims = claims
    }

    /// There is nothing that a second visit could tell of.
    public var isEmpty: Bool { countdowns.isEmpty && piecesLeft == nil && claims.isEmpty }
}

/// A page that was asked for twice, the second time as a new visitor does.
public struct SecondVisit: Codable, Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// Milliseconds between the two answers; 0 where nobody measured them.
    public var elapsed: Int64
    /// When the second answer came, milliseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    /// What the first visit saw.
    public var then: VisitClaims
    /// What the second one saw; nil where it couldn't be read.
    public var now: VisitClaims?
    /// Why it couldn't be read, in words for people.
    public var unread: String?
    /// What says that the second answer may be a copy of the first; nil where nothing does.
    public var copy: CopySign?
    /// Who looked, for a reader: nil for the audit's own plain requests, else the browser that rendered the page.
    public var seenBy: String?

    /// Each argument becomes the field of its name.
    public init(
        url: String, elapsed: Int64, at: Int64, then: VisitClaims, now: VisitClaims?, unread: String? = nil,
        copy: CopySign? = nil, seenBy: String? = nil
    ) {
        self.url = url
        self.elapsed = elapsed
        self.at = at
        self.then = then
        self.now = now
        self.unread = unread
        self.copy = copy
        self.seenBy = seenBy
    }
}

/// By what an answer can be told from a copy of an earlier one, and when it came.
public struct AnswerStamp: Codable, Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z; nil where no clock ran.
    public var receivedAt: Int64?
    /// The `Date` line.
    public var date: String?
    /// Seconds that a cache says it has had the answer for.
    public var age: Int?
    /// The `ETag` line.
    public var etag: String?
    /// Of the body.
    public var bodyHash: UInt64?

    /// Each argument becomes the field of its name.
    public init(
        receivedAt: Int64? = nil, date: String? = nil, age: Int? = nil, etag: String? = nil, bodyHash: UInt64? = nil
    ) {
        self.receivedAt = receivedAt
        self.date = date
        self.age = age
        self.etag = etag
        self.bodyHash = bodyHash
    }

    /// What says that this may be a copy of an earlier answer; nil where nothing does.
    public func copy(of earlier: AnswerStamp) -> CopySign? {
        if let age, age > 0 { return .age }
        if let date, date == earlier.date { return .date }
        if let etag, etag == earlier.etag { return .etag }
        return bodyHash != nil && bodyHash == earlier.bodyHash ? .bytes : nil
    }
}

/// What says that an answer may be a copy of an earlier one, the surest first.
public enum CopySign: String, Codable, Sendable, Hashable, CaseIterable {
    /// A cache says how long it has had it (RFC 9111, 5.1).
    case age
    /// It bears the same `Date`.
    case date
    /// It bears the same `ETag`.
    case etag
    /// It is the same to the last byte.
    case bytes

    /// The answer was made for an earlier request.
    public var isSure: Bool { self == .age || self == .date }
}
