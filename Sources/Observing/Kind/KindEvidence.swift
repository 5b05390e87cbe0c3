import Model
import Parsing

/// All that tells of a page's kind, and the judgement from it.
struct KindEvidence {
    private let facts: PageFacts
    private let address: AddressWords
    private let isSeed: Bool
    private let structured: StructuredData
    /// What heading, title and address name, most telling first.
    private let heading: [TopicObserver.Naming]
    private let title: [TopicObserver.Naming]
    private let addressTopic: PageKind?
    private let sections: [TopicObserver.Naming]
    private let isBlogHeading: Bool
    private let isDated: Bool

    init(_ page: borrowing PageView, _ facts: PageFacts, _ topics: TopicObserver, isDated: Bool) {
        self.facts = facts
        self.isDated = isDated
        address = AddressWords(page.fetch.finalURL)
        isSeed = page.fetch.finalURL == page.context.seed || page.fetch.url == page.context.seed
        structured = page.structured
        heading = topics.heading
        sections = topics.sections
        isBlogHeading = topics.isBlogHeading
        let name = KindEvidence.ownName(facts.head.title ?? "")
        title = topics.namings(in: Array(name.utf8), page)
        addressTopic = KindEvidence.topic(of: address, topics, page)
    }

    /// The kind with its reason; the first rule that holds.
    func conclude() -> KindFact {
        if !facts.fetch.isSuccess, facts.fetch.status != 0 {
            return KindFact(.other, reason: "answered with status \(facts.fetch.status)")
        }
        let found =
            home ?? structuredProduct ?? search ?? purchase ?? goods ?? article ?? topic ?? account ?? listing
            ?? KindFact(.other, reason: "nothing tells")
        return found
    }

    // MARK: Rules

    private var home: KindFact? {
        if isSeed { return KindFact(.home, reason: "the address that the audit began with") }
        return address.isRoot ? KindFact(.home, reason: "the root of the site or of a language") : nil
    }

    private var ownTiles: Int { facts.pricing.tiles.count { !$0.isRelated } }
    private var canOrder: Bool { !facts.pricing.orderControls.isEmpty || facts.pricing.closedOrder != nil }
    private var hasPrice: Bool { facts.pricing.visible?.price != nil }

    private var structuredProduct: KindFact? {
        guard let offer = facts.pricing.structured.first else { return nil }
        let place = KindEvidence.words(for: offer.source)
        if canOrder || hasPrice {
            let beside = canOrder ? "an order button" : "a price beside the heading"
            return KindFact(.product, reason: "a product in \(place) and \(beside)")
        }
        // Data of a product and neither price nor button: only without a listing's signs.
        if ownTiles < 3, facts.navigation.pagination == nil, addressTopic == nil {
            return KindFact(.product, reason: "a product in \(place)")
        }
        return nil
    }

    private var search: KindFact? {
        let asks = !address.parameters.isDisjoint(with: [
            "q", "s", "query", "search", "keyword", "keywords", "search_query",
        ])
        let names = names(.search)
        if structured.types.contains("SearchResultsPage") {
            return KindFact(.search, reason: "SearchResultsPage in structured data")
        }
        if asks, names || addressTopic == .search || ownTiles >= 3 || facts.pricing.emptyListing != nil {
            return KindFact(.search, reason: "a query in the address")
        }
        return names && addressTopic == .search ? KindFact(.search, reason: "address and heading say search") : nil
    }

    /// Cart and checkout: what the heading says beats the address, which a redirect may have left behind.
    private var purchase: KindFact? {
        for kind in [PageKind.checkout, .cart] {
            let isAddress = addressTopic == kind
            if strongly(kind, in: heading), isAddress || strongly(kind, in: title) {
                let other = isAddress ? "address" : "title"
                return KindFact(kind, reason: "heading and \(other) say \(kind.rawValue)")
            }
        }
        guard let kind = addressTopic, kind == .checkout || kind == .cart, !heading.contains(where: isPurchase) else {
            return nil
        }
        return KindFact(kind, reason: "the address says \(kind.rawValue)")
    }

