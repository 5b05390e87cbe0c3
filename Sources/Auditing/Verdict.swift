import Checking
import Crawling
import Model
import Scoring

/// What the pages read so far add up to, and the result at the end. Nothing here grows with a page's text.
struct Verdict {
    private let header: SavedCrawl.Header
    private let catalogue: CheckCatalogue
    private var site: SiteFactsBuilder
    private var tally: Tally
    private(set) var pictures = PictureSample()
    private(set) var revisits = RevisitSample()
    /// By place in `ids`, in the order in which pages came.
    private var rows: [PageRow] = []
    private var ids: [PageID] = []
    private var reasons = TextPool()
    /// Canonical address and title of the pages absorbed, by hash.
    private var originals: Set<Int> = []
    /// Why pages were read in part only, with how many.
    private var cut: [String: Int] = [:]

    /// Something on some page that a visitor could read or follow.
    private(set) var hasSubstance = false

    init(header: SavedCrawl.Header, catalogue: CheckCatalogue) {
        self.header = header
        self.catalogue = catalogue
        site = SiteFactsBuilder(seed: header.home, now: header.startedAt)
        tally = Tally(catalogue: catalogue)
    }

    /// A page that declares the same canonical address as an earlier one, under the same title, is that page again:
    /// judged once, or a product in three categories would be accused three times.
    ///
    /// - Parameter stamp: by which a second visit knows copies of the answer; nil where there will be none.
    mutating func absorb(_ facts: PageFacts, _ outcomes: PageOutcomes, id: PageID, stamp: AnswerStamp? = nil) {
        if let canonical = canonicalAddress(facts) {
            var hasher = Hasher()
            hasher.combine(canonical)
            hasher.combine(facts.head.title)
            guard originals.insert(hasher.finalize()).inserted else { return }
        }
        if facts.readability.words > 0 || facts.navigation.linkCount > 0 { hasSubstance = true }
        if let reason = facts.truncated, cut[reason] != nil || cut.count < 100 { cut[reason, default: 0] += 1 }
        let template = site.absorb(facts, id: id)
        pictures.absorb(facts, template: template)
        revisits.absorb(facts, stamp: stamp, template: template)
        tally.absorb(outcomes, id: id, url: facts.url, template: template)
        ids.append(id)
        rows.append(
            PageRow(
                url: facts.url, status: facts.fetch.status, kind: facts.kind.kind,
                kindReason: reasons.shared(facts.kind.reason), language: facts.language.tag, template: template,
                bytes: facts.fetch.bytes, title: (facts.head.title ?? "").cut(to: 200)))
    }

    private func canonicalAddress(_ facts: PageFacts) -> String? {
        guard let written = facts.head.canonical, let resolver = LinkResolver(base: facts.fetch.finalURL),
            case .success(let url) = resolver.resolve(written)
        else { return nil }
        return url
    }

    /// What the pages add up to. To be asked once.
    mutating func facts(_ graph: LinkGraph) -> SiteFacts {
        var coverage = Coverage(graph)
        // Addresses of pages that were already judged under another one aren't further pages.
        coverage.repeats = max(0, coverage.assessed - rows.count)
        coverage.known -= coverage.repeats
        coverage.assessed = rows.count
        return site.finish(graph: graph, coverage: coverage)
    }

    /// Judges the site, scores, and ranks what to mend.
    ///
    /// - Parameter facts: as `facts` gave them.
    func result(_ facts: SiteFacts, _ footer: SavedCrawl.Footer, judging: [String: String]) -> AuditResult {
        var facts = facts
        facts.pictures = footer.pictures
        facts.histories = footer.histories
        facts.revisits = footer.revisits
        facts.countdownHistories = footer.countdownHistories
        let coverage = facts.coverage
        // Of nothing, nothing can be said: not even that something is missing.
        let (checks, findings) = hasSubstance ? tally.results(site: facts) : ([], [])
        let blocked = !hasSubstance || coverage.blocked + coverage.needsBrowser > coverage.assessed
        let card =
            blocked
            ? Scorecard.none(coverage) : Score.card(results: checks, findings: findings, coverage: coverage)
        let unread = Unread.rows(footer.graph)
        var result = AuditResult(
            version: toolVersion, site: identity(facts), startedAt: header.startedAt, duration: footer.duration,
            options: header.options.merging(judging) { _, new in new }, coverage: coverage, scorecard: card,
            recommendations: blocked ? [] : Score.recommendations(results: checks, findings: findings),
            findings: findings, checks: checks, pages: pages(facts), notAssessed: unread.rows,
            promises: facts.promises,
            promotions: hasSubstance ? catalogue.promotions(of: facts) : PromotionSummary(),
            reach: hasSubstance ? ReachabilityMap(of: facts) : nil,
            cautions: hasSubstance
                ? Cautions.of(footer, coverage, facts, cut: cut, blocked: blocked)
                : Cautions.ofNothingRead(footer))
        if !unread.more.isEmpty { result.notListed = unread.more }
        return result
    }

    /// Templates are renumbered at the end, by first URL.
    private func pages(_ facts: SiteFacts) -> [PageRow] {
        let places = Dictionary(zip(ids, rows.indices), uniquingKeysWith: { first, _ in first })
        return facts.pages.compactMap { summary in
            places[summary.id].map { place in
                var row = rows[place]
                row.template = summary.template
                return row
            }
        }
    }

    private func identity(_ facts: SiteFacts) -> SiteIdentity {
        SiteIdentity(
            seed: header.seed, finalURL: header.home, host: header.host, name: ShopName.of(facts) ?? header.host,
            language: facts.language, country: facts.country)
    }
}

extension Scorecard {
    /// Too little could be read to score anything.
    static func none(_ coverage: Coverage) -> Scorecard {
        let categories = Category.allCases.map {
            CategoryScore(
                category: $0, score: nil, share: 0, checksAssessed: 0, checksApplicable: 0,
                pagesAssessed: coverage.assessed, pagesKnown: coverage.known, interval: nil)
        }
        return Scorecard(overall: nil, letter: nil, cappedBy: nil, categories: categories)
    }
}
