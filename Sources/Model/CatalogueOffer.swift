/// A product of the shop as one row of its catalogue: what a visitor would pay for it here and now, and where that was
/// read.
public struct CatalogueOffer: Codable, Sendable, Hashable {
    /// Whether the places that state a price agree with one another.
    public enum Agreement: String, Codable, Sendable, Hashable {
        /// All that state one state the same, or one of a range.
        case agree
        case differ
        /// Only one place states a price, or none.
        case single
    }

    /// What tells of a product's availability.
    public enum AvailabilityBasis: String, Codable, Sendable, Hashable {
        /// Words beside the product.
        case words
        case structuredData
        /// A button that orders it, and a price: nothing else is said.
        case orderButton
    }

    /// The page it was read from; for a product known from a listing alone the product's own address, if it has one.
    public var url: String
    /// The product's name; nil where the page gives none.
    public var name: String?
    /// What it costs here and now.
    public var offer: Offer
    /// Every place that states a price of it.
    public var sources: [OfferSource]
    /// Nil where nothing tells of `offer.availability`.
    public var availabilityBasis: AvailabilityBasis?
    /// What the page's other sources say of the price.
    public var agreement: Agreement
    /// Why no price could be told, where several compete.
    public var ambiguity: String?
    /// The page's language as BCP 47 tag.
    public var language: String
    /// What each place states, the visible price first; without places for a product known from a listing alone.
    public var statements: [Offer] = []
    /// All of the page's structured data as found; nil where it wasn't kept.
    public var entities: [StructuredEntity]?

    /// Each argument becomes the field of its name.
    public init(
        url: String, name: String?, offer: Offer, sources: [OfferSource], agreement: Agreement,
        ambiguity: String? = nil, language: String
    ) {
        self.url = url
        self.name = name
        self.offer = offer
        self.sources = sources
        self.agreement = agreement
        self.ambiguity = ambiguity
        self.language = language
    }
}

extension CatalogueOffer {
    /// The product of a page of its own; nil for pages that offer none.
    public init?(_ facts: PageFacts) {
        let pricing = facts.pricing
        // The first page of a shop with one product is its product page as well.
        guard [.product, .home].contains(facts.kind.kind), let first = pricing.visible ?? pricing.structured.first
        else { return nil }
        var offer = first
        for other in pricing.structured { offer.complete(from: other) }
        if pricing.visible == nil, pricing.structured.count > 1 { offer.widen(over: pricing.structured) }
        offer.image = offer.image ?? pricing.productPicture
        var basis = offer.availability == nil ? nil : AvailabilityBasis.structuredData
        if let seen = pricing.availability {
            offer.availability = seen
            basis = .words
        } else if offer.availability == nil, offer.price != nil, !pricing.orderControls.isEmpty {
            offer.availability = .inStock
            basis = .orderButton
        }
        let priced = ([pricing.visible].compactMap { $0 } + pricing.structured).filter { $0.price != nil }
        self.init(
            url: facts.url, name: pricing.productName ?? offer.name, offer: offer,
            sources: OfferSource.allCases.filter { source in priced.contains { $0.source == source } },
            agreement: Self.agreement(priced), ambiguity: pricing.visible == nil ? pricing.ambiguity : nil,
            language: facts.language.tag)
        availabilityBasis = basis
        statements = [pricing.visible].compactMap { $0 } + pricing.structured
        entities = pricing.entities
    }

    /// Variants of one source span a range of prices; sources agree where their ranges meet.
    private static func agreement(_ offers: [Offer]) -> Agreement {
        let spans = OfferSource.allCases.compactMap { source -> Offer? in
            let own = offers.filter { $0.source == source }
            var span = own.first
            span?.widen(over: own)
            return span
        }
        guard spans.count > 1, let first = spans.first else { return .single }
        return spans.allSatisfy { $0.meets(first) } ? .agree : .differ
    }
}

extension Offer {
    /// Takes over what this one doesn't say. A former price is taken only beside the same price.
    fileprivate mutating func complete(from other: Offer) {
        name = name ?? other.name
        sku = sku ?? other.sku
        gtin = gtin ?? other.gtin
        mpn = mpn ?? other.mpn
        brand = brand ?? other.brand
        image = image ?? other.image
        condition = condition ?? other.condition
        validUntil = validUntil ?? other.validUntil
        availability = availability ?? other.availability
        if rating == nil { (rating, ratingBest) = (other.rating, other.ratingBest) }
        reviewCount = reviewCount ?? other.reviewCount
        if price == nil { (price, highPrice) = (other.price, other.highPrice) }
        guard let amount = price, let theirs = other.price, amount.hundredths == theirs.hundredths else { return }
        if amount.currency == nil { price = theirs }
        if was == nil { (was, wasKind, wasMention) = (other.was, other.wasKind, other.wasMention) }
    }

    /// Variants of one product span a range of prices.
    fileprivate mutating func widen(over offers: [Offer]) {
        let amounts = offers.flatMap { [$0.price, $0.highPrice] }.compactMap { $0 }
            .filter { $0.currency == price?.currency }
        guard let low = amounts.min(by: { $0.minor < $1.minor }), let high = amounts.max(by: { $0.minor < $1.minor }),
            low.minor < high.minor
        else { return }
        (price, highPrice) = (low, high)
    }

    /// States the same price, or one within the other's range.
    fileprivate func meets(_ other: Offer) -> Bool {
        guard let mine = price, let theirs = other.price else { return true }
        if let a = mine.currency, let b = theirs.currency, a != b { return false }
        let high = highPrice?.hundredths ?? mine.hundredths
        let otherHigh = other.highPrice?.hundredths ?? theirs.hundredths
        return mine.hundredths <= otherHigh && theirs.hundredths <= high
    }
}
