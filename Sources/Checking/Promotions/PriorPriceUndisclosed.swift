import Model

/// The lowest price of the last 30 days beside a reduction, in the countries whose law asks for it.
struct PriorPriceUndisclosed: Check {
    struct Settings: Decodable, Sendable {
        /// ISO 3166 regions where the Price Indication Directive holds.
        var countries: [String]
    }
    static let id = CheckID(.promotions, "prior-price-undisclosed")
    private let countries: Set<String>

    init(settings: Settings) { countries = Set(settings.countries) }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let country = site.country else {
            return .undetermined("the country that the shop sells in is not known")
        }
        guard countries.contains(country) else {
            return .notApplicable("no law of \(country) that is known here asks for the lowest price of 30 days")
        }
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        let reduced = site.products.filter { product in
            guard let offer = product.visible, offer.wasKind != .recommended else { return false }
            return Reduction.percent(from: offer.was, to: offer.price, high: offer.highPrice) != nil
        }
        guard !reduced.isEmpty else { return .notApplicable("no product page with a price before was read") }
        let known = lowestPrices(of: site)
        let silent = reduced.filter {
            $0.visible?.wasKind != .lowest30Days && $0.lowest30Days == nil && !known.contains($0.url)
        }
        guard !silent.isEmpty else {
            return .pass(reduced.prefix(3).map { evidence($0, $0.lowest30Days) })
        }
        return .fail(
            Failure(
                evidence: silent.prefix(5).map { evidence($0, $0.visible?.mention) }, confidence: .likely,
                share: Double(silent.count) / Double(reduced.count),
                detail: "\(silent.count) of \(reduced.count) reduced products in a shop for \(country)"))
    }

    /// Products whose price before is the lowest of the 30 days, as the ledger has it: so it is told, under another name.
    private func lowestPrices(of site: SiteFacts) -> Set<String> {
        let day: Int64 = 86_400_000
        let measure = ReductionTrail.Measure(longestGap: 7 * day, tolerance: 0.5)
        let told = (site.histories ?? []).filter { history in
            guard let trail = ReductionTrail(history, measure),
                let lowest = trail.lowest(from: trail.since - 30 * day, watchedBy: trail.since - 29 * day)
            else { return false }
            return !trail.isBelow(lowest)
        }
        return Set(told.map(\.url))
    }

    private func evidence(_ product: ProductSummary, _ mention: Mention?) -> Evidence {
        let offer = product.visible
        return Evidence(
            url: product.url, mention ?? Mention(quote: product.name ?? "", region: .main),
            note: "before \(offer?.was?.text ?? ""), now \(offer?.price?.text ?? "")")
    }
}
