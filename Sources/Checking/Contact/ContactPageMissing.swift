import Model

/// A contact page, one click from every page.
struct ContactPageMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Share of pages without a link to it, 0…1, that is let pass.
        var toleratedShare: Double
    }
    static let id = CheckID(.contact, "contact-page-missing")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let links = site.mentions["contact.contactLinks"]
        let targets = Set(site.pages.filter { $0.covers(.contact) }.map(\.id))
        guard links != nil || !targets.isEmpty else {
            if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
            return Absence(of: "a contact page, and links to one", in: site).outcome(upTo: .likely)
        }
        let isLinking = site.pages.map { page in
            targets.contains(page.id)
                || Int(page.id) < site.graph.links.count
                    && site.graph.links[Int(page.id)].contains(where: targets.contains)
        }
        let linking = max(isLinking.count { $0 }, links?.pages ?? 0)
        let total = site.pages.count
        let share = Double(max(0, total - linking)) / Double(max(total, 1))
        let shown = links?.examples.prefix(2).map { $0 } ?? contactPages(site)
        guard share > settings.toleratedShare else { return .pass(shown) }
        // Where the links lead to a page that was not read, the graph says nothing of the others.
        let lacking = targets.isEmpty ? [] : zip(site.pages, isLinking).filter { !$0.1 }.map(\.0)
        return .fail(
            Failure(
                evidence: shown
                    + lacking.prefix(3).map { Evidence(url: $0.url, quote: "", note: "no link to the contact page") },
                confidence: WordLists.silence(in: site.language) == nil ? .certain : .likely, share: share,
                detail: "\(total - linking) of \(total) pages have no link to the contact page"))
    }

    private func contactPages(_ site: SiteFacts) -> [Evidence] {
        site.pages.filter { $0.covers(.contact) }.prefix(2)
            .map { Evidence(url: $0.url, quote: $0.title, region: .head, note: "the contact page") }
    }
}
