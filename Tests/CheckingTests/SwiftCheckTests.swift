import Model
import Testing

@testable import Checking

@Suite struct DeadLinkTests {
    let check = DeadLink(settings: .init(statusesNotCounted: [401, 403, 405, 429, 503]))

    /// Home links to every target; target i came out as told.
    func site(_ outcomes: [FetchOutcome?], hosts: [Int: String] = [:]) -> SiteFacts {
        var site = Shop.site([Shop.page("/", .home)])
        for (i, outcome) in outcomes.enumerated() {
            let url = "https://\(hosts[i] ?? "shop.example")/t\(i)"
            site.graph.nodes.append(
                LinkGraph.Node(url: url, outcome: outcome, source: .link, linkText: "Target \(i)", firstReferrer: 0))
        }
        site.graph.links = [(0..<outcomes.count).map { PageID($0 + 1) }]
        return site
    }

    func answered(_ status: Int) -> FetchOutcome { .fetched(FetchFacts(url: "u", finalURL: "u", status: status)) }

    @Test func countsOnlyWhatWasAnswered() {
        let outcome = check.evaluate(
            site([
                answered(200), answered(404), answered(200), .blocked(by: .robots), .skipped(why: .pageLimit), nil,
                .failed(FetchFailure(.timeout, "slow")), answered(403), answered(200),
            ]))
        guard case .fail(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.share == 0.25 && failure.confidence == .certain)
        #expect(failure.detail == "1 of 4 linked addresses")
        #expect(
            failure.evidence == [
                Evidence(
                    url: "https://shop.example/", quote: "Target 1",
                    note: "links to https://shop.example/t1, which answers 404")
            ])
    }

    @Test func aServerErrorIsOnlyLikely() {
        guard case .fail(let failure) = check.evaluate(site([answered(200), answered(500)])) else {
            Issue.record("a server error passed")
            return
        }
        #expect(failure.confidence == .likely)
    }

    @Test func aHostThatDoesNotExistIsDeadUnlessItIsTheSeedsOwn() {
        let gone = FetchOutcome.failed(FetchFailure(.resolve, "no such host"))
        guard case .fail = check.evaluate(site([answered(200), gone], hosts: [1: "blog.shop.example"])) else {
            Issue.record("a host that doesn't exist passed")
            return
        }
        guard case .pass = check.evaluate(site([answered(200), gone])) else {
            Issue.record("the network's fault was blamed on the shop")
            return
        }
    }

    @Test func nothingFollowedIsUndetermined() {
        guard case .undetermined = check.evaluate(site([nil, .blocked(by: .botWall)])) else {
            Issue.record("judged without an answer")
            return
        }
    }

    @Test func aSitemapsOwnErrorIsNoLink() {
        var site = site([answered(200)])
        site.graph.nodes.append(
            LinkGraph.Node(url: "https://shop.example/old", outcome: answered(404), source: .sitemap))
        site.graph.links.append([])
        guard case .pass = check.evaluate(site) else {
            Issue.record("an address that nobody links to was counted")
            return
        }
    }
}

@Suite struct TitleDuplicateTests {
    let check = TitleDuplicate(settings: .init(identifyingParameters: ["id", "route"], kindsNotCounted: ["cart"]))

    @Test(arguments: [
        ("https://www.x.example/a/?page=2", "http://x.example/a", true),
        ("https://x.example/a/page/3", "https://x.example/a", true),
        ("https://x.example/a/p2", "https://x.example/a/", true),
        ("https://x.example/index.php", "https://x.example/", true),
        ("https://x.example/?id=1", "https://x.example/?id=2", false),
        ("https://x.example/?id=1&sort=x", "https://x.example/?id=1", true),
        ("https://x.example/a", "https://x.example/b", false), ("https://x.example/a", "https://y.example/a", false),
    ]) func onePage(_ one: (a: String, b: String, isOne: Bool)) {
        #expect((check.identity(one.a) == check.identity(one.b)) == one.isOne)
    }

    @Test func differentProductsUnderOneTitleAreSure() {
        var pages = [Shop.page("/", .home, title: "Home")]
        for name in ["Green", "Blue"] {
            var page = Shop.page("/\(name)", .product, title: "Product")
            page.pricing.productName = name
            pages.append(page)
        }
        guard case .fail(let failure) = check.evaluate(Shop.site(pages)) else {
            Issue.record("one title on two products passed")
            return
        }
        #expect(failure.confidence == .certain && failure.detail == "2 of 3 pages share 1 title")
        #expect(failure.evidence.map(\.quote) == ["Product", "Product"])
    }

