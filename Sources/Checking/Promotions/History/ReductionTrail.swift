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
        let walk = ReductionWalk(runs: history.runs, was: was, measure: measure)
        start = walk.start
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
        var end = start
        while end > 0, isDoubtful(end - 1) { end -= 1 }
        return runs[..<end]
    }

    /// The same reduction seen before a gap, which it may have gone on through or not; or a look that tells nothing.
    private func isDoubtful(_ index: Int) -> Bool {
        let run = runs[index]
        guard ReductionTrail.isReduced(run), let theirs = run.was else {
            return !isComparable(run) || run.wasKind == .recommended
                || ReductionTrail.areSame(run.price, runs[start].price, measure.tolerance) && isBesideGap(index)
        }
        let isStep = !measure.goesOnInSteps && !ReductionTrail.areSame(run.price, price, measure.tolerance)
        return ReductionTrail.areSame(theirs, was, max(measure.tolerance, ReductionWalk.nudge)) && !isStep
    }

    /// A gap lies behind the run, or before it where it was short: the reduction may have begun with it.
    private func isBesideGap(_ index: Int) -> Bool {
        if since - runs[index].last > measure.longestGap { return true }
        guard since - runs[index].first <= ReductionWalk.oddSpell else { return false }
        return index == 0 || runs[index].first - runs[index - 1].last > measure.longestGap
    }

    /// The reduction was larger before, which no law lets go on as one.
    var hasShrunk: Bool {
        runs[start...].contains { run in
            isComparable(run) && run.price.minor < price.minor
                && !ReductionTrail.areSame(run.price, price, ReductionWalk.nudge)
        }
    }

    /// A single look at half the price or less, between looks at one and the same: rather a mistake than a price.
    func isBlip(_ index: Int) -> Bool {
        guard runs[index].sightings == 1, index > 0, index + 1 < runs.count else { return false }
        let (a, b) = (runs[index - 1], runs[index + 1])
        let isClose = max(runs[index].first - a.last, b.first - runs[index].last) <= measure.longestGap
        return isClose && a.price == b.price && runs[index].price.minor * 2 <= a.price.minor
    }

    /// The lowest price of some days before the reduction; nil where these weren't watched throughout.
    ///
    /// - Parameter from: where the days begin; `watched` is where they may have begun to be watched.
    func lowest(from: Int64, watchedBy watched: Int64) -> PriceRun? {
        guard watchedFrom <= watched else { return nil }
        let inside = before.indices.filter { i in
            // The run before the first of these days may have reached into them.
            runs[i].first >= watchedFrom && isComparable(runs[i]) && !isBlip(i)
                && (runs[i].last >= from || runs[i + 1].first > from)
        }
        return inside.map { runs[$0] }.min { $0.price.minor < $1.price.minor }
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
