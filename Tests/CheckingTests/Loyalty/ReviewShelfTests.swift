import Model
import Testing

@testable import Checking

@Suite struct ReviewShelfTests {
    private static let pages: [PageFacts] = (0..<24).map { i in
        var page = Shop.page("/p\(i)", i % 4 == 3 ? .other : .product, title: "Thing \(i)")
        page.loyalty.reviews = (0..<3).map { k in
            ReviewFact(
                isTop: k == 0 ? nil : (i + k) % 5 != 0, words: UInt64((i * k) % 17), letters: 70,
                mention: Shop.mention("\(i) \(k)"))
        }
        return page
    }

    private func reviews(_ order: [Int]) -> SiteReviews {
        var shelf = ReviewShelf()
        for i in order { shelf.absorb(Self.pages[i]) }
        return shelf.reviews
    }

    @Test func orderOfPagesDoesNotShow() {
        let sorted = reviews(Array(Self.pages.indices))
        #expect(sorted.productPages == 18 && sorted.texts == 17 && sorted.lower != nil)
        for seed in 1...5 {
            var random = Stream(seed: UInt64(seed))
            #expect(reviews(Self.pages.indices.shuffled(using: &random)) == sorted)
        }
    }

    @Test func oneTextOnSeveralPagesIsOneMark() {
        var shelf = ReviewShelf()
        for i in 0..<30 {
            var page = Shop.page("/v\(i)", .product, title: "Mug")
            page.loyalty.reviews = [ReviewFact(isTop: true, words: 7, letters: 70, mention: Shop.mention("Fine"))]
            shelf.absorb(page)
        }
        #expect(shelf.reviews.top == 1 && shelf.reviews.repeated.first?.productPages == 30)
        #expect(shelf.reviews.repeated.first?.products.count == ReviewShelf.productLimit)
    }

    @Test func aRatingBelowTheBestIsSomebodysLowerMark() {
        var page = Shop.page("/p", .product)
        var offer = Shop.offer(100)
        offer.rating = 4.9
        page.pricing.structured = [offer]
        var shelf = ReviewShelf()
        shelf.absorb(page)
        #expect(shelf.reviews.lower?.note == "rated 4.9 in all")
    }
}
