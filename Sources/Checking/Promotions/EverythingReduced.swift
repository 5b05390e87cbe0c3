import Model

/// The share of a shop's goods that carry a price before.
struct EverythingReduced: Check {
    struct Settings: Decodable, Sendable {
        /// Share of the goods with a price, 0…1, from which on nearly everything is reduced.
        var share: Double
        /// Goods with a price, at least.
        var fewestGoods: Int
    }
    static let id = CheckID(.promotions, "everything-reduced")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let range = site.range
        guard range.priced >= settings.fewestGoods else {
            return .undetermined("a price was seen of \(range.priced) goods; \(settings.fewestGoods) are needed")
        }
        let share = Double(range.reduced) / Double(range.priced)
        let detail = "\(range.reduced) of \(range.priced) goods carry a higher price before"
        guard share >= settings.share else { return .pass([Evidence(url: site.seed, quote: "", note: detail)]) }
        let examples = site.products.compactMap { product -> Evidence? in
            guard let offer = product.visible, Reduction.percent(from: offer.was, to: offer.price) != nil else {
                return nil
            }
            return Evidence(
                url: product.url, offer.mention, note: "before \(offer.was?.text ?? ""), now \(offer.price?.text ?? "")"
            )
        }
        let tiles = site.tiles.values.joined().filter { $0.offer.was != nil }.min { $0.pageURL < $1.pageURL }
        let evidence = examples.isEmpty ? tiles.map { [Evidence(url: $0.pageURL, $0.offer.mention)] } ?? [] : examples
        return .fail(
            Failure(
                evidence: evidence.isEmpty
                    ? [Evidence(url: site.seed, quote: "", note: detail)] : Array(evidence.prefix(5)),
                confidence: site.coverage.isSample ? .likely : .certain, share: 1, detail: detail))
    }
}
