import Model

/// A way to order what has a price and is in stock.
struct OrderButtonMissing: Check {
    static let id = CheckID(.pricing, "order-button-missing")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        let pricing = page.pricing
        if let control = pricing.orderControls.first { return .pass([Evidence(url: page.url, control)]) }
        if let form = page.forms.first(where: { $0.purpose == .order }) {
            return .pass([Evidence(url: page.url, form.mention, note: "an order form")])
        }
        guard pricing.closedOrder == nil else {
            return .undetermined("there is a way to order, which is closed: it may want a choice first")
        }
        guard let visible = pricing.visible, visible.price != nil else {
            return .notApplicable("the page shows no single price")
        }
        guard let known = pricing.knownAvailability else {
            return .undetermined("no way to order was found, but the page doesn't say that the product is in stock")
        }
        guard known.availability.isOrderable else {
            return .notApplicable("the product is \(known.availability.words)")
        }
        // Structured data says so as well where the button is drawn by script, and the stock line with it.
        guard pricing.availability != nil else {
            return .undetermined(
                "no way to order was found, and only structured data says that the product is in stock")
        }
        guard pricing.orderWords == 0 else {
            return .undetermined("words to order by stand on the page, but for which product isn't clear")
        }
        if let reason = page.wordsUnknown { return .undetermined(reason) }
        // Some shops take orders by messenger or by telephone, and say so beside the price.
        if page.contact.messengers.contains(where: { $0.mention.region == .main }) {
            return .undetermined("orders may be taken by the messenger that the page links to")
        }
        let looked = SearchedPlaces(
            pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url],
            what: "buttons, forms and links that order the product")
        var evidence = [Evidence(url: page.url, visible.mention, note: "a price, and no way to order")]
        if let mention = known.mention {
            evidence.append(Evidence(url: page.url, mention, note: "said to be \(known.availability.words)"))
        }
        return .fail(Failure(evidence: evidence, confidence: .likely, looked: looked))
    }
}
