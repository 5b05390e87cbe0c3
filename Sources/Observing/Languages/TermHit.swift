/// A term of a language file, found in a block.
struct TermHit: Sendable {
    /// Which group of terms ("promo.sale"): an index into `TermGroups.all`.
    var group: TermGroup
    /// Index of the block in `Document.blocks`.
    var block: Int32
    /// Bytes in `Document.text`, of the original words.
    var range: Range<Int>
    /// Numbers captured by `{n}` in the term's pattern, in order; at most 2.
    var first: Double?
    var second: Double?
    /// The term makes up the whole block.
    var isWholeBlock: Bool
}

/// A group of terms by index.
struct TermGroup: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt16
    init(rawValue: UInt16) { self.rawValue = rawValue }
}
