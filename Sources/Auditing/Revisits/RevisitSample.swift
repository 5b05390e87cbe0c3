import Checking
import Model

/// Chooses which pages are asked for a second time: those whose claims another visit may show to be otherwise, of each
/// template the same number at first, by lot.
struct RevisitSample {
    /// Pages of one shop; and of these, those for their countdowns alone where others have something to tell as well.
    static let limit = 12
    static let countdownShare = 8
    /// Templates of which some are kept until the end of the crawl.
    private static let templateLimit = 200

    /// A page, and what the first visit saw.
    struct Candidate {
        var url: String
        var claims: VisitClaims
        var stamp: AnswerStamp
        fileprivate var rank: Int
        fileprivate var lot: UInt64
    }

    /// By template; ascending by rank and lot, no more than could be chosen.
    private var shelves: [Int: [Candidate]] = [:]

    /// Takes note of a page as the first visit saw it.
    mutating func absorb(_ facts: PageFacts, stamp: AnswerStamp?, template: Int) {
        let claims = VisitClaims(facts)
        guard let stamp, !claims.isEmpty, shelves[template] != nil || shelves.count < Self.templateLimit else { return }
        let candidate = Candidate(
            url: facts.url, claims: claims, stamp: stamp, rank: Self.rank(claims), lot: Lot.number(of: facts.url.utf8))
        var shelf = shelves[template, default: []]
        let place =
            shelf.firstIndex { ($0.rank, $0.lot, $0.url) > (candidate.rank, candidate.lot, candidate.url) }
            ?? shelf.count
        guard place < Self.limit else { return }
        shelf.insert(candidate, at: place)
        if shelf.count > Self.limit { shelf.removeLast() }
        shelves[template] = shelf
    }

    private static func rank(_ claims: VisitClaims) -> Int {
        !claims.countdowns.isEmpty ? 0 : claims.piecesLeft != nil ? 1 : 2
    }

    /// The chosen pages, ascending by address.
    var chosen: [Candidate] {
        let clocks = drawn { $0.rank == 0 }
        let others = drawn { $0.rank == 1 } + drawn { $0.rank == 2 }
        let first = clocks.prefix(Self.limit - min(others.count, Self.limit - Self.countdownShare))
        return (first + others.prefix(Self.limit - first.count)).sorted { $0.url < $1.url }
    }

    /// One of each template, then another of each, and so on.
    private func drawn(_ isWanted: (Candidate) -> Bool) -> [Candidate] {
        let shelves = shelves.sorted { ($0.value.first?.url ?? "", $0.key) < ($1.value.first?.url ?? "", $1.key) }
            .map { $0.value.filter(isWanted) }
        return (0..<Self.limit).flatMap { round in shelves.compactMap { round < $0.count ? $0[round] : nil } }
    }
}
