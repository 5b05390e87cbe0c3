import Model

/// A price that rose shortly before the reduction, which is then measured by the raised one.
struct PriceRaisedBeforeSale: Check {
    struct Settings: Decodable, Sendable {
        /// Days before the reduction in which a rise counts.
        var days: Int
        /// Days without a sighting after which nobody can say what was between.
        var longestGap: Int
        /// Percent by which two prices may differ and still count as one.
        var tolerance: Double
        /// Percent that a price has to rise by.
        var leastRise: Double
    }
    static let id = CheckID(.promotions, "price-raised-before-sale")
    private let settings: Settings
    private static let day: Int64 = 86_400_000

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let measure = ReductionTrail.Measure(
            longestGap: Int64(settings.longestGap) * Self.day, tolerance: settings.tolerance)
        return site.reductionOutcome(measure, needs: "the days before a reduction were not watched") { trail in
            if let rise = rise(trail) { return .wrong(words(rise, trail)) }
            let isWatched = trail.since - trail.watchedFrom >= Int64(settings.days - 1) * Self.day
            let isSeen = trail.earlier.contains { isCharged($0, trail) }
            return isWatched && isSeen ? .right("the price did not rise in the \(settings.days) days before") : .open
        }
    }

    /// The last run at the lower price and the first at the raised one. A return to a price that was charged lately is no
    /// rise: after an earlier offer, or a mistake.
    private func rise(_ trail: ReductionTrail) -> (low: PriceRun, raised: PriceRun)? {
        let earlier = trail.earlier
        guard
            let raised = earlier.indices.last(where: { isCharged(earlier[$0], trail) }).map({ last in
                var first = last
                while first > earlier.startIndex, isCharged(earlier[first - 1], trail) { first -= 1 }
                return first
            }), raised > earlier.startIndex
        else { return nil }
        let low = earlier[raised - 1]
        let recent = trail.since - Int64(3 * settings.days) * Self.day
        let wasChargedBefore = earlier[..<raised].filter { $0.last >= recent }.contains {
            trail.isComparable($0) && ($0.price.minor >= trail.was.minor || isCharged($0, trail))
                || ($0.was.map { $0.minor >= trail.was.minor } ?? false)
        }
        let isRise =
            trail.isBelow(low)
            && Double(trail.was.minor - low.price.minor) * 100
                >= Double(low.price.minor) * settings.leastRise
        guard !wasChargedBefore, isRise, low.last >= trail.since - Int64(settings.days - 1) * Self.day else {
            return nil
        }
        return (low, earlier[raised])
    }

    /// The price before, charged without a reduction.
    private func isCharged(_ run: PriceRun, _ trail: ReductionTrail) -> Bool {
        trail.isComparable(run) && !ReductionTrail.isReduced(run)
            && ReductionTrail.areSame(run.price, trail.was, settings.tolerance)
    }

    private func words(_ rise: (low: PriceRun, raised: PriceRun), _ trail: ReductionTrail) -> String {
        func day(_ moment: Int64) -> String { CalendarDate(millisecondsSince1970: moment).text }
        return "\(rise.low.price.text) until \(day(rise.low.last)), \(rise.raised.price.text) from "
            + "\(day(rise.raised.first)), reduced from that to \(trail.price.text) since \(day(trail.since))"
    }
}
