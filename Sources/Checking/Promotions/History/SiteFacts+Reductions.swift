import Model

/// What a product's earlier prices say of its present reduction.
enum TrailVerdict {
    case right(String)
    case wrong(String, isSure: Bool = true)
    /// They don't tell.
    case open
}

extension SiteFacts {
    /// Why words such as “recommended price” can't have been told from others; nil where they can, or the pages have too
    /// few words to tell their language.
    var unreadWords: String? { language == "und" ? nil : WordLists.silence(in: language) }

    /// One outcome over all products that are reduced now.
    ///
    /// - Parameter needs: why nothing could be told, where it couldn't of any product.
    func reductionOutcome(
        _ measure: ReductionTrail.Measure, needs: String, _ judge: (ReductionTrail) -> TrailVerdict
    ) -> Outcome {
        guard let histories else {
            return range.reduced > 0
                ? .undetermined(
                    "earlier prices of this shop are not known: keep a ledger, and audit again in the weeks to come")
                : .notApplicable("no price before beside a price now")
        }
        if !histories.isEmpty, let silence = unreadWords { return .undetermined(silence) }
        // A page that names the lowest price of 30 days itself measures by that one.
        let trails = histories.filter { !$0.namesLowest || $0.runs.last?.wasKind == .lowest30Days }
            .compactMap { ReductionTrail($0, measure) }
        guard !trails.isEmpty else { return .notApplicable("no price before beside a price now") }
        var right: [Evidence] = []
        var wrong: [(evidence: Evidence, isSure: Bool)] = []
        for trail in trails {
            func evidence(_ words: String) -> Evidence {
                Evidence(url: trail.history.url, trail.history.mention, note: words)
            }
            switch judge(trail) {
            case .right(let words): right.append(evidence(words))
            case .wrong(let words, let isSure):
                wrong.append((evidence(words), isSure && trail.history.place == .page))
            case .open: break
            }
        }
        guard !wrong.isEmpty else { return right.isEmpty ? .undetermined(needs) : .pass(Array(right.prefix(3))) }
        wrong.sort { ($0.isSure ? 0 : 1, $0.evidence.url) < ($1.isSure ? 0 : 1, $1.evidence.url) }
        let decided = wrong.count + right.count
        return .fail(
            Failure(
                evidence: wrong.prefix(5).map(\.evidence), confidence: wrong[0].isSure ? .certain : .likely,
                share: Double(wrong.count) / Double(decided),
                detail: "\(wrong.count) of \(decided) reductions whose earlier prices are known"))
    }
}
