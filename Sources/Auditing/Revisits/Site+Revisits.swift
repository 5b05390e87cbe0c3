import Checking
import Crawling
import Model

extension Site {
    /// Milliseconds that should lie between two visits before a clock is compared, and that an audit waits for at most.
    static let revisitGap: Int64 = 60_000

    /// Visits the pages again, and says what is otherwise there. Where one has a clock and was read less than a minute
    /// ago, waits for the rest of it, unless the run has no time for that.
    ///
    /// - Returns: what came of each; those that the end of the run kept from being asked for are left out.
    func revisit(
        _ pages: [RevisitSample.Candidate], settings: CrawlSettings, fetcher: Fetcher, robots: [RobotsAnswer],
        clock: AuditClock, isStopped: () -> Bool, visit: @Sendable (FetchFacts, [UInt8]) -> Visited<Visit>
    ) async -> [SecondVisit] {
        let latest = pages.filter { !$0.claims.countdowns.isEmpty }.compactMap(\.stamp.receivedAt).max()
        if let latest { await clock.wait(until: latest + Self.revisitGap, within: fetcher.timeLeft, isStopped) }
        guard !isStopped() else { return [] }
        let answers = await again(pages.map(\.url), settings: settings, fetcher: fetcher, robots: robots)
        return zip(pages, answers).compactMap { page, answer in
            answer.map { SecondVisit(of: page, $0, clock: clock, visit: visit) }
        }
    }
}

extension SecondVisit {
    init(
        of page: RevisitSample.Candidate, _ fetched: Fetched, clock: AuditClock,
        visit: (FetchFacts, [UInt8]) -> Visited<Visit>
    ) {
        let at = fetched.facts.flatMap { clock.arrival($0.stamp) } ?? clock.now
        self.init(
            url: page.url, elapsed: page.stamp.receivedAt.map { max(0, at - $0) } ?? 0, at: at, then: page.claims,
            now: nil)
        guard let facts = fetched.facts, facts.isSuccess, facts.isHTML else {
            unread = Unread.words(page.url, fetched.outcome) ?? "no usable answer"
            return
        }
        let visited = visit(facts, fetched.body)
        guard visited.character.obstacle == nil else {
            unread = "something else stood in the page's place"
            return
        }
        now = VisitClaims(visited.product.facts)
        var stamp = facts.stamp ?? AnswerStamp()
        stamp.bodyHash = Lot.number(of: fetched.body)
        copy = stamp.copy(of: page.stamp)
    }
}
