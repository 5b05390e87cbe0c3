import Crawling
import Model

/// The products met so far: each once, however many addresses and listings lead to it.
struct OfferCollection {
    /// Products known from listings alone, at most.
    static let limit = 200_000

    /// Addresses of pages with products that were met.
    private var pages: Set<String> = []
    /// What makes two pages' products the same, of all that were met.
    private var identities: Set<ProductIdentity> = []
    /// What tiles of these products show.
    private var shown: Set<ProductIdentity> = []
    private var listed: [(url: String, offer: CatalogueOffer)] = []
    private var listedURLs: Set<String> = []

    /// The page's product, if it has one that wasn't met before; keeps what its tiles show.
    mutating func take(_ facts: PageFacts) -> CatalogueOffer? {
        let resolver = LinkResolver(base: facts.fetch.finalURL)
        keepTiles(facts, resolver)
        for offer in facts.pricing.listed ?? [] { keep(offer, href: offer.url, facts, resolver) }
        guard let offer = CatalogueOffer(facts) else { return nil }
        pages.formUnion([facts.url, facts.fetch.finalURL])
        var canonical: String?
        if let written = facts.head.canonical, case .success(let url)? = resolver?.resolve(written) { canonical = url }
        let own = ProductIdentity.all(of: offer, facts.pricing, canonical: canonical ?? facts.fetch.finalURL)
        let isKnown = !identities.isDisjoint(with: own)
        identities.formUnion(own)
        shown.formUnion(ProductIdentity.listed(offer))
        // A page's own address is what others may call canonical.
        if canonical != nil { identities.formUnion(ProductIdentity.address(facts.fetch.finalURL, offer)) }
        return isKnown ? nil : offer
    }

    /// An address that shows what another one showed.
    mutating func know(_ url: String) { pages.insert(url) }

    /// Products that stand in listings and were met on no page of their own.
    var listedOnly: [CatalogueOffer] {
        listed.filter { !pages.contains($0.url) && shown.isDisjoint(with: ProductIdentity.listed($0.offer)) }
            .map(\.offer)
    }

    private mutating func keepTiles(_ facts: PageFacts, _ resolver: LinkResolver?) {
        for tile in facts.pricing.tiles where tile.offer.price != nil && tile.offer.name != nil {
            keep(tile.offer, href: tile.href, facts, resolver)
        }
    }

    private mutating func keep(_ offer: Offer, href: String?, _ facts: PageFacts, _ resolver: LinkResolver?) {
        guard let href, case .success(let url)? = resolver?.resolve(href), listed.count < Self.limit,
            listedURLs.insert(url).inserted
        else { return }
        listed.append(
            (
                url,
                CatalogueOffer(
                    url: url, name: offer.name, offer: offer, sources: [offer.source], agreement: .single,
                    language: facts.language.tag)
            ))
    }
}
