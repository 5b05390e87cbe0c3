import Model

/// Something that pages tell, kept with the page of the lowest URL that does.
protocol ToldOnPages: Sendable {
    var url: String { get set }
    var mention: Mention { get set }
    var pages: Int { get set }
    /// What tells two on one page apart.
    var name: String { get }
}

/// What pages tell, by group, each thing once and from its lowest page, in bounded memory and whatever the order of
/// pages.
struct FirstTold<Group: Hashable & Sendable, Key: Hashable & Sendable, Value: ToldOnPages>: Sendable {
    /// Of one group; those of the lowest pages stay.
    let limit: Int
    private(set) var groups: [Group: [Key: Value]] = [:]

    init(limit: Int) { self.limit = limit }

    /// Counts one more page; `value` as it would be if that page were the only one, with no page counted.
    mutating func add(_ value: Value, as key: Key, to group: Group, _ change: (inout Value) -> Void = { _ in }) {
        var kept = groups[group]?[key] ?? value
        kept.pages += 1
        change(&kept)
        if value.url < kept.url {
            kept.url = value.url
            kept.mention = value.mention
        }
        groups[group, default: [:]][key] = kept
        guard let all = groups[group], all.count > limit,
            let last = all.max(by: { ($0.value.url, $0.value.name) < ($1.value.url, $1.value.name) })
        else { return }
        groups[group]?[last.key] = nil
    }
}
