import Model

/// What one place on a page states of a product, as it is written.
struct OfferStatement: Encodable {
    /// "visible", "jsonLD", "microdata", "rdfa" or "openGraph".
    let source: String
    let name: String?
    let sku: String?
    let gtin: String?
    let mpn: String?
    /// Decimal, with a full stop: "1299.00".
    let price: String?
    let highPrice: String?
    let currency: String?
    let wasPrice: String?
    let wasKind: String?
    let availability: String?
    let condition: String?
    let validUntil: String?
    let quote: String

    init(_ offer: Offer) {
        source = offer.source.rawValue
        name = offer.name
        sku = offer.sku
        gtin = offer.gtin
        mpn = offer.mpn
        price = offer.price?.decimal
        highPrice = offer.highPrice?.decimal
        currency = offer.price?.currency
        wasPrice = offer.was?.decimal
        wasKind = offer.was == nil ? nil : offer.wasKind?.rawValue
        availability = offer.availability?.rawValue
        condition = offer.condition?.rawValue
        validUntil = offer.validUntil?.text
        quote = offer.mention.quote
    }
}
