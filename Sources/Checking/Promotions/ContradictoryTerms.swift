import Model

/// One promotion that ends on two days, or comes to two percentages.
struct ContradictoryTerms: Check {
    struct Settings: Decodable, Sendable {
        /// Share, 0…1, of the words of two announcements that have to be the same.
        var share: Double
        /// Words of an announcement, at least.
        var fewestWords: Int
    }
    static let id = CheckID(.promotions, "contradictory-terms")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        // What is over may have been announced anew.
        let current = site.promotions.filter { ($0.claim.until ?? site.today).dayNumber >= site.today.dayNumber }
        guard let first = current.first else { return .notApplicable("no promotion that is on was announced") }
        let words = current.map(ContradictoryTerms.words)
        for i in current.indices {
            for k in current.indices where k > i && current[i].url != current[k].url {
                guard isSame(words[i], words[k]), let told = difference(current[i], current[k]) else { continue }
                return .fail(
                    Failure(
                        evidence: [
                            Evidence(url: current[i].url, current[i].claim.mention, note: told.0),
                            Evidence(url: current[k].url, current[k].claim.mention, note: told.1),
                        ], confidence: .likely, detail: "\(told.0), and \(told.1)"))
            }
        }
        return .pass([Evidence(url: first.url, first.claim.mention)])
    }

    /// Words of letters, without those of dates and figures.
    private static func words(_ promotion: SitePromotion) -> Set<String> {
        let quote = promotion.claim.mention.quote.lowercased()
        return Set(quote.split { !$0.isLetter && !$0.isNumber }.filter { $0.allSatisfy(\.isLetter) }.map(String.init))
    }

    private func isSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
        guard min(a.count, b.count) >= settings.fewestWords else { return false }
        return Double(a.intersection(b).count) >= settings.share * Double(a.union(b).count)
    }

    private func difference(_ a: SitePromotion, _ b: SitePromotion) -> (String, String)? {
        guard a.claim.kind == b.claim.kind else { return nil }
        if a.claim.percent == b.claim.percent, a.claim.amount == b.claim.amount {
            guard let one = a.claim.until, let other = b.claim.until, one != other else { return nil }
            return ("until \(one.text)", "until \(other.text)")
        }
        guard let one = a.claim.percent, let other = b.claim.percent, one != other, a.claim.until != nil,
            a.claim.until == b.claim.until
        else { return nil }
        return ("\(GenericCheck.format(one)) %", "\(GenericCheck.format(other)) %")
    }
}
