import Model

/// A robots.txt as it was had, for reports.
public struct RobotsAnswer: Sendable, Hashable {
    /// "https://shop.example"
    public var origin: String
    /// The status of the answer; nil where none came.
    public var status: Int?
    /// How it failed; nil where an answer came.
    public var failure: FetchFailure?
    /// What may be asked for there.
    public var robots: Robots

    /// Everything is closed, and that may change by asking again at once.
    func isWorthAsking(after tries: Int) -> Bool {
        guard robots.isUnreachable, let failure else { return robots.isUnreachable }
        // One silence may be a lost packet; another costs the run as long again.
        if failure.stage == .timeout { return tries < 2 }
        return ![.resolve, .connect, .tls, .cancelled].contains(failure.stage)
    }

    /// What becomes of an address there, without asking for it; nil where it may be asked for.
    ///
    /// - Parameter path: its path and query.
    func refusal(of path: ArraySlice<UInt8>) -> FetchOutcome? {
        if let failure, [.resolve, .connect, .tls].contains(failure.stage) { return .failed(failure) }
        if failure?.stage == .cancelled { return .skipped(why: .timeBudget) }
        if robots.isUnreachable {
            let said =
                status.map { "robots.txt answers with status \($0)" } ?? failure.map { "robots.txt: \($0.explanation)" }
            return .blocked(by: .robotsUnread, seen: said)
        }
        return robots.allows(path) ? nil : .blocked(by: .robots)
    }
}

extension Fetcher {
    /// The robots.txt of a normalised URL's origin (RFC 9309, 2.3.1): 2xx is read; other statuses below 500 and more
    /// than five redirects open everything; 5xx and silence close everything. So does 429, which says that nothing
    /// may be asked for now; Google takes it so too. What closes everything is asked for three times before it counts
    /// (silence twice), and then counts for the whole run: the RFC would let a crawler go on after 30 days only.
    func robots(for url: String, settings: CrawlSettings, allowsPrivateAddress: Bool) async -> RobotsAnswer {
        let origin = Self.origin(of: url)
        guard settings.obeysRobots else { return RobotsAnswer(origin: origin, robots: .allowsAll) }
        var request = FetchRequest(origin + "/robots.txt", settings: settings)
        request.acceptsAnyType = true
        // One byte more tells a cut file from a whole one.
        request.maxBodyBytes = Robots.sizeLimit + 1
        request.keepsCutBody = true
        request.maxRedirects = 5
        request.allowsPrivateAddress = allowsPrivateAddress
        var answer = RobotsAnswer(origin: origin, robots: .unreachable)
        let isPublicName = Scope(home: origin + "/").map { Scope.registrableDomain(of: $0.host) != nil } ?? false
        for (tries, pause) in [Duration.zero, .seconds(1), .seconds(4)].enumerated() {
            // Staging servers and tests need no patience.
            if pause > .zero, isPublicName { try? await Task.sleep(for: pause) }
            answer = Self.answer(await fetch(request), origin: origin, settings: settings)
            if !answer.isWorthAsking(after: tries + 1) || Task.isCancelled { break }
        }
        if let delay = answer.robots.crawlDelay { slow(url, to: delay) }
        return answer
    }

    private static func answer(_ fetched: Fetched, origin: String, settings: CrawlSettings) -> RobotsAnswer {
        var answer = RobotsAnswer(origin: origin, robots: .unreachable)
        switch fetched.outcome {
        case .fetched(let facts):
            answer.status = facts.status
            answer.robots =
                switch facts.status {
                case 200..<300: Robots(parsing: fetched.body, for: settings.userAgent)
                case 429, 500...: .unreachable
                default: .allowsAll
                }
        case .failed(let failure):
            answer.failure = failure
            if failure.stage == .tooManyRedirects { answer.robots = .allowsAll }
        default: break
        }
        return answer
    }

    /// "https://host:port" of a normalised URL.
    public static func origin(of url: String) -> String {
        let bytes = Array(url.utf8)
        guard let parts = AddressParts(bytes) else { return url }
        return String(decoding: bytes[..<parts.authority.upperBound], as: UTF8.self)
    }
}
