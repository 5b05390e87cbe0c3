import Model

/// Sentences in capitals.
struct Shouting: Check {
    struct Settings: Decodable, Sendable {
        /// Words in capitals, one after the other, that count.
        var leastWords: Int
        /// Words that can be neither a title nor a few names.
        var sureWords: Int
    }
    static let id = CheckID(.readability, "shouting")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        let runs = page.readability.shouting.map { (mention: $0, words: Shouting.longestRun($0.quote)) }
            .filter { $0.words >= settings.leastWords }
        guard !runs.isEmpty else { return page.free(of: "runs of words in capitals") }
        // Sure ones first: they decide the confidence.
        let shown = runs.filter { $0.words >= settings.sureWords } + runs.filter { $0.words < settings.sureWords }
        return .fail(
            Failure(
                evidence: shown.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "\($0.words) words in capitals, one after the other")
                }, confidence: runs.contains { $0.words >= settings.sureWords } ? .certain : .likely))
    }

    /// Words of two or more letters, all capitals, with nothing but their own punctuation between them. A bar, slash or
    /// dot on its own divides names in a row.
    static func longestRun(_ text: String) -> Int {
        var longest = 0
        var run = 0
        for token in text.split(whereSeparator: \.isWhitespace) {
            let letters = token.filter(\.isLetter)
            if letters.isEmpty {
                if token != "&", token != "-", token != "–", token != "—" { run = 0 }
                continue
            }
            if letters.contains(where: \.isLowercase) || token.contains(where: { $0 == "|" || $0 == "/" }) {
                run = 0
            } else if letters.count > 1 {
                run += 1
            }
            longest = max(longest, run)
        }
        return longest
    }
}
