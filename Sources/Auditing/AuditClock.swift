import Crawling
import Foundation
import Model

/// The time of an audit, injected so that the same crawl gives the same bytes.
public enum AuditClock: Sendable {
    case system
    /// Milliseconds since 1970-01-01T00:00:00Z; nothing takes time by it.
    case fixed(Int64)
    /// Passes only when the audit waits, which then takes none of anybody's time.
    case stepped(SteppedTime)

    /// The variable that fixes the clock, in milliseconds since 1970: for reports that are compared byte for byte.
    public static let variable = "COMEBACK_CLOCK"

    /// Fixed where `COMEBACK_CLOCK` holds a whole number, else the system's.
    public static func fromEnvironment() -> AuditClock {
        ProcessInfo.processInfo.environment[variable].flatMap { Int64($0) }.map { .fixed($0) } ?? .system
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    var now: Int64 {
        switch self {
        case .system: Int64(Date().timeIntervalSince1970 * 1000)
        case .fixed(let moment): moment
        case .stepped(let time): time.now
        }
    }

    var isFixed: Bool { if case .fixed = self { true } else { false } }

    /// When an answer came, milliseconds since 1970-01-01T00:00:00Z; nil where no clock ran.
    func arrival(_ stamp: AnswerStamp?) -> Int64? {
        switch self {
        case .system: stamp?.receivedAt
        case .fixed: nil
        case .stepped(let time): time.now
        }
    }

    /// Waits for a moment to come, at most a minute, and not at all where the run's time would be over by then.
    func wait(until moment: Int64, within timeLeft: Duration?, _ isStopped: () -> Bool) async {
        let milliseconds = min(moment - now, Site.revisitGap)
        guard milliseconds > 0, timeLeft.map({ $0 > .milliseconds(milliseconds) + .seconds(10) }) ?? true else {
            return
        }
        switch self {
        case .fixed: return
        case .stepped(let time): time.advance(by: milliseconds)
        case .system:
            let end = now + milliseconds
            while now < end, !isStopped() { try? await Task.sleep(for: .milliseconds(min(500, max(1, end - now)))) }
        }
    }
}
