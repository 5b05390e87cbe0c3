import Model

/// What a reader must know before the score.
enum Cautions {
    static func of(
        _ footer: SavedCrawl.Footer, _ coverage: Coverage, _ site: SiteFacts, cut: [String: Int], blocked: Bool
    ) -> [String] {
        var out: [String] = []
        if blocked {
            let what =
                coverage.needsBrowser > coverage.blocked
                ? "is empty before scripts run, and was not assessed without a browser (\(coverage.needsBrowser)"
                : "did not let us in (\(coverage.blocked + coverage.needsBrowser)"
            out.append(
                "Most of the site \(what) of \(coverage.known) known pages): there is no score, and what is missing "
                    + "below may only be out of sight.")
        } else if coverage.needsBrowser > 0 {
            out.append("\(coverage.needsBrowser) pages are empty before scripts run, and were not assessed.")
        }
        switch footer.stop {
        case "timeBudget": out.append("The crawl ended when its time was over: this is a partial report.")
        case "interrupted": out.append("The crawl was stopped by hand: this is a partial report.")
        default: break
        }
        if coverage.isSample {
            out.append("This is a sample: \(coverage.assessed) of \(coverage.known) known pages were read.")
        }
        if coverage.repeats > 0 {
            let pages =
                coverage.repeats == 1 ? "1 page that was read is" : "\(coverage.repeats) pages that were read are"
            out.append("\(pages) the same as another one under another address, and judged once.")
        }
        let surplus = coverage.heldBack["surplus", default: 0] + (footer.passed ?? 0)
        if surplus > 0 {
            out.append(
                "\(surplus) addresses were asked for and not judged: of pages like them there are as many in this report as "
                    + "it has room for.")
        }
        let variants = coverage.heldBack["parameterVariant", default: 0] + coverage.heldBack["repeats", default: 0]
        if variants > coverage.known {
            out.append(
                "The site shows the same pages under many addresses: \(variants) filters, orders, dates, sessions and "
                    + "further pages of lists were not asked for.")
        }
        if let fault = footer.ledgerFault {
            out.append("The prices of this audit could not be kept, and earlier ones not be compared: \(fault).")
        }
        if footer.unlisted > 0 {
            out.append(
                "The site has more addresses than are kept: \(footer.unlisted) links led to others, which were left out."
            )
        }
        for (url, outcome) in (footer.unreadSitemaps ?? [:]).sorted(by: { $0.key < $1.key }).prefix(3) {
            guard let words = Unread.words(url, outcome) else { continue }
            out.append("The sitemap \(url) could not be read: \(words). Pages that only it lists are not known here.")
        }
        for (reason, count) in cut.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(5) {
            let pages = count == 1 ? "1 page was" : "\(count) pages were"
            out.append("\(pages) read in part only: \(reason).")
        }
        return out + insecurity(footer.graph)
    }

    /// Of a site that didn't let anything be read.
    static func ofNothingRead(_ footer: SavedCrawl.Footer) -> [String] {
        let home = footer.graph.nodes.first?.outcome
        var out = [
            "Nothing of the shop was assessed. What came of its first page: \(Unread.explanation(of: footer.graph)).",
            "What to do: \(WayIn.advice(on: home))",
        ]
        if case .blocked? = home { out[0] += " That says nothing for or against the shop." }
        if footer.stop == "interrupted" { out.append("The crawl was stopped by hand.") }
        return out
    }

    /// Hosts of the site whose secure connection can't be trusted: a visitor's browser warns of them. At most 5.
    private static func insecurity(_ graph: LinkGraph) -> [String] {
        var faults: [String: String] = [:]
        for node in graph.nodes {
            guard case .failed(let failure)? = node.outcome, failure.stage == .tls, faults.count < 100 else { continue }
            let host = node.url.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init) ?? node.url
            faults[host] = faults[host] ?? failure.explanation
        }
        return faults.sorted { $0.key < $1.key }.prefix(5).map { host, words in
            "\(host) has no secure connection that can be trusted: \(words). Browsers warn of it; nothing was read there."
        }
    }
}
