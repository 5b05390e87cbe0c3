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
        let silent = reduced.filter { $0.visible?.wasKind != .lowest30Days && $0.lowest30Days == nil }
        guard !silent.isEmpty else {
            return .pass(reduced.prefix(3).map { evidence($0, $0.lowest30Days) })
        }
        return .fail(
            Failure(
                evidence: silent.prefix(5).map { evidence($0, $0.visible?.mention) }, confidence: .likely,
                share: Double(silent.count) / Double(reduced.count),
                detail: "\(silent.count) of \(reduced.count) reduced products in a shop for \(country)"))
    }

    private func evidence(_ product: ProductSummary, _ mention: Mention?) -> Evidence {
        let offer = product.visible
        return Evidence(
            url: product.url, mention ?? Mention(quote: product.name ?? "", region: .main),
            note: "before \(offer?.was?.text ?? ""), now \(offer?.price?.text ?? "")")
    }
}
