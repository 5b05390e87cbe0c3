import Model

/// Paragraphs so long that nobody begins to read them.
struct WallOfText: Check {
    struct Settings: Decodable, Sendable {
        /// Words of the longest paragraph that is still read.
        var mostWords: Int
        /// Words in an element's path that speak of customers' own writing.
        var partsOfOthers: [String]
    }
    static let id = CheckID(.readability, "wall-of-text")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        guard page.readability.paragraphs > 0 else { return .notApplicable("no paragraphs on this page") }
        let walls = page.readability.walls.filter { $0.value > Double(settings.mostWords) && !isOthers($0.mention) }
            .sorted { $0.value > $1.value }
        guard !walls.isEmpty else { return page.free(of: "paragraph of over \(settings.mostWords) words") }
        let whole = walls.filter { !isJoined($0.mention.quote) }
        guard let longest = whole.first else {
            return .undetermined("a long paragraph seems to be several, which only the page's style sets apart")
        }
        return .fail(
            Failure(
                evidence: whole.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "a paragraph of \(Int($0.value)) words")
                }, detail: "\(Int(longest.value)) words in one paragraph"))
    }

    /// Customers write as they like.
    private func isOthers(_ mention: Mention) -> Bool {
        let place = mention.locator.lowercased()
        return settings.partsOfOthers.contains { place.contains($0) }
    }

    /// A sentence begins right at another's full stop: boxes that follow each other.
    private func isJoined(_ quote: String) -> Bool {
        var previous: Character = " "
        var last: Character = " "
        for character in quote {
            if last == ".", character.isUppercase, previous.isLowercase { return true }
            previous = last
            last = character
        }
        return false
    }
}
