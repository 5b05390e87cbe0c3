import Model

/// Paragraphs so long that nobody begins to read them.
struct WallOfText: Check {
    struct Settings: Decodable, Sendable {
        /// Words of the longest paragraph that is still read.
        var mostWords: Int
    }
    static let id = CheckID(.readability, "wall-of-text")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        guard page.readability.paragraphs > 0 else { return .notApplicable("no paragraphs on this page") }
        let walls = page.readability.walls.filter { $0.value > Double(settings.mostWords) }
            .sorted { $0.value > $1.value }
        guard let longest = walls.first else { return page.free(of: "paragraph of over \(settings.mostWords) words") }
        return .fail(
            Failure(
                evidence: walls.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "a paragraph of \(Int($0.value)) words")
                }, detail: "\(Int(longest.value)) words in one paragraph"))
    }
}
