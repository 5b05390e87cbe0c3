/// A product page, for checks that compare products.
public struct ProductSummary: Codable, Sendable, Hashable {
    /// Its node in the graph.
    public var id: PageID
    /// Normalised.
    public var url: String
    /// At most 120 characters.
    public var name: String?
    /// What a visitor sees beside the product; nil where no price was found.
    public var visible: OfferSummary?
    /// The first two of the page's structured data, without words.
    public var structured: [OfferSummary]
    /// What the page shows, else what structured data says.
    public var availability: Availability?
    /// See `PricingFacts.descriptionHash`.
    public var descriptionHash: UInt64?
    /// The description's first words; nil without a `descriptionHash`.
    public var description: Mention?
    /// "Only 3 left" beside the product, and the number.
    public var piecesLeft: PiecesLeft?
    /// Of delivery, returns and payment: what the page itself speaks of, or has a link for.
    public var speaksOf: [PageKind] = []
    /// It links to help or terms on another host.
    public var leadsElsewhere = false
    /// The words for the lowest price of the last 30 days.
    public var lowest30Days: Mention?
    /// What it is known by: numbers as the page states them, and its canonical address.
    public var keys: ProductKeys = ProductKeys()

    /// Each argument becomes the field of its name.
    public init(
        id: PageID, url: String, name: String?, visible: OfferSummary?, structured: [OfferSummary],
        availability: Availability?, descriptionHash: UInt64?, description: Mention?
    ) {
        self.id = id
        self.url = url
        self.name = name
        self.visible = visible
        self.structured = structured
        self.availability = availability
        self.descriptionHash = descriptionHash
        self.description = description
    }
}

/// An offer as far as checks of the whole site compare it: a shop has many, and an `Offer` is large.
public struct OfferSummary: Codable, Sendable, Hashable {
    /// What a visitor pays; the lowest of a range.
    public var price: Money?
    /// The highest of a range; nil for a single price.
    public var highPrice: Money?
    /// The higher price that is named beside it.
    public var was: Money?
    /// What `was` is called; nil without one.
    public var wasKind: WasPriceKind?
    /// The reduction that the page claims, in percent, 0…100.
    public var claimedPercent: Double?
    /// Nil where the offer doesn't say.
    public var availability: Availability?
    /// The words that the price was read from; without any where nobody quotes them.
    public var mention: Mention

    /// - Parameter mention: what is kept of the offer's words.
    public init(_ offer: Offer, mention: Mention) {
        price = offer.price
        highPrice = offer.highPrice
        was = offer.was
        wasKind = offer.wasKind
        claimedPercent = offer.claimedPercent
        availability = offer.availability
        self.mention = mention
    }

    /// The same prices and availability, whatever the words.
    public func saysTheSame(as other: OfferSummary) -> Bool {
        price == other.price && highPrice == other.highPrice && was == other.was
            && claimedPercent == other.claimedPercent && availability == other.availability
    }
}

/// How many pieces a page says are left.
public struct PiecesLeft: Codable, Sendable, Hashable {
    /// As the page says.
    public var number: Int
    /// The words that say so.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(number: Int, mention: Mention) {
        self.number = number
        self.mention = mention
    }
}

/// A tile that was seen for a product, and where.
public struct SeenTile: Codable, Sendable, Hashable {
    /// The listing that shows it.
    public var pageURL: String
    /// What it shows.
    public var offer: OfferSummary

    /// Each argument becomes the field of its name.
    public init(pageURL: String, offer: OfferSummary) {
        self.pageURL = pageURL
        self.offer = offer
    }
}

/// A product that listings show and of which no page was read.
public struct ListedProduct: Codable, Sendable, Hashable {
    /// Where its tiles lead to, as the first one's page resolves it.
    public var url: String
    /// At most 120 characters; nil where the tile has none.
    public var name: String?
    /// What its tiles show, those of the lowest pages first; only what differs.
    public var tiles: [SeenTile]

    /// Each argument becomes the field of its name.
    public init(url: String, name: String?, tiles: [SeenTile]) {
        self.url = url
        self.name = name
        self.tiles = tiles
    }
}
