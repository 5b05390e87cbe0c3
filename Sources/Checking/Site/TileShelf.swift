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
        let keys = LooseKeys(base: facts.fetch.finalURL)
        // Tiles are large: they are read in place, not copied.
        facts.pricing.tiles.withUnsafeBufferPointer { found in
            for i in found.indices where found[i].offer.price != nil || found[i].offer.was != nil {
                guard let href = found[i].href, let key = keys.key(href) else { continue }
                guard tiles[key] != nil || tiles.count < TileShelf.productLimit else { continue }
                let price = Price(
                    price: found[i].offer.price, highPrice: found[i].offer.highPrice, was: found[i].offer.was,
                    percent: found[i].offer.claimedPercent, availability: found[i].offer.availability)
                TileShelf.insert(price, on: facts.url, into: &tiles[key, default: []]) {
                    Tile(
                        price: price, pageURL: facts.url, wasKind: found[i].offer.wasKind,
                        quote: found[i].offer.mention.quote.cut(to: 80), region: found[i].offer.mention.region,
                        locator: found[i].offer.mention.locator.cut(to: 80))
                }
            }
        }
    }

    /// Most tiles repeat what a lower page has shown and need not be made.
    private static func insert(
        _ price: Price, on pageURL: String, into shelf: inout [Tile], making tile: () -> Tile
    ) {
        if shelf.contains(where: { $0.pageURL < pageURL && $0.price == price }) { return }
        insert(tile(), into: &shelf)
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

    /// Goods with a price, those of tiles and those with a page of their own, each once.
    func range(with products: [ProductSummary], finalURLs: [PageID: String]) -> RangeSeen {
        var range = RangeSeen()
        var own: Set<UInt64> = []
        for product in products {
            let keys = Set(([product.url] + [finalURLs[product.id]].compactMap { $0 }).map(WebAddress.looseKey))
            own.formUnion(keys)
            let prices = keys.flatMap { tiles[$0] ?? [] }.map(\.price)
            let seen = prices.map { ($0.price, $0.was, $0.highPrice) }
            range.add(seen + [(product.visible?.price, product.visible?.was, product.visible?.highPrice)])
        }
        for (key, tiles) in tiles where !own.contains(key) {
            range.add(tiles.map { ($0.price.price, $0.price.was, $0.price.highPrice) })
        }
        return range
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

extension RangeSeen {
    /// One product by the prices seen of it; the largest reduction counts.
    mutating func add(_ prices: [(price: Money?, was: Money?, high: Money?)]) {
        guard prices.contains(where: { $0.price != nil }) else { return }
        priced += 1
        let largest = prices.compactMap { Reduction.percent(from: $0.was, to: $0.price, high: $0.high) }.max()
        if let largest { reducedByPercent[Int(min(max(largest, 0), 100).rounded())] += 1 }
    }
}

/// What a price before and a price now say.
enum Reduction {
    /// In percent; nil where they allow none: a range, two currencies, nothing taken off.
    static func percent(from was: Money?, to price: Money?, high: Money? = nil) -> Double? {
        guard let price, let was, high == nil, price.currency == was.currency, price.minor > 0,
            was.minor > price.minor
        else { return nil }
        return 100 * (Double(was.minor) - Double(price.minor)) / Double(was.minor)
    }
}

extension String {
    /// The first characters, itself where it is short.
    func cut(to limit: Int) -> String { utf8.count <= limit ? self : String(prefix(limit)) }
}