    @Test func translationsCartsAndCopiesAreNotCounted() {
        var copy = Shop.page("/c", title: "Tea")
        copy.head.canonical = "https://shop.example/a"
        let pages = [
            Shop.page("/a", title: "Tea"), Shop.page("/sk/a", language: "sk", title: "Tea"), copy,
            Shop.page("/cart", .cart, title: "Tea"), Shop.page("/a?sort=price", title: "Tea"),
        ]
        guard case .pass = check.evaluate(Shop.site(pages)) else {
            Issue.record("one page was taken for several")
            return
        }
    }
}

@Suite struct PriceMismatchTests {
    let check = PriceMismatch(settings: .init(tolerancePercent: 0.5, taxRates: [19, 20, 21]))

    func judge(
        _ visible: Offer?, _ structured: [Offer], kind: PageKind = .product, ambiguity: String? = nil
    ) -> String {
        var page = Shop.page("/p", kind)
        page.pricing.visible = visible
        page.pricing.structured = structured
        page.pricing.ambiguity = ambiguity
        switch check.evaluate(page) {
        case .pass: return "pass"
        case .fail(let failure): return failure.confidence.rawValue
        case .notApplicable: return "notApplicable"
        case .undetermined: return "undetermined"
        }
    }

    func range(_ low: Int64, _ high: Int64) -> Offer {
        var offer = Shop.offer(low)
        offer.highPrice = Money(minor: high, currency: "EUR")
        return offer
    }

    @Test func comparesLikeWithLike() {
        #expect(judge(Shop.offer(4990), [Shop.offer(4990)]) == "pass")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990)]) == "certain")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990, currency: nil)]) == "likely")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990, currency: "USD")]) == "undetermined")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990)], ambiguity: "two prices") == "undetermined")
        #expect(judge(nil, [Shop.offer(3990)]) == "undetermined")
        #expect(judge(Shop.offer(4990), []) == "notApplicable")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990)], kind: .listing) == "notApplicable")
    }

    @Test func allowsRangesTaxRoundingAndVariants() {
        #expect(judge(Shop.offer(4990), [range(3990, 5990)]) == "pass")
        #expect(judge(Shop.offer(6990), [range(3990, 5990)]) == "likely")
        #expect(judge(Shop.offer(11_900), [Shop.offer(10_000)]) == "undetermined")
        #expect(judge(Shop.offer(130_000), [Shop.offer(129_999)]) == "pass")
        #expect(judge(Shop.offer(5000), [Shop.offer(4995)]) == "pass")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990), Shop.offer(5990)]) == "undetermined")
        #expect(judge(Shop.offer(4990), [Shop.offer(3990), Shop.offer(4990)]) == "pass")
        #expect(judge(Shop.offer(Int64.max), [Shop.offer(Int64.max), Shop.offer(Int64.min)]) == "pass")
    }
}

@Suite struct DiscountArithmeticTests {
    let check = DiscountArithmetic(settings: .init(tolerance: 1))

    @Test(arguments: [
        (8000, 6000, 25.0, "pass"), (9000, 6000, 50, "certain"), (9000, 6000, 34, "pass"), (9000, 6000, 33, "pass"),
        (9000, 6000, 20, "likely"), (6000, 6000, 10, "notApplicable"), (8999, 5999, 34, "pass"),
        (Int64.max, 1, 100, "pass"), (Int64.min, 1, 100, "notApplicable"),
    ]) func claims(_ one: (was: Int64, price: Int64, percent: Double, expected: String)) {
        var page = Shop.page("/p", .product)
        page.pricing.visible = Shop.offer(one.price, was: one.was, percent: one.percent)
        let said: String
        switch check.evaluate(page) {
        case .pass: said = "pass"
        case .fail(let failure): said = failure.confidence.rawValue
        case .notApplicable: said = "notApplicable"
        case .undetermined: said = "undetermined"
        }
        #expect(said == one.expected)
    }

    @Test func tilesAreCounted() {
        var page = Shop.page("/l", .listing)
        page.pricing.tiles = [(80, 60, 25.0), (90, 60, 50), (90, 60, 60)].map { was, price, percent in
            ProductTile(offer: Shop.offer(Int64(price) * 100, was: Int64(was) * 100, percent: percent), href: nil)
        }
        guard case .fail(let failure) = check.evaluate(page) else {
            Issue.record("wrong percentages passed")
            return
        }
        #expect(failure.detail == "2 of 3 percentages")
        #expect(failure.evidence.first?.note == "claims 50 %; from 90.00 EUR to 60.00 EUR is 33.3 %")
    }
}
