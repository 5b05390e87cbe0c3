import Model

/// Delivery, returns and payment told on each product page, or a click away from it.
struct ConditionsFar: Check {
    struct Settings: Decodable, Sendable {
        /// Share of the products, 0…1, up to which it is an exception.
        var share: Double
        /// Links that a page has at least, or its menus and footer are drawn by scripts.
        var fewestLinks: Int
    }
    static let id = CheckID(.pricing, "conditions-far")
    /// What a customer asks before ordering.
    static let topics: [PageKind] = [.delivery, .returns, .payment]
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        // What the shop tells nowhere is for other checks to say.
        let told = Self.topics.filter { topic in site.pages.contains { $0.covers(topic) } }
        guard !told.isEmpty else {
            return .notApplicable("no page on delivery, returns or payment was read that a product could lead to")
        }
        let unspoken = Set(site.pages.filter { WordLists.silence(in: $0.language) != nil }.map(\.id))
        let graph = site.graph
        let assessed = site.products.filter {
            !unspoken.contains($0.id) && Int($0.id) < graph.links.count
                && graph.links[Int($0.id)].count >= settings.fewestLinks
        }
        guard !assessed.isEmpty else {
            return .notApplicable(
                "no product page with at least \(settings.fewestLinks) links was read in a known language")
        }
        let targets = ConditionTargets(site, from: assessed)
        var far: [Far] = []
        var doubt: String?
        for product in assessed {
            let links = graph.links[Int(product.id)]
            let missing = told.filter { topic in
                !product.speaksOf.contains(topic) && !links.contains { targets.tells($0, of: topic) }
            }
            guard !missing.isEmpty else { continue }
            far.append(Far(product: product, topics: missing))
            if doubt == nil { doubt = targets.doubt(product, links) }
        }
        let share = Double(far.count) / Double(assessed.count)
        guard share > settings.share else { return pass(assessed.count - far.count, of: assessed, told) }
        if let doubt {
            return .undetermined(
                "pages of products don't speak of \(Self.words(far[0].topics, "or")), but \(doubt), so it can’t be told"
            )
        }
        return fail(far, of: assessed.count, share, told)
    }

    private struct Far {
        var product: ProductSummary
        var topics: [PageKind]
    }

    private func pass(_ near: Int, of products: [ProductSummary], _ told: [PageKind]) -> Outcome {
        let note =
            "\(near) of \(products.count) product pages speak of \(Self.words(told)), or link to a page that does"
        return .pass([Evidence(url: products[0].url, quote: products[0].name ?? "", note: note)])
    }

    private func fail(_ far: [Far], of assessed: Int, _ share: Double, _ told: [PageKind]) -> Outcome {
        let what =
            "words, links and pictures on \(Self.words(told)) on each product page, and the pages that it links to"
        return .fail(
            Failure(
                evidence: far.prefix(5).map {
                    Evidence(
                        url: $0.product.url, quote: $0.product.name ?? "",
                        note: "neither speaks of \(Self.words($0.topics, "or")) nor links to a page that does")
                }, confidence: .likely,
                looked: SearchedPlaces(
                    pages: assessed, kinds: [PageKind.product.rawValue: assessed],
                    urls: far.prefix(5).map(\.product.url), what: what),
                share: share, detail: "\(far.count) of \(assessed) product pages"))
    }

    private static func words(_ topics: [PageKind], _ last: String = "and") -> String {
        let names = topics.map { $0.rawValue.split(separator: ":").last.map(String.init) ?? $0.rawValue }
        guard names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
    }
}

/// What the pages that product pages link to speak of, and which of them nobody read.
private struct ConditionTargets {
    private var spoken: [PageID: Set<PageKind>] = [:]
    /// Unread pages that belong to the frame of most product pages.
    private var unread: [PageID: String] = [:]

    /// Pages on goods, and those where one is about to pay: no places to look for terms.
    private static let goods: Set<PageKind> = [.home, .listing, .product, .cart, .checkout, .search, .account]
    /// A page with fewer that speaks of none of them may get its text by script.
    private static let fewestWords = 30
    /// Parts of addresses of such pages.
    private static let controls = [
        "cart", "basket", "checkout", "login", "signin", "sign-in", "logout", "register", "account", "wishlist",
        "compare", "search", "password", "currency", "language", "lang=",
    ]

    init(_ site: SiteFacts, from products: [ProductSummary]) {
        var byURL: [String: Set<PageKind>] = [:]
        var read: Set<PageID> = []
        for page in site.pages {
            let isGoods = ConditionTargets.goods.contains(page.kind)
            let topics = Set((isGoods ? [] : page.speaksOf + [page.kind]) + page.alsoCovers)
            // Its text may come by script.
            if !isGoods, page.words < ConditionTargets.fewestWords, topics.isDisjoint(with: ConditionsFar.topics) {
                continue
            }
            read.insert(page.id)
            spoken[page.id] = topics
            byURL[page.url] = topics
        }
        var counts: [PageID: Int] = [:]
        for product in products {
            for target in site.graph.links[Int(product.id)] where !read.contains(target) {
                counts[target, default: 0] += 1
            }
        }
        for (target, count) in counts {
            guard Int(target) < site.graph.nodes.count else { continue }
            let node = site.graph.nodes[Int(target)]
            if case .fetched(let facts) = node.outcome {
                if let topics = byURL[facts.finalURL] {
                    spoken[target] = topics
                    continue
                }
                if !facts.isSuccess { continue }
            }
            if count * 2 > products.count, ConditionTargets.mayTell(node) { unread[target] = node.url }
        }
    }

    func tells(_ page: PageID, of topic: PageKind) -> Bool { spoken[page]?.contains(topic) ?? false }

    /// Where the product page leads that wasn't read; nil where all was.
    func doubt(_ product: ProductSummary, _ links: [PageID]) -> String? {
        if product.leadsElsewhere { return "they link to help or terms on another host" }
        return links.lazy.compactMap { unread[$0] }.first.map { "they link to \($0), which was not read" }
    }

    private static func mayTell(_ node: LinkGraph.Node) -> Bool {
        if case .skipped(let why) = node.outcome, [.action, .parameterVariant, .scheme, .repeats].contains(why) {
            return false
        }
        let address = node.url.lowercased()
        return !controls.contains { address.contains($0) }
    }
}
