import Model

/// One title on several different pages: a visitor with two tabs, or a list of search results, can't tell them apart.
struct TitleDuplicate: Check {
    struct Settings: Decodable, Sendable {
        /// Parameters of an address that make another page of it; all others (sorting, page numbers, campaigns) show
        /// the same page differently.
        var identifyingParameters: [String]
        /// Kinds of page whose titles nobody compares.
        var kindsNotCounted: [String]
    }
    static let id = CheckID(.navigation, "title-duplicate")
    private let identifying: Set<String>
    private let notCounted: Set<PageKind>

    init(settings: Settings) {
        identifying = Set(settings.identifyingParameters)
        notCounted = Set(settings.kindsNotCounted.compactMap(PageKind.init(rawValue:)))
    }

    private struct Key: Hashable {
        var title: String
        var language: String
    }

    func evaluate(_ site: SiteFacts) -> Outcome {
        var groups: [Key: [PageSummary]] = [:]
        var seen: Set<String> = []
        var different = 0
        for page in site.pages where isOwnPage(page) {
            guard seen.insert(identity(page.url)).inserted else { continue }
            different += 1
            groups[Key(title: page.title.lowercased(), language: page.language), default: []].append(page)
        }
        guard different > 1 else { return .notApplicable("fewer than two different pages with a title were read") }
        let names = names(site)
        let shared = groups.values.map { distinct($0, names) }.filter { $0.count > 1 }
            .sorted { ($1.count, $0[0].url) < ($0.count, $1[0].url) }
        guard let largest = shared.first else {
            let first = site.pages.first { isOwnPage($0) }
            return .pass(first.map { [evidence($0, note: "the only page with this title")] } ?? [])
        }
        let pages = shared.reduce(0) { $0 + $1.count }
        let shown = (largest.prefix(3) + (shared.count > 1 ? shared[1].prefix(2) : []))
        return .fail(
            Failure(
                evidence: shown.map { evidence($0, note: "a title that other pages have too") },
                confidence: isSure(shared, names) ? .certain : .likely, share: Double(pages) / Double(different),
                detail: "\(pages) of \(different) pages share \(shared.count) title\(shared.count == 1 ? "" : "s")"))
    }

    private func isOwnPage(_ page: PageSummary) -> Bool {
        !page.title.isEmpty && page.canonical == nil && !notCounted.contains(page.kind)
    }

    private func names(_ site: SiteFacts) -> [PageID: String] {
        var names: [PageID: String] = [:]
        for product in site.products { names[product.id] = product.name?.lowercased() }
        return names
    }

    /// One product at several addresses is one page to a visitor, and so is the home page.
    private func distinct(_ group: [PageSummary], _ names: [PageID: String]) -> [PageSummary] {
        var seen: Set<String> = []
        return group.filter { page in
            if page.kind == .home { return seen.insert("home").inserted }
            return names[page.id].map { seen.insert("product \($0)").inserted } ?? true
        }
    }

    /// Products of different names under one title are different pages beyond doubt.
    private func isSure(_ groups: [[PageSummary]], _ names: [PageID: String]) -> Bool {
        groups.contains { group in Set(group.compactMap { names[$0.id] }).count > 1 }
    }

    private func evidence(_ page: PageSummary, note: String) -> Evidence {
        Evidence(url: page.url, quote: page.title, region: .head, locator: "head > title", note: note)
    }

    /// The address without what shows the same page differently: scheme, "www.", page numbers, most parameters.
    func identity(_ url: String) -> String {
        guard let parts = WebAddress.Parts(Substring(url)) else { return url }
        let host = parts.host.lowercased()
        var path = parts.path.lowercased().split(separator: "/")
        var query = parts.query.split(separator: "&")
        // Copies of a site on disk have "@" in place of "?": "index.php@page=2.html".
        if let last = path.last, let at = last.firstIndex(of: "@"), last[at...].contains("=") {
            var rest = last[at...].dropFirst()
            if rest.hasSuffix(".html") { rest = rest.dropLast(5) }
            query += rest.split(separator: "&")
            path[path.count - 1] = last[..<at]
        }
        if let last = path.last, isIndex(last) { path.removeLast() }
        if let last = path.last, isPageNumber(last) {
            path.removeLast()
            if path.last == "page" || path.last == "p" { path.removeLast() }
        }
        let kept = query.filter { parameter in
            identifying.contains(parameter.prefix { $0 != "=" }.lowercased())
        }
        let tail = kept.isEmpty ? "" : "?" + kept.sorted().joined(separator: "&")
        return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host) + "/" + path.joined(separator: "/") + tail
    }

    /// "index.html", "index.php" and the like.
    private func isIndex(_ part: Substring) -> Bool {
        guard part.hasPrefix("index.") else { return false }
        let ending = part.utf8.dropFirst(6)
        return ending.count <= 5 && ending.allSatisfy { (97...122).contains($0) }
    }

    /// "2", "p2", "page2", "page-2".
    private func isPageNumber(_ part: Substring) -> Bool {
        var rest = part
        for prefix in ["page-", "page", "p"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        return !rest.isEmpty && rest.utf8.count <= 4 && rest.utf8.allSatisfy { (48...57).contains($0) }
    }
}
