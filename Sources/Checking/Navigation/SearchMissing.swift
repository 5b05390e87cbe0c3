import Model

/// A search form on the pages where visitors look for goods, once there are too many goods to look through.
struct SearchMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Products from which a shop needs a search.
        var leastProducts: Int
    }
    static let id = CheckID(.navigation, "search-missing")
    private let settings: Settings
    private static let kinds: [PageKind] = [.home, .listing, .product]

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let mentions = site.mentions["forms.search"]
        let products = Set(site.products.map { $0.name ?? $0.url }).count
        guard products >= settings.leastProducts else {
            let reason = "\(products) products were seen; a search is asked for from \(settings.leastProducts) on"
            return Absence.Unread(site).total == 0 ? .notApplicable(reason) : .undetermined(reason)
        }
        let pages = site.pages.filter { SearchMissing.kinds.contains($0.kind) }
        // A kind of page has one template as a rule: what none of its pages has, the template lacks.
        let lacking = SearchMissing.kinds.filter { kind in
            (mentions?.kinds[kind] ?? 0) == 0 && pages.contains { $0.kind == kind }
        }
        guard !lacking.isEmpty else { return .pass(Array((mentions?.examples ?? []).prefix(3))) }
        if mentions == nil, site.pages.contains(where: { $0.kind == .search }) {
            return .undetermined("there is a page for searching, and no form that leads to it was recognised")
        }
        return failure(site, pages, lacking)
    }

    private func failure(_ site: SiteFacts, _ pages: [PageSummary], _ lacking: [PageKind]) -> Outcome {
        let without = pages.filter { lacking.contains($0.kind) }
        let shown = lacking.compactMap { kind in without.first { $0.kind == kind } }
        let names = lacking.map(\.rawValue).joined(separator: ", ")
        var kinds: [String: Int] = [:]
        for page in without { kinds[page.kind.rawValue, default: 0] += 1 }
        return .fail(
            Failure(
                evidence: shown.map { Evidence(url: $0.url, quote: "", note: "no search form on this page") },
                confidence: .likely,
                looked: SearchedPlaces(
                    pages: without.count, kinds: kinds, urls: without.prefix(10).map(\.url),
                    what: "forms and fields for searching"),
                share: Double(without.count) / Double(pages.count),
                detail: "no search on any page of these kinds: \(names)"))
    }
}
