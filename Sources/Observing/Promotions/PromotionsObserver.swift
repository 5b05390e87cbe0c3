import Model
import Parsing

/// Gathers what a page's promotions promise, where their marks lead, and what their terms ask for.
struct PromotionsObserver: PageObserver {
    private let terms = PromotionTerms.all
    private var superscripts: [Int] = []
    private var pictures: [Int] = []

    /// At most this many claims from one page, and as many of the same words.
    static let limit = 60
    private static let sameLimit = 5

    init(context: ObservingContext) {}

    mutating func visit(element node: Int, of page: borrowing PageView) {
        switch page.document.nodes[node].tag {
        case .sup: if superscripts.count < 500 { superscripts.append(node) }
        case .img: if pictures.count < 500, page.document.has(.alt, node) { pictures.append(node) }
        default: break
        }
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        let page = copy page
        let money = MoneyReader(MoneyHabits(page: page))
        let isShopping = PromotionsObserver.sells(facts, page)
        let found = claims(page, money: money, isShopping: isShopping, kind: facts.kind.kind)
        let claims = Surroundings(page: page, terms: terms).claims(found)
        facts.promotions.claims = claims.map(\.claim)
        let blocks = found.map(\.block) + claims.compactMap(\.noteBlock) + untilBlocks(page)
        facts.promotions.conditions =
            ConditionReader(
                page: page, terms: terms, money: money, kind: facts.kind.kind, promotional: Array(Set(blocks)).sorted(),
                isHeadedByPromotion: isHeadedByPromotion(page)
            ).conditions()
        for i in facts.promotions.claims.indices {
            facts.promotions.claims[i].takeBack(facts.promotions.conditions)
        }
        if facts.kind.kind != .product {
            facts.promotions.pictured = PicturedClaims(page: page, terms: terms, money: money).claims(of: pictures)
        }
        facts.promotions.termsLinks = termsLinks(page)
        var clocks = CountdownReader(page)
        facts.promotions.countdowns = clocks.countdowns(facts.kind.kind)
    }

    private func claims(_ page: PageView, money: MoneyReader, isShopping: Bool, kind: PageKind) -> [ClaimReader.Found] {
        let reader = ClaimReader(
            page: page, terms: terms, money: money, isShopping: isShopping, kind: kind,
            raised: RaisedFigures.hits(superscripts, of: page))
        var found: [ClaimReader.Found] = []
        var counts: [String: Int] = [:]
        var badges = Badges.blocks(of: page.document)[...]
        for block in page.document.blocks.indices where found.count < PromotionsObserver.limit {
            var here = page.hits(in: block).isEmpty && reader.raised[block] == nil ? [] : reader.claims(in: block)
            if badges.first == block {
                badges.removeFirst()
                if isShopping, !here.contains(where: { $0.percent != nil }) {
                    let found = Badges.claims(in: block, of: page, money: money)
                    here += found.isEmpty ? Badges.marked(in: block, of: page, money: money) : found
                }
            }
            for one in here where found.count < PromotionsObserver.limit {
                let words = String(decoding: page.document.text[one.range], as: UTF8.self)
                let key = "\(one.kind.rawValue) \(words)"
                counts[key, default: 0] += 1
                if counts[key, default: 0] <= PromotionsObserver.sameLimit { found.append(one) }
            }
        }
        return found
    }

    /// The page, or the site's front, offers something for money.
    private static func sells(_ facts: PageFacts, _ page: PageView) -> Bool {
        switch facts.kind.kind {
        case .listing, .product, .promotion, .cart, .checkout: return true
        default: break
        }
        let pricing = facts.pricing
        return pricing.visible != nil || !pricing.structured.isEmpty || !pricing.tiles.isEmpty
            || !pricing.orderControls.isEmpty
    }

    /// A main heading names a promotion. Titles don't tell: a shop's name with "deals" in it stands in all of them.
    private func isHeadedByPromotion(_ page: PageView) -> Bool {
        page.hits.contains { hit in
            page.document.blocks[Int(hit.block)].headingLevel == 1
                && (terms.part(hit.group).contains(.promotion) || hit.group == terms.terms
                    || hit.group == terms.salePage)
        }
    }

    /// Blocks that name a promotion's end: its terms stand near.
    private func untilBlocks(_ page: PageView) -> [Int] {
        page.hits.filter { $0.group == terms.until || $0.group == terms.terms }.prefix(40).map { Int($0.block) }
    }

    private func termsLinks(_ page: PageView) -> [Mention] {
        var found: [Mention] = []
        var links: Set<Int> = []
        for hit in page.hits where hit.group == terms.terms && found.count < 20 {
            guard let link = page.link(around: hit), links.insert(link).inserted else { continue }
            found.append(page.linkMention(link, page.document.attribute(.href, of: link) ?? []))
        }
        return found
    }
}

extension Claim {
    /// Notes which of a page's clauses stand in the note.
    fileprivate mutating func takeBack(_ conditions: [Condition]) {
        guard let note = note?.quote, takesBack.isEmpty else { return }
        let kinds = conditions.filter { note.contains($0.mention.quote) || $0.mention.quote.contains(note) }.map(\.kind)
        takesBack = ConditionKind.allCases.filter(Set(kinds).contains)
    }
}

extension MoneyHabits {
    /// By structured data, then the host's country, then the one that the declared language names, then the language.
    init(page: borrowing PageView) {
        let language = page.lexicon.language(page.language.tag)
        var currencies = page.structured.currencies
        let countries = [
            CountryCurrency.of(host: page.context.host), page.language.declared.flatMap(CountryCurrency.of(language:)),
        ]
        let hints = countries.compactMap { $0 } + (language?.currencies ?? [])
        for code in hints where !currencies.contains(code) { currencies.append(code) }
        if currencies.isEmpty { currencies = CurrencySwitch.codes(page.document) }
        self.init(currencies: currencies, spaceGroups: language?.numbers.group.contains(32) ?? true)
    }
}
