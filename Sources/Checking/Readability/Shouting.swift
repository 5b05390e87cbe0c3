import Model

/// Sentences in capitals.
struct Shouting: Check {
    static let id = CheckID(.readability, "shouting")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        let runs = page.readability.shouting
        guard !runs.isEmpty else { return page.free(of: "runs of words in capitals") }
        return .fail(Failure(evidence: runs.prefix(3).map { Evidence(url: page.url, $0) }))
    }
}
