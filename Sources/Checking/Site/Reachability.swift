import Model

/// Works out the map of a site: how many clicks it is from its pages to a person.
struct Reachability {
    private let site: SiteFacts
    private let links: SiteLinks
    private let summaries: [PageID: Int]
    /// Pages that weren't read, and might show a way.
    private let unread: [Bool]
    /// These, and other addresses of pages that were read: a way may be shorter by them.
    private let unsure: [Bool]

    init(_ site: SiteFacts) {
        self.site = site
        links = SiteLinks(site.graph)
        let summaries = Dictionary(site.pages.indices.map { (site.pages[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
        self.summaries = summaries
        unread = site.graph.nodes.map { Reachability.mayHoldWay($0.outcome) }
        unsure = site.graph.nodes.indices.map { i in
            if summaries[PageID(i)] != nil { return false }
            switch site.graph.nodes[i].outcome {
            case .skipped(.parameterVariant), .skipped(.repeats): return true
            case .fetched(let facts):
                return facts.isSuccess && facts.isHTML && facts.finalURL == site.graph.nodes[i].url
            default: return Reachability.mayHoldWay(site.graph.nodes[i].outcome)
            }
        }
    }

    private static func mayHoldWay(_ outcome: FetchOutcome?) -> Bool {
        switch outcome {
        case nil, .failed: true
        case .fetched: false
        case .blocked(let reason, _): ![.softNotFound, .parked, .serverDefault].contains(reason)
        case .skipped(let reason):
            [.pageLimit, .depthLimit, .timeBudget, .excluded, .noindex, .surplus].contains(reason)
        }
    }

    /// Distances to the ways that one group of needs is served by.
    private struct Ground {
        var ways: ClickDistance
        /// All but forms.
        var better: ClickDistance
    }

    /// Distances to pages that weren't read.
    private struct Fog {
        var unread: ClickDistance
        var unsure: ClickDistance
    }

    func map() -> ReachabilityMap {
        let fog = Fog(unread: ClickDistance(links, goals: unread), unsure: ClickDistance(links, goals: unsure))
        let customers = ground { $0.serves(.complaint) }
        // The same but for lines that are for trade alone, which few shops have.
        let hasTradeLine = site.pages.contains { page in page.ways.contains { !$0.serves(.complaint) } }
        let traders = hasTradeLine ? ground { $0.serves(.wholesale) } : customers
        let needs = CustomerNeed.allCases.map { need in
            reach(need, on: need == .wholesale ? traders : customers, fog)
        }
        return ReachabilityMap(
            needs: needs, pagesLooked: site.pages.count, pagesUnread: unread.count { $0 })
    }

    private func ground(_ serves: (ShownWay) -> Bool) -> Ground {
        let ways = goals { $0.contains(where: serves) }
        let better = goals { $0.contains { serves($0) && $0.way != .form } }
        return Ground(ways: ClickDistance(links, goals: ways), better: ClickDistance(links, goals: better))
    }

    private func goals(_ test: ([ShownWay]) -> Bool) -> [Bool] {
        var goals = [Bool](repeating: false, count: links.count)
        for page in site.pages where Int(page.id) < goals.count && test(page.ways) { goals[Int(page.id)] = true }
        return goals
    }

    private func reach(_ need: CustomerNeed, on ground: Ground, _ fog: Fog) -> NeedReach {
        let contacts = site.namedContacts[need] ?? []
        let named =
            contacts.isEmpty ? nil : ClickDistance(links, goals: goals { $0.contains { $0.needs.contains(need) } })
        var unknown: String?
        if contacts.isEmpty {
            unknown = WordLists.silence(in: site.language)
            if unknown == nil, unread.contains(true) { unknown = "\(unread.count { $0 }) known pages were not read" }
        }
        func from(_ starts: [PageID], _ what: String) -> Reach {
            reach(from: starts, what, need, (ground, fog), named)
        }
        let home = site.pages.filter { $0.id == 0 || $0.url == site.seed }.prefix(1).map(\.id)
        return NeedReach(
            need: need, named: Array(contacts.prefix(3)), namedUnknown: unknown,
            home: from(home, "the home page was not read"),
            product: from(pages([.product]), "no product page was read"),
            cart: from(pages([.cart, .checkout]), "no cart or checkout page was read"))
    }

    private func pages(_ kinds: [PageKind]) -> [PageID] {
        site.pages.filter { kinds.contains($0.kind) }.map(\.id)
    }

    private func reach(
        from starts: [PageID], _ nothingRead: String, _ need: CustomerNeed, _ known: (ground: Ground, fog: Fog),
        _ named: ClickDistance?
    ) -> Reach {
        guard !starts.isEmpty else { return Reach(.notAssessed, starts: 0, reason: nothingRead) }
        let found = starts.enumerated().compactMap { place, start in
            known.ground.ways[start].map { (clicks: $0, place: place, start: start) }
        }.sorted { ($0.clicks, $0.place) < ($1.clicks, $1.place) }
        guard !found.isEmpty else {
            guard starts.contains(where: { known.fog.unread[$0] != nil }) else {
                return Reach(.notFound, starts: starts.count)
            }
            return Reach(
                .notAssessed, starts: starts.count,
                reason: "no way on the \(site.pages.count) pages read, but links lead on to pages that were not read")
        }
        let typical = found[(found.count - 1) / 2]
        var reach = Reach(.found, starts: starts.count)
        reach.clicks = typical.clicks
        reach.fewest = found.first?.clicks
        reach.most = found.last?.clicks
        reach.without = starts.count - found.count
        reach.isAtMost = found.contains { one in known.fog.unsure[one.start].map { $0 < one.clicks } ?? false }
        reach.ways = ways(at: known.ground.ways.ends(from: typical.start, by: links)) { $0.serves(need) }
        if reach.ways.allSatisfy({ $0.way == .form }) {
            reach.beyondForm = known.ground.better[typical.start]
            reach.beyondFormWays = ways(at: known.ground.better.ends(from: typical.start, by: links)) {
                $0.serves(need) && $0.way != .form
            }
            reach.isFormOnly = reach.beyondForm == nil && known.fog.unread[typical.start] == nil
        }
        reach.named = named?[typical.start]
        return reach
    }

    /// One of each kind, best first: those of the first page in URL order, general ones before those for another need.
    private func ways(at pages: [PageID], _ test: (ShownWay) -> Bool) -> [ShownWay] {
        let shown = pages.compactMap { summaries[$0] }.sorted().flatMap { site.pages[$0].ways }.filter(test)
        return ContactWay.allCases.compactMap { way in shown.first { $0.way == way } }
    }
}

extension ReachabilityMap {
    /// Of a site as far as it was read: by its links and the ways to a person that its pages show.
    public init(of site: SiteFacts) { self = Reachability(site).map() }
}
