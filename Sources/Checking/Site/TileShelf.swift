import Model

/// Prices that listings show, by the product page that they lead to: only what differs is kept.
struct TileShelf: Sendable {
    /// Different prices kept of one product.
    static let tilesPerProduct = 5
    /// Products at most; those that come later are left out.
    static let productLimit = 50_000

    private struct Price: Hashable {
        var price: Money?
        var highPrice: Money?
        var was: Money?
        var percent: Double?
        var availability: Availability?
    }

    private struct Tile {
        var price: Price
        var pageURL: String
        var wasKind: WasPriceKind?
        var quote: String
        var region: PageRegion
        var locator: String
    }

    private var tiles: [UInt64: [Tile]] = [:]

    mutating func absorb(_ facts: PageFacts) {
        guard !facts.pricing.tiles.isEmpty else { return }
        let base = WebAddress.Parts(Substring(facts.fetch.finalURL))
        for tile in facts.pricing.tiles {
            let offer = tile.offer
            guard offer.price != nil || offer.was != nil,
                let target = tile.href.flatMap({ WebAddress.resolve($0, against: base) })
            else { continue }
            let key = WebAddress.looseKey(target)
            guard tiles[key] != nil || tiles.count < TileShelf.productLimit else { continue }
            let price = Price(
                price: offer.price, highPrice: offer.highPrice, was: offer.was, percent: offer.claimedPercent,
                availability: offer.availability)
            let new = Tile(
                price: price, pageURL: facts.url, wasKind: offer.wasKind,
                quote: String(offer.mention.quote.prefix(80)), region: offer.mention.region,
                locator: String(offer.mention.locator.prefix(80)))
            TileShelf.insert(new, into: &tiles[key, default: []])
        }
    }

    /// Keeps the tiles of the lowest pages, one a price.
    private static func insert(_ tile: Tile, into shelf: inout [Tile]) {
        if let same = shelf.firstIndex(where: { $0.price == tile.price }) {
            guard order(tile, shelf[same]) else { return }
            shelf.remove(at: same)
        }
        let place = shelf.firstIndex { order(tile, $0) } ?? shelf.count
        guard place < tilesPerProduct else { return }
        shelf.insert(tile, at: place)
        if shelf.count > tilesPerProduct { shelf.removeLast() }
    }

    private static func order(_ a: Tile, _ b: Tile) -> Bool {
        (a.pageURL, a.price.price?.minor ?? 0, a.price.was?.minor ?? 0, a.quote)
            < (b.pageURL, b.price.price?.minor ?? 0, b.price.was?.minor ?? 0, b.quote)
    }

    /// The tiles that lead to a page, by any of its addresses.
    func tiles(leadingTo addresses: [String]) -> [SeenTile] {
        var found: [Tile] = []
        for key in Set(addresses.map(WebAddress.looseKey)).sorted() {
            for tile in tiles[key] ?? [] { TileShelf.insert(tile, into: &found) }
        }
        return found.map { tile in
            var offer = Offer(
                source: .tile, mention: Mention(quote: tile.quote, region: tile.region, locator: tile.locator))
            offer.price = tile.price.price
            offer.highPrice = tile.price.highPrice
            offer.was = tile.price.was
            offer.wasKind = tile.wasKind
            offer.claimedPercent = tile.price.percent
            offer.availability = tile.price.availability
            return SeenTile(pageURL: tile.pageURL, offer: offer)
        }
    }
}
