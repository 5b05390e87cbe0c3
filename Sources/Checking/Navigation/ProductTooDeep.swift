import Model

/// Products that take too many clicks from the home page.
struct ProductTooDeep: Check {
    struct Settings: Decodable, Sendable {
        /// Clicks that are still bearable.
        var mostClicks: Int
    }
    static let id = CheckID(.navigation, "product-too-deep")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    private struct Place {
        var page: PageSummary
        var depth: Int
    }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let places = places(site)
        guard !places.isEmpty else { return .notApplicable("no product that links lead to was read") }
        let deep = places.filter { $0.depth > settings.mostClicks }
        let deepest = places.max { $0.depth < $1.depth }
        guard !deep.isEmpty else {
            let note = "at most \(deepest?.depth ?? 0) clicks from the home page to a product"
            return .pass(deepest.map { [Evidence(url: $0.page.url, quote: $0.page.title, note: note)] } ?? [])
        }
        guard site.pages.contains(where: { $0.id == 0 && ($0.kind == .home || $0.url == site.seed) }) else {
            return .undetermined("the home page was not read, so clicks can't be counted from it")
        }
        let unread = unreadShortcuts(site.graph)
        if unread.beyond > 0 {
            return .undetermined(
                "\(unread.beyond) pages near the home page were not read, and may link to the deeper products")
        }
        let shown = deep.sorted { ($1.depth, $0.page.url) < ($0.depth, $1.page.url) }.prefix(5)
        return .fail(
            Failure(
                evidence: shown.map {
                    Evidence(url: $0.page.url, quote: $0.page.title, note: "\($0.depth) clicks from the home page")
                }, confidence: unread.closed > 0 ? .likely : .certain,
                share: Double(deep.count) / Double(places.count),
                detail: "\(deep.count) of \(places.count) products"))
    }

    /// Every product once, at its shortest way; copies that name another address as their own are left out.
    private func places(_ site: SiteFacts) -> [Place] {
        var names: [PageID: String] = [:]
        for product in site.products { names[product.id] = product.name }
        var byName: [String: Place] = [:]
        for page in site.pages where page.kind == .product && page.canonical == nil {
            guard Int(page.id) < site.graph.nodes.count, let depth = site.graph.nodes[Int(page.id)].depth else {
                continue
            }
            let name = names[page.id] ?? page.url
            if let known = byName[name], known.depth <= depth { continue }
            byName[name] = Place(page: page, depth: depth)
        }
        return byName.values.sorted { $0.page.url < $1.page.url }
    }

    /// Pages not read from which a product could be reached within the bearable clicks.
    private func unreadShortcuts(_ graph: LinkGraph) -> (beyond: Int, closed: Int) {
        var beyond = 0
        var closed = 0
        for node in graph.nodes {
            guard let depth = node.depth, depth < settings.mostClicks else { continue }
            switch node.outcome {
            case nil, .skipped(.pageLimit), .skipped(.depthLimit), .skipped(.timeBudget), .skipped(.excluded),
                .skipped(.noindex), .skipped(.surplus):
                beyond += 1
            case .skipped(.parameterVariant), .skipped(.repeats), .blocked, .failed: closed += 1
            case .skipped, .fetched: break
            }
        }
        return (beyond, closed)
    }
}
