import Model
import Testing

@testable import Crawling

private let begin = ContinuousClock.now
private func at(_ seconds: Double) -> ContinuousClock.Instant { begin + .milliseconds(Int(seconds * 1_000)) }
private let address = Address(text: "192.0.2.1", isPublic: true)

/// A pace and a clock that goes on when told to.
private final class Trial {
    var pace: Pace
    var now = 0.0

    init(rate: Double? = nil, concurrency: Int = 8, pacesPrivate: Bool = false) {
        var settings = CrawlSettings()
        settings.rate = rate
        settings.concurrency = concurrency
        settings.pacesPrivate = pacesPrivate
        pace = Pace(settings: settings)
    }

    /// Asks as soon as the pace lets it; the seconds that it waited for that.
    func begin(_ host: String = "a") -> Double? {
        let before = now
        switch pace.gate(host, now: at(now)) {
        case .open: break
        case .at(let instant): now = (instant - at(0)) / .seconds(1)
        case .full, .givenUp: return nil
        }
        pace.began(host, now: at(now))
        return now - before
    }

    @discardableResult func end(
        _ host: String = "a", status: Int = 200, after seconds: Double = 0, retryAfter: Int? = nil,
        from address: Address = address
    ) -> Bool {
        now += seconds
        pace.left(host)
        let latency = Duration.milliseconds(Int(seconds * 1_000))
        return pace.learn(
            host, .answer(status: status, latency: latency, retryAfter: retryAfter), from: address, now: at(now))
    }

    func fail(_ host: String = "a", _ stage: FetchFailure.Stage = .timeout) {
        pace.left(host)
        _ = pace.learn(host, .failure(FetchFailure(stage, "so it is")), from: address, now: at(now))
    }

    /// Seconds between the beginnings of two requests, the first of which takes `latency`.
    func interval(latency: Double, status: Int = 200) -> Double? {
        guard let waited = begin() else { return nil }
        let start = now
        end(status: status, after: latency)
        _ = waited
        guard case .at(let next) = pace.gate("a", now: at(now)) else { return now - start }
        return (next - at(start)) / .seconds(1)
    }
}

@Suite struct PaceTests {
    /// The first request goes at once; the next after as long as the server took, within bounds.
    @Test(arguments: [(0.01, 0.25), (0.4, 0.4), (2.0, 2.0)]) func followsLatency(
        latency: Double, expected: Double
    ) {
        let trial = Trial()
        #expect(trial.begin() == 0)
        trial.end(after: latency)
        _ = trial.begin()
        trial.end(after: latency)
        #expect(abs((trial.interval(latency: latency) ?? 0) - expected) < 0.002)
    }

    @Test func risesAtOnceAndFallsByHalf() {
        let trial = Trial()
        for _ in 0..<4 { _ = trial.interval(latency: 0.3) }
        _ = trial.interval(latency: 4)
        var seen: [Double] = []
        for _ in 0..<4 { seen.append(trial.interval(latency: 0.3) ?? 0) }
        #expect(seen.map { ($0 * 100).rounded() / 100 } == [4, 2.15, 1.23, 0.76])
        _ = trial.interval(latency: 4)
        _ = trial.interval(latency: 0.01, status: 404)
        #expect((trial.interval(latency: 0.3) ?? 0) >= 4, "a quick error page is no quick server")
    }

    @Test func boundsConnections() {
        let trial = Trial()
        #expect(trial.begin() == 0)
        #expect(trial.begin() == 1, "until the first answer a second")
        #expect(trial.begin() == nil)
        trial.end(after: 1)
        #expect(trial.begin() == 0)
        #expect(trial.begin("b") == 0, "another host")
    }

