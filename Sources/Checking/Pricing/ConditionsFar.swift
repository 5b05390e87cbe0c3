import Model

/// Delivery, returns and payment told on each product page, or a click away from it.
struct ConditionsFar: Check {
    struct Settings: Decodable, Sendable {
        /// Share of the products, 0…1, up to which it is an exception.
        var share: Double
        /// Links that a page has at least, or its menus and footer are drawn by scripts.
        var fewestLinks: Int
    }
    static let id = CheckID(.pricing, "conditions-far")
    /// What a customer asks before ordering.
    static let topics: [PageKind] = [.delivery, .returns, .payment]
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    /// The page's own words speak of it, or a link is named so.
    static func tells(_ page: PageFacts, of topic: PageKind) -> Bool {
        // What was cut off may have been the footer.
        guard page.truncated == nil else { return true }
        let groups: [String]
        switch topic {
        case .delivery: groups = ["delivery.", "loyalty.deliveryTime", "promo.freeDelivery", "page.delivery"]
        case .returns:
            if !page.loyalty.returnDays.isEmpty { return true }
            groups = ["loyalty.return", "page.returns"]
        default: groups = ["payment.", "page.payment"]
        }
        return page.terms.contains { group, mentions in
            !mentions.isEmpty && groups.contains { group.utf8.starts(with: $0.utf8) }
        }
    }

    func evaluate(_ site: SiteFacts) -> Outcome {
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        let pages = Targets(site)
        // What the shop tells nowhere is for other checks to say.
        let told = Self.topics.filter { topic in
            pages.kinds.values.contains { $0.contains(topic) }
                || site.products.contains { $0.conditions.contains(topic) }
        }
        guard !told.isEmpty else {
            return .notApplicable("no page on delivery, returns or payment was read that a product could lead to")
        }
        let unread = Set(site.pages.filter { WordLists.silence(in: $0.language) != nil }.map(\.id))
        var assessed = 0
        var far: [(product: ProductSummary, topics: [PageKind])] = []
        for product in site.products where !unread.contains(product.id) {
            guard pages.linkCount(product.id) >= settings.fewestLinks else { continue }
            assessed += 1
            let linked = pages.topics(from: product.id)
            let missing = told.filter { !product.conditions.contains($0) && !linked.contains($0) }
            if !missing.isEmpty { far.append((product, missing)) }
        }
        guard assessed > 0 else {
            return .notApplicable(
                "no product page with at least \(settings.fewestLinks) links was read in a known language")
        }
        let words = Self.words(told)
        let share = Double(far.count) / Double(assessed)
        guard share > settings.share else {
            let note =
                "\(assessed - far.count) of \(assessed) product pages tell of \(words), or link to a page that does"
            return .pass([Evidence(url: site.products[0].url, quote: site.products[0].name ?? "", note: note)])
        }
        let what = "words and links on \(words) on each product page, and the pages that it links to"
        return .fail(
            Failure(
                evidence: far.prefix(5).map {
                    Evidence(
                        url: $0.product.url, quote: $0.product.name ?? "",
                        note: "neither tells of \(Self.words($0.topics, "or")) nor links to a page that does")
                }, confidence: .likely,
                looked: SearchedPlaces(
                    pages: assessed, kinds: [PageKind.product.rawValue: assessed],
                    urls: far.prefix(5).map(\.product.url), what: what),
                share: share, detail: "\(far.count) of \(assessed) product pages"))
    }

    private static func words(_ topics: [PageKind], _ last: String = "and") -> String {
        let names = topics.map { $0.rawValue.split(separator: ":").last.map(String.init) ?? $0.rawValue }
        guard names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
    }
}

/// Where the links of pages lead to, by topic.
private struct Targets {
    let kinds: [PageID: Set<PageKind>]
    private let graph: LinkGraph

    init(_ site: SiteFacts) {
        graph = site.graph
        var byURL: [String: Set<PageKind>] = [:]
        var kinds: [PageID: Set<PageKind>] = [:]
        for page in site.pages {
            let topics = Set(ConditionsFar.topics.filter(page.covers))
            guard !topics.isEmpty else { continue }
            kinds[page.id] = topics
            byURL[page.url] = topics
        }
        for (index, node) in graph.nodes.enumerated() {
            guard case .fetched(let facts) = node.outcome, facts.finalURL != node.url,
                let topics = byURL[facts.finalURL]
            else { continue }
            kinds[PageID(index)] = topics
        }
        self.kinds = kinds
    }

    func linkCount(_ page: PageID) -> Int { Int(page) < graph.links.count ? graph.links[Int(page)].count : 0 }

    func topics(from page: PageID) -> Set<PageKind> {
        guard Int(page) < graph.links.count else { return [] }
        return graph.links[Int(page)].reduce(into: kinds[page] ?? []) { $0.formUnion(kinds[$1] ?? []) }
    }
}
