import Model

/// Internal links that lead nowhere, as the share of the linked addresses that answered.
struct DeadLink: Check {
    struct Settings: Decodable, Sendable {
        /// Error statuses that say nothing about the page itself: it wants a login, another method, or patience.
        var statusesNotCounted: [Int]
    }
    static let id = CheckID(.navigation, "dead-link")
    private let notCounted: Set<Int>

    init(settings: Settings) { notCounted = Set(settings.statusesNotCounted) }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let graph = site.graph
        let host = WebAddress.Parts(Substring(site.seed))?.host
        var answered = 0
        var dead: [(id: PageID, word: String, isSure: Bool)] = []
        for target in linkedPages(graph) {
            let node = graph.nodes[Int(target)]
            switch state(node, seedHost: host) {
            case .unread: continue
            case .alive: answered += 1
            case .dead(let word, let isSure):
                answered += 1
                dead.append((target, word, isSure))
            }
        }
        guard answered > 0 else { return .undetermined("no link within the site was followed") }
        guard !dead.isEmpty else {
            return .pass([Evidence(url: site.seed, quote: "", note: "\(answered) linked addresses answered")])
        }
        dead.sort { graph.nodes[Int($0.id)].url < graph.nodes[Int($1.id)].url }
        // Sure ones first: they decide the confidence, so they are what is shown.
        let shown = (dead.filter(\.isSure) + dead.filter { !$0.isSure }).prefix(5)
        return .fail(
            Failure(
                evidence: shown.map { evidence(graph, $0.id, $0.word) },
                confidence: dead.contains(where: \.isSure) ? .certain : .likely,
                share: Double(dead.count) / Double(answered),
                detail: "\(dead.count) of \(answered) linked addresses"))
    }

    private enum State {
        case unread, alive
        case dead(String, isSure: Bool)
    }

    private func state(_ node: LinkGraph.Node, seedHost: String?) -> State {
        switch node.outcome {
        case .fetched(let facts):
            if notCounted.contains(facts.status) { return .unread }
            // A server error may be gone in a minute; "not found" and "gone" are the site's own word.
            guard facts.status >= 400 else { return .alive }
            return .dead("answers \(facts.status)", isSure: facts.status == 404 || facts.status == 410)
        case .failed(let failure) where failure.stage == .resolve:
            // The seed's own host did answer: its failing now is the network's doing.
            let host = WebAddress.Parts(Substring(node.url))?.host
            return host == nil || host == seedHost
                ? .unread : .dead("leads to a host that doesn't exist", isSure: false)
        case .failed, .blocked, .skipped, nil: return .unread
        }
    }

    /// Distinct targets of the links of pages that were read, ascending.
    private func linkedPages(_ graph: LinkGraph) -> [PageID] {
        var isLinked = [Bool](repeating: false, count: graph.nodes.count)
        for targets in graph.links {
            for target in targets where Int(target) < isLinked.count { isLinked[Int(target)] = true }
        }
        return isLinked.indices.filter { isLinked[$0] }.map(PageID.init)
    }

    private func evidence(_ graph: LinkGraph, _ target: PageID, _ word: String) -> Evidence {
        let node = graph.nodes[Int(target)]
        let referrer = node.firstReferrer ?? graph.referrers(of: target, limit: 1).first
        let page = referrer.flatMap { Int($0) < graph.nodes.count ? graph.nodes[Int($0)].url : nil }
        return Evidence(
            url: page ?? node.url, quote: node.linkText, note: "links to \(node.url), which \(word)")
    }
}
