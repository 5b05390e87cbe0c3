import Model

/// One fact over the pages absorbed so far, in bounded memory and whatever their order.
struct MentionTally: Sendable {
    private(set) var mentions = SiteMentions()
    static let exampleLimit = 10
    static let valueLimit = 50

    /// - Parameter evidence: made only where the page is among the first in URL order.
    mutating func add(url: String, kind: KindFact, values: [String], evidence: () -> Evidence?) {
        mentions.pages += 1
        mentions.kinds[kind.kind, default: 0] += 1
        for topic in kind.alsoCovers { mentions.kinds[topic, default: 0] += 1 }
        for value in values { MentionTally.insert(value, into: &mentions.values) }
        guard mentions.examples.count < MentionTally.exampleLimit || url < mentions.examples.last?.url ?? "" else {
            return
        }
        guard let item = evidence() else { return }
        let place = mentions.examples.firstIndex { $0.url > url } ?? mentions.examples.count
        mentions.examples.insert(item, at: place)
        if mentions.examples.count > MentionTally.exampleLimit { mentions.examples.removeLast() }
    }

    private static func insert(_ value: String, into values: inout [String]) {
        let place = values.firstIndex { $0 >= value } ?? values.count
        guard place < valueLimit, place == values.count || values[place] != value else { return }
        values.insert(value, at: place)
        if values.count > valueLimit { values.removeLast() }
    }
}

/// All facts of the index over the pages absorbed so far.
struct FactTallies: Sendable {
    private var indexed = [MentionTally](repeating: MentionTally(), count: FactIndex.aggregated.count)
    /// Term groups and auditors' own questions, by full name.
    private var named: [String: MentionTally] = [:]

    mutating func absorb(_ facts: PageFacts) {
        for (i, entry) in FactIndex.aggregated.enumerated() {
            let value = entry.value(of: facts)
            guard value.isPresent else { continue }
            add(value, to: &indexed[i], of: facts, values: entry.values?(facts) ?? [])
        }
        for (group, mentions) in facts.terms where !mentions.isEmpty {
            add(.mentions(mentions), to: &named[FactIndex.termsPrefix + group, default: MentionTally()], of: facts)
        }
        for (check, mentions) in facts.custom {
            let name = FactIndex.customPrefix + check
            // An entry without a page says that the question was asked.
            if named[name] == nil { named[name] = MentionTally() }
            guard !mentions.isEmpty else { continue }
            add(.mentions(mentions), to: &named[name, default: MentionTally()], of: facts)
        }
    }

    private func add(_ value: FactValue, to tally: inout MentionTally, of facts: PageFacts, values: [String] = []) {
        tally.add(url: facts.url, kind: facts.kind, values: values) {
            if let first = value.evidence(url: facts.url, limit: 1).first { return first }
            guard case .number(let number) = value else { return Evidence(url: facts.url, quote: "") }
            return Evidence(url: facts.url, quote: "", note: GenericCheck.format(number))
        }
    }

    func mentions() -> [String: SiteMentions] {
        var all = named.mapValues(\.mentions)
        for (entry, tally) in zip(FactIndex.aggregated, indexed) where tally.mentions.pages > 0 {
            all[entry.name] = tally.mentions
        }
        return all
    }
}
