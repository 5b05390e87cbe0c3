import Model

/// Long texts that nothing divides.
struct NoStructure: Check {
    struct Settings: Decodable, Sendable {
        /// Words of running text from which headings or lists are needed.
        var leastWords: Int
        /// Words a paragraph on average from which short ones can't be doing the work of headings.
        var longParagraph: Int
    }
    static let id = CheckID(.readability, "no-structure")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNoLongReading(under: settings.leastWords) { return .notApplicable(reason) }
        let text = page.readability
        // One heading is the page's own name.
        if text.headings > 1 || text.lists > 0 || page.pricing.characteristics > 0 {
            let note = "\(text.headings) headings and \(text.lists) lists in \(text.runningWords) words"
            return .pass([Evidence(url: page.url, quote: "", region: .main, note: note)])
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let words = "\(text.runningWords) words in \(text.paragraphs) paragraphs"
        let isDense = text.runningWords >= text.paragraphs &* settings.longParagraph
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, quote: "", region: .main, note: words)],
                confidence: isDense ? .certain : .likely,
                looked: page.searched(for: "headings below the page's own, and lists, in its main part"), detail: words)
        )
    }
}
