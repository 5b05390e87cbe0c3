import Model

/// A note for each mark that promises one.
struct AsteriskUnresolved: Check {
    struct Settings: Decodable, Sendable {
        /// Words, lower case, of a link that may lead to the note: "see details".
        var moreWords: [String]
    }
    static let id = CheckID(.promotions, "asterisk-unresolved")
    private let moreWords: [String]

    init(settings: Settings) { moreWords = settings.moreWords.map { $0.lowercased() } }

    func evaluate(_ page: PageFacts) -> Outcome {
        let marked = page.promotions.claims.filter { $0.marker != nil }
        guard page.fetch.isSuccess, !marked.isEmpty else { return .notApplicable("no claim with a mark such as *") }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let open = marked.filter { $0.note == nil && ($0.noteState ?? .nowhere) == .nowhere }
        guard let first = open.first else {
            return .pass(
                marked.prefix(1).map { claim in
                    Evidence(url: page.url, claim.mention, note: claim.note.map { "note: \($0.quote)" })
                })
        }
        // A link to terms beside the claim may be where the mark leads.
        let lost = open.filter { !$0.hasTerms && !$0.mention.says(moreWords) }
        guard !lost.isEmpty else {
            return .undetermined("“\(first.mention.quote.prefix(60))” has a link to terms that may hold the note")
        }
        let looked = SearchedPlaces(
            pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url],
            what: "a note that begins with the same mark")
        return .fail(
            Failure(
                evidence: lost.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "marked \($0.marker ?? "*"), without a note on the page")
                }, confidence: .likely, looked: looked))
    }
}
