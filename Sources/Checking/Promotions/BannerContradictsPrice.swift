import Model

/// A percentage that is announced for a product, and the product's own page.
struct BannerContradictsPrice: Check {
    struct Settings: Decodable, Sendable {
        /// Percentage points by which both may differ.
        var tolerance: Double
    }
    static let id = CheckID(.promotions, "banner-contradicts-price")
    private let tolerance: Double

    init(settings: Settings) { tolerance = settings.tolerance }

    func evaluate(_ site: SiteFacts) -> Outcome {
        var byKey: [UInt64: ProductSummary] = [:]
        for product in site.products { byKey[WebAddress.looseKey(product.url)] = product }
        // What comes off with a code or a card is not in the price that the page shows.
        let withCode = Set(
            site.promotions.filter { [.coupon, .members, .buyNGetM].contains($0.claim.kind) }.map(\.claim.mention.quote)
        )
        let linked = site.promotions.compactMap { promotion -> (SitePromotion, ProductSummary)? in
            guard promotion.claim.kind == .percentage, promotion.claim.percent != nil, !isConditional(promotion),
                !withCode.contains(promotion.claim.mention.quote),
                let link = promotion.claim.link, let url = WebAddress.resolve(link, against: promotion.url),
                let product = byKey[WebAddress.looseKey(url)], product.url != promotion.url
            else { return nil }
            return (promotion, product)
        }
        guard let first = linked.first else {
            return .notApplicable("no announcement of a percentage leads to a product page that was read")
        }
        let wrong = linked.filter { contradicts($0.0.claim, $0.1) }
        guard !wrong.isEmpty else { return .pass([Evidence(url: first.0.url, first.0.claim.mention)]) }
        return .fail(
            Failure(
                evidence: wrong.prefix(3).flatMap { promotion, product in
                    [
                        Evidence(url: promotion.url, promotion.claim.mention, note: "the announcement"),
                        Evidence(
                            url: product.url, product.visible?.mention ?? promotion.claim.mention,
                            note: "the product's page: \(words(product))"),
                    ]
                }, confidence: .likely, share: Double(wrong.count) / Double(linked.count)))
    }

    /// A code, a minimum, a card: the price on the page is the one without it.
    private func isConditional(_ promotion: SitePromotion) -> Bool {
        promotion.claim.marker != nil || !promotion.conditions.filter { $0.kind != .dates }.isEmpty
    }

    /// Only a page that carries a reduction of its own, and another one, contradicts: one without any may take it off in
    /// the cart.
    private func contradicts(_ claim: Claim, _ product: ProductSummary) -> Bool {
        guard let percent = claim.percent, let offer = product.visible,
            let own = Reduction.percent(from: offer.was, to: offer.price, high: offer.highPrice)
        else { return false }
        if let claimed = offer.claimedPercent, abs(claimed - percent) <= tolerance { return false }
        return abs(own - percent) > tolerance
    }

    private func words(_ product: ProductSummary) -> String {
        "before \(product.visible?.was?.text ?? ""), now \(product.visible?.price?.text ?? "")"
    }
}
