import Model

/// Promotions whose last day has passed.
struct ExpiredPromotion: Check {
    struct Settings: Decodable, Sendable {
        /// Words of addresses and titles, lower case, of pages that keep past promotions on purpose.
        var archiveWords: [String]
    }
    static let id = CheckID(.promotions, "expired-promotion")
    private let archiveWords: [String]

    init(settings: Settings) { archiveWords = settings.archiveWords.map { $0.lowercased() } }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let shown: Set<PageKind> = [.home, .listing, .product, .promotion]
        let dated = site.claims.filter { $0.until != nil && shown.contains($0.pageKind) && !isArchive($0, site) }
        guard let first = dated.first else { return .notApplicable("no promotion with a last day") }
        // It may still be that day somewhere in the shop's own time zone.
        let today = site.today.dayNumber
        let past = dated.filter { ($0.until?.dayNumber ?? today) < today - 1 }
        guard !past.isEmpty else {
            return .pass([Evidence(url: first.url, first.mention, note: first.until.map { "until \($0.text)" })])
        }
        return .fail(
            Failure(
                evidence: past.prefix(5).map { claim in
                    Evidence(
                        url: claim.url, claim.mention,
                        note: "until \(claim.until?.text ?? ""), read on \(site.today.text)")
                }, confidence: past.allSatisfy(namesYear) ? .certain : .likely,
                share: Double(past.count) / Double(dated.count),
                detail: "\(past.count) of \(dated.count) dated promotions"))
    }

    /// The year stands in the words, so it wasn't inferred.
    private func namesYear(_ claim: SiteClaim) -> Bool {
        claim.until.map { claim.mention.quote.contains(String($0.year)) } ?? false
    }

    private func isArchive(_ claim: SiteClaim, _ site: SiteFacts) -> Bool {
        let words = (claim.url + " " + (site.page(at: claim.url)?.title ?? "")).lowercased()
        return archiveWords.contains { words.contains($0) }
    }
}
