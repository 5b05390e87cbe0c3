import Model

/// One fact over the pages absorbed so far, in bounded memory and whatever their order.
struct MentionTally: Sendable {
    private(set) var pages = 0
    /// By place in `PageKind.allCases`.
    private var kinds: [Int] = []
    private var examples: [Evidence] = []
    private var values: [String] = []
    static let exampleLimit = 10
    static let valueLimit = 50

    /// - Parameter evidence: made only where the page is among the first in URL order.
    mutating func add(url: String, kinds covered: [Int], values: [String], evidence: () -> Evidence?) {
        pages += 1
        if kinds.isEmpty { kinds = [Int](repeating: 0, count: PageKind.allCases.count) }
        for kind in covered { kinds[kind] += 1 }
        for value in values { MentionTally.insert(value, into: &self.values) }
        guard examples.count < MentionTally.exampleLimit || url < examples.last?.url ?? "" else { return }
        guard let item = evidence() else { return }
        let place = examples.firstIndex { $0.url > url } ?? examples.count
        examples.insert(item, at: place)
        if examples.count > MentionTally.exampleLimit { examples.removeLast() }
    }

    private static func insert(_ value: String, into values: inout [String]) {
        let place = values.firstIndex { $0 >= value } ?? values.count
        guard place < valueLimit, place == values.count || values[place] != value else { return }
        values.insert(value, at: place)
        if values.count > valueLimit { values.removeLast() }
    }

    var mentions: SiteMentions {
        var counts: [PageKind: Int] = [:]
        for (kind, count) in zip(PageKind.allCases, kinds) where count > 0 { counts[kind] = count }
        return SiteMentions(pages: pages, kinds: counts, examples: examples, values: values)
    }
}

/// All facts of the index over the pages absorbed so far.
struct FactTallies: Sendable {
    private let entries = FactIndex.aggregated
    private var indexed = [MentionTally](repeating: MentionTally(), count: FactIndex.aggregated.count)
    /// Term groups and auditors' own questions, by full name.
    private var named: [String: MentionTally] = [:]
    private static let numbers: [PageKind: Int] = Dictionary(
        zip(PageKind.allCases, PageKind.allCases.indices), uniquingKeysWith: { first, _ in first })

    mutating func absorb(_ facts: PageFacts) {
        let kinds = ([facts.kind.kind] + facts.kind.alsoCovers).compactMap { FactTallies.numbers[$0] }
        let url = facts.url
        for i in entries.indices {
            let value = entries[i].value(of: facts)
            guard value.isPresent else { continue }
            let values = entries[i].values?(facts) ?? []
            indexed[i].add(url: url, kinds: kinds, values: values) { FactTallies.evidence(value, url) }
        }
        for (group, mentions) in facts.terms where !mentions.isEmpty {
            named[FactIndex.termsPrefix + group, default: MentionTally()]
                .add(url: url, kinds: kinds, values: []) { FactTallies.evidence(.mentions(mentions), url) }
        }
        for (check, mentions) in facts.custom {
            let name = FactIndex.customPrefix + check
            // An entry without a page says that the question was asked.
            if named[name] == nil { named[name] = MentionTally() }
            guard !mentions.isEmpty else { continue }
            named[name, default: MentionTally()]
                .add(url: url, kinds: kinds, values: []) { FactTallies.evidence(.mentions(mentions), url) }
        }
    }

    private static func evidence(_ value: FactValue, _ url: String) -> Evidence {
        if let first = value.evidence(url: url, limit: 1).first { return first }
        guard case .number(let number) = value else { return Evidence(url: url, quote: "") }
        return Evidence(url: url, quote: "", note: GenericCheck.format(number))
    }

    func mentions() -> [String: SiteMentions] {
        var all = named.mapValues(\.mentions)
        for (entry, tally) in zip(entries, indexed) where tally.pages > 0 {
            all[entry.name] = tally.mentions
        }
        return all
    }
}
