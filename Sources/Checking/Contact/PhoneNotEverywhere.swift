import Model

/// How many pages show a number, where any does.
struct PhoneNotEverywhere: Check {
    struct Settings: Decodable, Sendable {
        /// Share of pages without a number, 0…1, that is let pass: landing pages, a shop system's odd ones.
        var toleratedShare: Double
    }
    static let id = CheckID(.contact, "phone-not-everywhere")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let phones = site.mentions["contact.phones"], phones.pages > 0 else {
            return .notApplicable("no page shows a telephone number")
        }
        let total = site.pages.count
        guard total > 1 else { return .notApplicable("only one page was read") }
        let without = max(0, total - phones.pages)
        let share = Double(without) / Double(total)
        guard share > settings.toleratedShare else { return .pass(Array(phones.examples.prefix(3))) }
        if let doubtful = site.mentions["contact.undecidedPhones"], doubtful.pages > phones.pages {
            return .undetermined("most pages show a number, but whether it can be called is not certain")
        }
        let shown = phones.examples.prefix(1).map { item in
            var item = item
            item.note = "shown here"
            return item
        }
        let lacking = pagesWithout(site, phones).prefix(4)
            .map { Evidence(url: $0.url, quote: "", note: "no telephone number on this page") }
        return .fail(
            Failure(
                evidence: shown + lacking, confidence: .certain, share: share,
                detail: "\(without) of \(total) pages show no telephone number"))
    }

    /// Pages that surely have none: all but the examples where those are complete, else kinds without any.
    private func pagesWithout(_ site: SiteFacts, _ phones: SiteMentions) -> [PageSummary] {
        if phones.examples.count == phones.pages {
            let having = Set(phones.examples.map(\.url))
            return site.pages.filter { !having.contains($0.url) }
        }
        return site.pages.filter { (phones.kinds[$0.kind] ?? 0) == 0 }
    }
}
