import Model

/// Adds pages up to the facts of their site, keeping a few hundred bytes of each. The order in which pages come
/// doesn't show in what comes out, but for pages on the border between two templates.
public struct SiteFactsBuilder: Sendable {
    private var site: SiteFacts
    private var tallies = FactTallies()
    private var templates = TemplateIndex()
    private var shelf = TileShelf()
    private var clues = CountryClues()
    private var phones = NumberShelf()
    private var addresses = AddressShelf()
    private var claims = ClaimShelf()
    private var promises = PromiseShelf()
    private var promotions = PromotionShelf()
    private var needs = NeedShelf()
    private var reviews = ReviewShelf()
    private var countdowns = CountdownShelf()
    private var ways = WayPool()
    private var texts = TextPool()
    private var languages: [String: Int] = [:]
    /// Where product pages were answered from, where that differs from what was asked for.
    private var finalURLs: [PageID: String] = [:]

    /// Characters of a title that are kept.
    static let titleLimit = 160

    /// - Parameters:
    ///   - seed: the seed as redirected.
    ///   - now: milliseconds since 1970-01-01T00:00:00Z.
    public init(seed: String, now: Int64) { site = SiteFacts(seed: seed, now: now) }

    /// Adds a page that was read, and says which template it is taken for; the number is final only within this
    /// builder, `PageSummary.template` is what reports show.
    @discardableResult
    public mutating func absorb(_ facts: PageFacts, id: PageID) -> Int {
        let template = templates.assign(kind: facts.kind.kind, sketch: facts.shape)
        site.pages.append(summary(facts, id, template))
        tallies.absorb(facts)
        shelf.absorb(facts, texts: &texts)
        clues.absorb(facts)
        phones.absorb(facts)
        addresses.absorb(facts)
        claims.absorb(facts)
        promises.absorb(facts)
        promotions.absorb(facts)
        needs.absorb(facts)
        reviews.absorb(facts)
        countdowns.absorb(facts)
        languages[facts.language.tag, default: 0] += 1
        date(facts)
        if facts.kind.kind == .product {
            site.products.append(product(facts, id))
            if facts.fetch.finalURL != facts.url { finalURLs[id] = facts.fetch.finalURL }
        }
        return template
    }

    /// The facts of the site, lists ascending by URL, templates numbered by their first page. Consumes the builder: a
    /// caller that lets go of it holds nothing twice.
    public consuming func finish(graph: LinkGraph, coverage: Coverage) -> SiteFacts {
        var finished = site
        site = SiteFacts(seed: finished.seed, now: finished.now)
        finished.graph = graph
        finished.coverage = coverage
        finished.mentions = tallies.mentions()
        finished.pages.sort { ($0.url, $0.id) < ($1.url, $1.id) }
        finished.products.sort { ($0.url, $0.id) < ($1.url, $1.id) }
        var numbers: [Int: Int] = [:]
        for i in finished.pages.indices {
            let next = numbers.count
            let number = numbers[finished.pages[i].template] ?? next
            numbers[finished.pages[i].template] = number
            finished.pages[i].template = number
        }
        for product in finished.products {
            let tiles = shelf.tiles(leadingTo: [product.url] + (finalURLs[product.id].map { [$0] } ?? []))
            if !tiles.isEmpty { finished.tiles[product.id] = tiles }
        }
        finished.range = shelf.range(with: finished.products, finalURLs: finalURLs)
        finished.listed = shelf.listed(beside: finished.products, finalURLs: finalURLs)
        shelf = TileShelf()
        texts = TextPool()
        finished.claims = claims.claims
        finished.pictured = claims.pictured
        finished.promises = promises.promises
        finished.promotions = promotions.promotions
        finished.namedContacts = needs.contacts
        finished.reviews = reviews.reviews
        finished.countdowns = countdowns.countdowns
        finished.numbers = phones.numbers
        finished.addresses = addresses.addresses
        finished.language = mainLanguage
        let host = WebAddress.Parts(Substring(finished.seed))?.host ?? ""
        finished.country = clues.country(host: host, language: finished.language)
        return finished
    }

    private mutating func date(_ facts: PageFacts) {
        guard facts.kind.covers(.article), let date = facts.loyalty.articleDate else { return }
        if let known = site.newestArticle, (known.date, facts.url) > (date, known.url) { return }
        site.newestArticle = DatedPage(
            url: facts.url, title: (facts.head.title ?? "").cut(to: SiteFactsBuilder.titleLimit), date: date)
    }

    private var mainLanguage: String {
        languages.filter { $0.key != "und" }.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "und"
    }

    private mutating func summary(_ facts: PageFacts, _ id: PageID, _ template: Int) -> PageSummary {
        let canonical = facts.head.canonical.flatMap { WebAddress.resolve($0, against: facts.fetch.finalURL) }
            .flatMap { WebAddress.looseKey($0) == WebAddress.looseKey(facts.url) ? nil : $0 }
        return PageSummary(
            id: id, url: facts.url, kind: facts.kind.kind, language: facts.language.tag, template: template,
            title: (facts.head.title ?? "").cut(to: SiteFactsBuilder.titleLimit),
            timeToFirstByte: facts.fetch.timeToFirstByte, words: facts.readability.words,
            alsoCovers: facts.kind.alsoCovers, canonical: canonical, ways: ways.shared(ShownWay.on(facts)),
            speaksOf: facts.speaksOf)
    }

    private mutating func product(_ facts: PageFacts, _ id: PageID) -> ProductSummary {
        let pricing = facts.pricing
        var product = ProductSummary(
            id: id, url: facts.url, name: pricing.productName.map { $0.cut(to: 120) },
            visible: pricing.visible.map { OfferSummary($0, mention: shortened($0.mention, to: 60)) },
            structured: pricing.structured.prefix(2).map {
                OfferSummary($0, mention: Mention(quote: "", region: $0.mention.region))
            },
            availability: pricing.availability ?? pricing.structured.first { $0.availability != nil }?.availability,
            descriptionHash: pricing.descriptionHash,
            description: pricing.descriptionHash == nil ? nil : pricing.description.map { shortened($0, to: 100) })
        product.piecesLeft = PiecesLeft(facts)
        // What was cut off may have been the footer.
        product.speaksOf = facts.truncated == nil ? facts.speaksOf : ConditionsFar.topics
        product.leadsElsewhere = facts.leadsElsewhere
        product.keys = ProductKeys(facts)
        product.lowest30Days = pricing.lowest30Days.map { shortened($0, to: 80) }
        return product
    }

    private mutating func shortened(_ mention: Mention, to limit: Int) -> Mention {
        Mention(
            quote: mention.quote.cut(to: limit), region: mention.region,
            locator: texts.shared(mention.locator.cut(to: 80)))
    }
}

extension ProductKeys {
    /// Of a product page: the first number of each kind that it states.
    init(_ facts: PageFacts) {
        let offers = [facts.pricing.visible].compactMap { $0 } + facts.pricing.structured
        func first(_ read: (Offer) -> String?) -> String? { offers.lazy.compactMap(read).first?.cut(to: 80) }
        self.init(
            gtin: first(\.gtin), sku: first(\.sku), mpn: first(\.mpn), brand: first(\.brand),
            url: facts.head.canonical.flatMap { WebAddress.resolve($0, against: facts.fetch.finalURL) }
                ?? facts.fetch.finalURL, name: facts.pricing.productName?.cut(to: 120))
    }
}
