import Checking
import Crawling
import Model
import Observing

/// What becomes of one page in its own task: its facts, and what the page checks say of them. A class, because it is
/// handed from task to loop several times and a copy would retain each of its many lists.
final class Visit: Sendable {
    let facts: PageFacts
    let outcomes: PageOutcomes

    init(facts: PageFacts, outcomes: PageOutcomes) {
        self.facts = facts
        self.outcomes = outcomes
    }
}

/// Reads, observes and judges single pages. Pure but for the bytes it is given.
struct PageReader: Sendable {
    private let context: ObservingContext
    private let runner: CheckRunner
    private let isTimeless: Bool
    /// Some check judges what comes of asking for pictures.
    let asksForPictures: Bool

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
        isTimeless = clock.isFixed
        asksForPictures = catalogue.judgesPictures
    }

    @Sendable func read(_ fetch: FetchFacts, _ body: [UInt8]) -> Visited<Visit> {
        var fetch = fetch
        // By a fixed clock nothing takes time, or the same shop would give other bytes every run.
        if isTimeless { fetch.timeToFirstByte = 0 }
        let observation = observe(body, fetch: fetch, context: context)
        let facts = observation.facts
        let visit = Visit(facts: facts, outcomes: runner.judge(facts))
        return Visited(visit, links: observation.links, character: facts.character, robots: facts.head.robots)
    }
}
