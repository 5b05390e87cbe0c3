import Model

/// Every fact that a check in YAML may ask for, by name.
public enum FactIndex {
    static let customPrefix = "custom."
    static let termsPrefix = "terms."
    static let kindPrefix = "kind."

    /// All entries, ascending by name; `custom.` ones aren't listed, for they are as many as an auditor's checks.
    public static let entries: [FactEntry] =
        (contact + navigation + head + readability + pricing + promotions + loyalty + forms + kinds + terms
        + linkedPages)
        .sorted { $0.name < $1.name }

    /// The names of all entries, ascending.
    public static let names: [String] = entries.map(\.name)

    private static let byName: [String: FactEntry] = Dictionary(
        entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// Nil for a name that is no fact. `custom.<category>/<name>` names an auditor's own question.
    public static func entry(named name: String) -> FactEntry? {
        if let entry = byName[name] { return entry }
        guard name.hasPrefix(customPrefix), let id = CheckID(rawValue: String(name.dropFirst(customPrefix.count)))
        else { return nil }
        return custom(id)
    }

    private static func custom(_ id: CheckID) -> FactEntry {
        FactEntry(customPrefix + id.rawValue, "what \(id) asks for") { facts in
            facts.custom[id.rawValue].map(FactValue.mentions)
                ?? .missing("the page was observed without this check's own question")
        }
    }

    /// Entries whose site-wide figures are kept, without those that stand in dictionaries of their own.
    static let aggregated: [FactEntry] = entries.filter { !$0.name.hasPrefix(termsPrefix) }

    static func words(
        _ name: String, _ what: String, _ description: String? = nil,
        _ read: @escaping @Sendable (PageFacts) -> [Mention]
    ) -> FactEntry {
        FactEntry(name, what, description, needsWords: true) { .mentions(read($0)) }
    }

    static func list(
        _ name: String, _ what: String, values: (@Sendable (PageFacts) -> [String])? = nil,
        _ read: @escaping @Sendable (PageFacts) -> [Mention]
    ) -> FactEntry {
        FactEntry(name, what, values: values) { .mentions(read($0)) }
    }

    static func one(
        _ name: String, _ what: String, _ read: @escaping @Sendable (PageFacts) -> Mention?
    ) -> FactEntry {
        FactEntry(name, what) { facts in .mentions(read(facts).map { [$0] } ?? []) }
    }

    static func number(
        _ name: String, _ what: String, _ read: @escaping @Sendable (PageFacts) -> Int
    ) -> FactEntry {
        FactEntry(name, what) { .number(Double(read($0))) }
    }

    /// Where a fact would most likely stand, so that a sample that read such a page may speak of absence.
    static func places(of question: Evaluation.Question) -> [PageKind] {
        guard case .fact(let name) = question else { return [] }
        let withoutFamily = name.hasPrefix(termsPrefix) ? String(name.dropFirst(termsPrefix.count)) : name
        return places.first { withoutFamily.hasPrefix($0.prefix) }?.kinds ?? []
    }

    /// First fitting prefix wins.
    private static let places: [(prefix: String, kinds: [PageKind])] = [
        ("contact.", [.contact, .legal, .about, .help]),
        ("loyalty.return", [.returns, .terms, .delivery, .help]),
        ("loyalty.warranty", [.warranty, .terms, .returns, .help, .product]),
        ("loyalty.deliveryTime", [.delivery, .help, .product]),
        ("loyalty.reviews", [.product]), ("loyalty.recommendations", [.product]), ("loyalty.related", [.product]),
        ("loyalty.visibleReviews", [.product]),
        ("loyalty.", [.about, .help, .contact, .loyalty, .terms, .article]),
        ("delivery.", [.delivery, .help, .terms, .product]),
        ("payment.", [.payment, .delivery, .help, .terms]),
        ("pricing.", [.product, .listing]), ("stock.", [.product, .listing]),
        ("promo.", [.product, .listing, .promotion]), ("promotions.", [.product, .listing, .promotion]),
        ("condition.", [.promotion, .terms]),
        ("forms.contact", [.contact]), ("forms.order", [.product]), ("forms.review", [.product]),
        ("kind.", [.product, .listing, .contact, .about, .help, .terms]),
    ]
}
