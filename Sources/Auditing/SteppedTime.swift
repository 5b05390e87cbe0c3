import Model

/// A time that passes only when somebody waits: shops and audits of tests share one.
public final class SteppedTime: Sendable {
    private let moment: Guarded<Int64>

    /// - Parameter start: milliseconds since 1970-01-01T00:00:00Z.
    public init(_ start: Int64) { moment = Guarded(start) }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var now: Int64 { moment.withLock { $0 } }

    /// Lets time pass.
    public func advance(by milliseconds: Int64) { moment.withLock { $0 += max(0, milliseconds) } }
}
