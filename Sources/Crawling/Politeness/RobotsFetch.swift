import Model

/// A robots.txt as it was had, for reports.
public struct RobotsAnswer: Sendable, Hashable {
    /// "https://shop.example"
    public var origin: String
    /// The status of the answer; nil where none came.
    public var status: Int?
    /// How it failed; nil where an answer came.
    public var failure: FetchFailure?
    public var robots: Robots
}

extension Fetcher {
    /// The robots.txt of a normalised URL's origin: 2xx is read, 4xx opens and 5xx or silence closes everything.
    func robots(for url: String, settings: CrawlSettings, allowsPrivateAddress: Bool) async -> RobotsAnswer {
        let origin = Self.origin(of: url)
        guard settings.obeysRobots else { return RobotsAnswer(origin: origin, robots: .allowsAll) }
        var request = FetchRequest(origin + "/robots.txt", settings: settings)
        request.acceptsAnyType = true
        request.maxBodyBytes = Robots.sizeLimit
        request.keepsCutBody = true
        request.maxRedirects = 5
        request.allowsPrivateAddress = allowsPrivateAddress
        let fetched = await fetch(request)
        switch fetched.outcome {
        case .fetched(let facts):
            let robots: Robots =
                switch facts.status {
                case 200..<300: Robots(parsing: fetched.body, for: settings.userAgent)
                case 500...: .unreachable
                default: .allowsAll
                }
            if !allowsPrivateAddress, let delay = robots.crawlDelay { slow(url, to: delay) }
            return RobotsAnswer(origin: origin, status: facts.status, robots: robots)
        case .failed(let failure):
            // More redirects than five: as if there were none (RFC 9309, 2.3.1.2).
            let robots: Robots = failure.stage == .tooManyRedirects ? .allowsAll : .unreachable
            return RobotsAnswer(origin: origin, failure: failure, robots: robots)
        default:
            return RobotsAnswer(origin: origin, robots: .unreachable)
        }
    }

    /// "https://host:port" of a normalised URL.
    static func origin(of url: String) -> String {
        let bytes = Array(url.utf8)
        guard let parts = AddressParts(bytes) else { return url }
        return String(decoding: bytes[..<parts.authority.upperBound], as: UTF8.self)
    }
}
