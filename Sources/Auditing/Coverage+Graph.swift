import Model

extension Coverage {
    /// Counts the pages of a crawl by what came of them. Addresses that aren't pages, or stand outside what was asked
    /// for, don't count as known.
    init(_ graph: LinkGraph) {
        self.init()
        for node in graph.nodes {
            if case .skipped(let reason) = node.outcome { heldBack[reason.rawValue, default: 0] += 1 }
            switch node.outcome {
            case .fetched(let facts) where facts.isSuccess && facts.isHTML: assessed += 1
            case .fetched(let facts) where facts.status >= 300: errors += 1
            case .failed: failed += 1
            case .blocked(by: .softNotFound, _): errors += 1
            case .blocked(by: .needsBrowser, _): needsBrowser += 1
            // What robots.txt takes out of a listing's filters and orders is no page of its own.
            case .blocked(by: .robots, _) where node.url.utf8.contains(UInt8(ascii: "?")): continue
            case .blocked: blocked += 1
            case .skipped(.pageLimit), .skipped(.depthLimit), .skipped(.timeBudget), .skipped(.surplus):
                beyondLimit += 1
            default: continue
            }
            known += 1
        }
    }
}

/// URLs that were not read, in words.
enum Unread {
    /// Addresses of one reason that are listed: those that became known first.
    static let rowLimit = 10_000

    /// Ascending by URL; and by reason, how many more there are.
    static func rows(_ graph: LinkGraph) -> (rows: [UnreadRow], more: [String: Int]) {
        var rows: [UnreadRow] = []
        var counts: [String: Int] = [:]
        for node in graph.nodes {
            guard let row = row(node) else { continue }
            counts[row.reason, default: 0] += 1
            if counts[row.reason, default: 0] <= rowLimit { rows.append(row) }
        }
        rows.sort { $0.url < $1.url }
        return (rows, counts.compactMapValues { $0 > rowLimit ? $0 - rowLimit : nil })
    }

    /// What became of the home page, of which nothing was assessed, in a line without its address.
    static func explanation(of graph: LinkGraph) -> String {
        guard let home = graph.nodes.first, let row = row(home) else {
            return "the page is empty, without any text or link to go on from"
        }
        return row.reason + (row.seen.map { " (\($0))" } ?? "")
    }

    /// What came of an address, in words.
    static func words(_ url: String, _ outcome: FetchOutcome) -> String? {
        row(LinkGraph.Node(url: url, outcome: outcome, source: .sitemap))?.reason
    }

    private static func row(_ node: LinkGraph.Node) -> UnreadRow? {
        func row(_ state: UnreadRow.State, _ reason: String, _ seen: String? = nil) -> UnreadRow {
            UnreadRow(url: node.url, state: state, reason: reason, seen: seen)
        }
        switch node.outcome {
        case .fetched(let facts) where facts.status >= 400: return row(.error, "answered with status \(facts.status)")
        case .fetched(let facts) where facts.status >= 300:
            return row(.error, "answered with status \(facts.status), which leads nowhere that can be asked for")
        case .fetched(let facts) where !facts.isHTML && facts.isSuccess:
            return row(.skipped, "not an HTML page")
        case .fetched: return nil
        case .failed(let failure): return row(.failed, words(failure))
        case .blocked(let reason, let seen): return row(.blocked, words(reason), seen)
        case .skipped(let reason): return row(.skipped, words(reason))
        case nil: return row(.skipped, "not asked for")
        }
    }

    private static func words(_ failure: FetchFailure) -> String {
        switch failure.stage {
        case .resolve: "the host name does not resolve"
        case .connect: "the server could not be connected to"
        case .tls: "the secure connection could not be made: \(failure.explanation)"
        case .timeout: "no answer in time: \(failure.explanation)"
        case .tooManyRedirects: "too many redirects"
        case .tooLarge: "too large: \(failure.explanation)"
        case .badResponse: "the answer could not be understood: \(failure.explanation)"
        case .empty: "the answer is empty: \(failure.explanation)"
        case .badURL: "not a usable address"
        case .cancelled: "stopped before it answered"
        case .other: "no usable answer: \(failure.explanation)"
        }
    }

    static func words(_ reason: BlockReason) -> String {
        switch reason {
        case .robots: "robots.txt forbids it"
        case .robotsUnread: "robots.txt could not be had, which closes the site for now"
        case .status401: "asks for a login (401)"
        case .status403: "refused (403)"
        case .status429: "too many requests (429)"
        case .status503: "not available for now (503)"
        case .botWall: "a wall against robots"
        case .loginWall: "behind a login"
        case .consentWall: "behind a demand for consent"
        case .ageGate: "behind a question for the visitor's age"
        case .regionWall: "not shown in the country that was asked from"
        case .maintenance: "closed for now, by its own words"
        case .softNotFound: "says that it was not found, with a status of success"
        case .needsBrowser: "empty before scripts run: to be read in a browser only"
        case .parked: "a parked domain"
        case .serverDefault: "a server's first page, no site"
        }
    }

    private static func words(_ reason: SkipReason) -> String {
        switch reason {
        case .pageLimit: "beyond the limit of pages (--max-pages)"
        case .depthLimit: "beyond the limit of clicks (--max-depth)"
        case .timeBudget: "the time was over"
        case .excluded: "excluded by --include or --exclude"
        case .outOfScope: "leads to another site"
        case .parameterVariant: "a variant of another address by its parameters"
        case .notAPage: "not an HTML page"
        case .scheme: "not an http or https address"
        case .repeats: "others like it turned out to be one page that was read already"
        case .noindex: "asks not to be indexed (--respect-noindex)"
        case .surplus: "one of many like it: as many of them as a report holds are in this one"
        case .action: "opening it would do something, such as putting goods in the cart"
        }
    }
}
