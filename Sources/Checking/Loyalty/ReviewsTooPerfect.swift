import Model

/// Reviews that no real crowd of customers writes: nothing but the best mark, or one text under different goods.
struct ReviewsTooPerfect: Check {
    struct Settings: Decodable, Sendable {
        /// Marks from which on it means something that all are the best.
        var fewestMarks: Int
        /// Letters of a text that two people don't write by chance.
        var fewestLetters: Int
        /// Different goods under which one text is no customer's slip any more.
        var fewestProducts: Int
        /// Share of the product pages with reviews, 0…1, from which on a text is the shop's own showcase.
        var showcaseShare: Double
    }
    static let id = CheckID(.loyalty, "reviews-too-perfect")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard !site.products.isEmpty else { return .notApplicable("no product page was read") }
        let reviews = site.reviews
        guard reviews.texts > 0 else {
            return .undetermined(
                "no review could be read on the \(site.products.count) product pages; a script may fetch them")
        }
        let long = reviews.repeated.filter { $0.letters >= settings.fewestLetters && goods($0) >= 2 }
        let copied = long.filter { !isShowcase($0, reviews) }
        if copied.count >= 2 || copied.contains(where: { goods($0) >= settings.fewestProducts }) {
            return .fail(
                Failure(
                    evidence: copied.prefix(3).map(evidence), confidence: .likely,
                    detail: copied.count == 1
                        ? "one review stands under different products"
                        : "\(copied.count) reviews stand under different products"))
        }
        if copied.isEmpty, let showcase = long.first {
            return .undetermined(
                "the same reviews stand on most product pages (“\(showcase.mention.quote)”): they may be of the shop")
        }
        if let lower = reviews.lower { return .pass([lower]) }
        guard reviews.top >= settings.fewestMarks else {
            let told =
                reviews.top == 1
                ? "one mark could be read, the best" : "\(reviews.top) marks could be read, all of them the best"
            return .undetermined("\(told): too few to tell, \(settings.fewestMarks) are needed")
        }
        return .fail(
            Failure(
                evidence: reviews.examples, confidence: .likely,
                detail: "all \(reviews.top) marks that could be read are the best"))
    }

    /// Stands nearly everywhere, or outside of product pages as well.
    private func isShowcase(_ review: RepeatedReview, _ reviews: SiteReviews) -> Bool {
        review.otherPages > 0
            || reviews.productPages > settings.fewestProducts
                && Double(review.productPages) >= settings.showcaseShare * Double(reviews.productPages)
    }

    /// Different goods rather than sizes and colours of one: their names share neither a word nor a beginning.
    private func goods(_ review: RepeatedReview) -> Int {
        var known: [(words: Set<String>, start: String)] = []
        for product in review.products {
            let name = product.name.lowercased()
            let words = Set(name.split { !$0.isLetter }.map(String.init).filter { $0.count > 2 })
            // Not all scripts set words apart.
            let start = String(name.prefix(4))
            guard !words.isEmpty, known.allSatisfy({ $0.words.isDisjoint(with: words) && $0.start != start }) else {
                continue
            }
            known.append((words, start))
        }
        return known.count
    }

    private func evidence(_ review: RepeatedReview) -> Evidence {
        let others = review.products.dropFirst().prefix(2).map { "“\($0.name)” (\($0.url))" }.joined(separator: ", ")
        return Evidence(
            url: review.products.first?.url ?? "", review.mention, note: "word for word under \(others) too")
    }
}
