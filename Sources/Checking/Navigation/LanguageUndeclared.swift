import Model

/// A declared language that the text doesn't contradict.
struct LanguageUndeclared: Check {
    struct Settings: Decodable, Sendable {
        /// Languages that short texts don't tell apart.
        var closeLanguages: [[String]]
        /// Share of the text, 0…1, that has to be in the other language.
        var leastShare: Double
        /// Words of the page.
        var leastWords: Int
    }
    static let id = CheckID(.navigation, "language-undeclared")
    private let families: [Set<String>]
    private let settings: Settings

    init(settings: Settings) {
        families = settings.closeLanguages.map(Set.init)
        self.settings = settings
    }

    func evaluate(_ page: PageFacts) -> Outcome {
        guard let declared = page.language.declared else {
            if page.truncated != nil, page.readability.words == 0 { return .undetermined("the page was not read") }
            return .fail(
                Failure(
                    evidence: [Evidence(url: page.url, quote: "", locator: "html", note: "no language is declared")],
                    looked: page.searched(for: "a lang attribute of html")))
        }
        let tag = declared.lowercased().prefix { $0 != "-" && $0 != "_" }
        let evidence = Evidence(url: page.url, quote: declared, locator: "html", note: "the declared language")
        guard let detected = page.language.detected, page.readability.words >= settings.leastWords,
            page.language.detectedShare >= settings.leastShare, page.language.tag == detected
        else { return .pass([evidence]) }
        guard !isSame(String(tag), detected) else { return .pass([evidence]) }
        // "eng" and the like: no tag of BCP 47, and no other language either.
        guard tag.utf8.count == 2 else {
            return .undetermined("“\(declared)” is no tag that can be compared with the text's language")
        }
        // English descriptions of goods within a page of another language don't make its declaration wrong.
        guard detected != "en" else {
            return .undetermined("the longer texts are in English, and the rest of the page may be as declared")
        }
        let percent = Int((page.language.detectedShare * 100).rounded(.down))
        let words = "declares “\(declared)”; \(percent) % of the text looked at reads as “\(detected)”"
        return .fail(
            Failure(
                evidence: [Evidence(url: page.url, quote: declared, locator: "html", note: words)],
                confidence: .likely, detail: words))
    }

    private func isSame(_ declared: String, _ detected: String) -> Bool {
        declared == detected || families.contains { $0.contains(declared) && $0.contains(detected) }
    }
}
