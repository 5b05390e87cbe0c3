/// What one request is known by.
public struct AnswerKey: Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// What it was asked for as: the same address may be a page and a file with rules.
    public var purpose: String

    /// Each argument becomes the field of its name.
    public init(url: String, purpose: String) {
        self.url = url
        self.purpose = purpose
    }
}

/// How one request came out. The ledger doesn't look into it.
public struct StoredAnswer: Sendable, Hashable {
    /// The request that it answers.
    public var key: AnswerKey
    /// Everything but the body, as JSON.
    public var head: String
    /// Decoded as HTTP demands, otherwise as it came.
    public var body: [UInt8]

    /// Each argument becomes the field of its name.
    public init(key: AnswerKey, head: String, body: [UInt8]) {
        self.key = key
        self.head = head
        self.body = body
    }
}

/// The audit that a store belongs to.
public struct StoredRun: Sendable, Hashable {
    /// As the user wrote it.
    public var seed: String
    /// Settings that decide what a server answers, as JSON.
    public var settings: String
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var startedAt: Int64

    /// Each argument becomes the field of its name.
    public init(seed: String, settings: String, startedAt: Int64) {
        self.seed = seed
        self.settings = settings
        self.startedAt = startedAt
    }
}
