/// How much of a page is read. What lies beyond is left out and `Document.truncated` says so.
public struct ParseLimits: Sendable, Hashable {
    /// Bytes of the body as received.
    public var inputBytes = 16 << 20
    /// Open elements that become nodes; the text of deeper ones goes to the deepest that did.
    public var depth = 512
    /// Elements and texts.
    public var nodes = 400_000
    /// Of one element. libxml2's time is quadratic in them.
    public var attributes = 1_000
    /// Texts and attribute values together; at most 1 GiB.
    public var textBytes = 32 << 20
    /// Of the thread's processor time.
    public var milliseconds = 5_000

    /// The defaults above.
    public init() {}
}
