import Model

/// Prices on the tiles of a listing.
struct ListingWithoutPrices: Check {
    struct Settings: Decodable, Sendable {
        /// Fewer tiles than this may be something else: categories, brands, articles.
        var fewestTiles: Int
        /// Share of tiles without a price, 0…1, from which on the listing as a whole shows none.
        var share: Double
    }
    static let id = CheckID(.pricing, "listing-without-prices")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.listing]) { return .notApplicable(unfit) }
        let tiles = page.pricing.ownTiles
        guard tiles.count >= settings.fewestTiles else {
            return .notApplicable("fewer than \(settings.fewestTiles) product tiles on this page")
        }
        let silent = tiles.filter { $0.offer.price == nil && $0.offer.availability?.isOrderable != false }
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
}
