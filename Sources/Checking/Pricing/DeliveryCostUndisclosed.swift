import Model

/// What delivery costs, said somewhere before checkout.
struct DeliveryCostUndisclosed: Check {
    static let id = CheckID(.pricing, "delivery-cost-undisclosed")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        for fact in ["terms.delivery.cost", "promotions.claim.freeDelivery"] {
            if let seen = site.mentions[fact], seen.pages > 0 { return .pass(Array(seen.examples.prefix(3))) }
        }
        if let named = site.mentions["pricing.amounts"], named.kinds[.delivery] ?? 0 > 0 {
            return .undetermined("the page about delivery names amounts of money that may be what delivery costs")
        }
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        guard !site.products.isEmpty else { return .notApplicable("no product page was read") }
        let absence = Absence(
            of: "what delivery costs, or that it is free: words and amounts on every page read", in: site,
            places: [.delivery, .help, .terms])
        return absence.outcome(upTo: .likely)
    }
}