    private func isPurchase(_ naming: TopicObserver.Naming) -> Bool { naming.kind == .cart || naming.kind == .checkout }

    /// A product or a listing by what the page shows.
    private var goods: KindFact? {
        if let topic = addressTopic, topic != .promotion, topic != .search, names(topic) { return nil }
        if address.namesProduct, ownTiles < 6, canOrder || hasPrice || facts.pricing.availability != nil {
            return KindFact(.product, reason: "the address of a product with a way to order, a price or its stock")
        }
        if address.selectsListing, ownTiles + (hasPrice ? 1 : 0) >= 1 { return listing(count: max(1, ownTiles)) }
        if ownTiles >= 3 { return listing(count: ownTiles) }
        if hasPrice, canOrder {
            return KindFact(.product, reason: "a price and an order button beside one heading")
        }
        let isBare = facts.navigation.pagination == nil && facts.navigation.filters.isEmpty && addressTopic == nil
        if hasPrice, facts.pricing.availability != nil, isBare {
            return KindFact(.product, reason: "a price and its stock beside one heading")
        }
        if hasPrice, facts.pricing.productPictures > 0, isBare, ownTiles == 0 {
            return KindFact(.product, reason: "a price and a picture beside one heading")
        }
        return nil
    }

    private func listing(count: Int) -> KindFact {
        let isPromotion = names(.promotion) || addressTopic == .promotion
        return KindFact(
            .listing, reason: count == 1 ? "one product in a list" : "\(count) products side by side",
            alsoCovers: isPromotion ? [.promotion] : [])
    }

    private var article: KindFact? {
        if let topic = wholeTopic, topic.kind != .help { return nil }
        let isPosting = !structured.types.isDisjoint(with: ["BlogPosting", "NewsArticle", "Article", "TechArticle"])
        let inBlog = address.segments.dropLast().contains { PageTopic.articles.contains($0) } || address.isDated
        let isLong = facts.readability.runningWords >= 100 || wordsAtLeast(150)
        if isBlogHeading { return KindFact(.other, reason: "the heading names a blog or guides as a whole") }
        if isPosting, inBlog || (isLong && addressTopic == nil) {
            return KindFact(.article, reason: "an article in structured data")
        }
        if inBlog, isLong || isDated { return KindFact(.article, reason: "text under an address of a blog or news") }
        if isDated, isLong, addressTopic == nil, heading.isEmpty {
            return KindFact(.article, reason: "a dated article element")
        }
        return nil
    }

    /// Contact, policies, about, help, loyalty, promotion.
    private var topic: KindFact? {
        if ownTiles >= 1, names(.promotion) || addressTopic == .promotion { return listing(count: ownTiles) }
        let byHeading = heading.first { PageTopic.isTextual($0.kind) && $0.share >= TopicObserver.namingShare }
        let byTitle = title.first { PageTopic.isTextual($0.kind) && $0.share >= TopicObserver.namingShare }
        let byAddress = addressTopic.flatMap { PageTopic.isTextual($0) ? $0 : nil }
        if let byHeading {
            let supported = byAddress.map { covers($0, heading) } ?? false
            let reason = supported ? "heading and address name it" : "the heading names it"
            return fact(byHeading.kind, reason: reason)
        }
        if let byTitle, facts.navigation.headings.isEmpty || byAddress.map({ covers($0, title) }) ?? false {
            return fact(byTitle.kind, reason: byAddress == nil ? "the title names it" : "title and address name it")
        }
        if let byTitle, heading.isEmpty, facts.navigation.headings.allSatisfy({ $0.level > 1 }) {
            return fact(byTitle.kind, reason: "the title names it")
        }
        if let byAddress { return fact(byAddress, reason: "the address names it") }
        if structured.types.contains("ContactPage") { return fact(.contact, reason: "ContactPage in structured data") }
        if structured.types.contains("AboutPage") { return fact(.about, reason: "AboutPage in structured data") }
        if structured.types.contains("FAQPage"), facts.pricing.structured.isEmpty {
            return fact(.help, reason: "FAQPage in structured data")
        }
        return nil
    }

