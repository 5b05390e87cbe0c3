/// How one finds one's way on a page.
public struct NavigationFacts: Codable, Sendable, Hashable {
    /// Internal links in navigation regions or header lists.
    public var menuLinks = 0
    /// The menu, as its first few link texts.
    public var menu: Mention?
    /// The trail: markup, BreadcrumbList, or a linked path.
    public var breadcrumbs: Mention?
    /// All `<a href>` that lead somewhere.
    public var linkCount = 0
    /// Of these, links within the site.
    public var internalLinkCount = 0
    /// Links that a screen reader cannot name (WCAG 2.4.4); at most 20, of `namelessLinkCount`.
    public var namelessLinks: [Mention] = []
    /// All of them, where `namelessLinks` is cut.
    public var namelessLinkCount = 0
    /// Links whose whole text says nothing ("here"); at most 20, of `vagueLinkCount`.
    public var vagueLinks: [Mention] = []
    /// All of them, where `vagueLinks` is cut.
    public var vagueLinkCount = 0
    /// Visible headings in order, at most 60.
    public var headings: [Heading] = []
    /// A main heading that only assistive software reads out; nil where there is none.
    public var hiddenMainHeading: Mention?
    /// Frames, marquee, blink, font tags, layout tables, Flash, hit counters.
    public var datedMarkup: [Mention] = []
    /// http: resources that a https: page loads, and forms that post to http:.
    public var insecureParts: [Mention] = []
    /// Third-party advertising slots.
    public var advertising: [Mention] = []
    /// Sorting or filter controls of a listing.
    public var filters: [Mention] = []
    /// "next page" and page numbers.
    public var pagination: Mention?

    /// A page without links.
    public init() {}
}

/// A heading as seen.
public struct Heading: Codable, Sendable, Hashable {
    /// 1…6
    public var level: Int
    /// White space collapsed.
    public var text: String
    /// The part of the page that it stands in.
    public var region: PageRegion

    /// Each argument becomes the field of its name.
    public init(level: Int, text: String, region: PageRegion) {
        self.level = level
        self.text = text
        self.region = region
    }
}
