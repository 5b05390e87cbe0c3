import Model

/// Structured data for a price that visitors see.
struct PriceNotMachineReadable: Check {
    static let id = CheckID(.pricing, "price-not-machine-readable")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        let pricing = page.pricing
        if let offer = pricing.structured.first(where: { $0.price != nil }) {
            return .pass([Evidence(url: page.url, offer.mention)])
        }
        guard let visible = pricing.visible, visible.price != nil else { return .notApplicable("no visible price") }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let what = "an offer with a price in JSON-LD, microdata, RDFa or OpenGraph"
        let looked = SearchedPlaces(pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url], what: what)
        let note =
            pricing.structured.isEmpty
            ? "seen by visitors, not by machines" : "structured data names the product without its price"
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, visible.mention, note: note)], confidence: .likely, looked: looked))
    }
}
