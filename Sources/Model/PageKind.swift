/// What a page is for.
public enum PageKind: String, Codable, Sendable, CaseIterable, Hashable {
    case home, listing, product, cart, checkout, search, account, contact, article, about, help
    case delivery = "policy:delivery"
    case returns = "policy:returns"
    case payment = "policy:payment"
    case warranty = "policy:warranty"
    case terms = "policy:terms"
    case privacy = "policy:privacy"
    /// Imprint, legal notice, company details.
    case legal = "policy:legal"
    /// A page about the shop's bonus, club or card programme.
    case loyalty
    /// A page that announces a promotion or its terms.
    case promotion
    case other

    /// One of the `policy:` kinds.
    public var isPolicy: Bool { rawValue.hasPrefix("policy:") }
}

/// The kind together with what it was told by, so that a reader can disagree.
public struct KindFact: Codable, Sendable, Hashable {
    /// The kind.
    public var kind: PageKind
    /// E.g. "Product in JSON-LD and an order button".
    public var reason: String
    /// Other topics that the page states it covers as well ("Delivery and returns"), without `kind`.
    public var alsoCovers: [PageKind]

    /// Each argument becomes the field of its name.
    public init(_ kind: PageKind, reason: String, alsoCovers: [PageKind] = []) {
        self.kind = kind
        self.reason = reason
        self.alsoCovers = alsoCovers
    }

    /// The page is of this kind or covers its topic too.
    public func covers(_ topic: PageKind) -> Bool { kind == topic || alsoCovers.contains(topic) }
}

/// A page's language.
public struct LanguageFacts: Codable, Sendable, Hashable {
    /// BCP 47 primary tag that the page is taken to be in; "und" where nothing tells.
    public var tag: String
    /// What the text was recognised as; nil where there is too little of it.
    public var detected: String?
    /// Share of the text, 0…1, that the detector ascribes to `detected`.
    public var detectedShare: Double
    /// The `lang` of `<html>`, as written; nil when absent.
    public var declared: String?
    /// Languages of larger parts of the running text other than `tag`, with their share 0…1.
    public var others: [String: Double]

    /// Each argument becomes the field of its name.
    public init(
        tag: String = "und", detected: String? = nil, detectedShare: Double = 0, declared: String? = nil,
        others: [String: Double] = [:]
    ) {
        self.tag = tag
        self.detected = detected
        self.detectedShare = detectedShare
        self.declared = declared
        self.others = others
    }
}
