import Model

/// A site that answered: what is known of it before its pages are read.
public struct Site: Sendable {
    /// What the user asked for, normalised.
    public var seed: String
    /// Where the seed led in the end, normalised: the home page.
    public var home: String
    /// Which URLs belong to the site.
    public var scope: Scope
    /// The robots.txt of the home page's origin.
    public var robots: RobotsAnswer
    /// The seed lives on an address that isn't public: a staging shop or a test. Crawled without throttle.
    public var isPrivate: Bool
    /// Hops from the seed to the home page.
    public var redirects: [Redirect]
    /// The home page itself, with its body.
    public var answer: Fetched

    /// "www.shop.example"
    public var host: String { scope.host }
    /// "shop.example"
    public var domain: String { scope.domain }
}

/// Why nothing can be audited. Each becomes one clear line.
public enum SeedProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// No http or https URL can be made of it.
    case badURL(String)
    /// The host doesn't resolve, refuses, times out, has a bad certificate …
    case failed(url: String, FetchFailure)
    /// The seed answers with an error status.
    case status(url: String, Int)
    /// The seed isn't HTML.
    case notAPage(url: String, contentType: String)
    /// robots.txt forbids the seed, or could not be had (`detail` says which).
    case robots(url: String, detail: String)
    /// The seed redirects to something that isn't http or https.
    case badRedirect(url: String)

    /// One line: the URL and why it cannot be crawled.
    public var description: String {
        switch self {
        case .badURL(let text): "“\(Printable.line(text.utf8, limit: 200))” is not an http or https address"
        case .failed(let url, let failure): "\(url) could not be fetched: \(failure.explanation)"
        case .status(let url, let status): "\(url) answers with status \(status)"
        case .notAPage(let url, let type): "\(url) is not an HTML page but \(type)"
        case .robots(let url, let detail): "\(url) may not be crawled: \(detail)"
        case .badRedirect(let url): "\(url) redirects to an address that is not http or https"
        }
    }
}

extension Site {
    /// The normalised URL of what a user typed; without a scheme, https for names and http for local addresses.
    public static func normalisedSeed(_ text: String) -> String? {
        var text = String(text.drop { $0.isWhitespace })
        if !text.contains("://") {
            let authority = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            let name = authority.prefix { $0 != ":" }
            let looksLikeHost = !name.isEmpty && (name.contains(".") || name.lowercased() == "localhost" || name == "[")
            guard looksLikeHost else { return nil }
            let isLocal =
                name.lowercased() == "localhost" || authority.first == "["
                || name.allSatisfy { $0.isNumber || $0 == "." }
            text = (isLocal ? "http://" : "https://") + text
        }
        guard let resolver = LinkResolver(base: "http://invalid/"), case .success(let url) = resolver.resolve(text)
        else { return nil }
        return url
    }

    /// Asks for robots.txt and the seed, hop by hop.
    public static func open(
        seed text: String, settings: CrawlSettings, fetcher: Fetcher
    ) async -> Result<Site, SeedProblem> {
        guard let seed = normalisedSeed(text) else { return .failure(.badURL(text)) }
        var url = seed
        var redirects: [Redirect] = []
        var robots: RobotsAnswer?
        var isPrivate = false
        while true {
            let mayBePrivate = redirects.isEmpty || isPrivate
            let origin = Fetcher.origin(of: url)
            if robots?.origin != origin {
                robots = await fetcher.robots(for: url, settings: settings, allowsPrivateAddress: mayBePrivate)
            }
            guard let robots else { return .failure(.badURL(text)) }
            if let problem = closed(url, robots) { return .failure(problem) }
            var request = FetchRequest(url, settings: settings)
            request.maxRedirects = 0
            request.allowsPrivateAddress = mayBePrivate
            let fetched = await fetcher.fetch(request)
            guard let facts = fetched.facts else {
                if case .failed(let failure) = fetched.outcome { return .failure(.failed(url: url, failure)) }
                return .failure(.badURL(text))
            }
            if redirects.isEmpty { isPrivate = fetched.isFromPrivateAddress }
            if (300...399).contains(facts.status), facts.status != 304 {
                guard let next = fetched.location else { return .failure(.badRedirect(url: url)) }
                redirects.append(Redirect(url: url, status: facts.status))
                guard redirects.count <= settings.maxRedirects else {
                    let failure = FetchFailure(.tooManyRedirects, "more than \(settings.maxRedirects) redirects")
                    return .failure(.failed(url: seed, failure))
                }
                url = next
                continue
            }
            if !facts.isSuccess { return .failure(.status(url: url, facts.status)) }
            guard facts.isPage else { return .failure(.notAPage(url: url, contentType: facts.contentType)) }
            guard let scope = Scope(home: url) else { return .failure(.badURL(text)) }
            return .success(
                Site(
                    seed: seed, home: url, scope: scope, robots: robots, isPrivate: isPrivate, redirects: redirects,
                    answer: fetched))
        }
    }

    /// The problem that a robots.txt makes for the seed; nil where it makes none.
    private static func closed(_ url: String, _ answer: RobotsAnswer) -> SeedProblem? {
        if let failure = answer.failure, [.resolve, .connect, .tls].contains(failure.stage) {
            return .failed(url: url, failure)
        }
        if answer.robots.isUnreachable {
            let said =
                answer.status.map { "answers with status \($0)" } ?? answer.failure?.explanation ?? "is unreachable"
            return .robots(url: url, detail: "its robots.txt \(said)")
        }
        let bytes = Array(url.utf8)
        guard let parts = AddressParts(bytes) else { return .badURL(url) }
        let path = bytes[parts.path.lowerBound...]
        guard !answer.robots.allows(path) else { return nil }
        let line = answer.robots.closingLine(path).map { " (\($0))" } ?? ""
        return .robots(url: url, detail: "its robots.txt forbids it" + line)
    }
}

extension FetchFacts {
    /// HTML, XHTML, or nothing said.
    var isPage: Bool {
        contentType.isEmpty || contentType == "text/html" || contentType == "application/xhtml+xml"
    }
}
