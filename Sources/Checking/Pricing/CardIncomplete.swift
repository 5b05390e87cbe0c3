import Model

/// What a customer wants to know of a product before ordering it, part by part.
struct CardIncomplete: Check {
    struct Settings: Decodable, Sendable {
        /// Missing parts of the eight from which on the page fails.
        var missing: Int
        /// Words of a description at least.
        var descriptionWords: Int
        /// Words of a description, and rows of characteristics, under which they are thin.
        var thinWords: Int
        var thinRows: Int
    }
    static let id = CheckID(.pricing, "card-incomplete")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    /// A part of a product page, and whether its absence can be told without knowing the page's language.
    private struct Part {
        var name: String
        var isThere: Bool
        var needsWords = false
    }

    func evaluate(_ page: PageFacts) -> Outcome {
        if let unfit = page.unfit(unless: [.product]) { return .notApplicable(unfit) }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let thin = thinParts(of: page)
        let isSilent = WordLists.silence(in: page.language.tag) != nil
        let parts = parts(of: page).filter { !($0.needsWords && isSilent) }
        let missing = parts.filter { !$0.isThere }.map(\.name)
        let there = parts.filter(\.isThere).map(\.name).joined(separator: ", ")
        guard missing.count >= settings.missing else {
            let gaps = (missing.isEmpty ? "" : "; not found: \(missing.joined(separator: ", "))") + thin
            return .pass([
                Evidence(url: page.url, quote: page.pricing.productName ?? "", note: "found: \(there)\(gaps)")
            ])
        }
        let what = "name, picture, description, characteristics, availability, delivery, returns, reviews"
        let looked = SearchedPlaces(pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url], what: what)
        let evidence = Evidence(
            url: page.url, quote: page.pricing.productName ?? "",
            note: "not found: \(missing.joined(separator: ", ")); found: \(there.isEmpty ? "nothing" : there)\(thin)")
        return .fail(
            Failure(
                evidence: [evidence], confidence: .likely, looked: looked,
                detail: "\(missing.count) of \(parts.count) parts not found: \(missing.joined(separator: ", "))"))
    }

    /// "; thin: description (14 words)": what is there, and says little.
    private func thinParts(of page: PageFacts) -> String {
        let words = page.pricing.descriptionWords
        let rows = page.pricing.characteristics
        var thin: [String] = []
        if (settings.descriptionWords..<settings.thinWords).contains(words) {
            thin.append("description (\(words) words)")
        }
        if (1..<settings.thinRows).contains(rows), words < 120 {
            thin.append("characteristics (\(rows) row\(rows == 1 ? "" : "s"))")
        }
        return thin.isEmpty ? "" : "; thin: \(thin.joined(separator: ", "))"
    }

    private func parts(of page: PageFacts) -> [Part] {
        let pricing = page.pricing
        let loyalty = page.loyalty
        let hasPicture =
            pricing.productPictures > 0 || pricing.structured.contains { $0.image != nil }
            || page.readability.pictures > 0
        // A long description often holds the characteristics in its sentences.
        let hasText = pricing.descriptionWords >= settings.descriptionWords
        let hasReviews =
            loyalty.visibleReviews > 0 || loyalty.reviewMention != nil || loyalty.reviewsOffered != nil
            || pricing.structured.contains { $0.reviewCount ?? 0 > 0 || $0.rating != nil }
        return [
            Part(name: "name", isThere: pricing.productName?.isEmpty == false),
            Part(name: "picture", isThere: hasPicture),
            Part(name: "description", isThere: hasText),
            Part(name: "characteristics", isThere: pricing.characteristics >= 1 || pricing.descriptionWords >= 120),
            Part(name: "availability", isThere: pricing.knownAvailability != nil, needsWords: true),
            Part(name: "delivery", isThere: says(page, ["delivery.", "loyalty.deliveryTime"]), needsWords: true),
            Part(
                name: "returns", isThere: says(page, ["loyalty.return"]) || !loyalty.returnDays.isEmpty,
                needsWords: true),
            Part(
                name: "reviews", isThere: hasReviews || says(page, ["loyalty.review", "review."]), needsWords: true),
        ]
    }

    private func says(_ page: PageFacts, _ prefixes: [String]) -> Bool {
        page.terms.contains { group, mentions in
            !mentions.isEmpty && prefixes.contains { group.utf8.starts(with: $0.utf8) }
        }
    }
}
