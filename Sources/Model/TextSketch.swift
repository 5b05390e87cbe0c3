/// What a page says, in a few numbers: enough to tell whether another page says the same.
public struct TextSketch: Codable, Sendable, Hashable {
    /// Of the title and all visible words outside menus, headers and footers, whatever their order; 0 for none.
    public var whole: UInt64 = 0
    /// Of what makes a page itself: title, headings, price, goods, length of its own text.
    public var identity: UInt64 = 0
    /// Min-hash of the same words, block by block (Broder 1997).
    public var minima: [UInt32] = []
    /// Of the same words but for blocks with a digit in them, and how many bytes these are: a time, a counter or a
    /// visit's number leaves it as it is.
    public var steady: UInt64 = 0
    /// How many bytes went into `steady`.
    public var steadyBytes = 0
    /// Blocks that went into it.
    public var blocks = 0

    /// Of no text.
    public init() {}

    /// Blocks from which on equal words are no coincidence.
    public static let fewest = 3

    /// Steady bytes from which on they tell a page.
    private static let enough = 80

    /// What makes a page itself is the same, and all else but numbers, or but a block or two: a visit's counter, a time,
    /// or a row of changing recommendations differs.
    public func isNear(_ other: TextSketch) -> Bool {
        guard identity == other.identity, abs(blocks - other.blocks) <= 1 + blocks / 20 else { return false }
        if steady == other.steady, steadyBytes == other.steadyBytes, steadyBytes >= Self.enough { return true }
        guard blocks >= 12, other.blocks >= 12, !minima.isEmpty, minima.count == other.minima.count else {
            return false
        }
        var equal = 0
        for i in minima.indices where minima[i] == other.minima[i] { equal += 1 }
        return equal * 16 >= minima.count * 14
    }
}
