/// Measures of a page's own text (its main part: not menus, footers or tiles).
public struct ReadabilityFacts: Codable, Sendable, Hashable {
    /// Words of visible text on the whole page, by ICU's word boundaries where the script has no spaces.
    public var words = 0
    /// Words in running text: paragraphs of the main part.
    public var runningWords = 0
    /// In running text.
    public var sentences = 0
    /// Words of more than six letters in running text (LIX, Björnsson 1968).
    public var longWords = 0
    /// Syllables in running text, by vowel groups, where the script shows them.
    public var syllables = 0
    /// Of running text in the main part.
    public var paragraphs = 0
    /// In the main part.
    public var lists = 0
    /// Headings in the main part.
    public var headings = 0
    /// Paragraphs of over 150 words, with their length; at most 10.
    public var walls: [MeasuredMention] = []
    /// Runs of capitals of 5 or more words; at most 10.
    public var shouting: [Mention] = []
    /// The sentences with most words, at most 3.
    public var longestSentences: [MeasuredMention] = []
    /// Lorem ipsum, theme defaults, "coming soon"; at most 10.
    public var placeholders: [Mention] = []
    /// Mojibake or replacement characters; at most 10.
    public var garbled: [Mention] = []
    /// Content pictures of the main part.
    public var pictures = 0
    /// Content pictures without any alternative text; at most 20, of `picturesWithoutTextCount`.
    public var picturesWithoutText: [Mention] = []
    /// All of them, where `picturesWithoutText` is cut.
    public var picturesWithoutTextCount = 0
    /// The viewport forbids zooming: the offending directive as written.
    public var zoomBlocked: Mention?

    /// A page without text.
    public init() {}
}

/// A mention with a number that was measured on it.
public struct MeasuredMention: Codable, Sendable, Hashable {
    /// Where it stands.
    public var mention: Mention
    /// In the unit that the field's own comment names.
    public var value: Double

    /// Each argument becomes the field of its name.
    public init(_ mention: Mention, value: Double) {
        self.mention = mention
        self.value = value
    }
}
