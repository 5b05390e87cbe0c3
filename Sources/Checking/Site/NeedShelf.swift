import Model

/// Ways to a person that pages name as meant for a need.
struct NeedShelf: Sendable {
    private struct Key: Hashable {
        var way: ContactWay
        var value: String
    }

    private var shelf = FirstTold<CustomerNeed, Key, NamedContact>(limit: 20)

    /// Most pages first.
    var contacts: [CustomerNeed: [NamedContact]] {
        shelf.groups.mapValues { contacts in
            contacts.values.sorted { ($1.pages, $0.way, $0.url, $0.value) < ($0.pages, $1.way, $1.url, $1.value) }
        }
    }

    mutating func absorb(_ facts: PageFacts) {
        for one in facts.contact.needs {
            let named = NamedContact(way: one.way, value: one.value, url: facts.url, mention: one.mention, pages: 0)
            shelf.add(named, as: Key(way: one.way, value: one.value), to: one.need)
        }
    }
}

extension NamedContact: ToldOnPages {
    var name: String { value }
}
