import Model
import Testing

@testable import Checking

@Suite struct ReductionTests {
    @Test func theLowestPriceOfThirtyDaysMayBeLower() {
        let check = WasNotHigher(settings: NoSettings())
        func judge(_ was: Int64, _ kind: WasPriceKind) -> String {
            var page = Shop.page("/product/x", .product)
            page.pricing.visible = Shop.offer(3200, was: was)
            page.pricing.visible?.wasKind = kind
            return told(check.evaluate(page))
        }
        #expect(judge(4000, .former) == "pass")
        #expect(judge(2900, .former) == "likely")
        #expect(judge(2900, .lowest30Days) == "notApplicable")
    }

    @Test func percentagesAllowForPricesInWholeUnits() {
        let check = DiscountArithmetic(settings: .init(tolerance: 1))
        func judge(_ was: Int64, _ price: Int64, _ percent: Double, _ kind: WasPriceKind = .former) -> String {
            var page = Shop.page("/product/x", .product)
            page.pricing.visible = Shop.offer(price, was: was, percent: percent)
            page.pricing.visible?.wasKind = kind
            return told(check.evaluate(page))
        }
        // 9.49 and 6.99, shown as 9 and 7.
        #expect(judge(900, 700, 26) == "pass")
        #expect(judge(949, 699, 35) == "certain")
        #expect(judge(99_900, 79_900, 30) == "certain")
        #expect(judge(4900, 4400, 30, .lowest30Days) == "notApplicable")
    }

    func range(_ reductions: [Int64?]) -> SiteFacts {
        var listing = Shop.page("/sale", .listing)
        listing.pricing.tiles = reductions.enumerated().map { i, percent in
            let offer = Shop.offer(10_000 - (percent ?? 0) * 100, was: percent.map { _ in 10_000 })
            return ProductTile(offer: offer, href: "/product/\(i)")
        }
        listing.promotions.claims = [Claim(kind: .upTo, mention: Shop.mention("Up to 50% off"), percent: 50)]
        return Shop.site([Shop.page("/", .home), listing])
    }

    @Test func upToIsHeldAgainstTheReductionsSeen() {
        let check = UpToThin(settings: .init(share: 0.1, fewestReduced: 10))
        let ten = [Int64?](repeating: 15, count: 10)
        #expect(told(check.evaluate(range(ten))) == "certain")
        #expect(failureDetail(check.evaluate(range(ten))) == "0 of 10 reduced goods seen reach 50 %")
        #expect(told(check.evaluate(range(Array(ten.dropLast()) + [50]))) == "pass")
        #expect(told(check.evaluate(range(ten + ten + [50]))) == "likely")
        #expect(told(check.evaluate(range(Array(ten.prefix(9))))) == "undetermined")
    }

    @Test func theRangeIsCountedOncePerProduct() {
        var product = Shop.page("/product/0", .product)
        product.pricing.visible = Shop.offer(8500, was: 10_000)
        var listing = Shop.page("/sale", .listing)
        listing.pricing.tiles = [ProductTile(offer: Shop.offer(8500, was: 10_000), href: "/product/0")]
        let site = Shop.site([listing, product])
        #expect(site.range.priced == 1 && site.range.reduced == 1 && site.range.reaching(15) == 1)
        #expect(site.range.reaching(-5) == 1 && site.range.reaching(1_000) == 0)
    }

    @Test func everythingReducedNeedsARange() {
        let check = EverythingReduced(settings: .init(share: 0.8, fewestGoods: 10))
        #expect(told(check.evaluate(range([Int64?](repeating: 20, count: 8) + [nil, nil]))) == "certain")
        #expect(told(check.evaluate(range([Int64?](repeating: 20, count: 7) + [nil, nil, nil]))) == "pass")
        #expect(told(check.evaluate(range([Int64?](repeating: 20, count: 9)))) == "undetermined")
    }

