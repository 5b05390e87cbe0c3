/// The character set that a page was read in, and what said so.
public struct EncodingFact: Sendable, Hashable {
    /// In the order in which they are asked.
    public enum Source: String, Sendable, CaseIterable {
        case byteOrderMark, header, meta, xmlDeclaration
        /// No word on it, and the bytes are valid UTF-8.
        case validity
        /// Guessed from the bytes.
        case detection
        /// Nothing told.
        case fallback
    }

    /// As the Encoding Standard names it, e.g. "windows-1251"; "ARMSCII-8" beyond it.
    public var name: String
    /// What the character set was taken from.
    public var decidedBy: Source

    /// A decision.
    public init(name: String, decidedBy: Source) {
        self.name = name
        self.decidedBy = decidedBy
    }
}
