import Model

/// A price on every product page.
struct PriceMissing: Check {
    static let id = CheckID(.pricing, "price-missing")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        let pricing = page.pricing
        if let visible = pricing.visible, visible.price != nil {
            return .pass([Evidence(url: page.url, visible.mention)])
        }
        if let ambiguity = pricing.ambiguity { return .undetermined(ambiguity) }
        if let request = pricing.priceOnRequest {
            return .fail(
                Failure(
                    evidence: [Evidence(url: page.url, request, note: "instead of a price")], confidence: .certain,
                    detail: "price on request"))
        }
        if let known = pricing.knownAvailability, !known.availability.isOrderable {
            return .notApplicable("the product is \(known.availability.words)")
        }
        if let structured = pricing.structured.first(where: { $0.price != nil }) {
            return .undetermined(
                "structured data names \(structured.price?.text ?? "a price"), which was not found in the visible text: "
                    + "it may be drawn by script or stand in a picture")
        }
        if pricing.amounts > 0 { return .undetermined("amounts stand on the page, none of them clearly the price") }
        if pricing.structured.isEmpty, pricing.tiles.contains(where: { $0.offer.price != nil }) {
            return .undetermined("several goods with prices stand on the page, which may be what it is about")
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        // Prices drawn by script are seen by visitors and not here.
        return page.lack(
            of: "a price in the text and in structured data (JSON-LD, microdata, RDFa, OpenGraph)", confidence: .likely)
    }
}
