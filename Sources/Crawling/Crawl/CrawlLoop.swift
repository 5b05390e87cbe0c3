import Model

/// The state of a running crawl and the rules by which it goes on. What is chosen as n-th depends only on the results
/// of those up to n − window, taken in order, so timing changes nothing.
struct CrawlLoop<Product: Sendable> {
    /// Origins whose robots.txt is asked for, at most.
    private let originLimit = 32

    var frontier: Frontier
    var unreadSitemaps: [String: FetchOutcome] = [:]
    private let site: Site
    private let settings: CrawlSettings
    private let fetcher: Fetcher
    private let isStopped: @Sendable () -> Bool
    private let window: Int
    private let places: Int
    private let clock = ContinuousClock()

    /// Chosen and not begun, from `firstPending`.
    private var pending: [PageJob] = []
    private var firstPending = 0
    /// Ended and waiting for their turn, by index.
    private var waiting: [Int: PageResult<Product>] = [:]
    private var chosen = 1
    private var absorbed = 0
    private var running = 0
    private var pagesRead = 0
    private var pagesFromStore = 0
    /// Answers that did not come from the store.
    private var fetched = 0
    /// When the last answer came from the store: this run's own speed counts from there.
    private var fetchesBegan: ContinuousClock.Instant
    private var failures = 0
    private var repeats = RepeatedPages()
    /// Pages that say the same as an address that cannot exist.
    private var likeMissing: [PageID] = []
    private var likeMissingCount = 0
    private var kept: KeptPages
    /// Pages read for where they lead only, without a place in the graph.
    private var passed = 0
    private var stop: Crawl.Stop?
    private var robots: [RobotsAnswer]
    private(set) var trail = Trail()

    init(
        site: Site, settings: CrawlSettings, room: CrawlRoom, fetcher: Fetcher,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        kept = KeptPages(room: room)
        self.site = site
        self.settings = settings
        self.fetcher = fetcher
        self.isStopped = isStopped
        let concurrency = max(1, settings.concurrency)
        window = max(64, 8 * concurrency)
        // A few more tasks than connections, so that these stay busy while pages are read.
        places = min(window, concurrency * 2 + 2)
        fetchesBegan = clock.now
        robots = [site.robots]
        frontier = Frontier(settings: settings, room: room)
        let home = frontier.addTaken(site.home, source: .seed)
        frontier.setHome(home)
        var hops = site.redirects.filter { site.scope.contains($0.url) && $0.url != site.home }
        while let hop = hops.popLast() {
            let source: LinkGraph.Source = hop.url == site.seed ? .seed : .redirect
            trail.redirect(frontier.addTaken(hop.url, source: source), status: hop.status, to: home)
        }
    }

    /// Stopped from outside or out of time.
    var isOver: Bool {
        if isStopped() { return true }
        return fetcher.deadline.map { clock.now >= $0 } ?? false
    }

    /// Chooses as many URLs as the window and the limits allow; asks for the robots.txt of new origins.
    mutating func choose() async {
        let requestLimit = max(1, settings.maxPages).multipliedReportingOverflow(by: 4).partialValue &+ 200
        // At first few at once: what the next one should be, the first answers tell.
        let window = min(window, 16 + absorbed / 2)
        while stop == nil, chosen - absorbed < window, pagesRead + (chosen - absorbed) < settings.maxPages,
            chosen < requestLimit
        {
            if isOver {
                stop = isStopped() ? .interrupted : .timeBudget
                return
            }
            let id = frontier.next()
            guard let url = id.map({ frontier.addresses[$0] }) ?? frontier.nextInPassing() else { return }
            switch await permission(url) {
            case .some(let outcome): if let id { _ = keep(id, outcome) }
            case .none:
                pending.append(PageJob(index: chosen, id: id, url: String(decoding: url, as: UTF8.self)))
                chosen += 1
            }
        }
    }

