import Checking
import Crawling
import Model
import Observing

/// Reads the small shops of checks' examples as the whole audit reads real ones, without a network.
struct ExampleShop {
    private let catalogue: CheckCatalogue
    private let lexicon: Lexicon
    private let channels: ChannelCatalogue
    /// 2026-03-01T09:00:00Z: examples that speak of dates are written for this day.
    static let today: Int64 = 1_772_355_600_000
    private static let origin = "https://shop.example"

    init(catalogue: CheckCatalogue) throws {
        self.catalogue = catalogue
        do {
            lexicon = try Lexicon()
            channels = try ChannelCatalogue(adding: catalogue.channelFiles)
        } catch { throw AuditError.usage(oneLine("\(error)")) }
    }

    /// The facts of the pages, and of the shop that they make up. Links between the pages are resolved; one that leads
    /// to no page of the example answers 404.
    func observe(_ example: CheckExample) throws -> ([PageFacts], SiteFacts) {
        let home = ExampleShop.origin + "/"
        let context = ObservingContext(
            host: "shop.example", domain: "shop.example", seed: home, languageHint: example.language, lexicon: lexicon,
            channels: channels, queries: catalogue.queries)
        var graph = ExampleGraph(example)
        var site = SiteFactsBuilder(seed: home, now: ExampleShop.today)
        var pictures = PictureSample()
        var all: [PageFacts] = []
        for (id, path) in graph.paths.enumerated() {
            let url = ExampleShop.origin + path
            let body = Array((example.pages[path] ?? "").utf8)
            let time = example.times[path] ?? example.times["*"] ?? 0
            let fetch = FetchFacts(
                url: url, finalURL: url, status: 200, charset: "utf-8", bytes: body.count, timeToFirstByte: time)
            let observation = Observing.observe(body, fetch: fetch, context: context)
            pictures.absorb(observation.facts, template: site.absorb(observation.facts, id: PageID(id)))
            graph.read(PageID(id), fetch, observation.links, origin: ExampleShop.origin)
            all.append(observation.facts)
        }
        let whole = graph.finish()
        var facts = site.finish(graph: whole, coverage: Coverage(whole))
        facts.pictures = pictures.chosen.map { picture in
            var picture = picture
            picture.answer = example.pictures[String(picture.url.dropFirst(ExampleShop.origin.count))] ?? .picture
            return picture
        }
        if let country = example.country { facts.country = country }
        facts.histories = example.history.map { histories($0, of: facts) }
        facts.revisits = example.revisits.map { visits in
            all.compactMap { page in revisit(page, visits, context) }
        }
        facts.countdownHistories = example.countdowns.map { histories($0, of: facts) }
        return (all, facts)
    }

    /// As a second visit would find the page; nil where the example tells of none.
    private func revisit(
        _ page: PageFacts, _ visits: [String: ExampleVisit], _ context: ObservingContext
    ) -> SecondVisit? {
        guard let visit = visits[String(page.url.dropFirst(ExampleShop.origin.count))] else { return nil }
        let body = visit.html.map { Array($0.utf8) }
        let now = body.map { Observing.observe($0, fetch: page.fetch, context: context).facts }
        let elapsed = Int64(visit.after) * 1_000
        return SecondVisit(
            url: page.url, elapsed: elapsed, at: ExampleShop.today + elapsed, then: VisitClaims(page),
            now: now.map { VisitClaims($0) }, unread: now == nil ? "answered with status 500" : nil, copy: visit.copy)
    }

    private func histories(_ ends: [String: [ExampleEnd]], of site: SiteFacts) -> [CountdownHistory] {
        let earlier = ends.flatMap { path, ends in
            ends.map { $0.sighting(of: ExampleShop.origin + path, before: site.now) }
        }
        return CountdownHistory.histories(of: site.countdowns, among: earlier, at: site.now)
    }

