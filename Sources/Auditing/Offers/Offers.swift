import Crawling
import Foundation
import Model
import Observing
import Parsing
import Reporting

/// Crawls a shop, or reads a saved crawl, and hands on its catalogue as text: every product page in the order in which
/// pages were read, then the products that only listings showed.
///
/// - Parameters:
///   - source: The shop's URL, or a file that `--save-crawl` wrote.
///   - format: "csv", "json" or "ndjson".
///   - write: Takes the text piece by piece.
/// - Returns: how many products were written.
/// - Throws: `AuditError`, one line that says what to mend, and whatever `write` throws.
public func offers(
    of source: String, settings: AuditSettings, format: String, isStopped: @Sendable @escaping () -> Bool,
    progress: (AuditProgress) -> Void, write: (String) throws -> Void
) async throws -> Int {
    guard let format = OfferFormat(rawValue: format) else {
        throw AuditError.usage("--format \(format): give csv, json or ndjson")
    }
    var catalogue = OfferCollection()
    var report = OfferReport(format)
    var rows = 0
    func put(_ offer: CatalogueOffer) throws {
        try write(report.row(offer))
        rows += 1
    }
    var hasBegun = false
    func take(_ facts: PageFacts, isTwin: Bool) throws {
        if !hasBegun { try write(report.head) }
        hasBegun = true
        if isTwin { return catalogue.know(facts.url) }
        if let offer = catalogue.take(facts) { try put(offer) }
    }
    if !source.contains("://"), FileManager.default.fileExists(atPath: source) {
        var failure: (any Error)?
        _ = try SavedCrawl(path: source).forEachPage { facts, _ in
            do { if failure == nil { try take(facts, isTwin: false) } } catch { failure = error }
        }
        if let failure { throw failure }
    } else {
        try await crawl(source, settings.crawl, isStopped: isStopped, progress: progress, take: take)
    }
    for offer in catalogue.listedOnly { try put(offer) }
    if hasBegun { try write(report.foot) }
    return rows
}

/// A crawl that observes and judges nothing.
private func crawl(
    _ url: String, _ settings: CrawlSettings, isStopped: @Sendable @escaping () -> Bool,
    progress: (AuditProgress) -> Void, take: (PageFacts, _ isTwin: Bool) throws -> Void
) async throws {
    let seed = try SeedAddress.checked(url)
    guard let fetcher = Fetcher(settings: settings) else {
        throw AuditError.usage("the network cannot be used: no thread could be started; free some memory and try again")
    }
    defer { fetcher.close() }
    let site = try await open(seed, settings, fetcher)
    let context: ObservingContext
    do {
        var own = ObservingContext(
            host: site.host, domain: site.domain, seed: site.home, languageHint: settings.language,
            lexicon: try Lexicon())
        own.keepsEntities = true
        context = own
    } catch { throw AuditError.usage(oneLine("\(error)")) }
    let crawl = try await site.crawl(
        settings: settings, room: CrawlRoom(pages: OfferCollection.limit), fetcher: fetcher, readSitemap: readSitemap,
        isStopped: isStopped,
        visit: { fetch, body in
            let observation = observe(body, fetch: fetch, context: context)
            let facts = observation.facts
            return Visited(
                facts, links: observation.links, character: facts.character, robots: facts.head.robots)
        },
        absorb: { page in
            if let facts = page.product { try take(facts, page.twin != nil) }
        },
        progress: { progress(AuditProgress($0)) })
    guard site.isOpen else {
        throw AuditError.nothingAudited(oneLine("\(site.home): \(Unread.explanation(of: crawl.graph))"))
    }
}