    /// The next job to begin; nil while all places are taken.
    mutating func start() -> PageJob? {
        guard running < places, firstPending < pending.count else { return nil }
        if stop == nil, isOver { stop = isStopped() ? .interrupted : .timeBudget }
        guard stop == nil else {
            // What was chosen and not begun is given back; all that runs stands before it in order.
            for case let id? in pending[firstPending...].map(\.id) { frontier.skip(id, .timeBudget) }
            pending.removeSubrange(firstPending...)
            return nil
        }
        let job = pending[firstPending]
        firstPending += 1
        // Most of the time some wait, so those that were begun are cleared away in between.
        if firstPending == pending.count || firstPending > window {
            pending.removeFirst(firstPending)
            firstPending = 0
        }
        running += 1
        return job
    }

    mutating func finished(_ result: PageResult<Product>) {
        running -= 1
        waiting[result.index] = result
    }

    mutating func nextInOrder() -> PageResult<Product>? { waiting.removeValue(forKey: absorbed) }

    /// Takes a result in its turn: its links go to the frontier. Nil where nothing is kept of it.
    mutating func absorb(_ result: PageResult<Product>) -> CrawledPage<Product>? {
        absorbed += 1
        if result.isCancelled { return giveUp(result.id) }
        if result.product != nil { pagesRead += 1 }
        if result.isFromStore {
            // Of those before, no more are missing than were under way when the audit was broken off. What is in the
            // store beyond that came in this run, under an address that was forgotten meanwhile.
            if fetched <= settings.concurrency {
                if result.product != nil { pagesFromStore += 1 }
                fetchesBegan = clock.now
            }
        } else {
            fetched += 1
        }
        let isAlike = result.product != nil && repeats.isLikeAnother(result.character.sketch)
        let twin = result.product == nil ? nil : repeats.twin(of: result.id, result.bodyHash, result.character.sketch)
        if result.product == nil, result.location == nil { failures += 1 }
        let isKept: Bool
        var id = result.id
        if let known = id {
            isKept = learn(known, result, twin, isAlike: isAlike)
        } else {
            id = promoted(result, twin)
            isKept = id != nil
        }
        if result.isLikeMissing {
            likeMissingCount += 1
            if let id, isKept { likeMissing.append(id) }
        }
        let targets = follow(result, from: id)
        guard let id, isKept else { return nil }
        trail.link(id, to: targets)
        return CrawledPage(id: id, url: result.url, outcome: result.outcome, product: result.product, twin: twin)
    }

    /// Learns from what came of a URL; whether that is kept.
    private mutating func learn(
        _ id: PageID, _ result: PageResult<Product>, _ twin: PageID?, isAlike: Bool
    ) -> Bool {
        if let location = result.location {
            let isKept = keep(id, result.outcome)
            let isRepeat = redirect(id, result.outcome, to: location, isKept: isKept)
            frontier.learn(id, nil, isRepeat: isRepeat)
            return isKept
        }
        guard result.product != nil else {
            frontier.learn(id, nil, isRepeat: false)
            return keep(id, result.outcome)
        }
        let isRepeat = twin != nil || isAlike || result.character.isEmptyList || standsElsewhere(result, id)
        let template = frontier.learn(id, result.character, isRepeat: isRepeat)
        return keep(id, result.outcome, template: twin == nil ? template : nil)
    }

    /// Keeps what came of a URL, as long as there is room.
    private mutating func keep(_ id: PageID, _ outcome: FetchOutcome, template: Int? = nil) -> Bool {
        let isKept = template.map { kept.takes(template: $0) } ?? kept.takesOther()
        if isKept { trail.outcomes[id] = outcome } else { frontier.skip(id, .surplus) }
        return isKept
    }

    /// A page that was read in passing gets its place in the graph if there are few like it.
    private mutating func promoted(_ result: PageResult<Product>, _ twin: PageID?) -> PageID? {
        if let location = result.location, site.scope.contains(location) {
            _ = frontier.add(redirect: location, from: nil)
        }
        guard result.product != nil else { return nil }
        guard twin == nil, let template = frontier.template(of: result.character)?.number,
            kept.takes(template: template), let id = frontier.promote(Array(result.url.utf8), template)
        else {
            passed += 1
            return nil
        }
        trail.outcomes[id] = result.outcome
        return id
    }