    /// As a ledger that saw the example's spells would give them, beside what the pages show today.
    private func histories(_ spells: [String: [ExampleSpell]], of site: SiteFacts) -> [PriceHistory] {
        site.products.compactMap { product in
            guard let offer = product.visible,
                let today = PriceSighting(offer, at: site.now, availability: product.availability), today.was != nil
            else { return nil }
            let path = String(product.url.dropFirst(ExampleShop.origin.count))
            let earlier = (spells[path] ?? []).flatMap { $0.sightings(before: site.now) }
            return PriceHistory(
                url: product.url, name: product.name, place: .page, mention: offer.mention,
                namesLowest: product.lowest30Days != nil, runs: PriceHistory.runs(of: earlier + [today]))
        }
    }
}

/// The links among an example's pages.
private struct ExampleGraph {
    let paths: [String]
    private var graph: LinkGraph
    private var ids: [String: PageID] = [:]
    private let redirects: [String: String]
    private var passedOn: [PageID: PageID] = [:]
    private static let origin = "https://shop.example"

    init(_ example: CheckExample) {
        paths = example.pages.keys.sorted { ($0 != "/" ? 1 : 0, $0) < ($1 != "/" ? 1 : 0, $1) }
        redirects = example.redirects
        let sitemap = Set(example.sitemap)
        let nodes = paths.map {
            LinkGraph.Node(
                url: ExampleGraph.origin + $0, source: $0 == "/" ? .seed : .link, inSitemap: sitemap.contains($0))
        }
        graph = LinkGraph(nodes: nodes, links: Array(repeating: [], count: nodes.count))
        for (i, node) in nodes.enumerated() { ids[node.url] = PageID(i) }
    }

    mutating func read(_ id: PageID, _ fetch: FetchFacts, _ links: PageLinks, origin: String) {
        graph.nodes[Int(id)].outcome = .fetched(fetch)
        guard let resolver = LinkResolver(base: fetch.finalURL) else { return }
        var targets: Set<PageID> = []
        for link in links.entries where !link.traits.contains(.image) && !link.traits.contains(.notAnAnchor) {
            guard case .success(let url) = resolver.resolve(String(decoding: links.bytes[link.href], as: UTF8.self)),
                url.hasPrefix(origin + "/")
            else { continue }
            let target = node(url, text: String(decoding: links.bytes[link.text], as: UTF8.self), from: id)
            targets.insert(target)
        }
        graph.links[Int(id)] = targets.sorted()
    }

    private mutating func node(_ url: String, text: String, from id: PageID) -> PageID {
        if let known = ids[url] {
            if graph.nodes[Int(known)].firstReferrer == nil {
                graph.nodes[Int(known)].firstReferrer = id
                graph.nodes[Int(known)].linkText = text
            }
            return known
        }
        let new = PageID(graph.nodes.count)
        var node = LinkGraph.Node(url: url, source: .link, linkText: text, firstReferrer: id)
        node.outcome = outcome(of: url)
        graph.nodes.append(node)
        graph.links.append([])
        ids[url] = new
        if case .fetched(let facts) = node.outcome, facts.finalURL != url { passedOn[new] = ids[facts.finalURL] }
        return new
    }

    /// An address that is no page of the example: not found, or passed on.
    private func outcome(of url: String) -> FetchOutcome {
        var at = String(url.dropFirst(ExampleGraph.origin.count))
        var hops: [Redirect] = []
        while let next = redirects[at] {
            hops.append(Redirect(url: ExampleGraph.origin + at, status: 301))
            guard hops.count <= redirects.count else {
                return .failed(FetchFailure(.tooManyRedirects, "redirects in a circle"))
            }
            at = next
        }
        let status = paths.contains(at) ? 200 : 404
        return .fetched(FetchFacts(url: url, finalURL: ExampleGraph.origin + at, status: status, redirects: hops))
    }

    /// With the clicks from home counted.
    func finish() -> LinkGraph {
        var graph = graph
        guard !graph.nodes.isEmpty else { return graph }
        var queue: [PageID] = [0]
        graph.nodes[0].depth = 0
        var next = 0
        while next < queue.count {
            let id = queue[next]
            next += 1
            for target in graph.links[Int(id)] {
                // A redirect is no click.
                for page in [target, passedOn[target]].compactMap(\.self) where graph.nodes[Int(page)].depth == nil {
                    graph.nodes[Int(page)].depth = (graph.nodes[Int(id)].depth ?? 0) + 1
                    queue.append(page)
                }
            }
        }
        return graph
    }
}
