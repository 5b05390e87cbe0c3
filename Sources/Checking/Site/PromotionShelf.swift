import Model

/// Announcements of promotions on all pages, each once, in bounded memory and whatever the order of pages.
struct PromotionShelf: Sendable {
    private struct Key: Hashable {
        var kind: ClaimKind
        var percent: Double?
        var amount: Money?
        var until: CalendarDate?
        var words: String
    }

    /// Promotions at most; those of the lowest pages stay.
    static let limit = 120
    /// Clauses of one promotion.
    static let conditionLimit = 12

    private var shelf: [Key: SitePromotion] = [:]

    /// Those on most pages first.
    var promotions: [SitePromotion] {
        shelf.values.sorted {
            ($1.pages, $0.url, $0.claim.mention.quote, $0.claim.kind.rawValue)
                < ($0.pages, $1.url, $1.claim.mention.quote, $1.claim.kind.rawValue)
        }
    }

    mutating func absorb(_ facts: PageFacts) {
        guard facts.fetch.isSuccess, !facts.promotions.claims.isEmpty else { return }
        var seen: Set<Key> = []
        let claims = facts.announcements.filter(PromotionShelf.isPromotion)
        for claim in claims where !PromotionShelf.isSaidBetter(claim, claims) {
            let key = Key(
                kind: claim.kind, percent: claim.percent, amount: claim.amount, until: claim.until,
                words: claim.mention.quote.cut(to: 80).lowercased())
            guard seen.insert(key).inserted else { continue }
            if shelf[key] == nil {
                shelf[key] = SitePromotion(claim: claim, url: facts.url, pages: 1)
                shelf[key]?.conditions = facts.conditions(of: claim)
                drop()
            } else {
                shelf[key]?.pages += 1
                guard let known = shelf[key], facts.url < known.url else { continue }
                shelf[key]?.claim = claim
                shelf[key]?.url = facts.url
                shelf[key]?.conditions = facts.conditions(of: claim)
            }
        }
    }

    /// Pressing words alone promise nothing.
    private static func isPromotion(_ claim: Claim) -> Bool {
        switch claim.kind {
        case .scarcity, .activity, .freeThing: false
        default: true
        }
    }

    /// Another claim of the same words names a figure, and this one doesn't.
    private static func isSaidBetter(_ claim: Claim, _ claims: [Claim]) -> Bool {
        claim.percent == nil && claim.amount == nil
            && claims.contains {
                ($0.percent != nil || $0.amount != nil) && $0.mention.quote == claim.mention.quote
            }
    }

    private mutating func drop() {
        guard shelf.count > PromotionShelf.limit,
            let last = shelf.max(by: { ($0.value.url, $0.key.words) < ($1.value.url, $1.key.words) })
        else { return }
        shelf[last.key] = nil
    }
}

extension PageFacts {
    /// Clauses that go with a claim: in its own words, in its note, in the element around it, or anywhere on a page
    /// that has nothing but promotions.
    fileprivate func conditions(of claim: Claim) -> [Condition] {
        let isAlone = kind.kind == .promotion && announcements.count <= 3
        var kept: [Condition] = []
        for condition in promotions.conditions where kept.count < PromotionShelf.conditionLimit {
            let quote = condition.mention.quote
            let isSaid = isSaid(condition, in: claim) || quote.contains(claim.mention.quote)
            let isNoted = claim.note.map { $0.quote.contains(quote) || quote.contains($0.quote) } ?? false
            let around = claim.mention.surroundings
            let isNear = !around.isEmpty && condition.mention.surroundings == around
            guard isSaid || isNoted || isNear || isAlone else { continue }
            let isKnown = kept.contains { $0.kind == condition.kind && $0.amount == condition.amount }
            if !isKnown { kept.append(condition) }
        }
        return kept
    }
}