    @Test func theLawOfTheCountryDecides() {
        let check = PriorPriceUndisclosed(settings: .init(countries: ["SK"]))
        func judge(_ country: String?, _ change: (inout PageFacts) -> Void = { _ in }) -> String {
            var page = Shop.page("/product/x", .product)
            page.pricing.visible = Shop.offer(8000, was: 10_000)
            page.pricing.visible?.wasKind = .former
            change(&page)
            var site = Shop.site([page])
            site.country = country
            return told(check.evaluate(site))
        }
        #expect(judge("SK") == "likely")
        #expect(judge("AZ") == "notApplicable")
        #expect(judge(nil) == "undetermined")
        #expect(judge("SK") { $0.pricing.lowest30Days = Shop.mention("Najnižšia cena za 30 dní: 75 €") } == "pass")
        #expect(judge("SK") { $0.pricing.visible?.wasKind = .recommended } == "notApplicable")
    }
}

@Suite struct PromiseTests {
    func promotion(_ claims: [Claim], _ conditions: [Condition] = []) -> PageFacts {
        var page = Shop.page("/special-offers", .promotion)
        page.promotions.claims = claims
        page.promotions.conditions = conditions
        return page
    }

    func mention(_ quote: String, _ locator: String = "main > section.hero > h2") -> Mention {
        Mention(quote: quote, region: .main, locator: locator)
    }

    @Test func termsAreMissedOnlyOfOpenPromises() {
        let check = TermsMissing(settings: .init(kinds: [.percentage, .gift], toldWords: ["sign up"]))
        let claim = Claim(kind: .gift, mention: mention("Free gift with every order"))
        #expect(told(check.evaluate(promotion([claim]))) == "likely")
        var linked = claim
        linked.mention.locator = "main > a.banner > h2"
        #expect(told(check.evaluate(promotion([linked]))) == "undetermined")
        var dated = claim
        dated.namesAnEnd = true
        #expect(told(check.evaluate(promotion([dated]))) == "pass")
        let condition = Condition(kind: .exclusion, mention: mention("Excludes gift cards"))
        #expect(told(check.evaluate(promotion([claim], [condition]))) == "pass")
        let badge = Claim(kind: .percentage, mention: mention("-20%"), percent: 20)
        #expect(told(check.evaluate(promotion([badge]))) == "notApplicable")
    }

    @Test func aMinimumBelongsToOnePromise() {
        let check = MinimumHidden(settings: .init(kinds: [.percentage, .gift]))
        let gift = Claim(kind: .gift, mention: mention("Free gift with every order"))
        let below = Condition(kind: .minimumPurchase, mention: mention("Minimum purchase of €40", "main > p.small"))
        let beside = Condition(
            kind: .minimumPurchase, mention: mention("Minimum purchase of €40", "main > section.hero > p"))
        #expect(told(check.evaluate(promotion([gift], [below]))) == "likely")
        #expect(told(check.evaluate(promotion([gift], [beside]))) == "pass")
        let other = Claim(kind: .percentage, mention: mention("20% off all teapots"), percent: 20)
        #expect(told(check.evaluate(promotion([gift, other], [below]))) == "undetermined")
        let delivery = Claim(kind: .freeDelivery, mention: below.mention)
        #expect(told(check.evaluate(promotion([gift, delivery], [below]))) == "pass")
    }

    @Test func pastPromotionsAreThoseStillShown() {
        let check = ExpiredPromotion(settings: .init(archiveWords: ["archive"]))
        func judge(_ day: CalendarDate?, _ path: String = "/special-offers", _ kind: PageKind = .promotion) -> String {
            var page = Shop.page(path, kind)
            page.promotions.claims = [
                Claim(kind: .percentage, mention: mention("20% off until 31 December 2025"), percent: 20, until: day)
            ]
            return told(check.evaluate(Shop.site([page])))
        }
        // The shop is read on 2026-01-01.
        #expect(judge(CalendarDate(year: 2025, month: 12, day: 30)) == "certain")
        #expect(judge(CalendarDate(year: 2025, month: 12, day: 31)) == "pass")
        #expect(judge(CalendarDate(year: 2024, month: 12, day: 31)) == "likely")
        #expect(judge(nil) == "notApplicable")
        #expect(judge(CalendarDate(year: 2024, month: 12, day: 31), "/archive/2024") == "notApplicable")
        #expect(judge(CalendarDate(year: 2024, month: 12, day: 31), "/blog/sale", .article) == "notApplicable")
    }

