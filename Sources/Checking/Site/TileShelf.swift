import Model

/// Prices that listings show, by the product page that they lead to: only what differs is kept.
struct TileShelf: Sendable {
    /// Different prices kept of one product.
    static let tilesPerProduct = 5
    /// Products at most; those that come later are left out.
    static let productLimit = 50_000

    /// A product, by the lowest page that shows a tile of it.
    private struct Place {
        var page: String
        var url: String
        var name: String?
        var tiles: [SeenTile] = []
    }

    private var places: [UInt64: Place] = [:]

    /// - Parameter texts: what the tiles' places are shared by.
    mutating func absorb(_ facts: PageFacts, texts: inout TextPool) {
        guard !facts.pricing.tiles.isEmpty else { return }
        let keys = LooseKeys(base: facts.fetch.finalURL)
        // Tiles are large: they are read in place, not copied.
        facts.pricing.tiles.withUnsafeBufferPointer { found in
            for i in found.indices where found[i].offer.price != nil || found[i].offer.was != nil {
                guard let href = found[i].href, let key = keys.key(href) else { continue }
                if places[key] == nil {
                    guard places.count < TileShelf.productLimit, let url = keys.url(href) else { continue }
                    places[key] = Place(page: facts.url, url: url, name: found[i].offer.name?.cut(to: 120))
                }
                guard let place = places.index(forKey: key) else { continue }
                if facts.url < places.values[place].page, let url = keys.url(href) {
                    places.values[place].page = facts.url
                    places.values[place].url = url
                    places.values[place].name = found[i].offer.name?.cut(to: 120)
                }
                let bare = Mention(quote: "", region: found[i].offer.mention.region)
                let tile = SeenTile(pageURL: facts.url, offer: OfferSummary(found[i].offer, mention: bare))
                TileShelf.insert(tile, into: &places.values[place].tiles) {
                    $0.offer.mention.quote = found[i].offer.mention.quote.cut(to: 80)
                    $0.offer.mention.locator = texts.shared(found[i].offer.mention.locator.cut(to: 80))
                }
            }
        }
    }

    /// Most tiles repeat what a lower page has shown, and their words need not be made.
    private static func insert(_ bare: SeenTile, into shelf: inout [SeenTile], quoting: (inout SeenTile) -> Void) {
        if shelf.contains(where: { $0.pageURL < bare.pageURL && $0.offer.saysTheSame(as: bare.offer) }) { return }
        var tile = bare
        quoting(&tile)
        insert(tile, into: &shelf)
    }

    /// Keeps the tiles of the lowest pages, one a price.
    private static func insert(_ tile: SeenTile, into shelf: inout [SeenTile]) {
        if let same = shelf.firstIndex(where: { $0.offer.saysTheSame(as: tile.offer) }) {
            guard order(tile, shelf[same]) else { return }
            shelf.remove(at: same)
        }
        let place = shelf.firstIndex { order(tile, $0) } ?? shelf.count
        guard place < tilesPerProduct else { return }
        shelf.insert(tile, at: place)
        if shelf.count > tilesPerProduct { shelf.removeLast() }
    }

    private static func order(_ a: SeenTile, _ b: SeenTile) -> Bool {
        (a.pageURL, a.offer.price?.minor ?? 0, a.offer.was?.minor ?? 0, a.offer.mention.quote)
            < (b.pageURL, b.offer.price?.minor ?? 0, b.offer.was?.minor ?? 0, b.offer.mention.quote)
    }

    /// Goods with a price, those of tiles and those with a page of their own, each once.
    func range(with products: [ProductSummary], finalURLs: [PageID: String]) -> RangeSeen {
        var range = RangeSeen()
        var own: Set<UInt64> = []
        for product in products {
            let keys = Set(([product.url] + [finalURLs[product.id]].compactMap { $0 }).map(WebAddress.looseKey))
            own.formUnion(keys)
            range.add(keys.flatMap { places[$0]?.tiles ?? [] }.map(\.offer) + [product.visible].compactMap { $0 })
        }
        for (key, place) in places where !own.contains(key) {
            range.add(place.tiles.map(\.offer))
        }
        return range
    }

    /// Products without a page among those that were read, ascending by URL.
    func listed(beside products: [ProductSummary], finalURLs: [PageID: String]) -> [ListedProduct] {
        var own: Set<UInt64> = []
        for product in products {
            own.formUnion(([product.url] + [finalURLs[product.id]].compactMap { $0 }).map(WebAddress.looseKey))
        }
        return places.filter { !own.contains($0.key) }.values
            .map { ListedProduct(url: $0.url, name: $0.name, tiles: $0.tiles) }.sorted { $0.url < $1.url }
    }

    /// The tiles that lead to a page, by any of its addresses.
    func tiles(leadingTo addresses: [String]) -> [SeenTile] {
        var found: [SeenTile] = []
        for key in Set(addresses.map(WebAddress.looseKey)).sorted() {
            for tile in places[key]?.tiles ?? [] { TileShelf.insert(tile, into: &found) }
        }
        return found
    }
}

extension RangeSeen {
    /// One product by the prices seen of it; the largest reduction counts.
    mutating func add(_ offers: [OfferSummary]) {
        guard offers.contains(where: { $0.price != nil }) else { return }
        priced += 1
        let largest = offers.compactMap { Reduction.percent(from: $0.was, to: $0.price, high: $0.highPrice) }.max()
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
