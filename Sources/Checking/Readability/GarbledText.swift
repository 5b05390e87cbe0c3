import Model

/// Letters that were read in the wrong character set.
struct GarbledText: Check {
    static let id = CheckID(.readability, "garbled-text")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        guard page.readability.words > 0 else { return .notApplicable("no text on this page") }
        let found = page.readability.garbled
        guard !found.isEmpty else { return page.free(of: "garbled characters") }
        return .fail(Failure(evidence: found.prefix(3).map { Evidence(url: page.url, $0) }))
    }
}
