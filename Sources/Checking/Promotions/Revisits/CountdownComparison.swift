import Model

/// What two visits to a page, or two audits of it, say of one clock.
struct CountdownComparison: Sendable {
    /// How the clock came out.
    enum Verdict: Sendable { case resets(Confidence), holds, open }
    var verdict: Verdict
    var evidence: Evidence

    init(_ verdict: Verdict, _ url: String, _ mention: Mention, _ note: String) {
        self.verdict = verdict
        evidence = Evidence(url: url, mention, note: note)
    }
}

/// The figures by which clocks are compared.
struct CountdownMeasure: Sendable {
    /// Milliseconds between two visits from which on they tell something.
    var shortestGap: Int64
    /// Share of that time, 0…1, by which a clock may be off.
    var tolerance: Double

    /// Milliseconds that two readings of one clock may differ by: written to the second, reckoned on both sides.
    static let jitter: Int64 = 2_000
    /// Shops' local times are up to this far from UTC.
    static let zones: Int64 = 14 * 3_600_000
    private static let quarter: Int64 = 900_000

    /// As far from `elapsed` as a slow answer and a rounded figure explain.
    func isAbout(_ length: Int64, _ elapsed: Int64, step: Int64 = 1_000) -> Bool {
        abs(length - elapsed) <= max(Int64(Double(elapsed) * tolerance), Self.jitter + step)
    }

    /// At a full quarter of an hour, or a second before: an end that was chosen, not reckoned from a visit.
    static func isRound(_ moment: Int64) -> Bool {
        let rest = moment % quarter
        return rest == 0 || rest >= quarter - 1_000
    }

    /// A time that a server may give for the present one, in whatever time zone.
    static func mayBePresent(_ moment: Int64, at: Int64) -> Bool {
        let off = moment - at
        let rest = abs(off) % quarter
        return abs(off) <= zones && min(rest, quarter - rest) <= 60_000
    }
}

extension SecondVisit {
    /// Of each clock that both visits saw, what they say of it; of others, why nothing can be said.
    func comparisons(_ measure: CountdownMeasure) -> [CountdownComparison] {
        guard !then.countdowns.isEmpty else { return [] }
        func open(_ words: String) -> [CountdownComparison] {
            then.countdowns.prefix(1).map { CountdownComparison(.open, url, $0.mention, words) }
        }
        guard let now else { return open("a second visit could not read the page: \(unread ?? "no answer")") }
        guard elapsed >= measure.shortestGap else { return open("no time passed between the two visits") }
        // Lists change their order: the same ends in another one are the same ends.
        let ends = Set(now.countdowns.compactMap(\.deadline))
        let marks = Dictionary(grouping: now.countdowns, by: \.mark)
        var taken: [Countdown.Mark: Int] = [:]
        return then.countdowns.compactMap { first in
            if let end = first.deadline, ends.contains(end) { return unmoved(first) }
            let place = taken[first.mark, default: 0]
            taken[first.mark] = place + 1
            let others = marks[first.mark] ?? []
            guard others.count == then.countdowns.count(where: { $0.mark == first.mark }) else { return nil }
            return compare(first, others[place], measure)
        }
    }

    private func compare(
        _ first: Countdown, _ second: Countdown, _ measure: CountdownMeasure
    ) -> CountdownComparison? {
        if let a = first.deadline, let b = second.deadline { return moved(first, from: a, to: b, measure) }
        // A script that reckons from the visit is judged by its own words.
        guard first.startsForVisitor == nil, let a = first.remaining, let b = second.remaining else { return nil }
        return left(first, a, b, measure)
    }

    private func unmoved(_ first: Countdown) -> CountdownComparison {
        if copy?.isSure == true { return fromCopy(first) }
        return CountdownComparison(
            .holds, url, first.mention, "names the same end on two visits \(elapsed.seconds) apart")
    }

    private func fromCopy(_ first: Countdown) -> CountdownComparison {
        CountdownComparison(.open, url, first.mention, "the second answer was a kept copy of an earlier one")
    }

    private func moved(
        _ first: Countdown, from a: Int64, to b: Int64, _ measure: CountdownMeasure
    ) -> CountdownComparison {
        let moved = b - a
        if abs(moved) <= CountdownMeasure.jitter { return unmoved(first) }
        let words =
            "ends at \(a.clock) by the first visit and at \(b.clock) by a second one \(elapsed.seconds) later"
        let isChosen = CountdownMeasure.isRound(a) && CountdownMeasure.isRound(b)
        // What lies behind the visit tells of the past, and the server's own clock moves on as well.
        let isPresent = !first.isZoned && CountdownMeasure.mayBePresent(b, at: at) && !first.isNamedEnd
        let isAhead = a > at + 60_000 || !first.isZoned && a > at - CountdownMeasure.zones
        guard measure.isAbout(moved, elapsed), !isChosen, !isPresent, isAhead, copy?.isSure != true else {
            return CountdownComparison(.open, url, first.mention, words)
        }
        let isSure = first.source == .attribute && first.isNamedEnd && seenBy == nil
        return CountdownComparison(.resets(isSure ? .certain : .likely), url, first.mention, words)
    }

    private func left(
        _ first: Countdown, _ a: Int64, _ b: Int64, _ measure: CountdownMeasure
    ) -> CountdownComparison {
        let step = first.step ?? 1_000
        let words = "\(a.length) left by the first visit and \(b.length) by a second one \(elapsed.seconds) later"
        func result(_ verdict: CountdownComparison.Verdict, _ note: String) -> CountdownComparison {
            CountdownComparison(verdict, url, first.mention, note)
        }
        if copy != nil { return fromCopy(first) }
        guard step * 2 <= elapsed else { return result(.open, words + "; it counts in larger steps") }
        if measure.isAbout(a - b, elapsed, step: step) { return result(.holds, words) }
        guard abs(a - b) <= CountdownMeasure.jitter else { return result(.open, words) }
        return first.mayBeReplaced
            ? result(.open, words + " in the markup, where a script may write others") : result(.resets(.likely), words)
    }
}

extension Countdown {
    /// By what a clock is known again on the same page.
    struct Mark: Hashable {
        var source: Source
        var name: String
        var locator: String
    }

    var mark: Mark { Mark(source: source, name: name, locator: mention.locator) }

    /// What it is read from is called an end, not just a date or a time.
    var isNamedEnd: Bool {
        let name = name.lowercased()
        return ["end", "until", "deadline", "countdown", "expir", "finish", "final", "due", "target"]
            .contains { name.contains($0) }
    }
}

extension Int64 {
    /// Milliseconds as "61 s".
    fileprivate var seconds: String { "\((self + 500) / 1_000) s" }

    /// Milliseconds since 1970 as "2026-03-01 09:00:00 UTC".
    var clock: String {
        let rest = Int((self % 86_400_000 + 86_400_000) % 86_400_000) / 1_000
        return "\(CalendarDate(millisecondsSince1970: self).text) \(Int64.figures(rest)) UTC"
    }

    /// Milliseconds as "26:14:09".
    fileprivate var length: String { Int64.figures(Int(self / 1_000)) }

    private static func figures(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
