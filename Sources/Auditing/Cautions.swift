import Model

/// What a reader must know before the score.
enum Cautions {
    static func of(
        _ footer: SavedCrawl.Footer, _ coverage: Coverage, _ site: SiteFacts, blocked: Bool
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
        if footer.unlisted > 0 {
            out.append("The site has more addresses than are kept: \(footer.unlisted) were left out.")
        }
        return out
    }
}
