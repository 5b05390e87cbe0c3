import Model

/// Long texts in the hard band of their language's own readability formula.
struct HardSentences: Check {
    struct Settings: Decodable, Sendable {
        /// Words of running text under which a formula says little.
        var leastWords: Int
        var leastSentences: Int
        /// Words a sentence, on average, from which sentences are what makes a text hard. Long words alone may be the
        /// language's nature.
        var longSentence: Double
        /// Words a sentence beyond which the text has no full stops: a list, or verse.
        var endlessSentence: Double
        /// By language tag; "none" where no formula was made for it.
        var formulas: [String: String]
        /// By formula: the score that separates hard from middling.
        var hard: [String: Double]
    }
    static let id = CheckID(.readability, "hard-sentences")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let reason = page.isNoLongReading(under: settings.leastWords) { return .notApplicable(reason) }
        let text = page.readability
        let language = page.language.tag
        guard let formula = settings.formulas[language].flatMap(ReadabilityFormula.init(rawValue:)),
            let hard = settings.hard[formula.rawValue]
        else { return .undetermined("no readability formula is known to fit the language “\(language)”") }
        guard text.sentences >= settings.leastSentences, let score = formula.score(text) else {
            return .notApplicable("fewer than \(settings.leastSentences) sentences")
        }
        guard page.language.others.values.reduce(0, +) < 0.2 else {
            return .undetermined("the text is in several languages, and a formula fits one")
        }
        let length = Double(text.runningWords) / Double(text.sentences)
        guard length <= settings.endlessSentence else {
            return .undetermined("hardly any full stops: the ends of sentences can't be told")
        }
        let isHard = formula.isHigherEasier ? score < hard : score > hard
        let figures = "\(formula.name) \(GenericCheck.format(score)), \(GenericCheck.format(length)) words a sentence"
        guard isHard, length > settings.longSentence else {
            return .pass([Evidence(url: page.url, quote: "", region: .main, note: figures)])
        }
        let border = "hard is \(formula.isHigherEasier ? "under" : "over") \(GenericCheck.format(hard))"
        return .fail(
            Failure(
                evidence: text.longestSentences.map {
                    Evidence(url: page.url, $0.mention, note: "a sentence of \(Int($0.value)) words")
                }, confidence: .likely, detail: "\(figures); \(border)"))
    }
}
