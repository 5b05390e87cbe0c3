import Model

/// A product's present reduction, and what the product cost before it.
struct ReductionTrail {
    /// How sightings are compared.
    struct Measure {
        /// Milliseconds without a sighting after which nobody can say what was between.
        var longestGap: Int64
        /// Percent that two prices may differ by and still count as one.
        var tolerance: Double
        /// A price that is lowered further under the same price before goes on with the same reduction.
        var goesOnInSteps = true
    }

    let history: PriceHistory
    let measure: Measure
    /// The present price, and the higher one beside it.
    let price: Money
    let was: Money
    /// The first run of the reduction as it is announced now.
    let start: Int

    var runs: [PriceRun] { history.runs }
    /// The first sighting of the reduction.
    var since: Int64 { runs[start].first }
    /// Runs before the reduction was first seen.
    var before: ArraySlice<PriceRun> { runs[..<start] }

    /// Nil where the last sighting shows no reduction of one price, or only one from a recommended price.
    init?(_ history: PriceHistory, _ measure: Measure) {
        guard let last = history.runs.last, let was = last.was, ReductionTrail.isReduced(last) else { return nil }
        self.history = history
        self.measure = measure
        price = last.price
        self.was = was
        var start = history.runs.count - 1
        while start > 0 {
            let earlier = history.runs[start - 1]
            guard ReductionTrail.isReduced(earlier), let theirs = earlier.was,
                ReductionTrail.areSame(theirs, was, measure.tolerance), earlier.price.currency == last.price.currency,
                history.runs[start].first - earlier.last <= measure.longestGap,
                measure.goesOnInSteps || ReductionTrail.areSame(earlier.price, last.price, measure.tolerance)
            else { break }
            start -= 1
        }
        self.start = start
    }

    /// A single price, and a higher one of the shop's own beside it.
    static func isReduced(_ run: PriceRun) -> Bool {
        guard let was = run.was, run.highPrice == nil, run.wasKind != .recommended else { return false }
        return was.currency == run.price.currency && was.minor > run.price.minor && run.price.minor > 0
    }

    /// Two amounts of one currency that differ by `tolerance` percent at most.
    static func areSame(_ a: Money, _ b: Money, _ tolerance: Double) -> Bool {
        a.currency == b.currency && abs(Double(a.minor - b.minor)) <= Double(max(a.minor, b.minor)) * tolerance / 100
    }

    /// A price that can be held against `was`: single, and in its currency.
    func isComparable(_ run: PriceRun) -> Bool { run.highPrice == nil && run.price.currency == was.currency }

    /// Lower than the price before by more than the tolerance.
    func isBelow(_ run: PriceRun) -> Bool {
        isComparable(run) && run.price.minor < was.minor && !ReductionTrail.areSame(run.price, was, measure.tolerance)
    }

    /// Runs before the reduction that surely don't belong to it: charged without a reduction, or under another price
    /// before, or parted from it by one that was.
    var earlier: ArraySlice<PriceRun> {
        guard start > 0 else { return [] }
        var end = start
        while end > 0, isDoubtful(runs[end - 1]) { end -= 1 }
        return runs[..<end]
    }

    /// The same reduction seen before a gap: it may have gone on through it, or not.
    private func isDoubtful(_ run: PriceRun) -> Bool {
        guard ReductionTrail.isReduced(run), let theirs = run.was else { return run.price.currency != was.currency }
        let isStep = !measure.goesOnInSteps && !ReductionTrail.areSame(run.price, price, measure.tolerance)
        return ReductionTrail.areSame(theirs, was, measure.tolerance) && !isStep
    }

    /// The moment from which on, up to the reduction, there was a comparable sighting at least every `longestGap`.
    var watchedFrom: Int64 {
        var from = since
        for run in before.reversed() {
            guard from - run.last <= measure.longestGap, isComparable(run) else { break }
            from = run.first
        }
        return from
    }
}
