import Crawling
import Ledger
import Model

/// The prices of one audit as the ledger keeps them: a product page's, or a listing's where no page was read.
struct PriceRecords {
    private struct Entry {
        var record: PriceRecord
        var url: String
        var mention: Mention
        var namesLowest: Bool

        /// A reduction whose price before earlier prices can tell something of.
        var isReduced: Bool {
            guard let was = record.sighting.was else { return false }
            return was.minor > record.sighting.price.minor && record.sighting.highPrice == nil
        }

        /// What addresses of one product have in common; nil without a name.
        var look: String? {
            record.keys.name.map { "\($0.lowercased())\n\(record.sighting.price.hundredths)" }
        }
    }
    private let entries: [Entry]

    /// Reductions whose histories are looked up, at most.
    static let historyLimit = 5_000
    /// Earlier sightings that count: a year, and what a spell at its beginning needs.
    static let reach: Int64 = 400 * 86_400_000

    var records: [PriceRecord] { entries.map(\.record) }

    init(_ site: SiteFacts) {
        // Some templates declare one page canonical for all: such an address tells nothing apart.
        var pages: [String: Int] = [:]
        for product in site.products { pages[product.keys.url ?? product.url, default: 0] += 1 }
        let own = site.products.compactMap { product -> Entry? in
            var keys = product.keys
            if keys.url == nil || pages[keys.url ?? ""] ?? 0 > 1 { keys.url = product.url }
            guard let offer = PriceRecords.offer(of: product),
                let sighting = PriceSighting(offer, at: site.now, availability: product.availability)
            else { return nil }
            return Entry(
                record: PriceRecord(keys: keys, place: .page, sighting: sighting), url: product.url,
                mention: offer.mention, namesLowest: product.lowest30Days != nil)
        }
        // A tile often leads to another address of a page that was read.
        let shown = Set(own.compactMap(\.look))
        let listed = site.listed.compactMap { product -> Entry? in
            // Listings that show different prices leave open which one is charged.
            let tiles = product.tiles.filter { $0.offer.price != nil }
            guard let first = tiles.first, tiles.allSatisfy({ $0.offer.price == first.offer.price }),
                let sighting = PriceSighting(first.offer, at: site.now, availability: first.offer.availability)
            else { return nil }
            return Entry(
                record: PriceRecord(
                    keys: ProductKeys(url: product.url, name: product.name), place: .listing, sighting: sighting),
                url: first.pageURL, mention: first.offer.mention, namesLowest: false)
        }
        entries = own + listed.filter { $0.look.map { !shown.contains($0) } ?? true }
    }

    /// What a visitor sees, with the currency that structured data names for the same amount.
    private static func offer(of product: ProductSummary) -> OfferSummary? {
        guard var offer = product.visible else {
            guard var first = product.structured.first else { return nil }
            let prices = product.structured.compactMap(\.price)
            // Variants of different prices are a range.
            if let low = prices.min(by: { $0.minor < $1.minor }), let high = prices.max(by: { $0.minor < $1.minor }),
                low != high
            {
                (first.price, first.highPrice) = (low, high)
            }
            return first
        }
        if let price = offer.price, price.currency == nil,
            let named = product.structured.compactMap(\.price).first(where: { $0.hundredths == price.hundredths })
        {
            offer.price = named
            offer.was = offer.was.map { Money(minor: $0.minor, currency: $0.currency ?? named.currency) }
        }
        return offer
    }

    /// What the products that are reduced now cost before, this audit's sightings among them; ascending by URL.
    ///
    /// - Parameter numbers: as recording gave them.
    func histories(_ numbers: [ProductNumber], in ledger: PriceLedger, now: Int64) throws(LedgerError) -> [PriceHistory]
    {
        var found: [PriceHistory] = []
        var known: [String: [PriceRun]] = [:]
        for (entry, number) in zip(entries, numbers) where entry.isReduced && found.count < Self.historyLimit {
            let place = entry.record.place
            let seen = try ledger.sightings(of: number, at: [place, .imported], since: now - Self.reach)
            let runs = PriceHistory.runs(of: seen.filter { $0.seenAt <= now })
            // One product under several addresses is one reduction.
            if let look = entry.look {
                if known[look] == runs { continue }
                known[look] = runs
            }
            found.append(
                PriceHistory(
                    url: entry.url, name: entry.record.keys.name, place: place, mention: entry.mention,
                    namesLowest: entry.namesLowest,
                    absentAt: try runs.first.flatMap { first throws(LedgerError) in
                        try ledger.wholeAudit(before: first.first)
                    }, runs: runs))
        }
        return found.sorted { ($0.url, $0.name ?? "") < ($1.url, $1.name ?? "") }
    }
}

extension PriceSighting {
    /// Nil for an offer without a price.
    init?(_ offer: OfferSummary, at moment: Int64, availability: Availability?) {
        guard let price = offer.price, price.minor > 0 else { return nil }
        self.init(
            seenAt: moment, price: price, highPrice: offer.highPrice, was: offer.was,
            wasKind: offer.was == nil ? nil : offer.wasKind, availability: availability)
    }
}
