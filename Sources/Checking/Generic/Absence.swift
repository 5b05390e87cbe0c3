import Model

/// How sure one can be that something stands nowhere on a site, from what was read of it.
public struct Absence: Sendable, Hashable {
    /// What may be claimed.
    public enum Verdict: Sendable, Hashable {
        case sure(Confidence)
        /// Too little was read; the reason says what would be needed.
        case unknown(String)
    }

    /// What may be claimed of it.
    public var verdict: Verdict
    /// Where it was looked for.
    public var looked: SearchedPlaces

    /// - Parameters:
    ///   - what: what was looked for, in words.
    ///   - places: kinds of page that would most likely show it; empty where any page but home would.
    ///   - kinds: the only kinds that count; empty for all.
    public init(of what: String, in site: SiteFacts, places: [PageKind] = [], kinds: [PageKind] = []) {
        let read = kinds.isEmpty ? site.pages : site.pages.filter { page in kinds.contains(where: page.covers) }
        var byKind: [String: Int] = [:]
        for page in read { byKind[page.kind.rawValue, default: 0] += 1 }
        looked = SearchedPlaces(pages: read.count, kinds: byKind, urls: read.prefix(10).map(\.url), what: what)
        verdict = Absence.verdict(site, places: places)
    }

    /// The failed outcome, or the undetermined one.
    public func outcome(upTo confidence: Confidence = .certain, detail: String? = nil) -> Outcome {
        switch verdict {
        case .sure(let own):
            .fail(Failure(evidence: [], confidence: min(own, confidence), looked: looked, detail: detail))
        case .unknown(let reason): .undetermined(reason)
        }
    }

    private static func verdict(_ site: SiteFacts, places: [PageKind]) -> Verdict {
        guard !site.pages.isEmpty else { return .unknown("no page could be read") }
        guard site.pages.contains(where: { $0.kind == .home || $0.url == site.seed }) else {
            return .unknown("the home page was not read")
        }
        let unread = Unread(site)
        if unread.total == 0 { return .sure(.certain) }
        if unread.closed > site.pages.count {
            return .unknown("more pages were blocked or failed (\(unread.closed)) than read (\(site.pages.count))")
        }
        let wasPlausible = site.pages.contains { page in
            places.isEmpty ? page.kind != .home : places.contains(where: page.covers)
        }
        guard wasPlausible else {
            let kinds = places.map(\.rawValue).joined(separator: ", ")
            return .unknown(
                "only part of the site was read, and no page of a likely kind"
                    + (kinds.isEmpty ? "" : " (\(kinds))") + " was among it")
        }
        return .sure(.likely)
    }

    /// Known pages that could hold something and were not read.
    struct Unread {
        /// Beyond a limit of the crawl.
        var beyond = 0
        /// Failed or blocked: the site itself kept them.
        var closed = 0
        var total: Int { beyond + closed }

        init(_ site: SiteFacts) {
            for node in site.graph.nodes { count(node.outcome) }
            // Whoever built the facts may know of more than the graph holds.
            beyond = max(beyond, site.coverage.beyondLimit)
            closed = max(closed, site.coverage.failed + site.coverage.blocked)
        }

        private mutating func count(_ outcome: FetchOutcome?) {
            switch outcome {
            case nil: beyond += 1
            case .skipped(let why):
                switch why {
                case .pageLimit, .depthLimit, .timeBudget, .excluded, .noindex, .surplus: beyond += 1
                case .outOfScope, .parameterVariant, .repeats, .notAPage, .scheme, .action: break
                }
            // A faulty link is no page that could hold anything.
            case .failed(let failure):
                if failure.stage != .badURL, failure.stage != .tooManyRedirects { closed += 1 }
            // By its own words there is no such page.
            case .blocked(by: .softNotFound, _): break
            case .blocked: closed += 1
            case .fetched(let facts): if facts.status >= 500 { closed += 1 }
            }
        }
    }
}
