import Model

/// A price before that no earlier audit saw as the price.
struct WasPriceNeverCharged: Check {
    struct Settings: Decodable, Sendable {
        /// Days before the reduction that have to be watched without it.
        var days: Int
        /// Days that have to be watched where the product was reduced at every sighting.
        var daysReduced: Int
        /// Days without a sighting after which nobody can say what was between.
        var longestGap: Int
        /// Percent by which two prices may differ and still count as one.
        var tolerance: Double
    }
    static let id = CheckID(.promotions, "was-price-never-charged")
    private let settings: Settings
    private static let day: Int64 = 86_400_000

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let measure = ReductionTrail.Measure(
            longestGap: Int64(settings.longestGap) * Self.day, tolerance: settings.tolerance)
        return site.reductionOutcome(measure, needs: "too few earlier prices are known") { trail in
            let known = trail.runs.filter(trail.isComparable)
            if let charged = known.first(where: { $0.price.minor >= trail.was.minor || !trail.isBelow($0) }) {
                let day = CalendarDate(millisecondsSince1970: charged.first).text
                return .right("\(charged.price.text) was the price on \(day)")
            }
            // A price before that some sighting named may have been charged before there was anybody to see it.
            let regular = trail.before.filter { !ReductionTrail.isReduced($0) }
            if let first = regular.first, trail.since - trail.watchedFrom >= Int64(settings.days) * Self.day {
                return first.last >= trail.watchedFrom ? .wrong(words(trail, trail.watchedFrom)) : .open
            }
            let watched = (trail.runs.last?.last ?? trail.since) - trail.watchedFrom
            guard regular.isEmpty, watched >= Int64(settings.daysReduced) * Self.day else { return .open }
            return .wrong(words(trail, trail.watchedFrom), isSure: false)
        }
    }

    private func words(_ trail: ReductionTrail, _ from: Int64) -> String {
        let until = trail.runs.last?.last ?? from
        let sightings = trail.runs.filter { $0.last >= from }.reduce(0) { $0 + $1.sightings }
        let dearest = trail.runs.filter { $0.last >= from && trail.isComparable($0) }.map(\.price.minor).max() ?? 0
        return "price before \(trail.was.text); the dearest of \(sightings) sightings in \((until - from) / Self.day) "
            + "days was \(Money(minor: dearest, currency: trail.was.currency).text)"
    }
}
