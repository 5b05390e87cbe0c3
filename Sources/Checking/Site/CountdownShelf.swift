import Model

/// Keeps the clocks of a site's pages: those of the first pages in URL order.
struct CountdownShelf {
    static let limit = 200
    private var kept: [PageCountdown] = []

    mutating func absorb(_ facts: PageFacts) {
        guard !facts.promotions.countdowns.isEmpty else { return }
        kept += facts.promotions.countdowns.map { PageCountdown(url: facts.url, countdown: $0) }
        if kept.count > CountdownShelf.limit * 2 { kept = countdowns }
    }

    /// Ascending by URL, those of a page in its own order.
    var countdowns: [PageCountdown] {
        let sorted = kept.enumerated().sorted { ($0.element.url, $0.offset) < ($1.element.url, $1.offset) }
        return sorted.prefix(CountdownShelf.limit).map(\.element)
    }
}

extension VisitClaims {
    /// What a page claims that a second visit may show to be otherwise.
    public init(_ facts: PageFacts) {
        self.init(
            countdowns: facts.promotions.countdowns,
            piecesLeft: facts.kind.kind == .product ? PiecesLeft(facts) : nil,
            claims: Array(
                facts.promotions.claims.filter { $0.kind == .scarcity || $0.kind == .activity }.map(\.mention).prefix(
                    10)))
    }
}
