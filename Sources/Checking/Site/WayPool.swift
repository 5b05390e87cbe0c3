import Model

/// Lists of ways that pages share, as those of one header and footer do, each kept once.
struct WayPool: Sendable {
    /// Lists that are kept to be shared, at most; those that come later are kept by their pages.
    private static let limit = 1_024

    private var known: Set<[ShownWay]> = []

    /// The same list, in the storage of an equal one that was asked for before.
    mutating func shared(_ ways: [ShownWay]) -> [ShownWay] {
        guard !ways.isEmpty else { return ways }
        guard known.count < WayPool.limit else { return known.firstIndex(of: ways).map { known[$0] } ?? ways }
        return known.insert(ways).memberAfterInsert
    }
}

extension ShownWay {
    /// Of those named for a need, on one page.
    private static let namedLimit = 12

    /// The ways to a person that a page shows people: the first general one of each kind, then the named ones.
    static func on(_ facts: PageFacts) -> [ShownWay] {
        var needs: [String: Set<CustomerNeed>] = [:]
        for named in facts.contact.needs { needs[key(named.way, named.value), default: []].insert(named.need) }
        var all: [(key: String, way: ShownWay)] = []
        func add(_ way: ContactWay, _ value: String, key: String) {
            let place = all.firstIndex { $0.key == key }
            let own = needs[self.key(way, value.cut(to: valueLimit))] ?? []
            if let place {
                all[place].way.needs = Set(all[place].way.needs).union(own).sorted()
            } else {
                all.append((key, ShownWay(way: way, value: value.cut(to: valueLimit), needs: own.sorted())))
            }
        }
        let phones = facts.contact.phones.filter(\.isCallable)
        // As people read it, and such as can surely be called, first.
        let isBest = { (phone: PhoneFact) in phone.validity == .valid && phone.source == .text }
        let isGood = { (phone: PhoneFact) in phone.validity == .valid && phone.source != .text }
        for phone in phones.filter(isBest) + phones.filter(isGood) + phones.filter({ $0.validity != .valid }) {
            add(.phone, phone.raw, key: phone.e164 ?? "\(phone.raw.filter(\.isNumber))")
        }
        for one in facts.contact.messengers where one.role == .profile || one.role == .widget {
            add(.messenger, one.platform, key: "messenger \(one.platform)")
        }
        for one in facts.contact.chats { add(.chat, one.platform, key: "chat \(one.platform)") }
        for email in facts.contact.emails where email.source != .structuredData {
            add(.email, email.address, key: email.address)
        }
        if facts.forms.contains(where: \.leadsToPerson) { add(.form, "", key: "form") }
        let ways = all.map(\.way)
        let general = ContactWay.allCases.compactMap { way in ways.first { $0.way == way && $0.needs.isEmpty } }
        return general + ways.filter { !$0.needs.isEmpty }.prefix(namedLimit)
    }

    private static func key(_ way: ContactWay, _ value: String) -> String { "\(way.rawValue) \(value)" }
}
