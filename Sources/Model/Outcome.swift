/// What a check says of its subject.
public enum Outcome: Codable, Sendable, Hashable {
    /// The healthy state was observed; the evidence shows it.
    case pass([Evidence])
    case fail(Failure)
    /// The subject has nothing that this check is about; the reason says what is missing.
    case notApplicable(String)
    /// What was observed doesn't allow a verdict; the reason says what would be needed.
    case undetermined(String)
}

/// How sure a failed outcome is.
public enum Confidence: String, Codable, Sendable, Comparable, CaseIterable {
    /// A sign that a person should confirm.
    case likely
    /// Follows from what was observed, without inference.
    case certain

    /// Likely is less than certain.
    public static func < (a: Confidence, b: Confidence) -> Bool { a == .likely && b == .certain }
}

/// A defect, where it was seen, and how sure that is.
public struct Failure: Codable, Sendable, Hashable {
    /// Where it shows: at least one item, unless the defect is an absence.
    public var evidence: [Evidence]
    /// How sure it is.
    public var confidence: Confidence
    /// For absence: where it was looked for and not found.
    public var looked: SearchedPlaces?
    /// For a site check that counts parts: the share that fails, 0…1. 1 for a plain yes or no.
    public var share: Double
    /// One line with this case's own figures, e.g. "12 of 40 products". Plain text.
    public var detail: String?

    /// Each argument becomes the field of its name.
    public init(
        evidence: [Evidence], confidence: Confidence = .certain, looked: SearchedPlaces? = nil, share: Double = 1,
        detail: String? = nil
    ) {
        self.evidence = evidence
        self.confidence = confidence
        self.looked = looked
        self.share = min(max(share, 0), 1)
        self.detail = detail
    }
}

/// Where a claim of absence rests on: the pages and the kinds of place that were read.
public struct SearchedPlaces: Codable, Sendable, Hashable {
    /// Pages read in all.
    public var pages: Int
    /// Pages read by kind (`PageKind` raw values), so that "no contact page was among them" can be seen.
    public var kinds: [String: Int]
    /// The first few URLs, in order.
    public var urls: [String]
    /// What was looked for, in words: "telephone numbers in text, tel: links and structured data".
    public var what: String

    /// Each argument becomes the field of its name.
    public init(pages: Int, kinds: [String: Int], urls: [String], what: String) {
        self.pages = pages
        self.kinds = kinds
        self.urls = urls
        self.what = what
    }
}

/// Something a person can go and look at: a page, the words there, and the place on the page.
public struct Evidence: Codable, Sendable, Hashable {
    /// Absolute URL of the page.
    public var url: String
    /// The page's own words, verbatim but for white space; empty for absence on this page.
    public var quote: String
    /// The part of the page that it stands in.
    public var region: PageRegion
    /// A CSS-like path to the element, e.g. `main > div.price > del`; empty where the whole page is meant.
    public var locator: String
    /// What was observed there, in Comeback's words; nil where the quote speaks for itself.
    public var note: String?

    /// Each argument becomes the field of its name.
    public init(url: String, quote: String, region: PageRegion = .page, locator: String = "", note: String? = nil) {
        self.url = url
        self.quote = quote
        self.region = region
        self.locator = locator
        self.note = note
    }

    /// A mention as evidence, on the page at `url`.
    public init(url: String, _ mention: Mention, note: String? = nil) {
        self.init(url: url, quote: mention.quote, region: mention.region, locator: mention.locator, note: note)
    }
}
