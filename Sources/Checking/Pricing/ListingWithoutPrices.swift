import Model

/// Prices on the tiles of a listing.
struct ListingWithoutPrices: Check {
    struct Settings: Decodable, Sendable {
        /// Fewer tiles than this may be something else: categories, brands, articles.
        var fewestTiles: Int
        /// Share of tiles without a price, 0…1, from which on the listing as a whole shows none.
        var share: Double
        /// Parts of addresses, lower case, under which shops keep products; other tiles may be categories or brands.
        var productAddresses: [String]
    }
    static let id = CheckID(.pricing, "listing-without-prices")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.listing]) { return .notApplicable(unfit) }
        let tiles = page.pricing.ownTiles.filter { $0.offer.price != nil || leadsToProduct($0) }
        guard tiles.count >= settings.fewestTiles else {
            return .notApplicable("fewer than \(settings.fewestTiles) product tiles on this page")
        }
        let silent = tiles.filter {
            $0.offer.price == nil && $0.offer.availability?.isOrderable != false
                && !ListingWithoutPrices.mayNamePrice($0.offer.mention.quote)
        }
        let share = Double(silent.count) / Double(tiles.count)
        guard share >= settings.share, let first = silent.first else {
            let priced = tiles.first { $0.offer.price != nil }
            return .pass(priced.map { [Evidence(url: page.url, $0.offer.mention)] } ?? [])
        }
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, first.offer.mention, note: "no price on this tile")]
                    + silent.dropFirst().prefix(2).map { Evidence(url: page.url, $0.offer.mention) },
                confidence: .likely, share: share, detail: "\(silent.count) of \(tiles.count) tiles show no price"))
    }

    private func leadsToProduct(_ tile: ProductTile) -> Bool {
        guard let href = tile.href?.lowercased() else { return false }
        return settings.productAddresses.contains { href.contains($0) } && !href.contains("/product-cat")
    }

    /// A sign of a currency, or a number that is long enough for a price: it may be one that wasn't understood.
    static func mayNamePrice(_ text: String) -> Bool {
        var digits = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .currencySymbol { return true }
            digits = scalar.properties.numericType == .decimal ? digits + 1 : 0
            if digits >= 3 { return true }
        }
        return false
    }
}
