/// What a page says, in a few numbers: enough to tell whether another page says the same.
public struct TextSketch: Codable, Sendable, Hashable {
    /// Of the title and all visible words outside menus, headers and footers, whatever their order; 0 for none.
    public var whole: UInt64 = 0
    /// Of what makes a page itself: title, headings, price, goods, length of its own text.
    public var identity: UInt64 = 0
    /// Min-hash of the same words, block by block (Broder 1997).
    public var minima: [UInt32] = []
    /// Blocks that went into it.
    public var blocks = 0

    public init() {}

    /// Blocks from which on equal words are no coincidence.
    public static let fewest = 3

    /// All but a block or two are the same, and what makes a page itself is the same: a visit's counter, a time, or a
    /// row of changing recommendations differs.
    public func isNear(_ other: TextSketch) -> Bool {
        guard blocks >= 12, other.blocks >= 12, identity == other.identity, !minima.isEmpty,
            minima.count == other.minima.count, abs(blocks - other.blocks) <= 1 + blocks / 20
        else { return false }
        var equal = 0
        for i in minima.indices where minima[i] == other.minima[i] { equal += 1 }
        return equal * 16 >= minima.count * 14
    }
}
