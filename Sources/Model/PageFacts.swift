/// What one page says and shows, unjudged. Small, flat and Codable: the document it came from is gone.
public struct PageFacts: Codable, Sendable {
    /// What HTTP said.
    public var fetch: FetchFacts
    /// What kind of page it is, and what told.
    public var kind: KindFact
    /// In what language it is.
    public var language: LanguageFacts
    /// Shape of the DOM; pages of one template have similar sketches.
    public var shape: ShapeSketch
    /// What stands in `<head>`.
    public var head: HeadFacts
    /// Links, menus, headings.
    public var navigation: NavigationFacts
    /// Measures of its text.
    public var readability: ReadabilityFacts
    /// What it offers, at what price.
    public var pricing: PricingFacts
    /// Ways to reach someone.
    public var contact: ContactFacts
    /// What is promised, and on what terms.
    public var promotions: PromotionFacts
    /// Reviews, articles, reasons to come back.
    public var loyalty: LoyaltyFacts
    /// What it promises to everybody; at most 30.
    public var promises: [Promise] = []
    /// Of delivery, returns and payment: on a product page what any word, link or picture speaks of, on others what the
    /// main part does.
    public var speaksOf: [PageKind] = []
    /// A product page links to help or terms on another host, which nobody reads.
    public var leadsElsewhere = false
    /// In the order of the document.
    public var forms: [FormFact]
    /// What the language files' term groups found, by group name ("service.hours"); a group is absent where
    /// nothing was found.
    public var terms: [String: [Mention]]
    /// What an auditor's own checks asked for (XPath or term list), by check id; an empty list means looked and
    /// not found.
    public var custom: [String: [Mention]]
    /// The page could not be read to its end, and why; nil when it was.
    public var truncated: String?
    /// What the page says, to tell it from others.
    public var sketch = TextSketch()
    /// What stands in the page's place; nil for a page in its own right.
    public var obstacle: Obstacle?

    /// The page's address as the crawl knows it: the normalised URL that was asked for.
    public var url: String { fetch.url }

    /// A page of which nothing else is known yet.
    public init(fetch: FetchFacts, kind: KindFact = KindFact(.other, reason: "nothing tells")) {
        self.fetch = fetch
        self.kind = kind
        language = LanguageFacts()
        shape = ShapeSketch()
        head = HeadFacts()
        navigation = NavigationFacts()
        readability = ReadabilityFacts()
        pricing = PricingFacts()
        contact = ContactFacts()
        promotions = PromotionFacts()
        loyalty = LoyaltyFacts()
        forms = []
        terms = [:]
        custom = [:]
    }
}

/// A min-hash sketch of the set of element paths of a page (Broder 1997): the share of equal positions estimates
/// the Jaccard similarity of two pages' shapes.
public struct ShapeSketch: Codable, Sendable, Hashable {
    /// 32 minima; empty for a page without elements.
    public var minima: [UInt32]

    /// Each argument becomes the field of its name.
    public init(minima: [UInt32] = []) { self.minima = minima }

    /// Estimated similarity, 0…1.
    public func similarity(to other: ShapeSketch) -> Double {
        guard !minima.isEmpty, minima.count == other.minima.count else { return minima == other.minima ? 1 : 0 }
        var equal = 0
        for i in minima.indices where minima[i] == other.minima[i] { equal += 1 }
        return Double(equal) / Double(minima.count)
    }
}

/// What stands in `<head>`.
public struct HeadFacts: Codable, Sendable, Hashable {
    /// Text of `<title>`, white space collapsed; nil where there is no element, "" where it is empty.
    public var title: String?
    /// Content of the description meta; nil without one.
    public var description: String?
    /// As written.
    public var canonical: String?
    /// Content of the viewport meta, as written.
    public var viewport: String?
    /// Content of the robots meta, lower case.
    public var robots: String?
    /// What addresses on the page are relative to (`<base href>`), as written; nil for the page's own address.
    public var base: String?
    /// `hreflang` alternates: tag → href as written.
    public var alternates: [String: String] = [:]
    /// Where a meta element sends the visitor; nil for nowhere, or to the same page again.
    public var refresh: DeclaredRefresh?

    /// A page without a head.
    public init() {}
}

/// A page that sends its visitor on by a meta element (HTML standard, "shared declarative refresh steps").
public struct DeclaredRefresh: Codable, Sendable, Hashable {
    /// Until then the page is shown.
    public var seconds: Int
    /// As written.
    public var target: String

    /// Each argument becomes the field of its name.
    public init(seconds: Int, target: String) {
        self.seconds = seconds
        self.target = target
    }

    /// Seconds up to which nobody could read the page before it is gone.
    private static let unreadable = 3

    /// As written; nil where there is time to read the page.
    public var forward: String? { seconds <= Self.unreadable ? target : nil }
}

/// What a form is for.
public enum FormPurpose: String, Codable, Sendable, CaseIterable, Hashable {
    case search, newsletter, contact, login, registration, order, review, filter, callback, other
}

/// A form, or a group of controls that works like one.
public struct FormFact: Codable, Sendable, Hashable {
    /// What it is for.
    public var purpose: FormPurpose
    /// The action as written; nil without the attribute.
    public var action: String?
    /// "get" or "post".
    public var method: String
    /// Visible fields that a person fills in.
    public var fieldCount: Int
    /// Has an action, or something that could send it by script.
    public var hasTarget: Bool
    /// Labels of boxes that are ticked beforehand and not required by the form's own purpose.
    public var preticked: [Mention]
    /// The words that tell what it is for.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(
        purpose: FormPurpose, action: String?, method: String, fieldCount: Int, hasTarget: Bool,
        preticked: [Mention] = [], mention: Mention
    ) {
        self.purpose = purpose
        self.action = action
        self.method = method
        self.fieldCount = fieldCount
        self.hasTarget = hasTarget
        self.preticked = preticked
        self.mention = mention
    }
}
