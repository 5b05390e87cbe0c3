import Model

/// The price that a listing shows against the one on the product's own page.
struct PriceDiffersInListing: Check {
    struct Settings: Decodable, Sendable {
        /// Differences of up to this many percent are rounding.
        var tolerancePercent: Double
        /// Rates of value added tax, in percent: prices that differ by just one of them may be with and without tax.
        var taxRates: [Double]
        /// Words on a tile after which an amount is the lowest of several: "from".
        var fromWords: [String]
    }
    static let id = CheckID(.pricing, "price-differs-in-listing")
    private let settings: Settings
    private let fromWords: Set<String>

    init(settings: Settings) {
        self.settings = settings
        fromWords = Set(settings.fromWords.map { $0.lowercased() })
    }

    private enum Verdict { case same, different, unclear }

    func evaluate(_ site: SiteFacts) -> Outcome {
        var compared = 0
        var same: Evidence?
        var different: [(product: ProductSummary, tile: SeenTile)] = []
        for product in site.products {
            let tiles = site.tiles[product.id] ?? []
            let verdicts = tiles.map { verdict(product, $0) }
            // One agreeing tile: the others show another moment, market or customer group.
            if let agreeing = verdicts.firstIndex(of: .same) {
                compared += 1
                same = same ?? evidence(tiles[agreeing], "the same on the product's page")
            } else if !verdicts.isEmpty, verdicts.allSatisfy({ $0 == .different }) {
                compared += 1
                different.append((product, tiles[0]))
            }
        }
        guard compared > 0 else {
            return .notApplicable("no product whose page and listing both show one plain price")
        }
        guard !different.isEmpty else { return .pass(same.map { [$0] } ?? []) }
        let shown = different.prefix(2).flatMap { one in
            [
                evidence(one.tile, "the listing shows \(one.tile.offer.price?.text ?? "")"),
                Evidence(
                    url: one.product.url, one.product.visible?.mention ?? one.tile.offer.mention,
                    note: "the product's page shows \(one.product.visible?.price?.text ?? "")"),
            ]
        }
        return .fail(
            Failure(
                evidence: shown, confidence: .likely, share: Double(different.count) / Double(compared),
                detail: "\(different.count) of \(compared) products"))
    }

    private func verdict(_ product: ProductSummary, _ tile: SeenTile) -> Verdict {
        guard let visible = product.visible, let price = visible.price, let listed = tile.offer.price,
            visible.highPrice == nil, tile.offer.highPrice == nil, let currency = price.currency,
            currency == listed.currency, price.minor > 0, listed.minor > 0
        else { return .unclear }
        if isSame(price, listed) { return .same }
        // The listing's price is a former one, a variant's, or one that machines are told.
        let others =
            [visible.was, visible.highPrice, tile.offer.was]
            + product.structured.flatMap { [$0.price, $0.highPrice, $0.was] }
        if others.compactMap({ $0 }).contains(where: { isSame($0, listed) || isSame($0, price) && $0 != price }) {
            return .unclear
        }
        if product.structured.contains(where: { spans($0, listed) }) { return .unclear }
        let ratio = PriceRatio(price, listed)
        if ratio.isTax(settings.taxRates) || ratio.isWhole || saysFrom(tile.offer.mention.quote) { return .unclear }
        return .different
    }

    private func isSame(_ a: Money, _ b: Money) -> Bool {
        let (x, y) = (Double(a.hundredths), Double(b.hundredths))
        return abs(x - y) <= max(x, y) * settings.tolerancePercent / 100 + min(99, max(x, y) * 0.05)
    }

    private func spans(_ offer: OfferSummary, _ price: Money) -> Bool {
        guard let low = offer.price?.hundredths, let high = offer.highPrice?.hundredths, low <= high else {
            return false
        }
        return (low...high).contains(price.hundredths)
    }

    private func saysFrom(_ quote: String) -> Bool {
        quote.lowercased().split { !$0.isLetter }.contains { fromWords.contains(String($0)) }
    }

    private func evidence(_ tile: SeenTile, _ note: String) -> Evidence {
        Evidence(url: tile.pageURL, tile.offer.mention, note: note)
    }
}

/// What the ratio of two prices of one product hints at.
struct PriceRatio {
    private let low: Double
    private let high: Double

    init(_ a: Money, _ b: Money) {
        low = Double(min(a.hundredths, b.hundredths))
        high = Double(max(a.hundredths, b.hundredths))
    }

    /// Twice, three times …: one price may be for a piece and the other for a pack.
    var isWhole: Bool {
        guard low > 0 else { return false }
        let ratio = high / low
        return ratio >= 1.9 && abs(ratio - ratio.rounded()) <= ratio * 0.005
    }

    /// One is the other with tax at one of some rates, in percent, but for rounding to the amounts as shown.
    func isTax(_ rates: [Double]) -> Bool {
        guard low > 0 else { return false }
        // Currencies that are counted in thousands are rounded to whole units.
        let isRounded = low >= 100_000 && low.remainder(dividingBy: 100) == 0 && high.remainder(dividingBy: 100) == 0
        let slack = isRounded ? 100.0 : 2.0
        return rates.contains { abs(low * (1 + $0 / 100) - high) <= slack }
    }
}
