import Crawling
import Model

/// The products met so far: each once, however many addresses and listings lead to it.
struct OfferCollection {
    /// Products known from listings alone, at most.
    private static let limit = 200_000

    /// Addresses of product pages taken, as asked for and as declared canonical.
    private var pages: Set<String> = []
    private var listed: [(url: String, offer: CatalogueOffer)] = []
    private var listedURLs: Set<String> = []

    /// The page's product, if it has one that wasn't met before; keeps what its tiles show.
    mutating func take(_ facts: PageFacts) -> CatalogueOffer? {
        let resolver = LinkResolver(base: facts.fetch.finalURL)
        keepTiles(facts, resolver)
        for offer in facts.pricing.listed ?? [] { keep(offer, href: offer.url, facts, resolver) }
        guard let offer = CatalogueOffer(facts) else { return nil }
        var addresses = [facts.url, facts.fetch.finalURL]
        if let canonical = facts.head.canonical, case .success(let url)? = resolver?.resolve(canonical) {
            guard !pages.contains(url) else { return nil }
            addresses.append(url)
        }
        pages.formUnion(addresses)
        return offer
    }

    /// Products that stand in listings and whose own pages weren't read.
    var listedOnly: [CatalogueOffer] { listed.filter { !pages.contains($0.url) }.map(\.offer) }

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
