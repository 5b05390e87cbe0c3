/// The site as a whole: what its pages add up to. Built page by page; nothing here grows with a page's text.
public struct SiteFacts: Sendable {
    /// The seed as redirected.
    public var seed: String
    /// When the audit began: milliseconds since 1970-01-01T00:00:00Z, from the injected clock.
    public var now: Int64
    /// Pages read, ascending by URL.
    public var pages: [PageSummary]
    /// Every known URL, and who links to whom.
    public var graph: LinkGraph
    /// For each generic fact: on how many pages it is present, and the first few.
    public var mentions: [String: SiteMentions]
    /// One for each product page read, ascending by URL.
    public var products: [ProductSummary]
    /// Tiles of listings by the URL they lead to, where that is a product page that was read; at most 5 each.
    public var tiles: [PageID: [SeenTile]]
    /// Announcements of promotions, those on most pages first; at most 120.
    public var promotions: [SitePromotion] = []
    /// Products that only listings showed, ascending by URL.
    public var listed: [ListedProduct] = []
    /// What products that are reduced now cost before, ascending by URL; nil where no ledger was kept.
    public var histories: [PriceHistory]?
    /// The article with the newest date; nil where no article that was read has one.
    public var newestArticle: DatedPage?
    /// Claims whose figures are compared with other pages or with the day: at most 240, ascending by use and URL.
    public var claims: [SiteClaim]
    /// What pictures announce by their alternative text, ascending by URL; at most 60.
    public var pictured: [SiteClaim] = []
    /// What the shop promises to everybody, each kind, length and sum once; at most 40 a kind.
    public var promises: [SitePromise] = []
    /// Telephone numbers, by how pages name them.
    public var numbers: SiteNumbers
    /// Postal addresses, by where they stand.
    public var addresses = SiteAddresses()
    /// By need, ways to a person that are named for it, most pages first; at most 20 each.
    public var namedContacts: [CustomerNeed: [NamedContact]] = [:]
    /// Customers' reviews of its products.
    public var reviews = SiteReviews()
    /// Goods seen with a price, on tiles or pages of their own, each once.
    public var range: RangeSeen
    /// Pictures of products that were asked for, ascending by URL; nil where none were.
    public var pictures: [ShownPicture]?
    /// Clocks that run down, ascending by URL; at most 200.
    public var countdowns: [PageCountdown] = []
    /// Pages that were asked for again some time later, ascending by URL; nil where none were.
    public var revisits: [SecondVisit]?
    /// What earlier audits saw of the countdowns that run now, ascending by URL; nil where no ledger was kept.
    public var countdownHistories: [CountdownHistory]?
    /// What was seen of the site.
    public var coverage: Coverage
    /// The site's language: that of most pages.
    public var language: String
    /// ISO 3166 region that the site most likely sells in; nil where nothing tells.
    public var country: String?

    /// A site of which nothing was read.
    public init(seed: String, now: Int64) {
        self.seed = seed
        self.now = now
        pages = []
        graph = LinkGraph()
        mentions = [:]
        products = []
        tiles = [:]
        claims = []
        numbers = SiteNumbers()
        range = RangeSeen()
        coverage = Coverage()
        language = "und"
    }

    /// The day of `now`, UTC.
    public var today: CalendarDate { CalendarDate(millisecondsSince1970: now) }
}

/// A page and the day that it names as its own.
public struct DatedPage: Codable, Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// At most 160 characters.
    public var title: String
    /// The day that it names.
    public var date: CalendarDate

    /// Each argument becomes the field of its name.
    public init(url: String, title: String, date: CalendarDate) {
        self.url = url
        self.title = title
        self.date = date
    }
}

/// A promise that only the whole site can be held against.
public struct SiteClaim: Codable, Sendable, Hashable {
    /// The first page in URL order that makes it.
    public var url: String
    /// The kind of that page.
    public var pageKind: PageKind
    /// What is promised.
    public var kind: ClaimKind
    /// Its words.
    public var mention: Mention
    /// 0…100; nil where it names none.
    public var percent: Double?
    /// Nil where it names none.
    public var amount: Money?
    /// The last day of the promise; nil where it names none.
    public var until: CalendarDate?
    /// Reduced goods on that page, and those of them that reach `percent`.
    public var reducedBeside: Int
    /// Of `reducedBeside`, those that reach `percent`.
    public var reachingBeside: Int

