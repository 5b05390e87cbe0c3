import Crawling
import Model

/// Chooses which pictures of products are asked for: of each template the same number at first, then more of those that
/// have more, as if by lot. The lot is drawn by the address, so the order in which pages come doesn't show in it.
struct PictureSample {
    /// Pictures of one shop, and templates of which some are kept until the end of the crawl.
    static let limit = 60
    static let templateLimit = 400

    private struct Candidate {
        var lot: UInt64
        var picture: ShownPicture
    }

    /// By template; ascending by lot, no more than could be chosen.
    private var candidates: [Int: [Candidate]] = [:]

    /// Takes note of the pictures of a product page, or of a listing's own tiles.
    mutating func absorb(_ facts: PageFacts, template: Int) {
        guard facts.kind.kind == .product || facts.kind.kind == .listing,
            candidates[template] != nil || candidates.count < PictureSample.templateLimit,
            let resolver = LinkResolver(page: facts.fetch.finalURL, baseHref: facts.head.base)
        else { return }
        let pricing = facts.pricing
        func take(_ written: String?, name: String?, _ place: ShownPicture.Place) {
            guard let url = written.flatMap(resolver.picture) else { return }
            let picture = ShownPicture(
                url: url, page: facts.url, product: name.map { $0.cut(to: 120) }, place: place, answer: .unread(""))
            PictureSample.insert(picture, into: &candidates[template, default: []])
        }
        if facts.kind.kind == .listing {
            for tile in pricing.tiles where !tile.isRelated { take(tile.picture, name: tile.offer.name, .tile) }
        } else if let shown = pricing.productPicture {
            take(shown, name: pricing.productName, .product)
        } else if pricing.productPictures == 0 {
            let named = pricing.structured.lazy.compactMap(\.image).first
            take(named, name: pricing.productName, .structuredData)
        }
    }

    /// The chosen pictures, each once, ascending by address; nothing was asked for yet.
    var chosen: [ShownPicture] {
        var known: Set<String> = []
        var out: [ShownPicture] = []
        let shelves = candidates.sorted { $0.key < $1.key }.map(\.value)
        for round in 0..<PictureSample.limit {
            for shelf in shelves where round < shelf.count && out.count < PictureSample.limit {
                if known.insert(shelf[round].picture.url).inserted { out.append(shelf[round].picture) }
            }
        }
        return out.sorted { $0.url < $1.url }
    }

    private static func insert(_ picture: ShownPicture, into shelf: inout [Candidate]) {
        let lot = Lot.number(of: picture.url.utf8)
        let place = shelf.firstIndex { ($0.lot, $0.picture.url) >= (lot, picture.url) } ?? shelf.count
        guard place < limit, place == shelf.count || shelf[place].picture.url != picture.url else { return }
        shelf.insert(Candidate(lot: lot, picture: picture), at: place)
        if shelf.count > limit { shelf.removeLast() }
    }
}

extension Site {
    /// Asks for the pictures; those that the end of the run kept from being asked for are left out.
    func read(
        _ pictures: [ShownPicture], settings: CrawlSettings, fetcher: Fetcher, robots: [RobotsAnswer],
        visit: @Sendable @escaping (FetchFacts, [UInt8]) -> Visited<Visit>
    ) async -> [ShownPicture] {
        let wanted = pictures.map { WantedPicture(url: $0.url, page: $0.page) }
        let answers = await answers(
            to: wanted, settings: settings, fetcher: fetcher, robots: robots,
            isWall: { visit($0, $1).character.obstacle.map { $0.reason != .softNotFound } ?? false },
            words: { Unread.words($0, $1) ?? "no usable answer" })
        return zip(pictures, answers).compactMap { picture, answer in
            answer.map {
                var picture = picture
                picture.answer = $0
                return picture
            }
        }
    }
}