    private var account: KindFact? {
        if addressTopic == .account { return KindFact(.account, reason: "the address says account") }
        guard facts.forms.contains(where: { $0.purpose == .login || $0.purpose == .registration }) else { return nil }
        return names(.account) ? KindFact(.account, reason: "heading or title and a form for signing in") : nil
    }

    private var listing: KindFact? {
        if facts.pricing.emptyListing != nil { return KindFact(.listing, reason: "a listing that says it is empty") }
        let isList = !structured.types.isDisjoint(with: ["CollectionPage", "OfferCatalog"])
        let hasControls = !facts.navigation.filters.isEmpty || facts.navigation.pagination != nil
        if ownTiles >= 2 || (ownTiles == 1 && (hasControls || address.namesListing)) { return listing(count: ownTiles) }
        // A blog's categories look the same from outside.
        guard facts.pricing.structured.isEmpty, !hasPrice, !isDated else { return nil }
        if isList { return KindFact(.listing, reason: "a collection in structured data") }
        guard address.namesListing else { return nil }
        return KindFact(
            .listing, reason: hasControls ? "address and controls of a listing" : "the address of a listing")
    }

    // MARK: Parts

    private func fact(_ kind: PageKind, reason: String) -> KindFact {
        guard PageTopic.isCombinable(kind) else { return KindFact(kind, reason: reason) }
        var also: [PageKind] = []
        for naming in heading + title + sections
        where naming.kind != kind && PageTopic.isCombinable(naming.kind) && !also.contains(naming.kind) {
            also.append(naming.kind)
        }
        return KindFact(kind, reason: reason, alsoCovers: also)
    }

    /// A heading that is nothing but the name of a page.
    private var wholeTopic: TopicObserver.Naming? { heading.first { $0.share >= 0.8 } }

    private func names(_ kind: PageKind) -> Bool {
        (heading + title).contains { $0.kind == kind && $0.share >= TopicObserver.namingShare }
    }

    private func strongly(_ kind: PageKind, in namings: [TopicObserver.Naming]) -> Bool {
        namings.contains { $0.kind == kind && $0.share >= 0.6 }
    }

    private func covers(_ kind: PageKind, _ namings: [TopicObserver.Naming]) -> Bool {
        namings.contains { $0.kind == kind }
    }

    private func wordsAtLeast(_ count: Int) -> Bool { facts.readability.words >= count * 3 }

    /// The part of a title before the shop's name: "Returns | Shop", "Shop – Returns" is left whole.
    private static func ownName(_ title: String) -> String {
        let bytes = Array(title.utf8)
        for separator in separators {
            let last = bytes.count - separator.count
            guard last >= 0 else { continue }
            if let cut = (0...last).first(where: { bytes[$0] == 32 && bytes[$0...].starts(with: separator) }) {
                return String(decoding: bytes[..<cut], as: UTF8.self)
            }
        }
        return title
    }

    /// What stands between a page's name and its shop's, the surest first.
    private static let separators = [" | ", " – ", " — ", " - ", " · ", " » ", " :: ", " • "].map { Array($0.utf8) }

    private static func words(for source: OfferSource) -> String {
        switch source {
        case .jsonLD: "JSON-LD"
        case .microdata: "microdata"
        case .rdfa: "RDFa"
        case .openGraph: "OpenGraph"
        default: "its data"
        }
    }

    /// The last segment that names a topic, by shop software's own words, then by the lexicon.
    private static func topic(
        of address: AddressWords, _ topics: TopicObserver, _ page: borrowing PageView
    ) -> PageKind? {
        for segment in address.segments.suffix(2).reversed() {
            if let kind = PageTopic.kind(ofSegment: segment) { return kind }
            let words = segment.utf8.map { $0 == 45 ? UInt8(32) : $0 }
            if words.count <= 80, let named = topics.namings(in: words, page).first(where: { $0.share >= 0.5 }) {
                return named.kind
            }
        }
        return nil
    }
}
