import Model

/// The price before against the lowest price of the 30 days before the reduction.
struct WasPriceInflated: Check {
    struct Settings: Decodable, Sendable {
        /// Days before the reduction that count.
        var days: Int
        /// Days at the far end of these that accuse nobody: shops and audits begin their days at different hours.
        var margin: Int
        /// Days without a sighting after which the days before a reduction don't count as watched.
        var longestGap: Int
        /// Percent by which two prices may differ and still count as one.
        var tolerance: Double
        /// Where the 30 days are law, and what each country has made of the directive's options.
        var countries: [CountryRule]
        /// Words, lower case, of names of goods that perish soon.
        var perishableWords: [String]
    }
    static let id = CheckID(.promotions, "was-price-inflated")
    private let settings: Settings
    private static let day: Int64 = 86_400_000

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let judged = reductions(of: site) else {
            return .undetermined(
                "earlier prices of this shop are not known: keep a ledger, and audit again in the weeks to come")
        }
        guard !judged.isEmpty else { return .notApplicable("no price before beside a price now") }
        let wrong = judged.filter { $0.verdict == .contradicted }
        let right = judged.filter { $0.verdict == .supported }
        let decided = wrong.count + right.count
        guard let first = wrong.first else {
            if let shown = right.first { return .pass([evidence(shown)]) }
            let longest = judged.map(\.days).max() ?? 0
            return judged.contains { $0.verdict == .notEnoughHistory }
                ? .undetermined("not enough history (\(longest) days before a reduction at most)")
                : .undetermined(judged[0].words)
        }
        let isLaw = site.country.flatMap(rule(for:)).map { $0.lowest != false } ?? false
        return .fail(
            Failure(
                evidence: wrong.prefix(5).map(evidence),
                confidence: isLaw && first.history.place == .page ? .certain : .likely,
                share: Double(wrong.count) / Double(decided),
                detail: "\(wrong.count) of \(decided) reductions whose earlier prices are known"))
    }

    /// Every reduction of which earlier prices may tell; nil where no ledger was kept.
    func reductions(of site: SiteFacts) -> [JudgedReduction]? {
        guard let histories = site.histories else { return site.range.reduced > 0 ? nil : [] }
        let rule = site.country.flatMap(rule(for:))
        return histories.compactMap { judged($0, rule) }
    }

    private func rule(for country: String) -> CountryRule? { settings.countries.first { $0.region == country } }

    private func judged(_ history: PriceHistory, _ rule: CountryRule?) -> JudgedReduction? {
        let measure = ReductionTrail.Measure(
            longestGap: Int64(settings.longestGap) * Self.day, tolerance: settings.tolerance,
            goesOnInSteps: rule?.progressive ?? true)
        guard let trail = ReductionTrail(history, measure) else { return nil }
        let windowStart = trail.since - Int64(settings.days) * Self.day
        let days = Int((trail.since - max(trail.watchedFrom, windowStart)) / Self.day)
        func verdict(_ verdict: PriceVerdict, _ words: String) -> JudgedReduction {
            JudgedReduction(history: history, verdict: verdict, since: trail.since, days: days, words: words)
        }
        if let reason = excuse(trail, rule) { return verdict(.notCompared, reason) }
        let guarded = windowStart + Int64(settings.margin) * Self.day
        let counted = trail.earlier.filter { $0.last >= guarded && trail.isComparable($0) }
        if let lower = counted.filter(trail.isBelow).min(by: isLower) {
            // Where no law asks for the lowest price, one that was charged most of these days is a price before.
            guard rule?.lowest == false, let charged = mostly(counted, from: windowStart, trail) else {
                return verdict(.contradicted, words(lower, trail))
            }
            return verdict(
                .supported, "\(charged.price.text) was the price for most of the \(settings.days) days before")
        }
        guard let lowest = lowest(trail, from: windowStart, rule), !trail.isBelow(lowest) else {
            return verdict(
                .notEnoughHistory,
                "the reduction was first seen on \(day(trail.since)), and \(days) of the \(settings.days) days before it were watched"
            )
        }
        let gap = "the \(days) days before the reduction, first seen on \(day(trail.since)), were watched"
        return verdict(.supported, "\(gap); the lowest price in them was \(lowest.price.text)")
    }

    /// Why a reduction can't be held against the 30 days at all.
    private func excuse(_ trail: ReductionTrail, _ rule: CountryRule?) -> String? {
        if trail.history.namesLowest, trail.runs.last?.wasKind != .lowest30Days {
            return "the page names the lowest price of the last 30 days itself, beside another price"
        }
        guard rule?.perishables != false, let name = trail.history.name?.lowercased(),
            let word = settings.perishableWords.first(where: { name.contains($0) })
        else { return nil }
        return "“\(word)” in its name: goods that perish soon may be exempt"
    }

    /// The run with the lowest price of the days that count; nil where they weren't watched throughout.
    private func lowest(_ trail: ReductionTrail, from windowStart: Int64, _ rule: CountryRule?) -> PriceRun? {
        let watched = trail.watchedFrom
        let isLongEnough = watched <= windowStart + Int64(settings.margin) * Self.day
        let isNew =
            rule?.newArrivals == true && watched == trail.runs[0].first
            && trail.history.absentAt.map { watched - $0 <= trail.measure.longestGap } ?? false
        guard isLongEnough || isNew && trail.start > 0 else { return nil }
        // The one before the first of these may have reached into them.
        let inside = trail.before.filter { $0.last >= windowStart - trail.measure.longestGap && $0.first >= watched }
        return inside.min(by: isLower)
    }

    /// The price before, where it was charged without a reduction for at least half of the days that count.
    private func mostly(
        _ counted: [PriceRun], from windowStart: Int64, _ trail: ReductionTrail
    ) -> PriceRun? {
        let charged = counted.filter { !trail.isBelow($0) && !ReductionTrail.isReduced($0) }
        let time = charged.reduce(0) { $0 + $1.last - max($1.first, windowStart) }
        return time * 2 >= Int64(settings.days) * Self.day ? charged.last : nil
    }

    private func isLower(_ a: PriceRun, _ b: PriceRun) -> Bool { a.price.minor < b.price.minor }

    // MARK: Words

    private func words(_ lower: PriceRun, _ trail: ReductionTrail) -> String {
        let days = (trail.since - lower.last) / Self.day
        let before = days > 0 ? "\(days) \(days == 1 ? "day" : "days") before" : "within a day before"
        return "price before \(trail.was.text); \(lower.price.text) was seen on \(day(lower.last)), \(before) "
            + "the reduction was first seen (\(day(trail.since)))"
    }

    private func day(_ moment: Int64) -> String { CalendarDate(millisecondsSince1970: moment).text }

    private func evidence(_ judged: JudgedReduction) -> Evidence {
        Evidence(url: judged.history.url, judged.history.mention, note: judged.words)
    }
}

/// What a country has made of the Price Indication Directive's article 6a.
struct CountryRule: Decodable, Sendable, Hashable {
    /// ISO 3166.
    var region: String
    /// The lowest price of 30 days is what its law measures by; nil where it does.
    var lowest: Bool?
    /// Further steps of one reduction may go on naming the price before the first (6a(5)); nil where that isn't known.
    var progressive: Bool?
    /// A shorter time counts for goods that are on sale for less than 30 days (6a(4)); nil where that isn't known.
    var newArrivals: Bool?
    /// Goods that perish soon are exempt, or measured otherwise (6a(3)); nil where that isn't known.
    var perishables: Bool?
}
