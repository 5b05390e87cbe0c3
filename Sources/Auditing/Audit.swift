import Checking
import Crawling
import Model
import Observing
import Parsing
import Reporting

/// The whole audit: opens the site, crawls it, judges every page in its own task, adds up, scores and writes.
///
/// - Parameters:
///   - isStopped: once true, what is in flight is finished, and a partial report written.
///   - notice: gets lines that the user should see before the crawl.
/// - Throws: `AuditError`, one line that says what to mend; no report is written then. A site that is there and doesn't
///   let the audit in gets a report that says so.
public func audit(
    _ url: String, settings: AuditSettings, clock: AuditClock, isStopped: @Sendable @escaping () -> Bool,
    progress: (AuditProgress) -> Void, notice: (String) -> Void = { _ in }
) async throws -> AuditSummary {
    let seed = try SeedAddress.checked(url)
    let catalogue = try Catalogue.load(settings)
    let output = try OutputFolder(settings.out)
    let prices = try PriceKeeper.open(settings, notice: notice)
    let keeper = try AnswerKeeper.open(seed: seed, settings, in: output, clock, notice: notice)
    let isOver = { @Sendable in isStopped() || keeper?.fault != nil }
    let startedAt = keeper?.startedAt ?? clock.now
    guard let fetcher = Fetcher(settings: settings.crawl, store: keeper, isStopped: isOver) else {
        throw AuditError.usage("the network cannot be used: no thread could be started; free some memory and try again")
    }
    defer { fetcher.close() }
    let site = try await open(seed, settings.crawl, fetcher, keeper: keeper, isStopped: isStopped)
    let header = SavedCrawl.Header(site, url: url, settings: settings, startedAt: startedAt)
    let recorder = try settings.saveCrawl.map { try CrawlRecorder(path: $0, header: header) }
    defer { recorder?.abandon() }
    var verdict = Verdict(header: header, catalogue: catalogue)
    let reader = try PageReader(
        header: header, catalogue: catalogue, settings: settings.crawl, clock: clock, keepsEntities: recorder != nil)

    var crawl = try await site.crawl(
        settings: settings.crawl, fetcher: fetcher, readSitemap: readSitemap, isStopped: isOver,
        visit: reader.read,
        absorb: { page in
            // The same bytes under another address are the same page; counted twice they would accuse twice.
            guard let visit = page.product, page.twin == nil else { return }
            try recorder?.record(visit.facts, id: page.id)
            verdict.absorb(visit.facts, visit.outcomes, id: page.id, stamp: visit.stamp)
        },
        progress: { progress(AuditProgress($0)) })

    let pictures = await read(
        verdict.pictures.chosen, of: site, after: &crawl, settings.crawl, fetcher, reader, notice: notice,
        isStopped: isOver)
    let revisits = await visitAgain(
        verdict.revisits.chosen, of: site, after: &crawl, settings.crawl, fetcher, reader, clock, notice: notice,
        isStopped: isOver)
    if let fault = keeper?.fault { throw fault }
    var end = SavedCrawl.Footer(crawl, duration: keeper?.elapsed ?? clock.now - startedAt)
    end.pictures = pictures
    end.revisits = revisits
    let facts = verdict.facts(end.graph)
    if verdict.hasSubstance { prices?.keep(facts, in: &end) }
    try recorder?.finish(end)
    var summary = try conclude(verdict, facts, end, settings, output)
    summary.isInterrupted = crawl.stop == .interrupted
    // Only now, with the reports in their place, is there nothing left to go on with.
    summary.isResumable = keeper != nil && [.interrupted, .timeBudget].contains(crawl.stop)
    if !summary.isResumable { keeper?.discard() }
    return summary
}

