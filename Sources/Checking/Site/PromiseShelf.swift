import Model

/// Promises of all pages, each kind, length and sum once.
struct PromiseShelf: Sendable {
    private struct Key: Hashable {
        var span: TimeSpan?
        var amount: Money?
    }

    private var shelf = FirstTold<PromiseKind, Key, SitePromise>(limit: 40)

    /// By kind, then by pages that make it, most first.
    var promises: [SitePromise] {
        PromiseKind.allCases.flatMap { kind in
            (shelf.groups[kind] ?? [:]).values.sorted { ($1.pages, $0.url, $0.name) < ($0.pages, $1.url, $1.name) }
        }
    }

    mutating func absorb(_ facts: PageFacts) {
        let isGeneral = ![.product, .listing, .article, .search, .cart].contains(facts.kind.kind)
        for promise in facts.promises {
            let hasOthers = facts.promises.contains {
                $0.kind == promise.kind && ($0.span != promise.span || $0.amount != promise.amount)
            }
            let told = SitePromise(
                kind: promise.kind, span: promise.span, amount: promise.amount, url: facts.url,
                mention: promise.mention, pages: 0, alone: 0, isExplained: false)
            shelf.add(told, as: Key(span: promise.span, amount: promise.amount), to: promise.kind) { kept in
                kept.alone += isGeneral && !hasOthers ? 1 : 0
                kept.isExplained = kept.isExplained || hasOthers
            }
        }
    }
}

extension SitePromise: ToldOnPages {
    /// The length or sum as text; "" without one.
    var name: String { span?.text ?? amount?.text ?? "" }
}
