import Model

/// A claimed percentage against the two prices beside it.
struct DiscountArithmetic: Check {
    struct Settings: Decodable, Sendable {
        /// Points by which the claim may differ from the reduction; shops round up, down or to the nearest.
        var tolerance: Double
    }
    static let id = CheckID(.promotions, "discount-arithmetic")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        let offers = (page.pricing.visible.map { [$0] } ?? []) + page.pricing.tiles.map(\.offer)
        var right: [Evidence] = []
        var total = 0
        var wrong: [(evidence: Evidence, isOverstated: Bool)] = []
        for offer in offers {
            guard let claimed = offer.claimedPercent, let actual = reduction(offer) else { continue }
            total += 1
            let isRight = abs(claimed - actual) <= settings.tolerance
            if isRight, right.count == 3 { continue }
            let evidence = evidence(page.url, offer, claimed, actual)
            if isRight { right.append(evidence) } else { wrong.append((evidence, claimed > actual)) }
        }
        guard total > 0 else { return .notApplicable("no percentage beside a price before and a price now") }
        guard !wrong.isEmpty else { return .pass(right) }
        return .fail(
            Failure(
                evidence: wrong.filter(\.isOverstated).map(\.evidence)
                    + wrong.filter { !$0.isOverstated }.map(\.evidence),
                confidence: wrong.contains(where: \.isOverstated) ? .certain : .likely,
                share: Double(wrong.count) / Double(total), detail: "\(wrong.count) of \(total) percentages"))
    }

    /// The reduction in percent; nil where the prices don't allow one: a range, two currencies, no reduction.
    private func reduction(_ offer: Offer) -> Double? {
        guard let price = offer.price, let was = offer.was, offer.highPrice == nil, price.currency == was.currency,
            price.minor > 0, was.minor > price.minor
        else { return nil }
        return 100 * (Double(was.minor) - Double(price.minor)) / Double(was.minor)
    }

    private func evidence(_ url: String, _ offer: Offer, _ claimed: Double, _ actual: Double) -> Evidence {
        let prices = "\(offer.was?.text ?? "") to \(offer.price?.text ?? "")"
        let note = "claims \(GenericCheck.format(claimed)) %; from \(prices) is \(GenericCheck.format(actual)) %"
        return Evidence(url: url, offer.percentMention ?? offer.mention, note: note)
    }
}
