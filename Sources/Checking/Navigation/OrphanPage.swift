import Model

/// Pages that the sitemap names and no link leads to.
struct OrphanPage: Check {
    struct Settings: Decodable, Sendable {
        /// Kinds of page that are meant to be reached from elsewhere.
        var kindsNotCounted: [String]
        /// A larger share, 0…1, speaks for links that only a script draws.
        var mostShare: Double
    }
    static let id = CheckID(.navigation, "orphan-page")
    private let notCounted: Set<PageKind>
    private let mostShare: Double

    init(settings: Settings) {
        notCounted = Set(settings.kindsNotCounted.compactMap(PageKind.init(rawValue:)))
        mostShare = settings.mostShare
    }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let graph = site.graph
        let listed = site.pages.filter { page in
            Int(page.id) < graph.nodes.count && graph.nodes[Int(page.id)].inSitemap
        }
        guard !listed.isEmpty else { return .notApplicable("no sitemap names a page that was read") }
        let unread = Absence.Unread(site)
        guard unread.beyond == 0 else {
            return .undetermined("\(unread.beyond) known pages were not read, and may link to what no other page does")
        }
        let reached = reached(site)
        let orphans = listed.filter { isOrphan($0, site, reached) }
        guard !orphans.isEmpty else {
            return .pass([
                Evidence(url: site.seed, quote: "", note: "links lead to all \(listed.count) pages of the sitemap")
            ])
        }
        let share = Double(orphans.count) / Double(listed.count)
        guard share <= mostShare else {
            return .undetermined("links lead to so few pages of the sitemap that scripts probably draw the rest")
        }
        return .fail(
            Failure(
                evidence: orphans.prefix(5).map {
                    Evidence(url: $0.url, quote: $0.title, note: "in the sitemap; none of the pages read links to it")
                }, confidence: unread.closed > 0 ? .likely : .certain,
                looked: SearchedPlaces(
                    pages: site.pages.count, kinds: [:], urls: site.pages.prefix(10).map(\.url),
                    what: "links to the pages of the sitemap"), share: share,
                detail: "\(orphans.count) of \(listed.count) pages in the sitemap"))
    }

    /// What links lead to, by loose address: targets, where they are passed on to, and what they name as their own.
    private func reached(_ site: SiteFacts) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        let graph = site.graph
        for target in graph.linkedPages {
            let node = graph.nodes[Int(target)]
            keys.insert(WebAddress.looseKey(node.url))
            guard case .fetched(let facts) = node.outcome else { continue }
            keys.insert(WebAddress.looseKey(facts.finalURL))
            for hop in facts.redirects { keys.insert(WebAddress.looseKey(hop.url)) }
        }
        for page in site.pages {
            if let canonical = page.canonical { keys.insert(WebAddress.looseKey(canonical)) }
        }
        return keys
    }

    private func isOrphan(_ page: PageSummary, _ site: SiteFacts, _ reached: Set<UInt64>) -> Bool {
        guard page.url != site.seed, page.kind != .home, !notCounted.contains(page.kind) else { return false }
        // Other languages are changed to by forms and scripts too; copies are reached by their own address.
        guard page.language == site.language, page.canonical == nil else { return false }
        return !reached.contains(WebAddress.looseKey(page.url))
    }
}
