/// What a page offers, at what price.
public struct PricingFacts: Codable, Sendable, Hashable {
    /// Offers in the page's structured data that belong to the page's own product.
    public var structured: [Offer] = []
    /// Everything that the page's structured data describes, as found; nil where nobody asked for it.
    public var entities: [StructuredEntity]?
    /// Priced offers in structured data for other products than the page's own; nil where nobody asked for them.
    public var listed: [Offer]?
    /// The price and its companions as a visitor sees them beside the page's product; nil where none was found.
    public var visible: Offer?
    /// Why the visible price could not be decided, where several compete.
    public var ambiguity: String?
    /// Product tiles of a listing, or of related goods; at most 200.
    public var tiles: [ProductTile] = []
    /// Visible amounts without any currency beside a product; at most 10.
    public var amountsWithoutCurrency: [Mention] = []
    /// Amounts with a currency in the page's main part, tiles left out: on a page about delivery, what it costs.
    public var amounts = 0
    /// The words for the lowest price of the last 30 days, with or without an amount.
    public var lowest30Days: Mention?
    /// "On request", "call for price".
    public var priceOnRequest: Mention?
    /// Ways to order: buttons, forms, links.
    public var orderControls: [Mention] = []
    /// A way to order that is there and can't be used: it wants a choice first, or the goods are gone.
    public var closedOrder: Mention?
    /// Words to order by anywhere in the main part, those of related goods among them.
    public var orderWords = 0
    /// Name, from the main heading or structured data.
    public var productName: String?
    /// Pictures of the product itself.
    public var productPictures = 0
    /// The address, as written, that a browser asks for to show the main one; nil where none can be told.
    public var productPicture: String?
    /// The description's words, not counting characteristics.
    public var descriptionWords = 0
    /// A hash of the description's text, for telling copies; nil under 20 words.
    public var descriptionHash: UInt64?
    /// The description's first words.
    public var description: Mention?
    /// Rows of a characteristics table or definition list.
    public var characteristics = 0
    /// Visible availability, if any.
    public var availability: Availability?
    /// The words that say `availability`.
    public var availabilityMention: Mention?
    /// The listing says that it has nothing.
    public var emptyListing: Mention?

    /// Nothing found.
    public init() {}
}

/// Where an offer was read.
public enum OfferSource: String, Codable, Sendable, Hashable, CaseIterable {
    case visible, jsonLD, microdata, rdfa, openGraph, tile
}

/// Whether it can be bought, after schema.org's ItemAvailability.
public enum Availability: String, Codable, Sendable, Hashable, CaseIterable {
    case inStock, limited, preOrder, backOrder, outOfStock, discontinued, inStoreOnly

    /// A visitor can order it now.
    public var isOrderable: Bool { self != .outOfStock && self != .discontinued && self != .inStoreOnly }
}

/// In what state the goods are, after schema.org's OfferItemCondition.
public enum ItemCondition: String, Codable, Sendable, Hashable, CaseIterable {
    case new, used, refurbished, damaged
}

/// What the price before a reduction is called, which decides what the law asks of it.
public enum WasPriceKind: String, Codable, Sendable, Hashable, CaseIterable {
    /// The shop's own former price, or unsaid.
    case former
    /// Recommended retail price, list price, "compare at".
    case recommended
    /// The lowest price of the last 30 days.
    case lowest30Days
    case unknown
}

/// A price for a product, here and now.
public struct Offer: Codable, Sendable, Hashable {
    /// Where it was read.
    public var source: OfferSource
    /// The product's name beside the price; nil where there is none.
    public var name: String?
    /// As written.
    public var url: String?
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
    /// Nil where the offer doesn't say.
    public var condition: ItemCondition?
    /// The shop's own article number, as written.
    public var sku: String?
    /// A GTIN whose check digit is right (EAN, UPC, ISBN-13), digits only.
    public var gtin: String?
    /// The maker's part number, as written.
    public var mpn: String?
    /// As written.
    public var brand: String?
    /// A picture's address, as written.
    public var image: String?
    /// The last day of the price, as structured data says.
    public var validUntil: CalendarDate?
    /// 0…`ratingBest`
    public var rating: Double?
    /// The best that can be given; nil where the page doesn't say, which by schema.org means 5.
    public var ratingBest: Double?
    /// Reviews or ratings that `rating` rests on.
    public var reviewCount: Int?
    /// The words that the price was read from.
    public var mention: Mention
    /// The words that `was` was read from.
    public var wasMention: Mention?
    /// The words that `claimedPercent` was read from.
    public var percentMention: Mention?

    /// An offer without any price yet.
    public init(source: OfferSource, mention: Mention) {
        self.source = source
        self.mention = mention
    }
}

/// One product in a listing.
public struct ProductTile: Codable, Sendable, Hashable {
    /// What the tile shows.
    public var offer: Offer
    /// The link to the product as written; nil where the tile has none.
    public var href: String?
    /// A picture stands in the tile.
    public var hasPicture: Bool
    /// The address, as written, that a browser asks for to show it; nil where none can be told.
    public var picture: String?
    /// Stands beside another product or under "related", not in the page's own listing.
    public var isRelated: Bool

    /// Each argument becomes the field of its name.
    public init(
        offer: Offer, href: String?, hasPicture: Bool = false, picture: String? = nil, isRelated: Bool = false
    ) {
        self.offer = offer
        self.href = href
        self.hasPicture = hasPicture
        self.picture = picture
        self.isRelated = isRelated
    }
}
