import Model

/// Ways to a person that pages name as meant for a need, each once, in bounded memory and whatever the order of pages.
struct NeedShelf: Sendable {
    private struct Key: Hashable {
        var way: ContactWay
        var value: String
    }

    /// Of one need; those of the lowest pages stay.
    static let limit = 20

    private var shelves: [CustomerNeed: [Key: NamedContact]] = [:]

    /// Most pages first.
    var contacts: [CustomerNeed: [NamedContact]] {
        shelves.mapValues { shelf in
            shelf.values.sorted { ($1.pages, $0.way, $0.url, $0.value) < ($0.pages, $1.way, $1.url, $1.value) }
        }
    }

    mutating func absorb(_ facts: PageFacts) {
        for one in facts.contact.needs {
            let key = Key(way: one.way, value: one.value)
            var kept =
                shelves[one.need]?[key]
                ?? NamedContact(way: one.way, value: one.value, url: facts.url, mention: one.mention, pages: 0)
            kept.pages += 1
            if facts.url < kept.url {
                kept.url = facts.url
                kept.mention = one.mention
            }
            shelves[one.need, default: [:]][key] = kept
            drop(one.need)
        }
    }

    private mutating func drop(_ need: CustomerNeed) {
        guard let shelf = shelves[need], shelf.count > NeedShelf.limit,
            let last = shelf.max(by: { ($0.value.url, $0.value.value) < ($1.value.url, $1.value.value) })
        else { return }
        shelves[need]?[last.key] = nil
    }
}
