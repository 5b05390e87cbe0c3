import Model

/// How long the server takes to begin an answer.
struct SlowResponse: Check {
    struct Settings: Decodable, Sendable {
        /// Milliseconds that the slow quarter of the pages may take.
        var mostMilliseconds: Int
        /// 0…100.
        var percentile: Int
        /// Pages under which a percentile says nothing.
        var leastPages: Int
    }
    static let id = CheckID(.navigation, "slow-response")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        if let host = WebAddress.Parts(Substring(site.seed))?.host, WebHost.isPrivate(host) {
            return .notApplicable("a server on this network answers faster than it will to customers")
        }
        let pages = site.pages.filter { $0.timeToFirstByte > 0 }.sorted {
            ($0.timeToFirstByte, $0.url) < ($1.timeToFirstByte, $1.url)
        }
        guard pages.count >= max(1, settings.leastPages) else {
            return .undetermined("the answers of \(pages.count) pages were timed; \(settings.leastPages) are needed")
        }
        // Nearest rank.
        let rank = (min(max(settings.percentile, 1), 100) * pages.count + 99) / 100
        let slow = pages[min(max(rank, 1), pages.count) - 1].timeToFirstByte
        let words = "\(settings.percentile) % of \(pages.count) pages began within \(seconds(slow)) s"
        guard slow > settings.mostMilliseconds else {
            return .pass([Evidence(url: site.seed, quote: "", note: words)])
        }
        return .fail(
            Failure(
                evidence: pages.suffix(3).reversed().map {
                    Evidence(url: $0.url, quote: $0.title, note: "began after \(seconds($0.timeToFirstByte)) s")
                }, confidence: .likely, detail: words))
    }

    private func seconds(_ milliseconds: Int) -> String {
        let tenths = (milliseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