    @Test func thresholdsDisagreeAcrossPagesOnly() {
        let check = FreeDeliveryVague(settings: .init(unconditional: ["all orders"]))
        func judge(_ pages: [(PageKind, [(String, Int64?)])]) -> String {
            let facts = pages.enumerated().map { i, one in
                var page = Shop.page("/\(i)", one.0)
                page.promotions.claims = one.1.map { words, sum in
                    Claim(
                        kind: .freeDelivery, mention: mention(words),
                        amount: sum.map { Money(minor: $0, currency: "EUR") })
                }
                return page
            }
            return told(check.evaluate(Shop.site(facts)))
        }
        #expect(
            judge([(.home, [("Free delivery from €50", 5000)]), (.delivery, [("Free from €70", 7000)])]) == "likely")
        #expect(judge([(.home, [("Free delivery from €50", 5000)]), (.delivery, [("from €50", 5000)])]) == "pass")
        #expect(
            judge([(.home, [("Free from €50", 5000)]), (.delivery, [("DPD from €50", 5000), ("GLS from €70", 7000)])])
                == "pass")
        #expect(judge([(.home, [("Free delivery", nil)]), (.delivery, [])]) == "likely")
        #expect(judge([(.home, [("Free delivery on all orders", nil)])]) == "pass")
        #expect(judge([(.home, []), (.product, [("Free delivery", nil)])]) == "notApplicable")
    }

    @Test(arguments: [
        ([3, 3, 3, 3, 3], "Only {} left", "likely"), ([3, 3, 3, 3, 4], "Only {} left", "undetermined-or-pass"),
        ([1, 1, 1, 1, 1], "Only {} left", "pass"), ([5, 5, 5, 5, 5], "Less than {} left", "notApplicable"),
        ([3, 3, 3], "Only {} left", "undetermined"), ([3, 3, 3, 3, 3], "Only {} of 12 left", "notApplicable"),
    ]) func piecesLeft(_ one: (numbers: [Int], words: String, expected: String)) {
        let check = ScarcityInvented(
            settings: .init(fewestProducts: 5, share: 0.8, boundWords: ["less than"], restockWords: []))
        let pages = one.numbers.enumerated().map { i, number in
            var page = Shop.page("/product/\(i)", .product)
            let parts = one.words.split(separator: " ").map { $0 == "{}" ? "\(number)" : String($0) }
            page.promotions.claims = [Claim(kind: .scarcity, mention: mention(parts.joined(separator: " ")))]
            return page
        }
        // Four of five are 80 %, but only four products.
        let expected = one.expected == "undetermined-or-pass" ? "pass" : one.expected
        #expect(told(check.evaluate(Shop.site(pages))) == expected)
    }

    @Test func anEndMayBeNamedWithoutADate() {
        let check = EndDateMissing(settings: .init(endWords: ["today"]))
        #expect(
            told(check.evaluate(promotion([Claim(kind: .limitedTime, mention: mention("Limited time offer"))])))
                == "likely")
        #expect(told(check.evaluate(promotion([Claim(kind: .limitedTime, mention: mention("Today only"))]))) == "pass")
    }

    @Test func claimsAreKeptWhateverTheOrderOfPages() {
        var pages: [PageFacts] = (0..<120).map { i in
            var page = Shop.page("/p\(i)", .listing)
            page.promotions.claims = [
                Claim(kind: .upTo, mention: mention("Up to \(i % 90 + 1)% off no. \(i)"), percent: Double(i % 90 + 1))
            ]
            return page
        }
        var one = ClaimShelf()
        for page in pages { one.absorb(page) }
        pages.reverse()
        var other = ClaimShelf()
        for page in pages { other.absorb(page) }
        #expect(one.claims == other.claims && one.claims.count == ClaimShelf.limit)
    }
}
