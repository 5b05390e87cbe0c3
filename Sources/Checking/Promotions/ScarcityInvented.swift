import Model

/// "Only 3 left" that is the same everywhere, or that structured data contradicts.
struct ScarcityInvented: Check {
    struct Settings: Decodable, Sendable {
        /// Products that say how many are left, at least.
        var fewestProducts: Int
        /// Share of them, 0…1, with one and the same number.
        var share: Double
        /// Words, lower case, of a bound rather than a number: "less than 5 left".
        var boundWords: [String]
        /// Words, lower case, of goods that have come in.
        var restockWords: [String]
    }
    static let id = CheckID(.promotions, "scarcity-invented")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let told = site.products.filter { product in
            guard let left = product.piecesLeft else { return false }
            let words = left.mention.quote.lowercased()
            return !settings.boundWords.contains { words.contains($0) }
        }
        guard !told.isEmpty else { return .notApplicable("no product page says how many pieces are left") }
        let contradicted = told.filter { product in
            product.structured.contains { $0.availability == .outOfStock || $0.availability == .discontinued }
                && product.visible?.availability != .outOfStock
        }
        if !contradicted.isEmpty {
            return .fail(
                Failure(
                    evidence: contradicted.prefix(5).map { evidence($0, "structured data says out of stock") },
                    confidence: .likely, share: Double(contradicted.count) / Double(told.count),
                    detail: "\(contradicted.count) of \(told.count) products that say how many are left"))
        }
        // One number may rise because somebody sent a piece back; several at once seldom do.
        let rising = site.risingStock(restockWords: settings.restockWords)
        if rising.count >= 2 {
            return .fail(
                Failure(
                    evidence: Array(rising.prefix(5)), confidence: .likely,
                    detail: "\(rising.count) products have more pieces left on a second visit than on the first"))
        }
        guard told.count >= settings.fewestProducts else {
            return .undetermined("\(told.count) products say how many are left; \(settings.fewestProducts) are needed")
        }
        let byNumber = Dictionary(grouping: told) { $0.piecesLeft?.number ?? 0 }
        // Single pieces are what antique and second-hand shops sell.
        let commonest = byNumber.filter { $0.key > 1 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        guard let commonest, commonest.value.count >= settings.fewestProducts,
            Double(commonest.value.count) >= settings.share * Double(told.count)
        else { return .pass(told.prefix(3).map { evidence($0, nil) }) }
        return .fail(
            Failure(
                evidence: commonest.value.prefix(5).map { evidence($0, nil) }, confidence: .likely,
                share: Double(commonest.value.count) / Double(told.count),
                detail: "\(commonest.value.count) of \(told.count) products say that \(commonest.key) are left"))
    }

    private func evidence(_ product: ProductSummary, _ note: String?) -> Evidence {
        Evidence(url: product.url, product.piecesLeft?.mention ?? Mention(quote: "", region: .main), note: note)
    }
}
