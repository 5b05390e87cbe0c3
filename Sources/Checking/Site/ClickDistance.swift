import Model

/// Clicks from every page to the nearest of some pages, by the links of a site.
struct ClickDistance {
    /// More clicks than anybody takes; ways that are longer aren't looked for.
    static let most = 12
    /// By page; nil where no way leads to any of the goals within `most` clicks.
    private let clicks: [UInt8]
    private static let none = UInt8.max

    /// `targets[i]`: where page i's links lead in the end. A level at a time rather than from the goals backwards: links
    /// needn't be turned round, and few levels are ever needed.
    init(_ links: SiteLinks, goals: [Bool]) {
        var clicks = goals.map { $0 ? 0 : ClickDistance.none }
        var open = clicks.indices.filter { clicks[$0] != 0 && !links.targets($0).isEmpty }
        var level: UInt8 = 0
        while level < ClickDistance.most, !open.isEmpty {
            var left: [Int] = []
            var reached: [Int] = []
            for page in open {
                let leads = links.targets(page).contains { clicks[links.destination($0)] == level }
                if leads { reached.append(page) } else { left.append(page) }
            }
            if reached.isEmpty { break }
            level += 1
            for page in reached { clicks[page] = level }
            open = left
        }
        self.clicks = clicks
    }

    subscript(page: PageID) -> Int? {
        let place = Int(page)
        guard place < clicks.count, clicks[place] != ClickDistance.none else { return nil }
        return Int(clicks[place])
    }

    /// The goals at the end of the shortest ways from a page, ascending.
    func ends(from start: PageID, by links: SiteLinks) -> [PageID] {
        guard var left = self[start] else { return [] }
        var pages: Set<Int> = [Int(start)]
        while left > 0 {
            left -= 1
            pages = Set(
                pages.flatMap { links.targets($0).map(links.destination) }.filter { clicks[$0] == UInt8(left) })
        }
        return pages.map { PageID($0) }.sorted()
    }
}

/// The links of a site, redirects followed: being passed on is no click.
struct SiteLinks {
    private let graph: LinkGraph
    private let passedOn: [Int: Int]

    init(_ graph: LinkGraph) {
        self.graph = graph
        var wanted: [String: [Int]] = [:]
        for (i, node) in graph.nodes.enumerated() {
            if case .fetched(let facts) = node.outcome, facts.finalURL != node.url {
                wanted[facts.finalURL, default: []].append(i)
            }
        }
        var passedOn: [Int: Int] = [:]
        if !wanted.isEmpty {
            for (i, node) in graph.nodes.enumerated() {
                for source in wanted[node.url] ?? [] where source != i { passedOn[source] = i }
            }
        }
        self.passedOn = passedOn
    }

    /// How many pages there are.
    var count: Int { graph.nodes.count }

    /// Where a page's links lead to; empty for pages that weren't read.
    func targets(_ page: Int) -> [PageID] { page < graph.links.count ? graph.links[page] : [] }

    /// Where an address leads in the end.
    func destination(_ page: PageID) -> Int { passedOn[Int(page)] ?? Int(page) }
}
