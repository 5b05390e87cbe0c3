import Model
import Parsing
import Testing

@testable import Observing

@Suite struct ReviewReaderTests {
    private func reviews(_ body: String) throws -> [ReviewFact] {
        try observed(
            "<html><body><main><h1>Teapot</h1>\(body)</main></body></html>", by: LoyaltyObserver.init(context:),
            host: "shop.com", language: "en"
        ).loyalty.reviews
    }

    private func review(_ mark: String, _ words: String = "Pours without a drip and keeps the tea hot.") -> String {
        "<div class='review'>\(mark)<p>Ruth M., 3/5/2025</p><p>\(words)</p></div>"
    }

    @Test(
        arguments: [
            ("<p>★★★★★</p>", true), ("<p>★★★★☆</p>", false), ("<p>4 out of 5 stars</p>", false),
            ("<p>Оценка: 5 из 5</p>", true), ("<p>5 üzerinden 4</p>", false), ("<p>10/10</p>", true),
            ("<div class='star-rating' aria-label='Rated 5.0 out of 5'></div>", true),
            ("<div class='stars' title='4.5'></div>", false), ("<span data-rating='5'></span>", true),
            ("<div class='rating'><span class='rating-value' style='width: 80%'></span></div>", false),
            ("<i class='fa fa-star'></i><i class='fa fa-star'></i><i class='fa fa-star-o'></i>", false),
            ("<b>Verified buyer</b>", nil), ("<p>★</p>", nil), ("<p>Article 5 of 2019</p>", nil),
        ] as [(String, Bool?)])
    func readsMarks(markup: String, expected: Bool?) throws {
        let found = try reviews(review(markup))
        #expect(found.count == 1)
        #expect(found.first?.isTop == expected)
    }

    @Test func theLongestPassageIsTheReview() throws {
        let found = try reviews(
            review("<p>★★★★★</p>") + review("<p>★★★☆☆</p>")
                + review("<p>★★★★★</p>", "Another word about the same teapot."))
        #expect(found.count == 3)
        #expect(found[0].words == found[1].words && found[0].words != found[2].words)
        #expect(found[2].mention.quote == "Another word about the same teapot.")
    }

    @Test func structuredReviewsThatAreShown() throws {
        let words = "Pours without a drip and keeps the tea hot for an hour."
        let json = """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Teapot","review":
            {"@type":"Review","reviewBody":"\(words)","reviewRating":{"@type":"Rating","ratingValue":"9","bestRating":"10"}}}</script>
            """
        let found = try reviews(json + "<p>\(words)</p>")
        #expect(found.map(\.mention.quote) == [words])
        #expect(found.first?.isTop == false)
        #expect(try reviews(json).isEmpty)
    }

    @Test func reviewsOfTheShopAreLeftOut() throws {
        let words = "They answered within the hour and sent a new one at once."
        let json = """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Store","name":"Shop","review":
            {"@type":"Review","reviewBody":"\(words)","reviewRating":{"@type":"Rating","ratingValue":5}}}</script>
            """
        #expect(try reviews(json + "<p>\(words)</p>").isEmpty)
        #expect(try reviews("").isEmpty)
    }
}
