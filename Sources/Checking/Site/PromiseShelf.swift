import Model

/// Promises of all pages, each kind, length and sum once, in bounded memory and whatever the order of pages.
struct PromiseShelf: Sendable {
    private struct Key: Hashable {
        var kind: PromiseKind
        var span: TimeSpan?
        var amount: Money?
    }

    /// Of one kind; those of the lowest pages stay.
    static let limit = 40

    private var shelves: [PromiseKind: [Key: SitePromise]] = [:]

    /// By kind, then by pages that make it, most first.
    var promises: [SitePromise] {
        PromiseKind.allCases.flatMap { kind in
            (shelves[kind] ?? [:]).values.sorted { ($1.pages, $0.url, $0.label) < ($0.pages, $1.url, $1.label) }
        }
    }

    mutating func absorb(_ facts: PageFacts) {
        let isGeneral = ![.product, .listing, .article, .search, .cart].contains(facts.kind.kind)
        for promise in facts.promises {
            let key = Key(kind: promise.kind, span: promise.span, amount: promise.amount)
            let hasOthers = facts.promises.contains {
                $0.kind == promise.kind && ($0.span != promise.span || $0.amount != promise.amount)
            }
            var kept =
                shelves[promise.kind]?[key]
                ?? SitePromise(
                    kind: promise.kind, span: promise.span, amount: promise.amount, url: facts.url,
                    mention: promise.mention, pages: 0, alone: 0, isExplained: false)
            kept.pages += 1
            kept.alone += isGeneral && !hasOthers ? 1 : 0
            kept.isExplained = kept.isExplained || hasOthers
            if facts.url < kept.url {
                kept.url = facts.url
                kept.mention = promise.mention
            }
            shelves[promise.kind, default: [:]][key] = kept
            drop(promise.kind)
        }
    }

    private mutating func drop(_ kind: PromiseKind) {
        guard let shelf = shelves[kind], shelf.count > PromiseShelf.limit,
            let last = shelf.max(by: { ($0.value.url, $0.value.label) < ($1.value.url, $1.value.label) })
        else { return }
        shelves[kind]?[last.key] = nil
    }
}

extension SitePromise {
    /// The length or sum as text; "" without one.
    fileprivate var label: String { span?.text ?? amount?.text ?? "" }
}
