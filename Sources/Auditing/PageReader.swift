import Checking
import Crawling
import Model
import Observing

/// What becomes of one page in its own task: its facts, and what the page checks say of them. A class, because it is
/// handed from task to loop several times and a copy would retain each of its many lists.
final class Visit: Sendable {
    let facts: PageFacts
    let outcomes: PageOutcomes
    /// By which a second visit knows copies of this answer; nil for pages that nobody visits again.
    let stamp: AnswerStamp?

    init(facts: PageFacts, outcomes: PageOutcomes, stamp: AnswerStamp? = nil) {
        self.facts = facts
        self.outcomes = outcomes
        self.stamp = stamp
    }
}

/// Reads, observes and judges single pages. Pure but for the bytes it is given.
struct PageReader: Sendable {
    private let context: ObservingContext
    private let runner: CheckRunner
    private let clock: AuditClock
    /// Some check judges what comes of asking for pictures.
    let asksForPictures: Bool
    /// Some check judges what a second visit shows.
    let visitsAgain: Bool

    init(
        header: SavedCrawl.Header, catalogue: CheckCatalogue, settings: CrawlSettings, clock: AuditClock,
        keepsEntities: Bool = false
    ) throws {
        do {
            var context = ObservingContext(
                host: header.host, domain: header.domain, seed: header.home, languageHint: header.language,
                lexicon: try Lexicon(), channels: try ChannelCatalogue(adding: catalogue.channelFiles),
                queries: catalogue.queries)
            context.limits.inputBytes = settings.maxBodyBytes
            context.limits.milliseconds = settings.parseTimeout
            context.timeout = settings.observeTimeout
            context.keepsEntities = keepsEntities
            self.context = context
        } catch {
            throw AuditError.usage(oneLine("\(error)"))
        }
        runner = CheckRunner(catalogue: catalogue)
        self.clock = clock
        asksForPictures = catalogue.judgesPictures
        visitsAgain = catalogue.judgesRevisits
    }

    @Sendable func read(_ fetched: FetchFacts, _ body: [UInt8]) -> Visited<Visit> {
        var fetch = fetched
        // By a fixed clock nothing takes time, or the same shop would give other bytes every run.
        if clock.isFixed { fetch.timeToFirstByte = 0 }
        fetch.stamp = nil
        let observation = observe(body, fetch: fetch, context: context)
        let facts = observation.facts
        let visit = Visit(facts: facts, outcomes: runner.judge(facts), stamp: stamp(of: fetched, body, facts))
        return Visited(visit, links: observation.links, character: facts.character, robots: facts.head.robots)
    }
    private func stamp(of fetch: FetchFacts, _ body: [UInt8], _ facts: PageFacts) -> AnswerStamp? {
        guard visitsAgain, !VisitClaims(facts).isEmpty else { return nil }
        var stamp = fetch.stamp ?? AnswerStamp()
        stamp.receivedAt = clock.arrival(fetch.stamp)
        stamp.bodyHash = Lot.number(of: body)
        return stamp
    }
}
