import Model

/// One receipt only, full-price goods only.
struct SingleReceipt: Check {
    static let id = CheckID(.promotions, "single-receipt")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        page.promotionTerms(free: "without such a condition") { condition in
            condition == .singleReceipt || condition == .fullPriceOnly
        }
    }
}

/// "While stocks last" instead of the stock itself.
struct SubjectToAvailability: Check {
    static let id = CheckID(.promotions, "subject-to-availability")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let outcome = page.promotionTerms(free: "without such a clause") { $0 == .subjectToAvailability }
        guard case .fail(let failure) = outcome else { return outcome }
        var stock: Evidence?
        if let known = page.pricing.knownAvailability {
            stock = known.mention.map { Evidence(url: page.url, $0) } ?? failure.evidence.first
        } else if let tile = page.pricing.tiles.first(where: { $0.offer.availability != nil }) {
            stock = Evidence(url: page.url, tile.offer.mention)
        }
        guard var shown = stock else { return outcome }
        shown.note = "the stock is shown as well"
        return .pass([shown])
    }
}

extension PageFacts {
    /// Fails with the clauses of a promotion's terms that limit it; passes where a promotion stands without them.
    fileprivate func promotionTerms(free note: String, limits: (ConditionKind) -> Bool) -> Outcome {
        guard fetch.isSuccess else { return .notApplicable("the page answers with an error") }
        guard !promotions.conditions.isEmpty || !promotions.claims.isEmpty else {
            return .notApplicable("no promotion on this page")
        }
        let clauses = promotions.conditions.filter { limits($0.kind) }
        guard clauses.isEmpty else {
            let evidence = clauses.prefix(3).map { Evidence(url: url, $0.mention) }
            return .fail(Failure(evidence: evidence, confidence: .likely))
        }
        if let silence = WordLists.silence(in: language.tag) { return .undetermined(silence) }
        let shown = promotions.conditions.first?.mention ?? promotions.claims.first?.mention
        return .pass(shown.map { [Evidence(url: url, $0, note: note)] } ?? [])
    }
}

/// "Limited time" without a date.
struct EndDateMissing: Check {
    struct Settings: Decodable, Sendable {
        /// Words, lower case, that name an end without a date: "today", "weekend", "midnight".
        var endWords: [String]
    }
    static let id = CheckID(.promotions, "end-date-missing")
    private let endWords: [String]

    init(settings: Settings) { endWords = settings.endWords.map { $0.lowercased() } }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.home, .listing, .product, .promotion, .cart, .other]) {
            return .notApplicable(unfit)
        }
        let claims = page.promotions.claims.filter { $0.kind == .limitedTime }
        guard let first = claims.first else { return .notApplicable("nothing is offered for a limited time") }
        let dated = Set(page.promotions.claims.filter { $0.until != nil || $0.namesAnEnd }.map(\.mention.quote))
        let open = claims.filter { claim in
            let words = claim.mention.quote.lowercased()
            return claim.until == nil && !claim.namesAnEnd && !dated.contains(claim.mention.quote)
                && !endWords.contains { words.contains($0) }
        }
        guard !open.isEmpty else { return .pass([Evidence(url: page.url, first.mention)]) }
        if let reason = page.wordsUnknown { return .undetermined(reason) }
        let looked = SearchedPlaces(
            pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url], what: "a date or hour beside the claim")
        return .fail(
            Failure(
                evidence: open.prefix(3).map { Evidence(url: page.url, $0.mention, note: "no date beside it") },
                confidence: .likely, looked: looked))
    }
}
