import Model

/// Categories that have something in them.
struct EmptyCategory: Check {
    static let id = CheckID(.pricing, "empty-category")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        // The words may make the page's kind unsure: a category without tiles looks like nothing.
        guard let words = page.pricing.emptyListing else {
            if let unfit = page.unfit(unless: [.listing]) { return .notApplicable(unfit) }
            guard let tile = page.pricing.ownTiles.first else {
                return .undetermined("neither products nor words for their absence were found on this listing")
            }
            return .pass([Evidence(url: page.url, tile.offer.mention, note: "\(page.pricing.ownTiles.count) products")])
        }
        if let unfit = page.unfit(unless: [.listing]) { return .notApplicable(unfit) }
        guard page.pricing.tiles.isEmpty else {
            return .pass([Evidence(url: page.url, page.pricing.tiles[0].offer.mention)])
        }
        // Filters, searches and page numbers past the end come out empty in any shop.
        guard WebAddress.Parts(Substring(page.url)).map({ isPlain($0.query) }) ?? false else {
            return .notApplicable("the address asks for a selection, not for a category")
        }
        return .fail(Failure(evidence: [Evidence(url: page.url, words)], confidence: .likely))
    }

    /// No query, or one that names the category itself.
    private func isPlain(_ query: Substring) -> Bool {
        let names = query.split(separator: "&").map { $0.prefix { $0 != "=" }.lowercased() }
        let own: Set<String> = [
            "id", "cat", "category", "category_id", "path", "cpath", "route", "c", "cid", "lang", "language",
        ]
        return names.allSatisfy(own.contains)
    }
}
