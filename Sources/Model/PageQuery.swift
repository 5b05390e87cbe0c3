/// A question that an auditor's own check asks of every page while it is observed.
public struct PageQuery: Codable, Sendable, Hashable {
    /// How it is asked.
    public enum Kind: Codable, Sendable, Hashable {
        /// XPath 1.0 that selects nodes; a DOM is built only where such a query exists.
        case xpath(String)
        /// Phrases by language tag, in the syntax of the language files; "*" applies to every language.
        case terms([String: [String]])
    }
    /// The check that asks; the answer is stored under it in `PageFacts.custom`.
    public var check: CheckID
    /// How it is asked.
    public var kind: Kind

    /// Each argument becomes the field of its name.
    public init(check: CheckID, kind: Kind) {
        self.check = check
        self.kind = kind
    }
}