    /// Each argument becomes the field of its name.
    public init(
        url: String, pageKind: PageKind, kind: ClaimKind, mention: Mention, percent: Double? = nil,
        amount: Money? = nil, until: CalendarDate? = nil, reducedBeside: Int = 0, reachingBeside: Int = 0
    ) {
        self.url = url
        self.pageKind = pageKind
        self.kind = kind
        self.mention = mention
        self.percent = percent
        self.amount = amount
        self.until = until
        self.reducedBeside = reducedBeside
        self.reachingBeside = reachingBeside
    }
}

/// The goods of a shop as far as their prices were seen.
public struct RangeSeen: Codable, Sendable, Hashable {
    /// With a price.
    public var priced = 0
    /// Of these, with a higher price before; by whole percent of the reduction, 0…100.
    public var reducedByPercent = [Int](repeating: 0, count: 101)
    /// All goods with a higher price before.
    public var reduced: Int { reducedByPercent.reduce(0, +) }

    /// Without any goods.
    public init() {}

    /// Reduced goods whose reduction comes to `percent`, but for rounding by one.
    public func reaching(_ percent: Double) -> Int {
        let lowest = Int(min(max(percent - 1, 0), 100).rounded(.down))
        return reducedByPercent[lowest...].reduce(0, +)
    }
}

/// What is kept of a page for the site's checks.
public struct PageSummary: Codable, Sendable, Hashable {
    /// Its node in the graph.
    public var id: PageID
    /// Normalised.
    public var url: String
    /// What kind of page it was taken for.
    public var kind: PageKind
    /// A BCP 47 tag; "und" where it can't be told.
    public var language: String
    /// Index of the template, in order of first appearance.
    public var template: Int
    /// At most 160 characters; "" without one.
    public var title: String
    /// Milliseconds.
    public var timeToFirstByte: Int
    /// Of visible text.
    public var words: Int
    /// Other topics that the page covers as well, without `kind`.
    public var alsoCovers: [PageKind]
    /// The absolute address that the page names as its own (rel=canonical) where that is another one; nil otherwise.
    public var canonical: String?
    /// Ways to a person: the first general one of each kind, then those with words that say what for; at most 17.
    public var ways: [ShownWay]
    /// Of delivery, returns and payment: what the page's main part speaks of; see `PageFacts.speaksOf`.
    public var speaksOf: [PageKind]

    /// The page is of this kind or covers its topic too.
    public func covers(_ topic: PageKind) -> Bool { kind == topic || alsoCovers.contains(topic) }

    /// Each argument becomes the field of its name.
    public init(
        id: PageID, url: String, kind: PageKind, language: String, template: Int, title: String,
        timeToFirstByte: Int, words: Int, alsoCovers: [PageKind] = [], canonical: String? = nil, ways: [ShownWay] = [],
        speaksOf: [PageKind] = []
    ) {
        self.id = id
        self.url = url
        self.kind = kind
        self.language = language
        self.template = template
        self.title = title
        self.timeToFirstByte = timeToFirstByte
        self.words = words
        self.alsoCovers = alsoCovers
        self.canonical = canonical
        self.ways = ways
        self.speaksOf = speaksOf
    }
}

/// A fact over all pages.
public struct SiteMentions: Codable, Sendable, Hashable {
    /// Pages on which it is present.
    public var pages: Int
    /// Pages by kind on which it is present.
    public var kinds: [PageKind: Int]
    /// From the pages first in URL order, one a page, at most 10.
    public var examples: [Evidence]
    /// Distinct values where the fact has one (e.g. E.164 numbers, addresses), at most 50, ascending.
    public var values: [String]

    /// Each argument becomes the field of its name.
    public init(pages: Int = 0, kinds: [PageKind: Int] = [:], examples: [Evidence] = [], values: [String] = []) {
        self.pages = pages
        self.kinds = kinds
        self.examples = examples
        self.values = values
    }
}

/// What the crawl saw of the site.
public struct Coverage: Codable, Sendable, Hashable {
    /// URLs of the site that are known, pages as far as one can tell.
    public var known = 0
    /// Pages read and assessed.
    public var assessed = 0
    /// Known, and not asked for because of a limit.
    public var beyondLimit = 0
    /// Gave no usable answer.
    public var failed = 0
    /// Kept from us, or with something else in their place.
    public var blocked = 0
    /// Answered, but with an error status, or by saying that there is no such page.
    public var errors = 0
    /// Empty before scripts run.
    public var needsBrowser = 0
    /// Read, and the same page as another one that was read.
    public var repeats = 0
    /// Addresses that were not asked for, by the reason (`SkipReason` raw values).
    public var heldBack: [String: Int] = [:]
    /// The crawl ended before it had asked for every known page.
    public var isSample: Bool { beyondLimit > 0 }

    /// Nothing seen.
    public init() {}
}
