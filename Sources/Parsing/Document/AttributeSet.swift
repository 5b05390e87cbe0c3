/// A set of attribute names, a bit each: whether an element has an attribute at all is asked far more often than what
/// its value is.
public struct AttributeSet: OptionSet, Sendable, Hashable {
    /// One bit a name.
    public let rawValue: UInt64

    /// Any bits.
    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The set of one name. There are fewer than 64 of them.
    @inlinable
    @inline(__always)
    public init(_ name: AttributeName) { rawValue = 1 << UInt64(name.rawValue & 63) }

    /// Has the attribute.
    @inlinable
    @inline(__always)
    public func has(_ name: AttributeName) -> Bool { rawValue & AttributeSet(name).rawValue != 0 }
}
