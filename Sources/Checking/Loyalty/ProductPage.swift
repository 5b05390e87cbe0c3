import Model

/// A product page that customers are meant to find, as far as reviews and related goods are concerned.
struct ProductPage {
    let page: PageFacts

    /// Why this page is no place for a product's companions; nil where it is.
    var unfit: String? {
        guard page.kind.kind == .product else { return "only for product pages" }
        guard page.fetch.isSuccess else { return "the page answers with an error" }
        guard page.head.robots != nil || page.fetch.robotsTag != nil else { return nil }
        let robots = (page.head.robots ?? "") + " " + (page.fetch.robotsTag ?? "").lowercased()
        return robots.contains("noindex") ? "the page asks search engines to stay away" : nil
    }

    /// Why the words on this page cannot be told; nil where they can.
    var silence: String? {
        if let reason = page.truncated { return "the page was not read to its end: \(reason)" }
        return WordLists.silence(in: page.language.tag)
    }

    /// Words that speak of reviews: "12 reviews", "write a review", "no reviews yet".
    var reviewWords: [Mention] {
        (page.loyalty.reviewsOffered.map { [$0] } ?? []) + (page.terms["loyalty.reviews"] ?? [])
            + (page.terms["loyalty.reviewInvite"] ?? []) + (page.terms["review.author"] ?? [])
    }

    /// Structured data that sums reviews up.
    var rated: Offer? {
        page.pricing.structured.first { $0.reviewCount.map { $0 > 0 } ?? ($0.rating.map { $0 > 0 } ?? false) }
    }

    /// A claim that something isn't on this page.
    func absence(of what: String, confidence: Confidence) -> Outcome {
        let looked = SearchedPlaces(pages: 1, kinds: [page.kind.kind.rawValue: 1], urls: [page.url], what: what)
        let nothing = Evidence(url: page.url, quote: "", note: "\(what): none found")
        return .fail(Failure(evidence: [nothing], confidence: confidence, looked: looked))
    }
}

/// Reviews of a product, or at least a place to write one.
struct ReviewsMissing: Check {
    static let id = CheckID(.loyalty, "reviews-missing")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let product = ProductPage(page: page)
        if let unfit = product.unfit { return .notApplicable(unfit) }
        let seen = (page.loyalty.reviewMention.map { [$0] } ?? []) + product.reviewWords
        if let first = seen.first { return .pass([Evidence(url: page.url, first)]) }
        if page.loyalty.visibleReviews > 0 { return .pass([Evidence(url: page.url, quote: "", note: "reviews")]) }
        if let rated = product.rated {
            return .pass([Evidence(url: page.url, rated.mention, note: "a rating in structured data")])
        }
        if let silence = product.silence { return .undetermined(silence) }
        // Review services often draw their part by script.
        return product.absence(of: "customer reviews, or a place to write one", confidence: .likely)
    }
}

/// Stars for search engines, and nothing on the page that they could stand for.
struct RatingWithoutReviews: Check {
    static let id = CheckID(.loyalty, "rating-without-reviews")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let product = ProductPage(page: page)
        if let unfit = product.unfit { return .notApplicable(unfit) }
        guard let rated = product.rated else { return .notApplicable("no rating in structured data") }
        if page.loyalty.visibleReviews > 0 {
            return .pass([page.loyalty.reviewMention ?? rated.mention].map { Evidence(url: page.url, $0) })
        }
        if let words = product.reviewWords.first {
            return .undetermined("the page speaks of reviews (“\(words.quote.prefix(60))”), which may be fetched later")
        }
        if let silence = product.silence { return .undetermined(silence) }
        let count = rated.reviewCount.map { " over \($0) reviews" } ?? ""
        let rating = rated.rating.map { "\($0)" } ?? "a rating"
        return .fail(
            Failure(
                evidence: [
                    Evidence(
                        url: page.url, rated.mention,
                        note: "structured data claims \(rating)\(count); none is on the page")
                ], confidence: .likely))
    }
}

/// Goods that go with this one, or could take its place.
struct RecommendationsMissing: Check {
    static let id = CheckID(.loyalty, "recommendations-missing")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let product = ProductPage(page: page)
        if let unfit = product.unfit { return .notApplicable(unfit) }
        let words = page.loyalty.related ?? page.terms["loyalty.recommendations"]?.first
        if let seen = words ?? page.pricing.tiles.first?.offer.mention { return .pass([Evidence(url: page.url, seen)]) }
        if let silence = product.silence { return .undetermined(silence) }
        return product.absence(of: "related, similar or complementary goods", confidence: .likely)
    }
}
