import Model

/// Reduced goods that can be had.
struct PromoOutOfStock: Check {
    static let id = CheckID(.promotions, "promo-out-of-stock")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product, .listing]) { return .notApplicable(unfit) }
        return page.kind.kind == .product ? product(page) : listing(page)
    }

    private func isReduced(_ offer: Offer) -> Bool {
        Reduction.percent(from: offer.was, to: offer.price, high: offer.highPrice) != nil
            || offer.claimedPercent ?? 0 > 0
    }

    private func product(_ page: PageFacts) -> Outcome {
        guard let visible = page.pricing.visible, isReduced(visible) else {
            return .notApplicable("the product is not reduced")
        }
        guard let known = page.pricing.knownAvailability else {
            return .undetermined("the page doesn't say whether the product is in stock")
        }
        let stock = Evidence(url: page.url, known.mention ?? visible.mention, note: known.availability.words)
        guard known.availability == .outOfStock || known.availability == .discontinued else { return .pass([stock]) }
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, visible.mention, note: "a reduction"), stock],
                confidence: page.pricing.availability == nil ? .likely : .certain))
    }

    private func listing(_ page: PageFacts) -> Outcome {
        let reduced = page.pricing.ownTiles.filter { isReduced($0.offer) }
        guard !reduced.isEmpty else { return .notApplicable("no reduced goods in this listing") }
        let known = reduced.filter { $0.offer.availability != nil }
        guard let first = known.first else { return .undetermined("the tiles don't say what is in stock") }
        let gone = known.filter { $0.offer.availability == .outOfStock || $0.offer.availability == .discontinued }
        guard !gone.isEmpty else { return .pass([Evidence(url: page.url, first.offer.mention, note: "in stock")]) }
        return .fail(
            Failure(
                evidence: gone.prefix(3).map {
                    Evidence(url: page.url, $0.offer.mention, note: "“\($0.offer.name ?? "")”, out of stock")
                }, confidence: .likely, share: Double(gone.count) / Double(reduced.count),
                detail: "\(gone.count) of \(reduced.count) reduced goods of a listing are out of stock"))
    }
}
