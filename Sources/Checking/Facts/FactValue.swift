import Model

/// What a page says to a question of the fact index.
public enum FactValue: Sendable, Hashable {
    /// Places where it stands; empty where it was looked for and not found.
    case mentions([Mention])
    /// A measure or a count.
    case number(Double)
    /// Yes or no, with the words that say so where there are any.
    case flag(Bool, Mention?)
    /// The page wasn't asked, or can't answer; the reason in words.
    case missing(String)

    /// How much of it there is: the mentions, the number, 1 or 0 for a flag; nil where the page can't answer.
    public var amount: Double? {
        switch self {
        case .mentions(let mentions): Double(mentions.count)
        case .number(let number): number
        case .flag(let isSo, _): isSo ? 1 : 0
        case .missing: nil
        }
    }

    /// There is some of it.
    public var isPresent: Bool { (amount ?? 0) > 0 }

    /// The first few places where it stands.
    func evidence(url: String, limit: Int = 3) -> [Evidence] {
        switch self {
        case .mentions(let mentions): mentions.prefix(limit).map { Evidence(url: url, $0) }
        case .flag(_, let mention?): [Evidence(url: url, mention)]
        case .number, .flag, .missing: []
        }
    }
}

/// One fact that a check in YAML may ask for.
public struct FactEntry: Sendable {
    /// As written in YAML: "contact.phones".
    public let name: String
    /// One line for people who write checks.
    public let description: String
    /// What a reader would look for, in words: "telephone numbers".
    public let what: String
    /// Found by the words of a language: says nothing where the page's language has no word list.
    public let needsWords: Bool
    let read: @Sendable (PageFacts) -> FactValue
    /// What tells two of them apart over the site (a number in E.164, an address); nil where nothing does.
    let values: (@Sendable (PageFacts) -> [String])?

    init(
        _ name: String, _ what: String, _ description: String? = nil, needsWords: Bool = false,
        values: (@Sendable (PageFacts) -> [String])? = nil, read: @escaping @Sendable (PageFacts) -> FactValue
    ) {
        self.name = name
        self.what = what
        self.description = description ?? what
        self.needsWords = needsWords
        self.values = values
        self.read = read
    }

    /// Reads the fact from a page.
    public func value(of facts: PageFacts) -> FactValue { read(facts) }
}
