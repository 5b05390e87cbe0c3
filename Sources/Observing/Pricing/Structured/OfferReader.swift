import Model

/// Turns products of structured data into offers.
struct OfferReader {
    let graph: EntityGraph
    /// Most offers that are taken from one product.
    static let limit = 60

    /// schema.org's kinds of things that shops sell.
    static func isProduct(_ entity: EntityGraph.Entity) -> Bool {
        entity.types.contains { productTypes.contains($0) }
    }

    private static let productTypes: Set<String> = [
        "Product", "ProductGroup", "ProductModel", "IndividualProduct", "SomeProducts", "Vehicle", "Car", "Motorcycle",
        "Book", "MusicAlbum", "SoftwareApplication", "MobileApplication", "ProductCollection", "product",
    ]

    /// All offers of a product, its variants' included; one without price where it names none.
    func offers(of product: Int) -> [Offer] {
        var out: [Offer] = []
        let base = described(product)
        append(product, base, &out)
        for variant in graph.entities("hasVariant", of: product) + graph.entities("model", of: product)
        where variant != product && out.count < OfferReader.limit {
            var inherited = described(variant)
            inherited.name = inherited.name ?? base.name
            inherited.brand = inherited.brand ?? base.brand
            inherited.rating = inherited.rating ?? base.rating
            inherited.ratingBest = inherited.ratingBest ?? base.ratingBest
            inherited.reviewCount = inherited.reviewCount ?? base.reviewCount
            append(variant, inherited, &out)
        }
        return out.isEmpty ? [base] : out
    }

    private func append(_ product: Int, _ base: Offer, _ out: inout [Offer]) {
        for i in graph.entities("offers", of: product) + graph.entities("offer", of: product) {
            if graph.entities[i].isA("AggregateOffer") {
                if let offer = aggregate(i, base) { out.append(offer) }
                continue
            }
            guard out.count < OfferReader.limit else { return }
            if let offer = single(i, base) { out.append(offer) }
        }
        // Microdata in the wild: price and currency on the product itself.
        if graph.plain("price", of: product) != nil, let offer = single(product, base) { out.append(offer) }
    }

    /// A product's description without its price.
    private func described(_ product: Int) -> Offer {
        var offer = Offer(
            source: graph.entities[product].source, mention: .structured("", graph.entities[product].source))
        offer.name = graph.text("name", of: product)
        offer.url = graph.text("url", of: product)
        offer.sku = graph.text("sku", of: product) ?? graph.text("productID", of: product)
        offer.mpn = graph.text("mpn", of: product)
        offer.brand = graph.text("brand", of: product) ?? graph.text("manufacturer", of: product)
        offer.image = graph.text("image", of: product)
        for name in ["gtin13", "gtin", "gtin12", "gtin14", "gtin8", "ean", "isbn"] where offer.gtin == nil {
            offer.gtin = graph.text(name, of: product)
        }
        if let rating = graph.entities("aggregateRating", of: product).first {
            offer.rating = graph.text("ratingValue", of: rating).flatMap(OfferReader.number)
            offer.ratingBest = graph.text("bestRating", of: rating).flatMap(OfferReader.number)
            let count = graph.text("reviewCount", of: rating) ?? graph.text("ratingCount", of: rating)
            offer.reviewCount = count.flatMap(OfferReader.number).flatMap { Int(exactly: $0.rounded()) }
        }
        offer.mention = .structured(offer.name ?? "", offer.source)
        return offer
    }

    private func single(_ i: Int, _ base: Offer) -> Offer? {
        var offer = base
        let specifications = graph.entities("priceSpecification", of: i)
        let currency = ([i] + specifications).lazy.compactMap { graph.text("priceCurrency", of: $0) }.first
            .flatMap(PriceText.currency)
        let own = graph.plain("price", of: i).flatMap { PriceText.money($0, currency: currency) }
        offer.price = own
        for specification in specifications { take(specification, currency, &offer) }
        if offer.price == nil {
            offer.price = graph.plain("lowPrice", of: i).flatMap { PriceText.money($0, currency: currency) }
        }
        finish(&offer, i)
        quote(&offer, graph.text("price", of: i) ?? offer.price?.text ?? "", currency)
        return offer.price == nil && offer.availability == nil ? nil : offer
    }

    /// One PriceSpecification: the price, a price before, a unit price.
    private func take(_ specification: Int, _ currency: String?, _ offer: inout Offer) {
        guard let value = graph.plain("price", of: specification),
            let money = PriceText.money(value, currency: currency)
        else { return }
        let type = EntityGraph.localName(graph.text("priceType", of: specification) ?? "")
        switch type {
        case "ListPrice", "StrikethroughPrice", "RegularPrice":
            offer.was = money
            offer.wasKind = .unknown
        case "SRP", "MSRP":
            offer.was = money
            offer.wasKind = .recommended
        case "MinimumAdvertisedPrice", "InvoicePrice": break
        default:
            let perUnit =
                graph.text("referenceQuantity", of: specification) != nil
                || !graph.entities("referenceQuantity", of: specification).isEmpty
            let forMembers = graph.text("validForMemberTier", of: specification) != nil
            if offer.price == nil && !perUnit && !forMembers { offer.price = money }
        }
    }

    private func aggregate(_ i: Int, _ base: Offer) -> Offer? {
        var offer = base
        let inner = graph.entities("offers", of: i)
        let currency = ([i] + inner).lazy.compactMap { graph.text("priceCurrency", of: $0) }.first.flatMap(
            PriceText.currency)
        let low = graph.plain("lowPrice", of: i) ?? graph.plain("price", of: i)
        offer.price = low.flatMap { PriceText.money($0, currency: currency) }
        offer.highPrice = graph.plain("highPrice", of: i).flatMap { PriceText.money($0, currency: currency) }
        let prices = inner.prefix(200).compactMap { single($0, base)?.price }.sorted { $0.minor < $1.minor }
        if offer.price == nil {
            offer.price = prices.first
            offer.highPrice = offer.highPrice ?? prices.last
        }
        if offer.highPrice == offer.price { offer.highPrice = nil }
        finish(&offer, i)
        if offer.availability == nil {
            let all = inner.prefix(200).compactMap {
                graph.text("availability", of: $0).flatMap(PriceText.availability)
            }
            offer.availability = all.first(where: \.isOrderable) ?? all.first
        }
        quote(&offer, graph.text("lowPrice", of: i) ?? offer.price?.text ?? "", currency)
        return offer.price == nil && offer.availability == nil ? nil : offer
    }

    private func finish(_ offer: inout Offer, _ i: Int) {
        offer.availability = graph.text("availability", of: i).flatMap(PriceText.availability)
        offer.validUntil = graph.text("priceValidUntil", of: i).flatMap(PriceText.date)
        offer.url = graph.text("url", of: i) ?? offer.url
        offer.sku = graph.text("sku", of: i) ?? offer.sku
        offer.gtin = graph.text("gtin13", of: i) ?? graph.text("gtin", of: i) ?? offer.gtin
    }

    private func quote(_ offer: inout Offer, _ price: String, _ currency: String?) {
        let words = [offer.name, "price: \(price)", currency].compactMap { $0 }.joined(separator: ", ")
        offer.mention = .structured(words, offer.source)
    }

    /// A plain number with a full stop or comma.
    static func number(_ text: String) -> Double? {
        let trimmed = text.prefix(16).split(separator: " ").first ?? ""
        return Double(trimmed.map { $0 == "," ? "." : String($0) }.joined()).flatMap { $0.isFinite ? $0 : nil }
    }
}
