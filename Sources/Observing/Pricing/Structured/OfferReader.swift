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
        for i in offerEntities(of: product) {
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

    /// What a product's offers are called, in data-vocabulary.org and in mistaken templates as well; an offer around the
    /// product (itemOffered); the page's lone offer that stands beside its lone product.
    private func offerEntities(of product: Int) -> [Int] {
        let inside = ["offers", "offer", "offerDetails"].flatMap { graph.entities($0, of: product) }
        guard inside.isEmpty else { return inside }
        let entity = graph.entities[product]
        if entity.parent >= 0 {
            return entity.role == "itemOffered" && isOffer(graph.entities[entity.parent]) ? [entity.parent] : []
        }
        guard graph.plain("price", of: product) == nil else { return [] }
        let alone = graph.entities.indices.filter {
            let other = graph.entities[$0]
            return other.source == entity.source && other.parent < 0 && (isOffer(other) || OfferReader.isProduct(other))
        }
        return alone.count == 2 ? alone.filter { isOffer(graph.entities[$0]) } : []
    }

    private func isOffer(_ entity: EntityGraph.Entity) -> Bool {
        entity.isA("Offer") || entity.isA("AggregateOffer") || entity.isA("Offer-aggregate")
    }

    /// A product's description without its price.
    private func described(_ product: Int) -> Offer {
        var offer = Offer(
            source: graph.entities[product].source, mention: .structured("", graph.entities[product].source))
        offer.name = graph.text("name", of: product)
        offer.url = graph.text("url", of: product)
        offer.sku = label("sku", of: product) ?? label("productID", of: product)
        offer.mpn = label("mpn", of: product)
        offer.brand = label("brand", of: product) ?? label("manufacturer", of: product)
        offer.image = graph.text("image", of: product)
        offer.gtin = gtin(product)
        if let rating = graph.entities("aggregateRating", of: product).first {
            offer.rating = graph.text("ratingValue", of: rating).flatMap(OfferReader.number)
            offer.ratingBest = graph.text("bestRating", of: rating).flatMap(OfferReader.number)
            let count = graph.text("reviewCount", of: rating) ?? graph.text("ratingCount", of: rating)
            offer.reviewCount = count.flatMap(OfferReader.number).flatMap { Int(exactly: $0.rounded()) }
        }
        offer.condition = graph.text("itemCondition", of: product).flatMap(PriceText.condition)
        offer.mention = .structured(offer.name ?? "", offer.source)
        return offer
    }

    private func gtin(_ i: Int) -> String? {
        ["gtin13", "gtin", "gtin12", "gtin14", "gtin8", "ean", "upc", "isbn", "productID", "identifier"].lazy
            .compactMap { graph.text($0, of: i).flatMap(TradeNumber.gtin) }.first
    }

    /// A value without the words in front of it that a template prints for people: "Brand: Acme".
    private func label(_ name: String, of product: Int) -> String? {
        guard let text = graph.text(name, of: product) else { return nil }
        guard graph.entities[product].source != .jsonLD, let colon = text.firstIndex(of: ":") else { return text }
        let rest = text[text.index(after: colon)...]
        guard rest.first == " ", text[..<colon].contains(where: \.isLetter) else { return text }
        let value = rest.drop { $0 == " " }
        return value.isEmpty ? text : String(value)
    }

    private func single(_ i: Int, _ base: Offer) -> Offer? {
        var offer = base
        let specifications = graph.entities("priceSpecification", of: i)
        let currency = ([i] + specifications).lazy.compactMap(currency).first
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
        let currency = ([i] + inner).lazy.compactMap(currency).first
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
        let condition = graph.text("itemCondition", of: i) ?? graph.text("condition", of: i)
        offer.condition = condition.flatMap(PriceText.condition) ?? offer.condition
        let end = graph.text("priceValidUntil", of: i) ?? graph.text("validThrough", of: i)
        offer.validUntil = end.flatMap(PriceText.date)
        offer.url = graph.text("url", of: i) ?? offer.url
        offer.sku = graph.text("sku", of: i) ?? offer.sku
        offer.gtin = gtin(i) ?? offer.gtin
    }

    private func currency(_ i: Int) -> String? {
        (graph.text("priceCurrency", of: i) ?? graph.text("currency", of: i)).flatMap(PriceText.currency)
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
