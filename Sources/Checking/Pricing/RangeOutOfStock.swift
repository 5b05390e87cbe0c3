import Model

/// The share of products that can't be ordered.
struct RangeOutOfStock: Check {
    struct Settings: Decodable, Sendable {
        /// Share, 0…1, up to which it is the ordinary course of trade.
        var share: Double
        /// Products whose availability is known, at least.
        var fewestProducts: Int
    }
    static let id = CheckID(.pricing, "range-out-of-stock")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let known = site.products.filter { $0.availability != nil }
        guard known.count >= settings.fewestProducts else {
            return .undetermined(
                "availability is known of \(known.count) products; \(settings.fewestProducts) are needed")
        }
        let out = known.filter { $0.availability == .outOfStock || $0.availability == .discontinued }
        let share = Double(out.count) / Double(known.count)
        let detail = "\(out.count) of \(known.count) products whose availability is known"
        guard share > settings.share else {
            return .pass([Evidence(url: site.seed, quote: "", note: "out of stock: \(detail)")])
        }
        return .fail(
            Failure(
                evidence: out.prefix(5).map { evidence($0) }, confidence: site.coverage.isSample ? .likely : .certain,
                share: share, detail: "\(detail) cannot be ordered"))
    }

    private func evidence(_ product: ProductSummary) -> Evidence {
        Evidence(url: product.url, quote: product.name ?? "", note: product.availability?.words)
    }
}
