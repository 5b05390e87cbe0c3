import Model

/// Claims that are held against the whole site, in bounded memory and whatever the order of pages.
struct ClaimShelf: Sendable {
    /// What a claim is kept for.
    private enum Use: Int, CaseIterable { case dated, upTo, freeDelivery }
    /// Pictures that announce; those of the lowest pages stay.
    private var pictures: [SiteClaim] = []

    private struct Key: Hashable {
        var kind: ClaimKind
        var pageKind: PageKind
        var percent: Double?
        var amount: Money?
        var until: CalendarDate?
        var quote: String
    }

    /// Claims of one use at most; those of the lowest pages stay.
    static let limit = 80

    private var shelves = [[SiteClaim]](repeating: [], count: Use.allCases.count)

    /// By use, then by URL.
    var claims: [SiteClaim] { shelves.flatMap { $0 } }
    /// Ascending by URL; at most 60.
    var pictured: [SiteClaim] { Array(pictures.prefix(60)) }

    mutating func absorb(_ facts: PageFacts) {
        for claim in facts.promotions.pictured where claim.mention.region != .navigation {
            ClaimShelf.insert(
                SiteClaim(
                    url: facts.url, pageKind: facts.kind.kind, kind: claim.kind, mention: claim.mention,
                    percent: claim.percent, amount: claim.amount), into: &pictures)
        }
        var reductions: [Double]?
        for claim in facts.promotions.claims {
            guard let use = ClaimShelf.use(of: claim) else { continue }
            var kept = SiteClaim(
                url: facts.url, pageKind: facts.kind.kind, kind: claim.kind, mention: claim.mention,
                percent: claim.percent, amount: claim.amount, until: claim.until)
            if use == .upTo, let percent = claim.percent {
                let here = reductions ?? ClaimShelf.reductions(facts.pricing.tiles)
                reductions = here
                kept.reducedBeside = here.count
                kept.reachingBeside = here.filter { $0 >= percent - 1 }.count
            }
            ClaimShelf.insert(kept, into: &shelves[use.rawValue])
        }
    }

    private static func use(of claim: Claim) -> Use? {
        if claim.until != nil { return .dated }
        switch claim.kind {
        case .upTo: return claim.percent == nil ? nil : .upTo
        case .freeDelivery: return .freeDelivery
        default: return nil
        }
    }

    private static func reductions(_ tiles: [ProductTile]) -> [Double] {
        tiles.compactMap { tile in
            tile.isRelated
                ? nil : Reduction.percent(from: tile.offer.was, to: tile.offer.price, high: tile.offer.highPrice)
        }
    }

    private static func key(_ claim: SiteClaim) -> Key {
        Key(
            kind: claim.kind, pageKind: claim.pageKind, percent: claim.percent, amount: claim.amount,
            until: claim.until, quote: claim.mention.quote)
    }

    private static func insert(_ claim: SiteClaim, into shelf: inout [SiteClaim]) {
        if let same = shelf.firstIndex(where: { key($0) == key(claim) }) {
            guard claim.url < shelf[same].url else { return }
            shelf.remove(at: same)
        }
        let place = shelf.firstIndex { order(claim) < order($0) } ?? shelf.count
        guard place < limit else { return }
        shelf.insert(claim, at: place)
        if shelf.count > limit { shelf.removeLast() }
    }

    private static func order(_ claim: SiteClaim) -> (String, String, String) {
        (claim.url, claim.mention.quote, claim.kind.rawValue)
    }
}

extension PiecesLeft {
    /// The number in a short sentence on stock that a product page shows; nil where several numbers stand there.
    init?(_ facts: PageFacts) {
        var mentions = facts.promotions.claims.filter { $0.kind == .scarcity }.map(\.mention)
        if facts.pricing.availability == .limited, let own = facts.pricing.availabilityMention {
            mentions.insert(own, at: 0)
        }
        for mention in mentions where mention.quote.utf8.count <= 80 {
            let numbers = PiecesLeft.numbers(mention.quote)
            guard numbers.count == 1, let only = numbers.first, (1...999).contains(only) else { continue }
            self.init(number: only, mention: mention)
            return
        }
        return nil
    }

    private static func numbers(_ text: String) -> [Int] {
        text.utf8.split { !(48...57).contains($0) }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