/// Asks for pictures of products, unless the time is over or nobody judges them; nil then.
private func read(
    _ pictures: [ShownPicture], of site: Site, after crawl: inout Crawl, _ settings: CrawlSettings, _ fetcher: Fetcher,
    _ reader: PageReader, notice: (String) -> Void, isStopped: () -> Bool
) async -> [ShownPicture]? {
    guard reader.asksForPictures, crawl.stop == nil || crawl.stop == .pageLimit else { return nil }
    if !pictures.isEmpty {
        notice("all pages are read; asking for \(pictures.count) pictures of products")
    }
    let read = await site.read(
        pictures, settings: settings, fetcher: fetcher, robots: crawl.robots, visit: reader.read)
    if read.count < pictures.count { crawl.stop = isStopped() ? .interrupted : .timeBudget }
    return read.isEmpty && !pictures.isEmpty ? nil : read
}

/// Visits pages again whose claims another visit may show to be otherwise; nil where that isn't judged, or there are none.
private func visitAgain(
    _ pages: [RevisitSample.Candidate], of site: Site, after crawl: inout Crawl, _ settings: CrawlSettings,
    _ fetcher: Fetcher, _ reader: PageReader, _ clock: AuditClock, notice: (String) -> Void, isStopped: () -> Bool
) async -> [SecondVisit]? {
    guard reader.visitsAgain, !pages.isEmpty, crawl.stop == nil || crawl.stop == .pageLimit else { return nil }
    // By a fixed clock nobody waits.
    if !clock.isFixed {
        notice("visiting \(pages.count) \(pages.count == 1 ? "page" : "pages") again, to compare clocks and stock")
    }
    let visits = await site.revisit(
        pages, settings: settings, fetcher: fetcher, robots: crawl.robots, clock: clock, isStopped: isStopped,
        visit: reader.read)
    if visits.count < pages.count { crawl.stop = isStopped() ? .interrupted : .timeBudget }
    return visits.isEmpty ? nil : visits
}

/// Judges a saved crawl anew, offline: by the same checks it writes the same bytes.
///
/// - Throws: `AuditError` that names the file and what is wrong with it.
public func judge(crawlAt path: String, settings: AuditSettings) throws -> AuditSummary {
    let catalogue = try Catalogue.load(settings)
    let output = try OutputFolder(settings.out)
    let saved = try SavedCrawl(path: path)
    var verdict = Verdict(header: saved.header, catalogue: catalogue)
    let runner = CheckRunner(catalogue: catalogue)
    let footer = try saved.forEachPage { facts, id in verdict.absorb(facts, runner.judge(facts), id: id) }
    let facts = verdict.facts(footer.graph)
    return try conclude(verdict, facts, footer, settings, output)
}

/// Asks for robots.txt and the first page.
///
/// - Throws: `AuditError` where nobody is there to report on.
func open(
    _ seed: String, _ settings: CrawlSettings, _ fetcher: Fetcher, keeper: AnswerKeeper? = nil,
    isStopped: () -> Bool = { false }
) async throws -> Site {
    let opened = await Site.open(seed: seed, settings: settings, fetcher: fetcher) { facts, body in
        forward(of: body, charset: facts.charset)
    }
    if let fault = keeper?.fault { throw fault }
    guard case .failure(let problem) = opened else { return try opened.get() }
    if isStopped() { throw AuditError.interrupted("\(seed): stopped before the first page was read") }
    // A site that can't be audited today may be tomorrow: nothing of it is kept.
    keeper?.discard()
    if case .badURL(let text) = problem { throw AuditError.usage("'\(text)' is not a web address") }
    throw AuditError.nothingAudited("\(problem)")
}

private func conclude(
    _ verdict: Verdict, _ facts: SiteFacts, _ footer: SavedCrawl.Footer, _ settings: AuditSettings,
    _ output: OutputFolder
) throws -> AuditSummary {
    let result = verdict.result(facts, footer, judging: settings.judgingDifference)
    var summary = AuditSummary(result: result, files: try output.write(result, formats: settings.formats))
    if !verdict.hasSubstance {
        summary.problem = oneLine("\(result.site.finalURL): \(Unread.explanation(of: footer.graph))")
    }
    return summary
}
