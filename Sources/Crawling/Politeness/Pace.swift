import Model

/// How fast each host may be asked. Follows the server: what it takes longer for is asked for more seldom, and what it
/// refuses later. Hosts that turn out to be one address share their pace; those that aren't public have none.
///
/// The numbers are chosen so that an audit is no heavier than a visitor who opens the next page when the last has come,
/// while 200 pages of an ordinary shop still take minutes. For comparison, by their documentation: Scrapy's AutoThrottle
/// aims at one request at a time by latency, from 5 s at the start up to 60 s; Heritrix waits five times as long as the
/// last page took, 3 to 30 s; Nutch waits 5 s and StormCrawler 1 s; browsers open six connections to a host.
struct Pace {
    typealias Instant = ContinuousClock.Instant

    /// Requests under way to one address. With `--rate`, as many as `--concurrency` allows; with a Crawl-delay, one.
    static let connections = 2
    /// Between two requests: at first, until a page has told how long the server takes, and then at least and at most.
    static let firstInterval = Duration.seconds(1)
    static let intervals = Duration.milliseconds(250)...Duration.seconds(30)
    /// A Crawl-delay of robots.txt is obeyed up to this, as StormCrawler and Nutch do by default.
    static let longestCrawlDelay = Duration.seconds(30)
    /// After 429 or 503 without Retry-After; each further one in a row doubles it.
    static let firstPause = Duration.seconds(5)
    /// A host that wants to be left alone for longer is given up.
    static let longestPause = Duration.seconds(120)
    /// Times that a page which was answered 429 or 503 is asked for again.
    static let patience = 2
    /// 429 and 503 in a row after which a host is given up: what is left of it is blocked.
    static let refusalLimit = 6
    /// Requests in a row that no answer came to, after which a host is given up: what is left of it has failed.
    static let failureLimit = 10
    /// What an overloaded server is spared beyond its ordinary interval: doubled by each sign, halved after each calm.
    static let spared = Duration.seconds(1)...Duration.seconds(60)
    static let calm = Duration.seconds(30)
    /// Hosts beyond these share one pace.
    private static let hostLimit = 1_000

    /// Whether a host may be asked.
    enum Gate: Equatable {
        case open
        /// Not before.
        case at(Instant)
        /// Not before an answer has come.
        case full
        /// Not any more; what comes of its URLs.
        case givenUp(FetchOutcome)
    }

    /// How a request ended, as far as it tells of the server's state.
    enum Sign {
        case answer(status: Int, latency: Duration, retryAfter: Int?)
        case failure(FetchFailure)
    }

    /// What goes for one name and port.
    private struct Host {
        var server: Int
        var refusals = 0
        var failures = 0
        var outcome: FetchOutcome?
        var isFree = false
    }

    /// What goes for all hosts of one address.
    private struct Server {
        var next: Instant?
        var latency: Duration?
        var crawlDelay = Duration.zero
        var spared = Duration.zero
        var sparedSince: Instant?
        var underWay = 0
    }

    private var hosts: [String: Host] = [:]
    private var servers: [Server] = []
    private var addresses: [String: Int] = [:]
    private let ownInterval: Duration?
    private let ownConnections: Int
    private let slowsPrivate: Bool

    init(settings: CrawlSettings) {
        ownInterval = settings.rate.flatMap { $0 > 0 ? .seconds(min(60, 1 / $0)) : nil }
        ownConnections = ownInterval == nil ? Self.connections : max(1, settings.concurrency)
        slowsPrivate = settings.pacesPrivate
    }

    mutating func gate(_ name: String, now: Instant) -> Gate {
        guard let host = hosts[name] ?? (hosts.count < Self.hostLimit ? nil : Host(server: servers.count - 1)) else {
            return .open
        }
        if let outcome = host.outcome { return .givenUp(outcome) }
        if host.isFree { return .open }
        forgive(host.server, now)
        let server = servers[host.server]
        if server.underWay >= (server.crawlDelay > .zero ? 1 : ownConnections) { return .full }
        if let next = server.next, next > now { return .at(next) }
        return .open
    }

    /// A request was sent.
    mutating func began(_ name: String, now: Instant) {
        let host = known(name)
        guard !host.isFree else { return }
        servers[host.server].underWay += 1
        servers[host.server].next = now + interval(servers[host.server])
    }

    /// A request is no longer under way, however it ended.
    mutating func left(_ name: String) {
        guard let host = hosts[name], servers[host.server].underWay > 0 else { return }
        servers[host.server].underWay -= 1
    }

