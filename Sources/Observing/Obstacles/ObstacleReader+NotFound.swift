import Model
import Parsing

extension ObstacleReader {
    /// Says that it wasn't found, in a shop's own frame: menus and footers are there, the page's own words aren't.
    var softNotFound: Obstacle? {
        guard facts.fetch.isSuccess, let group = WallWords.group("notfound"),
            facts.readability.runningWords <= Self.fewWords, facts.pricing.emptyListing == nil,
            ![.product, .listing, .search, .cart, .checkout].contains(facts.kind.kind)
        else { return nil }
        let isMarked = bodyMark
        guard isMarked != nil || page.hits.contains(where: { $0.group == group }) else { return nil }
        let found = signs(
            WallWords(page, title: facts.head.title, inAllLanguages: false), "notfound", title: 0.6)
        let count = [found.isTitle, found.isHeading, found.said > 0, isMarked != nil].count { $0 }
        guard count >= (facts.kind.kind == .home ? 3 : 2), found.isTitle || found.isHeading else { return nil }
        return obstacle(.softNotFound, found.quotes + [isMarked])
    }

    /// The class or id by which a template of "not found" names itself on `<body>`.
    private var bodyMark: String? {
        guard let body = page.document.nodes.firstIndex(where: { !$0.isText && $0.tag == .body }) else { return nil }
        for value in [page.document.attribute(.class, of: body), page.document.attribute(.id, of: body)] {
            for token in (value ?? []).split(whereSeparator: { $0 <= 32 }) where token.count <= 60 {
                let word = String(decoding: token, as: UTF8.self).lowercased()
                if Self.bodyMarks.contains(word) { return "body marked “\(word)”" }
            }
        }
        return nil
    }

    /// Of WordPress, Shopify, OpenCart, Magento, PrestaShop, Shopware.
    private static let bodyMarks: Set<String> = [
        "error404", "template-404", "page-404", "error-not-found", "cms-no-route", "pagenotfound", "cms-noroute-index",
        "page-not-found", "is-ctl-error", "not-found", "error-404", "404",
    ]
}
