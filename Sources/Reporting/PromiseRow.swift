import Model

/// All that a shop promises of one kind.
struct PromiseRow {
    /// One length or sum.
    struct Value {
        let value: String
        let pages: String
        let quote: String
        let url: String
        let link: String?
    }

    let name: String
    let values: [Value]
    /// How many more there are, in words.
    let more: String?

    /// Of one kind; goods may each have a warranty of their own.
    private static let shown = 4

    static func rows(_ promises: [SitePromise]) -> [PromiseRow] {
        PromiseKind.allCases.compactMap { kind in
            let own = promises.filter { $0.kind == kind }
            return own.isEmpty ? nil : PromiseRow(kind, own)
        }
    }

    private init(_ kind: PromiseKind, _ promises: [SitePromise]) {
        name = Wording.name(kind)
        values = promises.prefix(PromiseRow.shown).map { promise in
            Value(
                value: promise.span?.text ?? promise.amount.map { "from \($0.text)" } ?? "promised",
                pages: "on " + Wording.count(promise.pages, "page"),
                quote: Wording.safe(promise.mention.quote, limit: Mention.quoteLimit),
                url: Wording.safe(promise.url, limit: 300), link: Wording.link(promise.url))
        }
        let rest = promises.count - values.count
        more = rest > 0 ? "and \(Wording.count(rest, "other promise")) of this kind" : nil
    }
}

extension Wording {
    static func name(_ kind: PromiseKind) -> String {
        switch kind {
        case .answerTime: "An answer within"
        case .roundTheClock: "Round the clock"
        case .freeDelivery: "Free delivery"
        case .deliveryTime: "Delivery in"
        case .returnDays: "Returns within"
        case .warranty: "Warranty"
        case .lowestPrice: "Lowest price"
        }
    }
}