    /// Adds a page's links; what the graph knows of them.
    private mutating func follow(_ result: PageResult<Product>, from id: PageID?) -> [PageID] {
        var targets: [PageID] = []
        targets.reserveCapacity(result.links.entries.count)
        for link in result.links.entries {
            let text = result.links.bytes[link.text]
            if let target = frontier.add(
                link: result.links.bytes, link.url, text: text, traits: link.traits, from: id)
            {
                targets.append(target)
            }
        }
        return targets
    }

    /// A URL that was chosen and not asked for any more.
    private mutating func giveUp(_ id: PageID?) -> CrawledPage<Product>? {
        if stop == nil { stop = isStopped() ? .interrupted : .timeBudget }
        guard let id else { return nil }
        frontier.skip(id, .timeBudget)
        return CrawledPage(id: id, url: frontier.addresses.string(id), outcome: .skipped(why: .timeBudget))
    }

    /// The page names another known one as its own address.
    private func standsElsewhere(_ result: PageResult<Product>, _ id: PageID) -> Bool {
        guard let written = result.character.canonical, case .fetched(let facts) = result.outcome,
            let resolver = LinkResolver(base: facts.finalURL), case .success(let url) = resolver.resolve(written)
        else { return false }
        let bytes = Array(url.utf8)
        return frontier.addresses.find(bytes, bytes.indices).map { $0 != id } ?? false
    }

    /// True where it leads to an address that was known.
    private mutating func redirect(
        _ id: PageID, _ outcome: FetchOutcome, to location: [UInt8], isKept: Bool
    ) -> Bool {
        guard case .fetched(let facts) = outcome else { return false }
        guard site.scope.contains(location) else {
            if isKept { trail.outcomes[id] = .skipped(why: .outOfScope) }
            return false
        }
        guard let target = frontier.add(redirect: location, from: id) else { return false }
        if isKept { trail.redirect(id, status: facts.status, to: target.id) }
        return !target.isNew
    }

    /// Nil where the URL may be asked for.
    private mutating func permission(_ url: [UInt8]) async -> FetchOutcome? {
        guard let parts = AddressParts(url) else { return .skipped(why: .scheme) }
        let origin = String(decoding: url[..<parts.authority.upperBound], as: UTF8.self)
        if let known = robots.first(where: { $0.origin == origin }) {
            return known.refusal(of: url[parts.path.lowerBound...])
        }
        guard robots.count < originLimit else { return .skipped(why: .outOfScope) }
        let answer = await fetcher.robots(for: origin + "/", settings: settings, allowsPrivateAddress: site.isPrivate)
        if answer.failure?.stage != .cancelled { robots.append(answer) }
        return answer.refusal(of: url[parts.path.lowerBound...])
    }

    var progress: CrawlProgress {
        let seconds = max(0.001, (clock.now - fetchesBegan) / .seconds(1))
        let fetched = pagesRead - pagesFromStore
        let speed = Double(fetched) / seconds
        let goal = min(frontier.candidates + 1, settings.maxPages)
        let left = fetched >= 5 && speed > 0 ? Double(max(0, goal - pagesRead - failures)) / speed : nil
        return CrawlProgress(
            done: pagesRead, fromStore: pagesFromStore, known: frontier.candidates + 1, failed: failures,
            pagesPerSecond: speed, secondsLeft: left)
    }

    /// Gives up what is left and draws the graph.
    consuming func conclude() -> Crawl {
        let isAnyLeft = frontier.close(stop == nil ? .pageLimit : .timeBudget)
        repeats = RepeatedPages()
        if stop == nil, isAnyLeft { stop = .pageLimit }
        // A shop has fewer dead links than pages. Where most are alike, scripts bring what they are about.
        if likeMissingCount > pagesRead {
            let seen = "says the same as an address that cannot exist, as most of the site does"
            for id in likeMissing { trail.outcomes[id] = .blocked(by: .needsBrowser, seen: seen) }
        }
        return Crawl(
            graph: trail.graph(frontier, maxRedirects: settings.maxRedirects), stop: stop, pagesRead: pagesRead,
            passed: passed, unlisted: frontier.dropped, robots: robots, unreadSitemaps: unreadSitemaps)
    }
}
