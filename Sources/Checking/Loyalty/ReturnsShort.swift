import Model

/// The days that a shop grants for returns, against those that the law of its country grants.
struct ReturnsShort: Check {
    struct Settings: Decodable, Sendable {
        /// Days of the right to return or exchange goods that were bought at a distance, by ISO 3166 region.
        var days: [String: Int]
    }
    static let id = CheckID(.loyalty, "returns-short")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let stated = site.mentions["loyalty.returnDays"],
            let longest = stated.values.compactMap({ Int($0) }).max()
        else {
            return site.mentions["kind.policy:returns"] == nil
                ? .notApplicable("no number of days for returns is stated")
                : .undetermined("the returns page states no number of days that could be read")
        }
        guard let country = site.country else { return .undetermined("the shop's country is not known") }
        guard let due = settings.days[country] else {
            return .notApplicable("no statutory number of days is on file for \(country)")
        }
        // Of several windows, the longest is the one for plain returns; shorter ones are for damage or exchange.
        guard longest < due else { return .pass(Array(stated.examples.prefix(3))) }
        return .fail(
            Failure(
                evidence: Array(stated.examples.prefix(3)), confidence: .likely,
                detail: "\(longest) days, where the law of \(country) grants \(due)"))
    }
}
