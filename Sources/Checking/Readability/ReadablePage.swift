import Model

extension PageFacts {
    /// Why nobody comes to this page to read; nil where its text is meant for reading.
    var isNotForReading: String? {
        switch kind.kind {
        case .cart, .checkout, .account, .search: "cart, checkout, account and search pages have no text of their own"
        default: isKeptFromSearch ? "the page is kept out of search engines" : nil
        }
    }

    /// An article, a policy page or a product page: where longer texts stand.
    var isForLongReading: Bool {
        kind.kind == .article || kind.kind == .product || kind.kind.isPolicy
    }

    /// Why this is no longer text meant for reading; nil for an article, a policy or a product page with at least so
    /// many words of running text.
    func isNoLongReading(under leastWords: Int) -> String? {
        guard isForLongReading else { return "only for articles, policies and products" }
        if let reason = isNotForReading { return reason }
        return readability.runningWords < leastWords ? "fewer than \(leastWords) words of running text" : nil
    }

    /// Nothing of a kind was found on a page that was read to its end.
    func free(of what: String) -> Outcome {
        if let truncated { return .undetermined("the page was not read to its end: \(truncated)") }
        return .pass([Evidence(url: url, quote: "", note: "no \(what) in \(readability.words) words")])
    }
}
