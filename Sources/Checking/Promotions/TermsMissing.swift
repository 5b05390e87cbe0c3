import Model

/// Terms, or a link to them, for a promotion that must have some.
struct TermsMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Kinds of claims that depend on conditions.
        var kinds: [ClaimKind]
        /// Words, lower case, of a claim that names its condition itself ("sign up", "bundle") or leads on ("details").
        var toldWords: [String]
    }
    static let id = CheckID(.promotions, "terms-missing")
    private let kinds: Set<ClaimKind>
    private let toldWords: [String]

    init(settings: Settings) {
        kinds = Set(settings.kinds)
        toldWords = settings.toldWords.map { $0.lowercased() }
    }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.home, .listing, .promotion]) {
            return .notApplicable(unfit)
        }
        let claims = page.announcements.filter { kinds.contains($0.kind) }
        guard !claims.isEmpty else { return .notApplicable("no promotion that depends on conditions") }
        let bare = claims.filter { !$0.hasTerms && $0.note == nil && $0.until == nil && !$0.namesAnEnd }
        guard !bare.isEmpty, page.promotions.termsLinks.isEmpty,
            !page.promotions.conditions.contains(where: { $0.kind != .dates })
        else {
            let terms = page.promotions.termsLinks.first ?? page.promotions.conditions.first?.mention
            return .pass([Evidence(url: page.url, terms ?? claims[0].mention)])
        }
        if let reason = page.wordsUnknown { return .undetermined(reason) }
        let open = bare.filter { !$0.mention.isInLink && !$0.mention.says(toldWords) }
        guard !open.isEmpty else {
            return .undetermined("“\(bare[0].mention.quote.prefix(60))” may name its condition, or a link to its terms")
        }
        let looked = SearchedPlaces(
            pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url],
            what: "clauses, an end date, a note or a link to terms of the promotion")
        return .fail(
            Failure(
                evidence: open.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "neither terms nor a link to them")
                },
                confidence: .likely, looked: looked))
    }
}
