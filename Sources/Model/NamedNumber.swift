/// A telephone number that pages of a site name as the shop's.
public struct NamedNumber: Sendable, Hashable {
    /// E.164.
    public var e164: String
    /// ISO 3166 region; nil unless known.
    public var region: String?
    /// What kind of line it is.
    public var line: PhoneFact.Line
    /// Of the first page in URL order that names it.
    public var evidence: Evidence
    /// The language of that page.
    public var language: String
    /// Pages that name it.
    public var pages: Int
    /// A department or person stands beside it on one of them.
    public var hasLabel: Bool

    /// Each argument becomes the field of its name.
    public init(
        e164: String, region: String?, line: PhoneFact.Line, evidence: Evidence, language: String, pages: Int,
        hasLabel: Bool
    ) {
        self.e164 = e164
        self.region = region
        self.line = line
        self.evidence = evidence
        self.language = language
        self.pages = pages
        self.hasLabel = hasLabel
    }
}

/// The telephone numbers of a site, by how pages name them.
public struct SiteNumbers: Sendable {
    /// The only number that its pages show, ascending by number; at most 20.
    public var lone: [NamedNumber] = []
    /// Numbers that stand in structured data, ascending; at most 20.
    public var structured: [NamedNumber] = []
    /// Numbers that some page shows beside another one; at most 200.
    public var together: Set<String> = []

    /// None.
    public init() {}
}

/// A postal address that pages of a site name, by its postal code.
public struct CodedAddress: Sendable, Hashable {
    /// Figures only.
    public var postalCode: String
    /// Of the first page in URL order that names it.
    public var evidence: Evidence

    /// Each argument becomes the field of its name.
    public init(postalCode: String, evidence: Evidence) {
        self.postalCode = postalCode
        self.evidence = evidence
    }
}

/// The postal addresses of a site whose code could be told, ascending by code; at most 20 of each.
public struct SiteAddresses: Sendable {
    /// In text that visitors see.
    public var shown: [CodedAddress]
    /// In structured data.
    public var structured: [CodedAddress]

    /// Each argument becomes the field of its name.
    public init(shown: [CodedAddress] = [], structured: [CodedAddress] = []) {
        self.shown = shown
        self.structured = structured
    }
}
