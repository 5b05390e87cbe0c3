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
    /// The home page itself with its body, or what came in its place.
    public var answer: Fetched

    /// The home page was there to be read; whether it is one, its content tells.
    public var isOpen: Bool { answer.facts.map { $0.isSuccess && $0.isPage } ?? false }

    /// "www.shop.example"
    public var host: String { scope.host }
    /// "shop.example"
    public var domain: String { scope.domain }
}

/// Why there is no site at all. Each becomes one clear line.
public enum SeedProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// No http or https URL can be made of it.
    case badURL(String)
    /// The host doesn't resolve, or refuses to be connected to.
    case failed(url: String, FetchFailure)
    /// The seed isn't HTML.
    case notAPage(url: String, contentType: String)
    /// The seed redirects to something that isn't http or https.
    case badRedirect(url: String)

    /// One line: the URL and why it cannot be crawled.
    public var description: String {
        switch self {
        case .badURL(let text): "“\(Printable.line(text.utf8, limit: 200))” is not an http or https address"
        case .failed(let url, let failure): "\(url) could not be fetched: \(failure.explanation)"
        case .notAPage(let url, let type): "\(url) is not an HTML page but \(type)"
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
}

extension FetchFacts {
    /// HTML, XHTML, or nothing said.
    var isPage: Bool {
        contentType.isEmpty || contentType == "text/html" || contentType == "application/xhtml+xml"
    }
}