    /// Takes a Crawl-delay of the host's robots.txt, in seconds.
    mutating func slow(_ name: String, to delay: Double, now: Instant) {
        guard delay > 0, delay.isFinite else { return }
        let server = known(name).server
        let wanted = min(.seconds(min(delay, 3_600)), Self.longestCrawlDelay)
        servers[server].crawlDelay = max(servers[server].crawlDelay, wanted)
        servers[server].next = max(servers[server].next ?? now, now + wanted)
    }

    /// Learns from how a request ended. Returns whether a refused one is worth another try.
    mutating func learn(_ name: String, _ sign: Sign, from address: Address?, now: Instant) -> Bool {
        var host = known(name)
        defer { if hosts[name] != nil { hosts[name] = host } }
        if let address, !address.isPublic, !slowsPrivate { host.isFree = true }
        guard !host.isFree else { return false }
        if let address { join(&host, address.text) }
        switch sign {
        case .answer(let status, _, let retryAfter) where status == 429 || status == 503:
            host.refusals += 1
            let pause = retryAfter.map { .seconds(max(1, min($0, 86_400))) } ?? Self.pause(after: host.refusals)
            if pause > Self.longestPause || host.refusals >= Self.refusalLimit {
                host.outcome = .blocked(by: status == 429 ? .status429 : .status503)
            }
            servers[host.server].next = max(servers[host.server].next ?? now, now + min(pause, Self.longestPause))
            spare(host.server, now)
            return host.outcome == nil
        case .answer(let status, let latency, _):
            host.refusals = 0
            host.failures = 0
            if status == 502 || status == 504 { spare(host.server, now) }
            take(latency, isError: status >= 400, host.server)
        case .failure(let failure):
            guard [.resolve, .connect, .timeout, .badResponse].contains(failure.stage) else { return false }
            host.failures += 1
            spare(host.server, now)
            if host.failures >= Self.failureLimit {
                let said = "the host has stopped answering (\(failure.explanation))"
                host.outcome = .failed(FetchFailure(failure.stage, said))
            }
        }
        return false
    }

    private static func pause(after refusals: Int) -> Duration {
        min(firstPause * (1 << min(8, refusals - 1)), .seconds(60))
    }

    private func interval(_ server: Server) -> Duration {
        let ordinary =
            ownInterval
            ?? server.latency.map { min(max($0, Self.intervals.lowerBound), Self.intervals.upperBound) }
            ?? Self.firstInterval
        return max(ordinary, server.crawlDelay, server.spared)
    }

    /// Rises at once and falls by half; error pages are quick and tell nothing (as in Scrapy's AutoThrottle).
    private mutating func take(_ latency: Duration, isError: Bool, _ server: Int) {
        guard let before = servers[server].latency else {
            servers[server].latency = isError ? nil : latency
            return
        }
        if latency > before || !isError { servers[server].latency = max(latency, (before + latency) / 2) }
    }

    private mutating func spare(_ server: Int, _ now: Instant) {
        let doubled = servers[server].spared * 2
        servers[server].spared = min(max(doubled, Self.spared.lowerBound), Self.spared.upperBound)
        servers[server].sparedSince = now
        servers[server].next = max(servers[server].next ?? now, now + servers[server].spared)
    }

    private mutating func forgive(_ server: Int, _ now: Instant) {
        while let since = servers[server].sparedSince, now - since >= Self.calm {
            let half = servers[server].spared / 2
            servers[server].spared = half < Self.intervals.lowerBound ? .zero : half
            servers[server].sparedSince = half < Self.intervals.lowerBound ? nil : since + Self.calm
        }
    }

    private mutating func known(_ name: String) -> Host {
        if let host = hosts[name] { return host }
        if hosts.count < Self.hostLimit || servers.isEmpty { servers.append(Server()) }
        let host = Host(server: servers.count - 1)
        if hosts.count < Self.hostLimit { hosts[name] = host }
        return host
    }

    /// Has the host go at the pace of its address; what was known of it alone goes on to hold for all.
    private mutating func join(_ host: inout Host, _ address: String) {
        guard let common = addresses[address] else {
            addresses[address] = host.server
            return
        }
        guard common != host.server else { return }
        let own = servers[host.server]
        servers[common].next = [servers[common].next, own.next].compactMap { $0 }.max()
        servers[common].crawlDelay = max(servers[common].crawlDelay, own.crawlDelay)
        servers[common].underWay += own.underWay
        servers[host.server].underWay = 0
        host.server = common
    }
}
