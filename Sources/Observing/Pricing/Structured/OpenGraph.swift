import Model
import Parsing

/// The meta elements of Facebook's OpenGraph and product catalogue: og:*, product:*.
struct OpenGraph: Sendable {
    /// By name in lower case, e.g. "product:price:amount"; the first of several wins.
    private(set) var values: [String: String] = [:]

    /// Takes a meta element's property if it is one.
    mutating func take(_ document: Document, meta node: Int) {
        guard let name = document.attribute(.property, of: node) ?? document.attribute(.name, of: node),
            name.count < 64, name.starts(with: Array("og:".utf8)) || name.starts(with: Array("product:".utf8)),
            values.count < 64, let content = document.attribute(.content, of: node), !content.isBlank
        else { return }
        let key = String(decoding: name, as: UTF8.self).lowercased()
        if values[key] == nil { values[key] = ElementValue.string(content) }
    }

    subscript(names: String...) -> String? {
        for name in names { if let value = values[name] { return value } }
        return nil
    }

    /// Says that the page is a product's.
    var isProduct: Bool {
        let type = self["og:type"]?.lowercased() ?? ""
        return type == "product" || type.hasSuffix(":product") || type == "product.item" || price != nil
    }

    var price: String? { self["product:price:amount", "og:price:amount", "og:price", "product:price"] }

    var currency: String? {
        guard let code = self["product:price:currency", "og:price:currency"] else { return nil }
        return PriceText.currency(code)
    }

    /// As found, under the names that it was written with; nil where there is none.
    var entity: StructuredEntity? {
        guard !values.isEmpty else { return nil }
        return StructuredEntity(
            syntax: .openGraph, type: [self["og:type"]].compactMap { $0 }, id: nil,
            properties: values.mapValues { [.text($0)] })
    }

    /// The offer; nil without a price.
    func offer() -> Offer? {
        guard let regular = price else { return nil }
        let sale = self["product:sale_price:amount"]
        let currency = currency
        let quote = "product:price:amount \(sale ?? regular) \(currency ?? "")"
        var offer = Offer(
            source: .openGraph,
            mention: Mention(quote: quote, region: .head, locator: "meta[property=\"product:price:amount\"]"))
        let amount = PriceText.money(.text(sale ?? regular), currency: currency)
        // Zero stands in templates that have no price to fill in.
        offer.price = amount?.minor == 0 ? nil : amount
        let original = self["product:original_price:amount"] ?? (sale == nil ? nil : regular)
        offer.was = original.flatMap { PriceText.money(.text($0), currency: currency) }
        if offer.was == offer.price { offer.was = nil }
        if offer.was != nil { offer.wasKind = .unknown }
        offer.name = self["og:title"]
        offer.url = self["og:url"]
        offer.image = self["og:image", "og:image:secure_url"]
        offer.brand = self["product:brand", "og:brand"]
        offer.sku = self["product:retailer_item_id", "product:sku"]
        offer.gtin = self["product:ean", "product:gtin", "product:upc", "product:isbn"].flatMap(TradeNumber.gtin)
        offer.condition = self["product:condition", "og:condition"].flatMap(PriceText.condition)
        offer.mpn = self["product:mfr_part_no", "product:mpn"]
        offer.availability = self["product:availability", "og:availability"].flatMap(PriceText.availability)
        return offer.price == nil ? nil : offer
    }
}