    @Test func ownRate() {
        let trial = Trial(rate: 20, concurrency: 3)
        #expect(trial.begin() == 0)
        for _ in 0..<2 { #expect(abs((trial.begin() ?? 9) - 0.05) < 1e-6) }
        #expect(trial.begin() == nil, "no more than --concurrency")
        trial.end(after: 5)
        #expect(trial.begin() == 0)
        trial.end(status: 429)
        #expect((trial.begin() ?? 0) >= 5, "an own rate is no leave to go on after 429")
    }

    @Test(arguments: [(2.5, 2.5), (90.0, 30.0), (0.1, 0.25)]) func crawlDelay(wanted: Double, obeyed: Double) {
        let trial = Trial()
        _ = trial.begin()
        trial.end(after: 0.1)
        trial.pace.slow("a", to: wanted, now: at(trial.now))
        trial.now += 1_000
        #expect(abs((trial.interval(latency: 0.1) ?? 0) - obeyed) < 1e-6)
        _ = trial.begin()
        #expect(trial.pace.gate("a", now: at(trial.now + 1_000)) == .full, "one at a time")
        for delay in [0, -1, Double.nan, .infinity] { trial.pace.slow("b", to: delay, now: at(0)) }
        #expect(trial.pace.gate("b", now: at(0)) == .open)
    }

    @Test(arguments: [429, 503]) func waitsAsLongAsIsSaid(status: Int) {
        let trial = Trial()
        _ = trial.begin()
        #expect(trial.end(status: status, retryAfter: 7), "worth another try")
        #expect(trial.begin() == 7)
        #expect(trial.end(status: status))
        #expect(trial.begin() == 10, "five seconds, doubled")
        #expect(trial.end(status: status, retryAfter: 0))
        #expect((trial.begin() ?? 0) >= 1)
        trial.end()
        #expect(trial.end(status: status))
        trial.now += 1_000
        #expect(trial.begin() == 0)
    }

    @Test func givesUpWhoRefusesOnAndOn() {
        let trial = Trial()
        for turn in 1...Pace.refusalLimit {
            #expect(trial.begin() != nil)
            #expect(trial.end(status: 429, retryAfter: 1) == (turn < Pace.refusalLimit))
        }
        trial.now += 100_000
        #expect(trial.pace.gate("a", now: at(trial.now)) == .givenUp(.blocked(by: .status429)))
        #expect(trial.pace.gate("b", now: at(trial.now)) == .open)
    }

    @Test func givesUpWhoWantsToBeLeftAlone() {
        let trial = Trial()
        _ = trial.begin()
        #expect(!trial.end(status: 503, retryAfter: 3_600))
        #expect(trial.pace.gate("a", now: at(trial.now)) == .givenUp(.blocked(by: .status503)))
    }

    @Test func aGoodAnswerClearsTheCount() {
        let trial = Trial()
        for _ in 0..<10 {
            for _ in 1..<Pace.refusalLimit {
                #expect(trial.begin() != nil)
                trial.end(status: 503, retryAfter: 1)
            }
            #expect(trial.begin() != nil)
            trial.end()
        }
    }

    @Test func givesUpWhoNoLongerAnswers() {
        let trial = Trial()
        for _ in 1..<Pace.failureLimit {
            #expect(trial.begin() != nil)
            trial.fail()
        }
        #expect(trial.begin() != nil)
        trial.fail("a", .tls)
        #expect(trial.begin() != nil, "not a sign of load")
        trial.fail("a", .connect)
        guard case .givenUp(.failed(let failure)) = trial.pace.gate("a", now: at(trial.now)) else {
            Issue.record("ten requests without an answer are enough")
            return
        }
        #expect(failure == FetchFailure(.connect, "the host has stopped answering (so it is)"))
    }

    /// Resets, time-outs and gateway errors double what is spared; each calm half a minute halves it.
    @Test(arguments: [0, 502, 504]) func sparesAndRecovers(status: Int) {
        let trial = Trial()
        _ = trial.interval(latency: 0.3)
        _ = trial.interval(latency: 0.3)
        for expected in [1.0, 2, 4, 8] {
            #expect(trial.begin() != nil)
            if status == 0 { trial.fail("a", .badResponse) } else { trial.end(status: status) }
            #expect(trial.pace.gate("a", now: at(trial.now)) == .at(at(trial.now + expected)))
        }
        for expected in [8.0, 4, 2, 1, 0.5, 0.3] {
            trial.now += expected == 8 ? 9 : 30
            #expect(abs((trial.interval(latency: 0.2) ?? 0) - expected) < 0.15)
        }
    }

    @Test func oneAddressOnePace() {
        let trial = Trial()
        for host in ["www.a", "blog.a"] {
            #expect(trial.begin(host) == 0)
            trial.end(host, after: 0.1)
        }
        trial.now += 100
        #expect(trial.begin("www.a") == 0)
        #expect((trial.begin("blog.a") ?? 0) > 0, "waits for its neighbour")
        #expect(trial.begin("www.a") == nil, "two connections to the address")
        let other = Address(text: "192.0.2.2", isPublic: true)
        #expect(trial.begin("b") == 0)
        trial.end("b", from: other)
        trial.now += 100
        #expect(trial.begin("b") == 0)
    }

    @Test(arguments: [false, true]) func privateAddressesAreFree(pacesPrivate: Bool) {
        let trial = Trial(rate: 1, pacesPrivate: pacesPrivate)
        _ = trial.begin()
        trial.end(status: 429, from: Address(text: "127.0.0.1", isPublic: false))
        for _ in 0..<20 { #expect((trial.begin() == 0) == !pacesPrivate) }
    }

    @Test func manyHostsAreBounded() {
        let trial = Trial()
        for number in 0..<3_000 {
            _ = trial.begin("host\(number)")
            trial.end("host\(number)", from: Address(text: "198.51.100.\(number)", isPublic: true))
        }
        #expect(trial.begin("host1") == 0)
        _ = trial.begin("one")
        #expect((trial.begin("another") ?? 9) > 0, "those beyond the bound share a pace")
    }
}

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            ("7", 7), ("0", 0), ("99999999999999999999", Int.max), ("", nil), ("-1", nil), ("1.5", nil), ("soon", nil),
            ("12 minutes", nil),
            ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sunday, 06-Nov-94 08:49:47 GMT", 10),
            ("Sun Nov  6 08:49:47 1994", 10),
            ("Sun, 06 Nov 1994 08:49:00 GMT", 0), ("Mon, 07 Nov 1994 08:49:37 GMT", 86_400),
        ] as [(String, Int?)])
    func seconds(value: String, expected: Int?) {
        // 1994-11-06T08:49:37Z
        #expect(RetryAfter.seconds(Array(value.utf8), now: 784_111_777) == expected)
    }
}
