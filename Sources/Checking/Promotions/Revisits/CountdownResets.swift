import Model

/// A clock that starts anew for every visitor, or ends and starts again.
struct CountdownResets: Check {
    struct Settings: Decodable, Sendable {
        /// Seconds between two visits from which on they tell something.
        var shortestGap: Int
        /// Share of that time, 0…1, by which a clock may be off.
        var tolerance: Double
        /// Days after its end within which the same words running again are the same offer.
        var restartDays: Int
    }
    static let id = CheckID(.promotions, "countdown-resets")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let histories = site.countdownHistories ?? []
        guard !site.countdowns.isEmpty || !(site.revisits ?? []).isEmpty || !histories.isEmpty else {
            return .notApplicable("no page shows a clock that runs down")
        }
        let measure = CountdownMeasure(
            shortestGap: Int64(settings.shortestGap) * 1_000, tolerance: settings.tolerance)
        let compared =
            (site.revisits ?? []).flatMap { $0.comparisons(measure) } + scripts(site)
            + histories.compactMap { restart($0, site.now) }
        let seen = compared.sorted { ($0.rank, $0.evidence.url) < ($1.rank, $1.evidence.url) }
        let wrong = seen.filter { if case .resets = $0.verdict { true } else { false } }
        let right = seen.filter { if case .holds = $0.verdict { true } else { false } }
        guard let first = wrong.first else {
            if !right.isEmpty { return .pass(right.prefix(3).map(\.evidence)) }
            guard !site.countdowns.isEmpty else { return .notApplicable("no page shows a clock that runs down") }
            return .undetermined(seen.first?.evidence.note ?? "no page with a clock was visited a second time")
        }
        let decided = wrong.count + right.count
        return .fail(
            Failure(
                evidence: wrong.prefix(5).map(\.evidence), confidence: first.rank == 0 ? .certain : .likely,
                share: Double(wrong.count) / Double(decided),
                detail:
                    "\(wrong.count) of \(decided) \(decided == 1 ? "clock" : "clocks") of which two moments are known"))
    }

    // MARK: The page's own script

    /// Clocks whose end the page's own script reckons from the visit, where nothing on the page names an end.
    private func scripts(_ site: SiteFacts) -> [CountdownComparison] {
        let again = Dictionary((site.revisits ?? []).map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        let named = Set(site.countdowns.filter { $0.countdown.deadline != nil }.map(\.url))
        return site.countdowns.compactMap { seen in
            guard let words = seen.countdown.startsForVisitor, !named.contains(seen.url) else { return nil }
            // Other words the next time: the server wrote them for this visit.
            if let now = again[seen.url]?.now, !now.countdowns.contains(where: { $0.startsForVisitor == words }) {
                return CountdownComparison(
                    .open, seen.url, seen.countdown.mention, "a second visit was given another script")
            }
            return CountdownComparison(
                .resets(.likely), seen.url, seen.countdown.mention,
                "the page's own script reckons the end from the moment of the visit")
        }
    }

    // MARK: From audit to audit

    /// The end that an earlier audit saw is over, and the same words run down to another one. What ends at the same hour
    /// every day or every week is no restart of that kind, and a new offer may begin after a while.
    private func restart(_ history: CountdownHistory, _ now: Int64) -> CountdownComparison? {
        let countdown = history.now.countdown
        guard let deadline = countdown.deadline else { return nil }
        let day: Int64 = 86_400_000
        let margin = countdown.isZoned ? 0 : CountdownMeasure.zones
        guard deadline > now + margin else { return nil }
        let ended = history.earlier.last { earlier in
            let off = (deadline - earlier.deadline) % day
            let isDaily = min(off, day - off) <= 3_600_000
            return earlier.deadline + (earlier.isZoned ? 0 : CountdownMeasure.zones) < now && !isDaily
                && now - earlier.deadline <= Int64(settings.restartDays) * day
                && earlier.words.split(separator: " ").count >= 2
        }
        return ended.map { ended in
            CountdownComparison(
                .resets(.likely), history.now.url, countdown.mention,
                "was to end at \(ended.deadline.clock), as seen on "
                    + "\(CalendarDate(millisecondsSince1970: ended.seenAt).text); now the same words run to \(deadline.clock)"
            )
        }
    }
}

extension CountdownComparison {
    /// The sure first, then the likely, then the rest.
    fileprivate var rank: Int {
        switch verdict {
        case .resets(.certain): 0
        case .resets(.likely): 1
        case .holds: 2
        case .open: 3
        }
    }
}
