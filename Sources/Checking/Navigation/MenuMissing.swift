import Model

/// A menu: internal links in a navigation region, in a list of the header, or above the main heading.
struct MenuMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Internal links that make a menu.
        var leastLinks: Int
        /// Words under which a page without links is taken for one that a script fills in.
        var leastWords: Int
    }
    static let id = CheckID(.navigation, "menu-missing")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        // Paying and logging in go undisturbed in many good shops.
        if [.cart, .checkout, .account].contains(page.kind.kind) {
            return .notApplicable("cart, checkout and account pages may do without a menu")
        }
        if page.isKeptFromSearch { return .notApplicable("the page is kept out of search engines") }
        let navigation = page.navigation
        if navigation.menuLinks >= settings.leastLinks {
            let shown = navigation.menu.map { Evidence(url: page.url, $0) }
            return .pass([shown ?? Evidence(url: page.url, quote: "", note: "\(navigation.menuLinks) links in menus")])
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        if navigation.internalLinkCount < settings.leastLinks, page.readability.words < settings.leastWords {
            return .undetermined("the page as sent is all but empty; a script probably fills it in")
        }
        let isBare = navigation.internalLinkCount < settings.leastLinks
        // Where nothing is marked, a menu is told by standing above the main heading.
        guard isBare || navigation.headings.contains(where: { $0.level == 1 }) else {
            return .undetermined(
                "nothing tells the page's menu from its other links: no regions, lists or main heading")
        }
        let what = "a navigation region, a list in the header or a box named as a menu, with "
        return .fail(
            Failure(
                evidence: [
                    Evidence(
                        url: page.url, quote: "",
                        note: "\(navigation.internalLinkCount) links within the shop on the whole page")
                ], confidence: isBare ? .certain : .likely,
                looked: page.searched(for: what + "\(settings.leastLinks) or more links within the shop")))
    }
}

extension PageFacts {
    /// The page as the only place that was searched.
    func searched(for what: String) -> SearchedPlaces {
        SearchedPlaces(pages: 1, kinds: [kind.kind.rawValue: 1], urls: [url], what: what)
    }

    /// Marked "noindex": not meant to be come upon.
    var isKeptFromSearch: Bool {
        head.robots?.contains("noindex") == true || fetch.robotsTag?.lowercased().contains("noindex") == true
    }
}
