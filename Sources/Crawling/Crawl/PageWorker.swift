import Model

/// One URL to be read.
struct PageJob: Sendable {
    /// Position in the order of choice.
    var index: Int
    /// Nil for a URL that is read in passing.
    var id: PageID?
    var url: String
}

/// What a visit made of a page.
public struct Visited<Product: Sendable>: Sendable {
    /// What the caller of the crawl wants of the page.
    public var product: Product
    /// The page's links as written.
    public var links: PageLinks
    /// What the page turned out to be.
    public var character: PageCharacter
    /// What the page's meta element asks of robots.
    public var robots: String?

    /// Each argument becomes the field of its name.
    public init(
        _ product: Product, links: PageLinks, character: PageCharacter = PageCharacter(), robots: String? = nil
    ) {
        self.product = product
        self.links = links
        self.character = character
        self.robots = robots
    }
}

/// What a child task brings back: nothing of the body is left.
struct PageResult<Product: Sendable>: Sendable {
    var index: Int
    /// Nil for a URL that was read in passing.
    var id: PageID?
    /// As it was asked for.
    var url: String
    var outcome: FetchOutcome
    /// Where a redirect leads, normalised.
    var location: [UInt8]?
    var product: Product?
    var links = ResolvedLinks()
    var character = PageCharacter()
    /// Of the body; 0 where it wasn't visited.
    var bodyHash: UInt64 = 0
    /// Says the same as an address that cannot exist.
    var isLikeMissing = false
    /// Answered to an earlier run of the same crawl.
    var isFromStore = false

    /// The crawl was told to stop before this was asked for.
    var isCancelled: Bool {
        if case .failed(let failure) = outcome { failure.stage == .cancelled } else { false }
    }
}

/// Fetches a page, has it visited and resolves its links: all that one child task does.
struct PageWorker<Product: Sendable>: Sendable {
    let fetcher: Fetcher
    let settings: CrawlSettings
    let scope: Scope
    let isPrivate: Bool
    let visit: @Sendable (FetchFacts, [UInt8]) -> Visited<Product>
    /// What pages that aren't there look like.
    var missing = MissingPage.unknown

    func read(_ job: PageJob) async -> PageResult<Product> {
        var request = FetchRequest(job.url, settings: settings)
        // Each hop is a URL of its own in the frontier, so none is asked for twice.
        request.maxRedirects = 0
        request.allowsPrivateAddress = isPrivate
        return read(await fetcher.fetch(request), for: job)
    }

    func read(_ fetched: Fetched, for job: PageJob) -> PageResult<Product> {
        var result = PageResult<Product>(
            index: job.index, id: job.id, url: job.url, outcome: fetched.outcome.withoutStamp)
        result.isFromStore = fetched.isFromStore
        guard let facts = fetched.facts else { return result }
        if let reason = BlockReason(status: facts.status) {
            result.outcome = wall(facts, fetched.body) ?? .blocked(by: reason)
        } else if Self.mayBeWall(facts.status), let outcome = wall(facts, fetched.body) {
            result.outcome = outcome
        } else if let location = fetched.location {
            lead(from: facts, to: Array(location.utf8), &result)
        } else if facts.isSuccess, facts.isPage, fetched.body.allSatisfy({ $0 <= 0x20 }) {
            result.outcome = .failed(FetchFailure(.empty, "status \(facts.status) and not a word"))
        } else if facts.isSuccess, facts.isPage, BinaryBody.isBinary(fetched.body) {
            result.outcome = .skipped(why: .notAPage)
        } else if facts.isSuccess, facts.isPage {
            see(facts, fetched.body, &result)
        }
        return result
    }

    private func see(_ facts: FetchFacts, _ body: [UInt8], _ result: inout PageResult<Product>) {
        let visited = visit(facts, body)
        let directives = PageDirectives(meta: visited.robots, header: facts.robotsTag, for: settings.userAgent)
        result.character = visited.character
        if let obstacle = visited.character.obstacle {
            result.outcome = .blocked(by: obstacle.reason, seen: obstacle.seen)
        } else if settings.respectsNoindex, directives.forbidsIndex {
            result.outcome = .skipped(why: .noindex)
        } else if let target = forward(from: facts, visited) {
            lead(from: facts, to: target, &result)
        } else {
            result.bodyHash = ByteHash.of(body, body.indices, seed: 0)
            result.product = visited.product
            if let seen = missing.obstacle(visited.character.sketch, body: result.bodyHash) {
                result.product = nil
                result.isLikeMissing = true
                result.outcome = .blocked(by: .softNotFound, seen: seen)
            }
        }
        if !settings.respectsNofollow || !directives.forbidsFollowing {
            result.links = ResolvedLinks(
                visited.links, page: facts.finalURL, scope: scope, skipsNofollow: settings.respectsNofollow)
        }
    }

    /// Leads on, unless that is what addresses do that aren't there.
    private func lead(from facts: FetchFacts, to target: [UInt8], _ result: inout PageResult<Product>) {
        if let seen = missing.obstacle(from: facts.url, to: target) {
            result.outcome = .blocked(by: .softNotFound, seen: seen)
        } else {
            result.location = target
        }
    }

    /// Where the page sends its visitor before it can be read: to another address, or it would come again and again.
    private func forward(from facts: FetchFacts, _ visited: Visited<Product>) -> [UInt8]? {
        guard let written = visited.character.forward,
            let resolver = LinkResolver(page: facts.finalURL, baseHref: visited.links.base),
            case .success(let target) = resolver.resolve(written), target != facts.finalURL
        else { return nil }
        return Array(target.utf8)
    }

    /// What keeps us out, as far as the page of a refusal tells it.
    private func wall(_ facts: FetchFacts, _ body: [UInt8]) -> FetchOutcome? {
        guard facts.isPage, !body.isEmpty, let obstacle = visit(facts, body).character.obstacle else { return nil }
        return .blocked(by: obstacle.reason, seen: obstacle.seen)
    }

    /// Statuses that some walls send, and that mean something else mostly: AWS WAF's captcha comes with 405.
    private static func mayBeWall(_ status: Int) -> Bool { [400, 405, 406, 409, 418, 420, 456].contains(status) }
}

extension BlockReason {
    /// Statuses by which a server keeps a visitor out; nil for all others.
    init?(status: Int) {
        switch status {
        case 401: self = .status401
        case 403: self = .status403
        case 429: self = .status429
        // "Unavailable for legal reasons" (RFC 7725).
        case 451: self = .regionWall
        case 503: self = .status503
        default: return nil
        }
    }
}
