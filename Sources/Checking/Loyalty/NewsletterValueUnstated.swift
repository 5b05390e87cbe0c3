import Model

/// Whether a sign-up says what comes, or how often.
struct NewsletterValueUnstated: Check {
    struct Settings: Decodable, Sendable {
        /// A sign-up with more words than this says something, even where it cannot be told what.
        var fewWords: Int
    }
    static let id = CheckID(.loyalty, "newsletter-value-unstated")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let forms = site.mentions["forms.newsletter"] else {
            return .notApplicable("no newsletter sign-up was seen")
        }
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        let around = forms.examples + (site.mentions["terms.loyalty.newsletter"]?.examples ?? [])
        // “Once a month” may be said of anything: it has to stand in the sign-up's own words.
        let values = (site.mentions["terms.loyalty.newsletterValue"]?.examples ?? []).filter { value in
            around.contains { $0.url == value.url && $0.quote.contains(value.quote) }
        }
        guard values.isEmpty else { return .pass(Array(values.prefix(3))) }
        if let talkative = around.first(where: { words($0.quote) > settings.fewWords }) {
            return .undetermined("the sign-up says more than its name: “\(talkative.quote.prefix(120))”")
        }
        return .fail(Failure(evidence: Array(forms.examples.prefix(3)), confidence: .likely))
    }

    /// Thai, which is written without spaces, counts four characters to a word.
    private func words(_ text: String) -> Int {
        let spaced = text.split { $0.isWhitespace }.count
        return max(spaced, text.unicodeScalars.count { $0.value >= 0x0E00 && $0.value < 0x0E80 } / 4)
    }
}
