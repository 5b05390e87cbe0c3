import Model

/// Internal links that are passed on more than once before a page comes.
struct RedirectChain: Check {
    struct Settings: Decodable, Sendable {
        /// Redirects from which a link counts.
        var fromRedirects: Int
    }
    static let id = CheckID(.navigation, "redirect-chain")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let graph = site.graph
        var followed = 0
        var chains: [(id: PageID, note: String)] = []
        for target in graph.linkedPages {
            switch graph.nodes[Int(target)].outcome {
            case .fetched(let facts):
                followed += 1
                guard facts.redirects.count >= settings.fromRedirects else { continue }
                chains.append((target, "is passed on \(facts.redirects.count) times: " + path(facts)))
            case .failed(let failure) where failure.stage == .tooManyRedirects:
                followed += 1
                chains.append((target, "never arrives: " + failure.explanation))
            default: continue
            }
        }
        guard followed > 0 else { return .undetermined("no link within the site was followed") }
        guard !chains.isEmpty else {
            return .pass([Evidence(url: site.seed, quote: "", note: "\(followed) linked addresses were followed")])
        }
        chains.sort { graph.nodes[Int($0.id)].url < graph.nodes[Int($1.id)].url }
        return .fail(
            Failure(
                evidence: chains.prefix(5).map { evidence(graph, $0.id, $0.note) },
                share: Double(chains.count) / Double(followed),
                detail: "\(chains.count) of \(followed) linked addresses"))
    }

    private func path(_ facts: FetchFacts) -> String {
        let hops = facts.redirects.prefix(6).dropFirst().map(\.url)
        return (hops + [facts.finalURL]).joined(separator: " → ")
    }

    private func evidence(_ graph: LinkGraph, _ target: PageID, _ note: String) -> Evidence {
        let node = graph.nodes[Int(target)]
        let referrer = graph.referrers(of: target, limit: 1).first.map { graph.nodes[Int($0)].url }
        return Evidence(url: referrer ?? node.url, quote: node.linkText, note: "links to \(node.url), which \(note)")
    }
}

extension LinkGraph {
    /// Distinct targets of the links of pages that were read, ascending.
    var linkedPages: [PageID] {
        var isLinked = [Bool](repeating: false, count: nodes.count)
        for targets in links {
            for target in targets where Int(target) < isLinked.count { isLinked[Int(target)] = true }
        }
        return isLinked.indices.filter { isLinked[$0] }.map(PageID.init)
    }
}
