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
        guard let other = other(page), other.share >= settings.leastShare else {
            return .pass([Evidence(url: page.url, quote: "", region: .main, note: "the text is in “\(own)”")])
        }
        let percent = Int((min(other.share, 1) * 100).rounded())
        let words = "\(percent) % of the longer texts read as “\(other.found)”"
        return .fail(
            Failure(
                evidence: [
                    Evidence(url: page.url, quote: "", region: .main, note: "a page in “\(other.own)”: \(words)")
                ], confidence: .likely, detail: words))
    }

    private struct Other {
        var own: String
        var found: String
        var share: Double
    }

    /// The largest other language. English that overgrew a page which declares another language is one too; a template's
    /// declared English is no promise.
    private func other(_ page: PageFacts) -> Other? {
        let language = page.language
        let declared = (language.declared ?? "").lowercased().prefix { $0 != "-" && $0 != "_" }
        if language.tag == "en", language.detected == "en", declared != "en", declared.utf8.count == 2 {
            return Other(own: String(declared), found: "en", share: language.detectedShare)
        }
        let largest = language.others.filter { $0.key != language.tag }.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return largest.map { Other(own: language.tag, found: $0.key, share: $0.value) }
    }
}
