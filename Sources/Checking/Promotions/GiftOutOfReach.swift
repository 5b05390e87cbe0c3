import Model

/// A gift that takes three pieces or more, or more money than any product costs.
struct GiftOutOfReach: Check {
    struct Settings: Decodable, Sendable {
        /// Pieces that have to be bought, at least, for the gift to be out of reach.
        var pieces: Int
        /// Products with a price, at least, before the dearest is called so.
        var fewestProducts: Int
    }
    static let id = CheckID(.promotions, "gift-out-of-reach")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let gifts = site.promotions.filter { $0.claim.kind == .gift }
        guard let first = gifts.first else { return .notApplicable("no gift is promised") }
        var far: [Evidence] = []
        for gift in gifts {
            if let count = gift.conditions.compactMap(\.count).max(), count >= settings.pieces {
                far.append(Evidence(url: gift.url, gift.claim.mention, note: "asks for \(count) pieces"))
            } else if let words = dear(gift, site) {
                far.append(Evidence(url: gift.url, gift.claim.mention, note: words))
            }
        }
        guard !far.isEmpty else {
            if gifts.allSatisfy({ $0.conditions.isEmpty && $0.claim.amount == nil }) {
                return .undetermined("what “\(first.claim.mention.quote.prefix(60))” asks for was not read")
            }
            return .pass([Evidence(url: first.url, first.claim.mention)])
        }
        return .fail(
            Failure(
                evidence: Array(far.prefix(5)), confidence: .likely, share: Double(far.count) / Double(gifts.count)))
    }

    /// The sum takes as many of the dearest product.
    private func dear(_ gift: SitePromotion, _ site: SiteFacts) -> String? {
        let sums = gift.conditions.compactMap { $0.kind == .minimumPurchase ? $0.amount : nil }
        guard let sum = sums.first ?? gift.claim.amount, sum.currency != nil, sum.minor > 0, !site.coverage.isSample
        else { return nil }
        let prices = site.products.compactMap { $0.visible?.price ?? $0.structured.first?.price }
            .filter { $0.currency == sum.currency && $0.minor > 0 }
        guard prices.count >= settings.fewestProducts, let dearest = prices.max(by: { $0.hundredths < $1.hundredths })
        else { return nil }
        let pieces = (sum.hundredths + dearest.hundredths - 1) / dearest.hundredths
        return pieces >= settings.pieces
            ? "asks for \(sum.text), \(pieces) times the dearest product (\(dearest.text))" : nil
    }
}
