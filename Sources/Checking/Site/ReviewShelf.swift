import Model

/// Single reviews of all pages: the marks they give and the texts that stand under several products, in bounded memory
/// and whatever the order of pages.
struct ReviewShelf: Sendable {
    private struct Text {
        var isTop: Bool?
        var letters: Int
        var mention: Mention
        var url: String
        var productPages = 0
        var otherPages = 0
        /// Those of the lowest addresses.
        var products: [NamedPage] = []
    }

    /// Texts that are kept: those of the lowest hashes, so that the same ones stay in whatever order they come.
    static let textLimit = 4_096
    /// Products of one text that are kept.
    static let productLimit = 8

    private var texts: [UInt64: Text] = [:]
    /// Of the hashes kept, once there are as many as may be: a higher one isn't kept.
    private var highest: UInt64?
    private var productPages = 0
    private var lower: Evidence?

    mutating func absorb(_ facts: PageFacts) {
        let isProduct = facts.kind.kind == .product
        if isProduct {
            if !facts.loyalty.reviews.isEmpty { productPages += 1 }
            rate(facts)
        }
        var seen: Set<UInt64> = []
        for review in facts.loyalty.reviews where seen.insert(review.words).inserted {
            if review.isTop == false, isProduct {
                lowest(Evidence(url: facts.url, review.mention, note: "not the best mark"))
            }
            keep(review, facts, isProduct)
        }
    }

    /// What the pages come to.
    var reviews: SiteReviews {
        var out = SiteReviews()
        out.productPages = productPages
        out.lower = lower
        for (_, text) in texts where text.productPages > 0 {
            out.texts += 1
            if text.isTop == true { out.top += 1 }
            if text.productPages > 1 {
                out.repeated.append(
                    RepeatedReview(
                        letters: text.letters, mention: text.mention, products: text.products,
                        productPages: text.productPages, otherPages: text.otherPages))
            }
        }
        out.repeated.sort {
            ($1.productPages, $0.products[0].url, $0.mention.quote) < (
                $0.productPages, $1.products[0].url, $1.mention.quote
            )
        }
        out.repeated = Array(out.repeated.prefix(20))
        out.examples = texts.values.filter { $0.isTop == true && $0.productPages > 0 }
            .map { Evidence(url: $0.url, $0.mention) }
            .sorted { ($0.url, $0.quote) < ($1.url, $1.quote) }.prefix(3).map { $0 }
        return out
    }

    /// Stars that sum up to less than the best: somebody gave fewer.
    private mutating func rate(_ facts: PageFacts) {
        for offer in facts.pricing.structured {
            guard let rating = offer.rating, rating > 0, rating < offer.ratingBest ?? 5 else { continue }
            lowest(Evidence(url: facts.url, offer.mention, note: "rated \(rating) in all"))
        }
    }

    private mutating func lowest(_ evidence: Evidence) {
        if let known = lower, (known.url, known.quote) <= (evidence.url, evidence.quote) { return }
        lower = evidence
    }

    private mutating func keep(_ review: ReviewFact, _ facts: PageFacts, _ isProduct: Bool) {
        let known = texts[review.words]
        if known == nil, let highest, review.words > highest { return }
        var text =
            known
            ?? Text(isTop: review.isTop, letters: review.letters, mention: review.mention, url: facts.url)
        if facts.url <= text.url {
            text.url = facts.url
            text.mention = review.mention
        }
        // The same words with several marks are no sign of the best.
        if let isTop = review.isTop { text.isTop = isTop && text.isTop ?? true }
        if isProduct {
            text.productPages += 1
            let name = (facts.pricing.productName ?? facts.head.title ?? "").cut(to: 80)
            text.products.append(NamedPage(url: facts.url, name: name))
            text.products.sort { $0.url < $1.url }
            if text.products.count > ReviewShelf.productLimit { text.products.removeLast() }
        } else {
            text.otherPages += 1
        }
        texts[review.words] = text
        guard known == nil, texts.count >= ReviewShelf.textLimit else { return }
        if texts.count > ReviewShelf.textLimit, let last = texts.keys.max() { texts[last] = nil }
        highest = texts.keys.max()
    }
}
