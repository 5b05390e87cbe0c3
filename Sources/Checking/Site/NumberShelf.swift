import Model

/// Gathers which numbers pages show alone, which beside others, and which their structured data name.
struct NumberShelf: Sendable {
    private var lone: [String: NamedNumber] = [:]
    private var structured: [String: NamedNumber] = [:]
    private var together: Set<String> = []
    private static let limit = 20

    mutating func absorb(_ facts: PageFacts) {
        let valid = facts.contact.phones.filter { $0.validity == .valid && $0.e164 != nil }
        guard !valid.isEmpty else { return }
        var shown: [String: PhoneFact] = [:]
        for phone in valid {
            guard let number = phone.e164 else { continue }
            if phone.source == .structuredData {
                NumberShelf.keep(phone, number, facts, &structured)
            } else if shown[number]?.label == nil {
                shown[number] = phone
            }
        }
        if shown.count > 1 {
            for number in shown.keys.sorted() where together.count < 200 { together.insert(number) }
        } else if let (number, phone) = shown.first {
            NumberShelf.keep(phone, number, facts, &lone)
        }
    }

    private static func keep(
        _ phone: PhoneFact, _ number: String, _ facts: PageFacts, _ known: inout [String: NamedNumber]
    ) {
        guard var old = known[number] else {
            guard known.count < limit else { return }
            known[number] = NamedNumber(
                e164: number, region: phone.region, line: phone.line, evidence: Evidence(url: facts.url, phone.mention),
                language: facts.language.tag, pages: 1, hasLabel: phone.label != nil)
            return
        }
        old.pages += 1
        old.hasLabel = old.hasLabel || phone.label != nil
        if facts.url < old.evidence.url {
            old.evidence = Evidence(url: facts.url, phone.mention)
            old.language = facts.language.tag
        }
        known[number] = old
    }

    var numbers: SiteNumbers {
        var all = SiteNumbers()
        all.lone = lone.values.sorted { $0.e164 < $1.e164 }
        all.structured = structured.values.sorted { $0.e164 < $1.e164 }
        all.together = together
        return all
    }
}
