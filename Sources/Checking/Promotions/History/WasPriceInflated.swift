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
        /// ISO 4217 codes of the countries where they are law: told by them where the country isn't known.
        var currencies: [String]
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
        let isLaw = site.country != nil && rule(for: site, first.history)?.lowest != false
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
        let silence = site.unreadWords
        return histories.compactMap { judged($0, rule(for: site, $0), silence) }
    }

    /// That of the country; where it isn't known, nil in a currency of one of those with such a law.
    private func rule(for site: SiteFacts, _ history: PriceHistory) -> CountryRule? {
        if let known = site.country {
            return settings.countries.first { $0.region == known } ?? CountryRule(region: known, lowest: false)
        }
        guard let currency = history.runs.last?.price.currency, !settings.currencies.contains(currency) else {
            return nil
        }
        return CountryRule(region: currency, lowest: false)
    }

    private func judged(_ history: PriceHistory, _ rule: CountryRule?, _ silence: String?) -> JudgedReduction? {
        let measure = ReductionTrail.Measure(
            longestGap: Int64(settings.longestGap) * Self.day, tolerance: settings.tolerance,
            goesOnInSteps: rule?.progressive ?? true)
        guard let trail = ReductionTrail(history, measure) else { return nil }
        let windowStart = trail.since - Int64(settings.days) * Self.day
        let days = Int((trail.since - max(trail.watchedFrom, windowStart)) / Self.day)
        func verdict(_ verdict: PriceVerdict, _ words: String) -> JudgedReduction {
            JudgedReduction(history: history, verdict: verdict, since: trail.since, days: days, words: words)
        }
        if let reason = silence ?? excuse(trail, rule) { return verdict(.notCompared, reason) }
        let guarded = windowStart + Int64(settings.margin) * Self.day
        let counted = trail.earlier.indices.filter {
            trail.runs[$0].last >= guarded && trail.isBelow(trail.runs[$0]) && !trail.isBlip($0)
        }
        if let lower = counted.map({ trail.runs[$0] }).min(by: isLower) {
            guard rule?.lowest == false else { return verdict(.contradicted, words(lower, trail)) }
            return lenient(lower, trail, verdict)
        }
        if trail.hasShrunk { return verdict(.notCompared, "the same reduction was larger before") }
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
            return "the page names the lowest price of the last 30 days itself"
        }
        guard rule?.perishables != false, let name = trail.history.name?.lowercased(),
            let word = settings.perishableWords.first(where: { name.contains($0) })
        else { return nil }
        return "“\(word)” in its name: goods that perish soon may be exempt"
    }

    /// The run with the lowest price of the days that count; nil where they weren't watched throughout.
    private func lowest(_ trail: ReductionTrail, from windowStart: Int64, _ rule: CountryRule?) -> PriceRun? {
        let isNew =
            rule?.newArrivals == true && trail.start > 0 && trail.watchedFrom == trail.runs[0].first
            && trail.history.absentAt.map { trail.watchedFrom - $0 <= trail.measure.longestGap } ?? false
        let watched = isNew ? trail.watchedFrom : windowStart + Int64(settings.margin) * Self.day
        return trail.lowest(from: windowStart, watchedBy: watched)
    }

    /// Where no law asks for the lowest price, one that was charged for half of the days before, or of three times as
    /// many, is a price before (16 CFR 233.1: for a reasonably substantial time).
    private func lenient(
        _ lower: PriceRun, _ trail: ReductionTrail, _ verdict: (PriceVerdict, String) -> JudgedReduction
    ) -> JudgedReduction {
        for days in [settings.days, 3 * settings.days] {
            let time = time(in: trail, days: days)
            let half = Int64(days) * Self.day / 2
            if time.charged >= half {
                return verdict(.supported, "\(trail.was.text) was the price for most of the \(days) days before")
            }
            if time.watched - time.charged < half {
                return verdict(.notEnoughHistory, "too few of the \(days) days before the reduction were watched")
            }
        }
        return verdict(.contradicted, words(lower, trail))
    }

    /// Milliseconds before the reduction during which the price was known, and during which it was the price before,
    /// without a reduction: a price holds until the next look, unless that is long after.
    private func time(in trail: ReductionTrail, days: Int) -> (charged: Int64, watched: Int64) {
        let from = trail.since - Int64(days) * Self.day
        var sum: (charged: Int64, watched: Int64) = (0, 0)
        for i in trail.before.indices {
            let run = trail.runs[i]
            let next = trail.runs[i + 1].first
            let end = next - run.last <= trail.measure.longestGap ? next : run.last
            let length = max(0, end - max(run.first, from))
            sum.watched += length
            let isCharged = trail.isComparable(run) && !trail.isBelow(run) && !ReductionTrail.isReduced(run)
            if isCharged { sum.charged += length }
        }
        return sum
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

    /// A country of which nothing but this is known.
    init(region: String, lowest: Bool) {
        self.region = region
        self.lowest = lowest
    }
}
