import Model

/// The path back up from a product, or from a listing below another.
struct BreadcrumbsMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Parts of an address that no level of the range stands behind ("category", "shop", "en").
        var partsNotCounted: [String]
    }
    static let id = CheckID(.navigation, "breadcrumbs-missing")
    private let notCounted: Set<String>

    init(settings: Settings) { notCounted = Set(settings.partsNotCounted) }

    func evaluate(_ page: PageFacts) -> Outcome {
        guard page.kind.kind == .product || page.kind.kind == .listing else {
            return .notApplicable("only for products and listings")
        }
        if let trail = page.navigation.breadcrumbs { return .pass([Evidence(url: page.url, trail)]) }
        if page.kind.kind == .listing, levels(page.fetch.finalURL) < 2 {
            return .notApplicable("nothing shows that this listing stands below another")
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, quote: "", note: "no path from the home page to here")],
                confidence: .likely,
                looked: page.searched(for: "a breadcrumb trail: markup, BreadcrumbList, or links with separators")))
    }

    /// Levels of the range that the address names: "/shop/tea/green/" has two.
    private func levels(_ url: String) -> Int {
        guard let parts = WebAddress.Parts(Substring(url)) else { return 0 }
        // OpenCart and its kin name the whole path in one parameter: path=20_27.
        if let path = parts.query.split(separator: "&").first(where: { $0.hasPrefix("path=") }) {
            return path.split(separator: "_").count
        }
        return parts.path.lowercased().split(separator: "/").filter(isLevel).count
    }

    private func isLevel(_ part: Substring) -> Bool {
        guard !notCounted.contains(String(part)), !part.hasPrefix("index."), part.utf8.count > 3 else { return false }
        return !part.utf8.allSatisfy { (48...57).contains($0) } && !part.hasPrefix("page")
    }
}
