import Foundation

/// The time of an audit, injected so that the same crawl gives the same bytes.
public enum AuditClock: Sendable {
    case system
    /// Milliseconds since 1970-01-01T00:00:00Z; nothing takes time by it.
    case fixed(Int64)

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
        }
    }

    var isFixed: Bool { if case .fixed = self { true } else { false } }
}
