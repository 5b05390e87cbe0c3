import Model

/// What came of each request and who links to whom, gathered during a crawl.
struct Trail {
    /// Of URLs that were asked for or kept from us.
    var outcomes: [PageID: FetchOutcome] = [:]
    private var links: [PageID: [PageID]] = [:]
    private var linkCount = 0
    /// Links that are kept in all: what a site without end sends beyond them leads to nothing new.
    private static let linkLimit = 6_000_000
    private var redirects: [PageID: (status: Int, target: PageID)] = [:]

    mutating func redirect(_ source: PageID, status: Int, to target: PageID) { redirects[source] = (status, target) }

    mutating func link(_ source: PageID, to targets: [PageID]) {
        guard !targets.isEmpty, linkCount < Self.linkLimit else { return }
        var distinct: [PageID] = []
        for target in targets.sorted() where distinct.last != target { distinct.append(target) }
        linkCount += distinct.count
        // Sized anew, without the room that the whole list took.
        links[source] = distinct.withUnsafeBufferPointer { Array($0) }
    }

    /// The finished graph; every node has an outcome.
    func graph(_ frontier: Frontier, maxRedirects: Int) -> LinkGraph {
        let depths = depths(count: frontier.entries.count)
        var graph = LinkGraph()
        graph.nodes.reserveCapacity(frontier.entries.count)
        graph.links.reserveCapacity(frontier.entries.count)
        for (index, entry) in frontier.entries.enumerated() {
            let id = PageID(index)
            let text = frontier.texts[Int(entry.text.lowerBound)..<Int(entry.text.upperBound)]
            let outcome = outcome(id, frontier, maxRedirects)
            graph.nodes.append(
                LinkGraph.Node(
                    url: url(id, outcome, frontier), outcome: outcome,
                    source: entry.source, depth: depths[index] < 0 ? nil : Int(depths[index]),
                    linkText: String(decoding: text, as: UTF8.self), firstReferrer: entry.referrer,
                    inSitemap: entry.inSitemap))
            graph.links.append(links[id] ?? [])
        }
        return graph
    }

    /// In the storage of the answer's own, where there is one.
    private func url(_ id: PageID, _ outcome: FetchOutcome, _ frontier: Frontier) -> String {
        let url = frontier.addresses.string(id)
        if case .fetched(let facts) = outcome, facts.url == url { return facts.url }
        return url
    }

    /// Clicks from the home page; a redirect is no click. -1 where no link leads.
    private func depths(count: Int) -> [Int32] {
        var depths = [Int32](repeating: -1, count: count)
        guard count > 0 else { return depths }
        depths[0] = 0
        var queue: [PageID] = [0]
        var next = 0
        while next < queue.count {
            let id = queue[next]
            next += 1
            for target in links[id] ?? [] where depths[Int(target)] < 0 {
                var reached: PageID? = target
                while let page = reached, depths[Int(page)] < 0 {
                    depths[Int(page)] = depths[Int(id)] + 1
                    queue.append(page)
                    reached = redirects[page]?.target
                }
            }
        }
        return depths
    }

    private func outcome(_ id: PageID, _ frontier: Frontier, _ maxRedirects: Int) -> FetchOutcome {
        guard redirects[id] != nil else { return ownOutcome(id, frontier) }
        var hops: [Redirect] = []
        var at = id
        while let (status, target) = redirects[at] {
            hops.append(Redirect(url: frontier.addresses.string(at), status: status))
            at = target
            if at == id || hops.count > maxRedirects {
                let said = at == id ? "redirects in a circle" : "more than \(maxRedirects) redirects"
                return .failed(FetchFailure(.tooManyRedirects, said))
            }
        }
        guard case .fetched(var facts) = ownOutcome(at, frontier) else { return ownOutcome(at, frontier) }
        facts.url = frontier.addresses.string(id)
        facts.redirects = hops
        return .fetched(facts)
    }

    private func ownOutcome(_ id: PageID, _ frontier: Frontier) -> FetchOutcome {
        if let outcome = outcomes[id] { return outcome }
        return switch frontier.entries[Int(id)].state {
        case .skipped(let reason): .skipped(why: reason)
        case .queued, .taken: .skipped(why: .timeBudget)
        }
    }
}
