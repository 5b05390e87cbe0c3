import Model
import Parsing

/// What a page's own scripts say of its clocks: an end that they name, or one that they reckon from the moment of the
/// visit.
enum CountdownScript {
    static func countdowns(in scripts: InlineScripts, hasClock: Bool) -> [Countdown] {
        var found: [Countdown] = []
        for script in scripts.scripts where found.count < CountdownReader.limit {
            found += ends(script)
            if let one = visitorsOwn(script, hasClock: hasClock) { found.append(one) }
        }
        return found
    }

    // MARK: Ends that are named

    /// `new Date("2026-12-24")`, `endDate: "2026-12-24"` and `deadline = 1798063200`.
    private static func ends(_ script: InlineScripts.Script) -> [Countdown] {
        var found: [Countdown] = []
        func add(_ moment: MomentReader.Moment, _ name: String, at place: Int) {
            guard CountdownNames.isEnd(name.utf8), isBesideClock(script.source, place),
                !found.contains(where: { $0.deadline == moment.milliseconds })
            else { return }
            found.append(
                Countdown(
                    mention: mention(script, place..<place + 80), source: .script, name: name,
                    deadline: moment.milliseconds, isZoned: moment.isZoned))
        }
        for entry in NamedValues.entries(in: script.source) {
            guard entry.isQuoted || entry.value.count >= 10, let moment = MomentReader.moment(entry.value) else {
                continue
            }
            add(moment, entry.name, at: entry.start)
        }
        for start in script.source.places(of: "new date(") {
            let open = start + 9
            let rest = script.source[min(open, script.source.count)...].prefix(80)
            guard let close = rest.firstIndex(of: UInt8(ascii: ")")), let moment = moment(rest[..<close]),
                let sign = script.source[..<start].lastIndex(where: { $0 > 32 }),
                [UInt8(ascii: "="), UInt8(ascii: ":")].contains(script.source[sign]),
                let name = NamedValues.name(before: sign, in: script.source)
            else { continue }
            add(moment, name.text, at: name.start)
        }
        return found
    }

    private static func moment(_ arguments: ArraySlice<UInt8>) -> MomentReader.Moment? {
        let inner = arguments.trimmed
        if let first = inner.first, first == 34 || first == 39 || first == 96, inner.last == first {
            return MomentReader.moment(inner.dropFirst().dropLast())
        }
        let numbers = inner.split(separator: UInt8(ascii: ",")).map {
            Int64(String(decoding: $0.trimmed, as: UTF8.self))
        }
        let known = numbers.compactMap { $0 }
        guard known.count == numbers.count else { return nil }
        return known.count == 1 ? MomentReader.epoch(known[0]) : MomentReader.components(known)
    }

    private static func isBesideClock(_ source: [UInt8], _ place: Int) -> Bool {
        let near = source[max(0, place - 600)..<min(source.count, place + 800)]
        return CountdownNames.isClock(near.prefix(400)) || near.containsFolded("countdown")
            || near.containsFolded("timer")
            || near.containsFolded("timeleft") || near.containsFolded("time_left")
    }

    // MARK: Ends that are reckoned from the visit

    private static func visitorsOwn(_ script: InlineScripts.Script, hasClock: Bool) -> Countdown? {
        let compact = script.compact
        guard ["setinterval", "settimeout", "requestanimationframe", "countdown("].contains(where: compact.holds),
            hasClock || namesClockElement(compact)
        else { return nil }
        for sum in VisitSums(compact).sums where isEnd(sum, compact) {
            let range = script.places[sum.range.lowerBound]..<script.places[sum.range.upperBound - 1] + 1
            // Up to the end of the line that says it.
            let line = script.source[range.upperBound...].prefix(60).prefix { $0 != 10 }
            let mention = mention(script, range.lowerBound..<range.upperBound + line.count)
            return Countdown(
                mention: mention, source: .script, remaining: sum.length, step: 1_000,
                startsForVisitor: mention.quote)
        }
        return nil
    }

    /// The sum is kept under an end's name, and is nothing that a session, a cookie or an order is timed by.
    private static func isEnd(_ sum: VisitSums.Sum, _ compact: [UInt8]) -> Bool {
        let statement = compact[sum.statement]
        guard endNames.contains(where: { statement.containsFolded($0) }) else { return false }
        let near = compact[max(0, sum.range.lowerBound - 250)..<min(compact.count, sum.range.upperBound + 250)]
        if others.contains(where: { near.containsFolded($0) }) || CountdownNames.isDelivery(statement) { return false }
        // To midnight, to the hour, or to a day of the week: for everybody the same.
        let around = compact[max(0, sum.range.lowerBound - 600)..<min(compact.count, sum.range.upperBound + 600)]
        return !commonEnds.contains { around.containsFolded($0) }
    }

    private static func namesClockElement(_ compact: [UInt8]) -> Bool {
        ["getelementbyid(", "queryselector(", "queryselectorall(", "$("].contains { call in
            compact.places(of: call).contains { start in
                let name = compact[min(compact.count, start + call.utf8.count)...].prefix(40).prefix { $0 != 41 }
                return CountdownNames.isClock(name) && !CountdownNames.isDelivery(name)
            }
        }
    }

    private static let endNames: [StaticString] = [
        "countdown", "deadline", "endtime", "enddate", "end_time", "end_date", "endat", "end_at", "endsat", "timerend",
        "dealend", "offerend", "saleend", "promoend", "deal_end", "offer_end", "sale_end", "promo_end", "target",
        "finish",
        "timer", "end=", "expires_at", "expiresat", "expirytime", "endtimestamp", "endts",
    ]
    private static let others: [StaticString] = [
        "session", "logout", "token", "toutcstring", "togmtstring", "max-age", "cache", "idle", "inactiv", "autoplay",
        "slide", "swiper", "carousel", "video", "player", "otp", "resend", "toast", "popup", "modal", "consent",
        "delivery",
        "shipping", "dispatch", "cutoff", "reserv", "cart", "basket", "captcha", "throttle", "debounce", "retry",
    ]
    private static let commonEnds: [StaticString] = [
        "sethours(0", "sethours(23", "sethours(24", "setutchours(", "getday(", "getutcday(", "setminutes(0",
        "setminutes(59", "endof('day", "endof(\"day", "date.utc(",
    ]

    private static func mention(_ script: InlineScripts.Script, _ range: Range<Int>) -> Mention {
        let range = max(0, range.lowerBound)..<min(script.source.count, max(range.lowerBound, range.upperBound))
        let words = collapsed(Array(script.source[range]), limit: Mention.quoteLimit)
        return Mention(
            quote: String(decoding: words, as: UTF8.self).cut(to: Mention.quoteLimit), region: .script,
            locator: script.locator)
    }
}

extension Array<UInt8> {
    /// Where a text begins, ASCII letters compared without case; the text is given in lower case.
    func places(of text: String) -> [Int] {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return [] }
        var found: [Int] = []
        for start in 0...(count - wanted.count) {
            guard self[start] == first || self[start] | 32 == first else { continue }
            let isSame = wanted.indices.allSatisfy { k in
                let byte = self[start + k]
                return (byte &- 65 < 26 ? byte | 32 : byte) == wanted[k]
            }
            if isSame { found.append(start) }
        }
        return found
    }

    func holds(_ text: String) -> Bool { !places(of: text).isEmpty }
}
