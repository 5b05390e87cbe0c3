/// How fast each host may be asked. Starts as fast as the settings allow and slows down when a host says so.
struct Pace {
    private struct Host {
        var next: ContinuousClock.Instant
        var interval: Duration
    }
    /// Longest that a host can make us wait, whatever its robots.txt or Retry-After says.
    static let longestWait = Duration.seconds(60)
    private static let hostLimit = 1_000

    private var hosts: [String: Host] = [:]
    /// From `--rate`.
    private let interval: Duration

    init(rate: Double?) {
        interval = rate.map { $0 > 0 ? .seconds(min(60, 1 / $0)) : .zero } ?? .zero
    }

    /// When the host may be asked next; books that slot.
    mutating func book(_ host: String, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard var entry = hosts[host] ?? (interval > .zero ? Host(next: now, interval: interval) : nil) else {
            return now
        }
        let start = max(entry.next, now)
        entry.next = start + entry.interval
        set(host, entry)
        return start
    }

    /// Crawl-delay of the host's robots.txt, in seconds.
    mutating func slow(_ host: String, to delay: Double, now: ContinuousClock.Instant) {
        guard delay > 0, delay.isFinite else { return }
        var entry = hosts[host] ?? Host(next: now, interval: interval)
        entry.interval = max(entry.interval, min(.seconds(min(delay, 60)), .seconds(30)))
        entry.next = max(entry.next, now + entry.interval)
        set(host, entry)
    }

    /// After 429 or 503: nothing before `retryAfter` (5 s where it isn't said), and slower from then on.
    mutating func backOff(_ host: String, retryAfter: Int?, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var entry = hosts[host] ?? Host(next: now, interval: interval)
        let wait = min(.seconds(min(retryAfter ?? 5, 3_600)), Self.longestWait)
        let start = max(entry.next, now + wait)
        entry.interval = min(max(entry.interval * 2, .milliseconds(250)), .seconds(10))
        entry.next = start + entry.interval
        set(host, entry)
        return start
    }

    private mutating func set(_ host: String, _ entry: Host) {
        if hosts[host] != nil || hosts.count < Self.hostLimit { hosts[host] = entry }
    }
}
