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
        if let unfit = page.unfit(unless: [.product, .listing, .home, .promotion]) { return .notApplicable(unfit) }
        let offers = page.pricing.shownOffers { $0.claimedPercent != nil }
        var right: [Evidence] = []
        var total = 0
        var wrong: [(evidence: Evidence, isOverstated: Bool)] = []
        for offer in offers {
            guard let claimed = offer.claimedPercent,
                let actual = Reduction.percent(from: offer.was, to: offer.price, high: offer.highPrice)
            else { continue }
            let isRight = abs(claimed - actual) <= settings.tolerance + rounding(offer)
            // Beside the lowest price of 30 days, a percentage may be that of the usual price, which isn't shown.
            if !isRight, offer.wasKind == .lowest30Days { continue }
            total += 1
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

    /// Points that the percentage may be off because both prices are shown in whole units.
    private func rounding(_ offer: Offer) -> Double {
        guard let price = offer.price?.hundredths, let was = offer.was?.hundredths, was > 0, price % 100 == 0,
            was % 100 == 0
        else { return 0 }
        return 100 * 50 / Double(was) * (1 + Double(price) / Double(was))
    }

    private func evidence(_ url: String, _ offer: Offer, _ claimed: Double, _ actual: Double) -> Evidence {
        let prices = "\(offer.was?.text ?? "") to \(offer.price?.text ?? "")"
        let note = "claims \(GenericCheck.format(claimed)) %; from \(prices) is \(GenericCheck.format(actual)) %"
        return Evidence(url: url, offer.percentMention ?? offer.mention, note: note)
    }
}
