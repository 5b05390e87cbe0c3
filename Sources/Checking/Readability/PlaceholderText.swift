import Model

/// Filler that nobody replaced: lorem ipsum, a theme's own sentences, notices of work to come.
struct PlaceholderText: Check {
    struct Settings: Decodable, Sendable {
        /// Words, in small letters, that are filler beyond doubt wherever they stand.
        var sureWords: [String]
        /// Languages whose files have such phrases.
        var languages: [String]
    }
    static let id = CheckID(.readability, "placeholder-text")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        let found = page.readability.placeholders
        guard !found.isEmpty else {
            guard settings.languages.contains(page.language.tag) else {
                return .undetermined("there is no word list for the language “\(page.language.tag)”")
            }
            return page.free(of: "filler text")
        }
        let isSure = found.contains { mention in
            let quote = mention.quote.lowercased()
            return settings.sureWords.contains { holds(quote, $0) }
        }
        return .fail(
            Failure(
                evidence: found.prefix(3).map { Evidence(url: page.url, $0) },
                confidence: isSure ? .certain : .likely))
    }

    private func holds(_ text: String, _ word: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            if rest.hasPrefix(word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
