import Model

/// What two addresses' products must share to be surely one and the same product.
struct ProductIdentity: Hashable {
    private enum Kind: Hashable { case address, gtin, sku, look, listing }
    private let kind: Kind
    private let name: String
    private let value: String

    /// All that a page's product is known by. A name alone never is: shops sell many goods under one name.
    static func all(of item: CatalogueOffer, _ pricing: PricingFacts, canonical: String) -> Set<ProductIdentity> {
        guard let name = Self.name(item) else { return [] }
        let offer = item.offer
        let price = offer.price?.text ?? ""
        var out = address(canonical, item)
        if let gtin = offer.gtin { out.insert(.init(kind: .gtin, name: name, value: gtin)) }
        if let sku = offer.sku, sku.count > 1 {
            out.insert(.init(kind: .sku, name: name, value: "\(sku) \(offer.brand ?? "") \(price)"))
        }
        if let picture = pricing.productPicture, let description = pricing.descriptionHash {
            out.insert(.init(kind: .look, name: name, value: "\(picture) \(price) \(description)"))
        }
        return out
    }

    /// A page that its own template declares to be another's copy is one only where both bear the same name: some
    /// templates declare the home page for all.
    static func address(_ url: String, _ item: CatalogueOffer) -> Set<ProductIdentity> {
        name(item).map { [.init(kind: .address, name: $0, value: url)] } ?? []
    }

    /// What a tile and a page have in common.
    static func listed(_ item: CatalogueOffer) -> Set<ProductIdentity> {
        guard let name = name(item), let price = item.offer.price else { return [] }
        return [.init(kind: .listing, name: name, value: "\(price.hundredths)")]
    }

    private static func name(_ item: CatalogueOffer) -> String? {
        guard let name = item.name?.lowercased(), !name.isEmpty else { return nil }
        return name
    }
}
