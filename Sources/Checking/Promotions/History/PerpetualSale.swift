import Model

/// Products that are reduced at every sighting for months.
struct PerpetualSale: Check {
    struct Settings: Decodable, Sendable {
        /// Days from which on a reduction without an end counts.
        var days: Int
        /// The same where the price was lowered further on the way, as in a clearance.
        var daysInSteps: Int
        /// Days without a sighting after which a regular price may have been between.
        var longestGap: Int
        /// Sightings at least.
        var sightings: Int
    }
    static let id = CheckID(.promotions, "perpetual-sale")
    private let settings: Settings
    private static let day: Int64 = 86_400_000

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let measure = ReductionTrail.Measure(longestGap: Int64(settings.longestGap) * Self.day, tolerance: 100)
        return site.reductionOutcome(measure, needs: "no product was watched for \(settings.days) days") { trail in
            let last = trail.runs.last?.last ?? trail.since
            let spell = trail.runs[trail.start...]
            let days = Int((last - trail.since) / Self.day)
            let sightings = spell.reduce(0) { $0 + $1.sightings }
            // A clearance goes down, and by more than a rounding.
            let moves = zip(spell, spell.dropFirst()).filter {
                !ReductionTrail.areSame($0.price, $1.price, ReductionWalk.nudge)
            }
            let isStepped = !moves.isEmpty && moves.allSatisfy { $1.price.minor < $0.price.minor }
            let limit = isStepped ? settings.daysInSteps : settings.days
            if days >= limit, sightings >= settings.sightings {
                let since = CalendarDate(millisecondsSince1970: trail.since).text
                return .wrong("reduced at each of \(sightings) sightings in \(days) days, since \(since)")
            }
            let hasBegun = trail.before.last.map { !ReductionTrail.isReduced($0) } ?? false
            return hasBegun ? .right("sold without a reduction \(days) days ago") : .open
        }
    }
}
