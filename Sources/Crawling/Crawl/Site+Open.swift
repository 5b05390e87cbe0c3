import Model

extension Site {
    /// Asks for robots.txt and the seed, hop by hop. A host that is there makes a site, whatever became of its first
    /// page: that it is blocked or broken is something to report.
    ///
    /// - Parameter forward: where a page's own words send the visitor before it can be read, as written; nil for a page
    ///   that stays.
    public static func open(
        seed text: String, settings: CrawlSettings, fetcher: Fetcher,
        forward: (FetchFacts, [UInt8]) -> String? = { _, _ in nil }
    ) async -> Result<Site, SeedProblem> {
        guard let seed = normalisedSeed(text) else { return .failure(.badURL(text)) }
        var way = SeedWay(seed)
        while true {
            let origin = Fetcher.origin(of: way.url)
            if way.robots.origin != origin {
                way.robots = await fetcher.robots(
                    for: way.url, settings: settings, allowsPrivateAddress: way.mayBePrivate)
            }
            if let refusal = way.refusal { return way.end(Fetched(refusal)) }
            var request = FetchRequest(way.url, settings: settings)
            request.maxRedirects = 0
            request.allowsPrivateAddress = way.mayBePrivate
            let fetched = await fetcher.fetch(request)
            guard let facts = fetched.facts else { return way.end(fetched) }
            if way.redirects.isEmpty { way.isPrivate = fetched.isFromPrivateAddress }
            guard (300...399).contains(facts.status), facts.status != 304 else {
                if facts.isSuccess, !facts.isPage {
                    return .failure(.notAPage(url: way.url, contentType: facts.contentType))
                }
                guard facts.isSuccess, let next = way.next(forward(facts, fetched.body)) else {
                    return way.end(fetched)
                }
                guard way.goOn(to: next, status: facts.status, settings) else { return way.endOfPatience(settings) }
                continue
            }
            guard let next = fetched.location else { return .failure(.badRedirect(url: way.url)) }
            guard way.goOn(to: next, status: facts.status, settings) else { return way.endOfPatience(settings) }
        }
    }
}

/// The way from what a user typed to the home page.
private struct SeedWay {
    let seed: String
    var url: String
    var redirects: [Redirect] = []
    /// Of the origin of `url`, once it was asked.
    var robots: RobotsAnswer
    var isPrivate: Bool

    init(_ seed: String, robots: RobotsAnswer = RobotsAnswer(origin: "", robots: .allowsAll), isPrivate: Bool = false) {
        self.seed = seed
        self.robots = robots
        self.isPrivate = isPrivate
        url = seed
    }

    var mayBePrivate: Bool { redirects.isEmpty || isPrivate }

    /// What robots.txt makes of the address, with the line that closes it; nil where it may be asked for.
    var refusal: FetchOutcome? {
        let bytes = Array(url.utf8)
        guard let parts = AddressParts(bytes) else { return nil }
        let path = bytes[parts.path.lowerBound...]
        let outcome = robots.refusal(of: path)
        guard case .blocked(by: .robots, _)? = outcome else { return outcome }
        return .blocked(by: .robots, seen: robots.robots.closingLine(path))
    }

    /// Another address than this one, normalised.
    func next(_ written: String?) -> String? {
        guard let written, let resolver = LinkResolver(base: url), case .success(let next) = resolver.resolve(written),
            next != url
        else { return nil }
        return next
    }

    /// False where there were too many before.
    mutating func goOn(to next: String, status: Int, _ settings: CrawlSettings) -> Bool {
        redirects.append(Redirect(url: url, status: status))
        url = next
        return redirects.count <= settings.maxRedirects
    }

    func endOfPatience(_ settings: CrawlSettings) -> Result<Site, SeedProblem> {
        SeedWay(seed, robots: robots, isPrivate: isPrivate)
            .end(.failed(.tooManyRedirects, "more than \(settings.maxRedirects) redirects"))
    }

    /// The site, or why there is none: nobody is there to report on.
    func end(_ answer: Fetched) -> Result<Site, SeedProblem> {
        switch answer.outcome {
        case .failed(let failure) where [.resolve, .connect, .badURL, .cancelled, .other].contains(failure.stage):
            return .failure(.failed(url: url, failure))
        case .skipped:
            return .failure(.failed(url: url, FetchFailure(.cancelled, "the time for the whole run was over")))
        default:
            guard let scope = Scope(home: url) else { return .failure(.badURL(url)) }
            return .success(
                Site(
                    seed: seed, home: url, scope: scope, robots: robots, isPrivate: isPrivate, redirects: redirects,
                    answer: answer))
        }
    }
}
