import Model

extension Site {
    /// Asks for robots.txt and the seed, hop by hop. A host that is there makes a site, whatever became of its first
    /// page: that it is blocked or broken is something to report.
    public static func open(
        seed text: String, settings: CrawlSettings, fetcher: Fetcher
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
                return way.end(fetched)
            }
            guard let next = fetched.location else { return .failure(.badRedirect(url: way.url)) }
            way.redirects.append(Redirect(url: way.url, status: facts.status))
            way.url = next
            guard way.redirects.count <= settings.maxRedirects else {
                way = SeedWay(seed, robots: way.robots, isPrivate: way.isPrivate)
                return way.end(.failed(.tooManyRedirects, "more than \(settings.maxRedirects) redirects"))
            }
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
