import Model

/// One URL to be read.
struct PageJob: Sendable {
    /// Position in the order of choice.
    var index: Int
    var id: PageID
    var url: String
}

/// What a child task brings back: nothing of the body is left.
struct PageResult<Product: Sendable>: Sendable {
    var index: Int
    var id: PageID
    var outcome: FetchOutcome
    /// Where a redirect leads, normalised.
    var location: [UInt8]?
    var product: Product?
    var links = ResolvedLinks()
    /// Of the body; 0 where it wasn't visited.
    var bodyHash: UInt64 = 0
}

/// Fetches a page, has it visited and resolves its links: all that one child task does.
struct PageWorker<Product: Sendable>: Sendable {
    let fetcher: Fetcher
    let settings: CrawlSettings
    let scope: Scope
    let isPrivate: Bool
    let visit: @Sendable (FetchFacts, [UInt8]) -> (Product, PageLinks)

    func read(_ job: PageJob) async -> PageResult<Product> {
        var request = FetchRequest(job.url, settings: settings)
        // Each hop is a URL of its own in the frontier, so none is asked for twice.
        request.maxRedirects = 0
        request.allowsPrivateAddress = isPrivate
        request.isPaced = !isPrivate
        return read(await fetcher.fetch(request), index: job.index, id: job.id)
    }

    func read(_ fetched: Fetched, index: Int, id: PageID) -> PageResult<Product> {
        var result = PageResult<Product>(index: index, id: id, outcome: fetched.outcome)
        guard let facts = fetched.facts else { return result }
        if let reason = BlockReason(status: facts.status) {
            result.outcome = .blocked(by: reason)
        } else if let location = fetched.location {
            result.location = Array(location.utf8)
        } else if facts.isSuccess, facts.isPage {
            let (product, links) = visit(facts, fetched.body)
            result.product = product
            result.bodyHash = ByteHash.of(fetched.body, fetched.body.indices, seed: 0)
            result.links = ResolvedLinks(links, page: facts.finalURL, scope: scope)
        }
        return result
    }
}

extension BlockReason {
    /// Statuses by which a server keeps a visitor out; nil for all others.
    init?(status: Int) {
        switch status {
        case 401: self = .status401
        case 403: self = .status403
        case 429: self = .status429
        case 503: self = .status503
        default: return nil
        }
    }
}
