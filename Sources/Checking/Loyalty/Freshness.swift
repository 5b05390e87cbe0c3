import Model

/// The year in the copyright line, against the year of the audit.
struct StaleFooter: Check {
    struct Settings: Decodable, Sendable {
        /// A newest year this many years back, or more, fails.
        var years: Int
    }
    static let id = CheckID(.loyalty, "stale-footer")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let lines = site.mentions["loyalty.copyrightYear"],
            let newest = lines.values.compactMap({ Int($0) }).max()
        else { return .notApplicable("no copyright line with a year") }
        let age = site.today.year - newest
        guard age >= settings.years else { return .pass(Array(lines.examples.prefix(3))) }
        return .fail(
            Failure(
                evidence: Array(lines.examples.prefix(3)), confidence: .certain,
                detail: "\(newest), in \(site.today.year), on \(lines.pages) of \(site.pages.count) pages"))
    }
}

/// The newest article, against the day of the audit.
struct GuidesStale: Check {
    struct Settings: Decodable, Sendable {
        /// Whole months since the newest article that are let pass.
        var months: Int
    }
    static let id = CheckID(.loyalty, "guides-stale")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let newest = site.newestArticle else { return .notApplicable("no article with a date was read") }
        let evidence = Evidence(
            url: newest.url, quote: newest.title, region: .head,
            note: "the newest of the dated articles: \(newest.date.text)")
        guard StaleDate.months(from: newest.date, to: site.today) > settings.months else { return .pass([evidence]) }
        // Of a sample, a newer one may not have been read; of a whole site, one may lack its date.
        return .fail(Failure(evidence: [evidence], confidence: .likely))
    }
}

private enum StaleDate {
    /// Whole months from one day to another; negative where the second is earlier.
    static func months(from start: CalendarDate, to end: CalendarDate) -> Int {
        (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
    }
}
