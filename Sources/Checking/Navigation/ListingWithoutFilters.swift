import Model

/// Sorting or filters on long listings.
struct ListingWithoutFilters: Check {
    struct Settings: Decodable, Sendable {
        /// Products from which a listing needs them.
        var leastProducts: Int
    }
    static let id = CheckID(.navigation, "listing-without-filters")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        guard page.kind.kind == .listing else { return .notApplicable("only for listings") }
        let filters = page.navigation.filters
        if !filters.isEmpty { return .pass(filters.prefix(3).map { Evidence(url: page.url, $0) }) }
        let tiles = page.pricing.tiles.reduce(0) { $0 + ($1.isRelated ? 0 : 1) }
        // The last page of a listing may be short, all before it are as long as this one.
        let last = page.navigation.pagination.map { lastPage($0.quote) } ?? 1
        let (before, isTooMany) = tiles.multipliedReportingOverflow(by: max(0, last - 1))
        let total = isTooMany ? Int.max : max(tiles, before &+ (last > 1 ? 1 : 0))
        guard total >= settings.leastProducts else {
            return .notApplicable("fewer than \(settings.leastProducts) products are seen to be in this listing")
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let words = last > 1 ? "\(tiles) products on this page, \(last) pages" : "\(tiles) products"
        var evidence = [Evidence(url: page.url, quote: "", note: words)]
        if last > 1, let pagination = page.navigation.pagination {
            evidence.append(Evidence(url: page.url, pagination, note: "the listing's pages"))
        }
        return .fail(
            Failure(
                evidence: evidence, confidence: .likely,
                looked: page.searched(for: "boxes, selections and links to sort or filter the goods"), detail: words))
    }

    /// The largest of the page numbers shown; 1 where there is none.
    private func lastPage(_ quote: String) -> Int {
        let numbers = quote.split { !$0.isASCII || !$0.isNumber }.compactMap { $0.count <= 3 ? Int($0) : nil }
        return max(1, numbers.max() ?? 1)
    }
}
