import Model

/// Running text in another language than the page's own.
struct WrongLanguage: Check {
    struct Settings: Decodable, Sendable {
        /// Share of the running text, 0…1.
        var leastShare: Double
        /// Words of running text under which shares say little.
        var leastWords: Int
    }
    static let id = CheckID(.readability, "wrong-language")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNotForReading { return .notApplicable(reason) }
        guard page.readability.runningWords >= settings.leastWords else {
            return .notApplicable("fewer than \(settings.leastWords) words of running text")
        }
        let own = page.language.tag
        guard own != "und" else { return .undetermined("the page's own language can't be told") }
        let other = page.language.others.filter { $0.key != own }.max {
            ($0.value, $1.key) < ($1.value, $0.key)
        }
        guard let other, other.value >= settings.leastShare else {
            return .pass([Evidence(url: page.url, quote: "", region: .main, note: "the text is in “\(own)”")])
        }
        let words = "\(Int((other.value * 100).rounded())) % of the longer paragraphs read as “\(other.key)”"
        return .fail(
            Failure(
                evidence: [
                    Evidence(url: page.url, quote: "", region: .main, note: "a page in “\(own)”: \(words)")
                ], confidence: .likely, detail: words))
    }
}
