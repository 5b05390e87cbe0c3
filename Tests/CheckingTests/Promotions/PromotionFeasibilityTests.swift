import Foundation
import Model
import Testing

@testable import Checking

/// Promotions held against the day and the catalogue.
@Suite struct PromotionFeasibilityTests {
    private func product(
        _ number: Int, _ price: Int64, was: Int64? = nil, _ availability: Availability? = .inStock
    ) -> PageFacts {
        var page = Shop.page("/product/\(number)", .product)
        page.pricing.productName = "Teapot \(number)"
        page.pricing.visible = Shop.offer(price, was: was)
        page.pricing.availability = availability
        return page
    }

    private func home(_ claims: [Claim], _ conditions: [Condition] = []) -> PageFacts {
        var page = Shop.page("/", .promotion)
        page.promotions.claims = claims
        page.promotions.conditions = conditions
        return page
    }

    private func claim(
        _ kind: ClaimKind, _ quote: String, percent: Double? = nil, amount: Money? = nil, until: CalendarDate? = nil
    ) -> Claim {
        Claim(kind: kind, mention: Shop.mention(quote), percent: percent, amount: amount, until: until)
    }

    private func euros(_ minor: Int64) -> Money { Money(minor: minor, currency: "EUR") }

    /// The lines of each promotion; the shop's day is 2026-01-01.
    private func lines(_ home: PageFacts, _ goods: [PageFacts], beyondLimit: Int = 0) throws -> [[String]] {
        var site = Shop.site([home] + goods)
        site.coverage.beyondLimit = beyondLimit
        return try CheckCatalogue().promotions(of: site).promotions.map { promotion in
            promotion.feasibility.map { "\($0.bearing) \($0.confidence): \($0.words)" }
        }
    }

    private var goods: [PageFacts] { (1...12).map { product($0, Int64($0) * 1_000, was: $0 == 12 ? 24_000 : nil) } }

    @Test func aSumThatNoProductReachesByItself() throws {
        let asked = Condition(kind: .minimumPurchase, mention: Shop.mention("from 500 €"), amount: euros(50_000))
        let shown = claim(.amount, "20 € off from 500 €", amount: euros(2_000))
        #expect(
            try lines(home([shown], [asked]), goods) == [
                [
                    "limits certain: 0 of 12 products reach 500.00 EUR by themselves: the dearest costs 120.00 EUR, so it takes at least 5"
                ]
            ])
        var low = asked
        low.amount = euros(10_000)
        #expect(
            try lines(home([shown], [low]), goods) == [
                ["keeps certain: 3 of 12 products reach 100.00 EUR by themselves"]
            ])
        // Another currency says nothing of these prices.
        low.amount = Money(minor: 10_000, currency: "CZK")
        #expect(try lines(home([shown], [low]), goods) == [[]])
    }

    @Test func whatWasNotReadIsSaid() throws {
        let shown = claim(.percentage, "50 % off everything", percent: 50)
        #expect(
            try lines(home([shown]), goods, beyondLimit: 2) == [
                ["open likely: 1 of 12 products seen are reduced by 50 % or more"]
            ])
        #expect(try lines(home([shown]), Array(goods.prefix(3))) == [[]])
        let code = Condition(kind: .coupon, mention: Shop.mention("with code TEA"))
        #expect(try lines(home([shown], [code]), goods) == [[]])
    }

    @Test func theDay() throws {
        func ends(_ month: Int, _ day: Int, _ quote: String) throws -> [[String]] {
            let year = month == 12 ? 2025 : 2026
            return try lines(
                home([claim(.sale, quote, until: CalendarDate(year: year, month: month, day: day))]), goods)
        }
        #expect(try ends(1, 11, "Winter sale") == [["keeps certain: 10 days left, until 2026-01-11"]])
        #expect(try ends(1, 1, "Winter sale") == [["keeps certain: ends today"]])
        #expect(try ends(12, 31, "Winter sale") == [["keeps certain: ends today"]])
        #expect(
            try ends(12, 20, "Winter sale until 20.12.2025") == [["breaks certain: ended 12 days ago, on 2025-12-20"]])
        #expect(
            try ends(12, 20, "Winter sale until 20 December") == [["breaks likely: ended 12 days ago, on 2025-12-20"]])
    }

    @Test func oneAnnouncementOnManyPagesIsOnePromotion() throws {
        let shown = claim(.percentage, "50 % off everything", percent: 50)
        var pages = goods
        for i in pages.indices { pages[i].promotions.claims = [shown, claim(.limitedTime, "50 % off everything")] }
        let summary = try CheckCatalogue().promotions(of: Shop.site(pages))
        #expect(summary.promotions.count == 1)
        #expect(summary.promotions.first?.pages == 12)
        #expect(summary.promotions.first?.url == "https://shop.example/product/1")
        #expect(summary.reductions == nil)
    }

    @Test func stockOfReducedGoodsBesideTheOthers() throws {
        let reduced = (1...6).map { product($0, 8_000, was: 10_000, $0 < 4 ? .outOfStock : .inStock) }
        let others = (7...16).map { product($0, 8_000, $0 == 7 ? .discontinued : .inStock) }
        let unknown = (17...20).map { product($0, 8_000, was: 10_000, nil) }
        let stock = try CheckCatalogue().promotions(of: Shop.site(reduced + others + unknown)).stock
        #expect(stock == PromotionStock(reduced: 6, reducedOut: 3, others: 10, othersOut: 1))
        #expect(try CheckCatalogue().promotions(of: Shop.site(others + unknown)).stock == nil)
    }
}
