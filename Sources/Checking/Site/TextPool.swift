/// Texts that pages share, such as the places of what one template prints, each kept once.
public struct TextPool: Sendable {
    /// Texts that are kept to be shared, at most; those that come later are kept by whoever asked.
    private static let limit = 4_096
    /// Bytes up to which a string is stored without a block of its own.
    private static let inlined = 15

    private var known: Set<String> = []

    /// Without any text.
    public init() {}

    /// The same text, in the storage of an equal one that was asked for before.
    public mutating func shared(_ text: String) -> String {
        guard text.utf8.count > TextPool.inlined else { return text }
        guard known.count < TextPool.limit else {
            return known.firstIndex(of: text).map { known[$0] } ?? text
        }
        return known.insert(text).memberAfterInsert
    }
}
