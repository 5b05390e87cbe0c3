import Model

/// A catalogue's row as it is written: plain text and numbers under lasting names.
struct OfferRow: Encodable {
    let url: String
    let name: String?
    let brand: String?
    let sku: String?
    let gtin: String?
    let mpn: String?
    /// Decimal, with a full stop: "1299.00".
    let price: String?
    let highPrice: String?
    let currency: String?
    let wasPrice: String?
    let wasKind: String?
    /// Percent that the page claims, 0…100.
    let claimedPercent: Double?
    let availability: String?
    /// "words", "structuredData" or "orderButton".
    let availabilityFrom: String?
    let condition: String?
    let validUntil: String?
    let rating: Double?
    let ratingBest: Double?
    let reviews: Int?
    let image: String?
    let sources: [String]
    let agreement: String
    let ambiguity: String?
    let language: String
    let quote: String
    /// What each place states, in JSON alone.
    let offers: [OfferStatement]
    /// The page's structured data as found, in JSON alone; nil where a saved crawl didn't keep it.
    let structured: [StructuredEntity]?

    init(_ item: CatalogueOffer) {
        let offer = item.offer
        url = item.url
        name = item.name
        brand = offer.brand
        sku = offer.sku
        gtin = offer.gtin
        mpn = offer.mpn
        price = offer.price?.decimal
        highPrice = offer.highPrice?.decimal
        currency = offer.price?.currency
        wasPrice = offer.was?.decimal
        wasKind = offer.was == nil ? nil : offer.wasKind?.rawValue
        claimedPercent = offer.claimedPercent
        availability = offer.availability?.rawValue
        availabilityFrom = item.availabilityBasis?.rawValue
        condition = offer.condition?.rawValue
        validUntil = offer.validUntil?.text
        rating = offer.rating
        ratingBest = offer.ratingBest
        reviews = offer.reviewCount
        image = offer.image
        sources = item.sources.map(\.rawValue)
        agreement = item.agreement.rawValue
        ambiguity = item.ambiguity
        language = item.language
        quote = offer.mention.quote
        offers = item.statements.map(OfferStatement.init)
        structured = item.entities
    }

    static let columns = [
        "url", "name", "brand", "sku", "gtin", "mpn", "price", "highPrice", "currency", "wasPrice", "wasKind",
        "claimedPercent", "availability", "availabilityFrom", "condition", "validUntil", "rating", "ratingBest",
        "reviews", "image",
        "sources",
        "agreement", "ambiguity", "language", "quote",
    ]

    /// In the order of `columns`.
    var cells: [String?] {
        [
            url, name, brand, sku, gtin, mpn, price, highPrice, currency, wasPrice, wasKind,
            claimedPercent.map { "\($0)" }, availability, availabilityFrom, condition, validUntil,
            rating.map { "\($0)" },
            ratingBest.map { "\($0)" }, reviews.map { "\($0)" }, image, sources.joined(separator: " "), agreement,
            ambiguity, language, quote,
        ]
    }
}
