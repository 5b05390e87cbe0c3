import Model

/// Goes back from the present reduction to its first sighting.
struct ReductionWalk {
    let runs: [PriceRun]
    let was: Money
    let measure: ReductionTrail.Measure

    /// Percent by which a price before may be corrected while a reduction goes on.
    static let nudge = 2.0
    /// Milliseconds that looks without the price before may take: a page that didn't show it, a feed that doesn't know it.
    static let oddSpell: Int64 = 14 * 86_400_000

    /// The first run of the reduction as it is announced now.
    var start: Int {
        var start = runs.count - 1
        while start > 0 {
            if isLinked(start - 1), goesOn(runs[start - 1], into: runs[start]) {
                start -= 1
            } else if let earlier = past(odd: start) {
                start = earlier
            } else {
                break
            }
        }
        return start
    }

    /// Little enough time lies between a run and the next.
    private func isLinked(_ index: Int) -> Bool { runs[index + 1].first - runs[index].last <= measure.longestGap }

    private func goesOn(_ earlier: PriceRun, into later: PriceRun) -> Bool {
        guard ReductionTrail.isReduced(earlier), let theirs = earlier.was,
            earlier.price.currency == was.currency,
            measure.goesOnInSteps || ReductionTrail.areSame(earlier.price, later.price, measure.tolerance)
        else { return false }
        if ReductionTrail.areSame(theirs, was, measure.tolerance) { return true }
        // The price before was corrected to one that had been charged; the price stayed.
        return ReductionTrail.areSame(theirs, was, Self.nudge) && wasCharged
            && ReductionTrail.areSame(earlier.price, later.price, measure.tolerance)
    }

    private var wasCharged: Bool { runs.contains(where: isCharged) }

    /// However loosely prices before are compared, what was charged is told closely.
    private var closely: Double { min(measure.tolerance, Self.nudge) }

    private func isCharged(_ run: PriceRun) -> Bool {
        run.highPrice == nil && !ReductionTrail.isReduced(run) && run.wasKind != .recommended
            && ReductionTrail.areSame(run.price, was, closely)
    }

    /// Where the reduction goes on before some looks that tell nothing else; nil where it doesn't.
    private func past(odd start: Int) -> Int? {
        var i = start
        var isSamePrice = true
        while i > 0, isLinked(i - 1), isOdd(runs[i - 1], runs[start]),
            runs[start].first - runs[i - 1].first <= Self.oddSpell
        {
            i -= 1
            isSamePrice = isSamePrice && ReductionTrail.areSame(runs[i].price, runs[start].price, closely)
        }
        guard i < start, i > 0, isLinked(i - 1) else { return nil }
        if goesOn(runs[i - 1], into: runs[start]) { return i - 1 }
        // The price fell from the price before a few days before that stood beside it.
        return isSamePrice && isCharged(runs[i - 1]) ? i : nil
    }

    /// A range, another currency, a recommended price; or the reduced price without the one before.
    private func isOdd(_ run: PriceRun, _ reduced: PriceRun) -> Bool {
        if run.highPrice != nil || run.price.currency != was.currency || run.wasKind == .recommended { return true }
        return !ReductionTrail.isReduced(run) && ReductionTrail.areSame(run.price, reduced.price, closely)
    }
}
