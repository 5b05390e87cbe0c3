import Model
import Testing

@testable import Checking

/// Home → list → product; home → help → contact; product → cart.
@Suite struct ReachabilityTests {
    private struct Site {
        var pages: [PageFacts] = [
            Shop.page("/", .home), Shop.page("/list", .listing), Shop.page("/product", .product),
            Shop.page("/help", .help), Shop.page("/contact", .contact), Shop.page("/cart", .cart),
        ]
        var links: [[PageID]] = [[1, 3], [0, 2], [0, 5], [0, 4], [0], []]
        /// Outcomes of further nodes, after the pages.
        var others: [FetchOutcome?] = []

        func map() -> ReachabilityMap {
            var site = Shop.site(pages, unread: others)
            site.graph.links = links + Array(repeating: [], count: others.count)
            return ReachabilityMap(of: site)
        }
    }

    private static let form = FormFact(
        purpose: .contact, action: "/send", method: "post", fieldCount: 3, hasTarget: true,
        mention: Shop.mention("Write"))

    private func reach(_ map: ReachabilityMap, _ need: CustomerNeed) throws -> NeedReach {
        try #require(map.needs.first { $0.need == need })
    }

    @Test func clicksAreThoseOfTheShortestWay() throws {
        var site = Site()
        site.pages[4].contact.phones = [Shop.phone("+421 2 5555 0100", "+421255550100")]
        let order = try reach(site.map(), .order)
        #expect(order.home.clicks == 2 && !order.home.isAtMost)
        #expect(order.product.clicks == 3)
        #expect(order.home.ways == [ShownWay(way: .phone, value: "+421 2 5555 0100")])
        #expect(order.named.isEmpty && order.namedUnknown == nil)
        // No link leads on from the cart, and all there is was read.
        #expect(order.cart.state == .notFound)
    }

    @Test func aFormIsSaidToBeOne() throws {
        var site = Site()
        site.pages[3].forms = [Self.form]
        site.pages[4].contact.emails = [
            EmailFact(address: "shop@shop.example", source: .text, isFreemail: false, mention: Shop.mention("mail"))
        ]
        let home = try reach(site.map(), .advice).home
        #expect(home.clicks == 1 && home.ways.map(\.way) == [.form])
        #expect(!home.isFormOnly)
        #expect(home.beyondForm == 2 && home.beyondFormWays.map(\.value) == ["shop@shop.example"])
    }

    @Test func aFormIsTheOnlyWayOnlyWhereAllWasRead() throws {
        var site = Site()
        site.pages[3].forms = [Self.form]
        #expect(try reach(site.map(), .order).home.isFormOnly)
        site.others = [.blocked(by: .status403)]
        site.links[0].append(6)
        let home = try reach(site.map(), .order).home
        #expect(home.clicks == 1 && !home.isFormOnly && home.beyondForm == nil)
    }

    @Test func aLineForTradeAloneServesNoCustomer() throws {
        var site = Site()
        site.pages[0].contact.phones = [Shop.phone("0100", "+421255550100")]
        site.pages[0].contact.needs = [
            NeedContact(need: .wholesale, way: .phone, value: "0100", mention: Shop.mention("Wholesale: 0100"))
        ]
        site.pages[4].contact.phones = [Shop.phone("0200", "+421255550200")]
        let map = site.map()
        #expect(try reach(map, .complaint).home.clicks == 2)
        let wholesale = try reach(map, .wholesale)
        #expect(wholesale.home.clicks == 0 && wholesale.home.named == 0)
        #expect(wholesale.named.map(\.value) == ["0100"])
    }

    @Test(
        arguments: [
            .blocked(by: .robots), .failed(FetchFailure(.timeout, "")), .skipped(why: .pageLimit), nil,
        ] as [FetchOutcome?])
    func withPagesUnreadAbsenceIsNotClaimed(outcome: FetchOutcome?) throws {
        var site = Site()
        site.others = [outcome]
        site.links[0].append(6)
        let order = try reach(site.map(), .order)
        #expect(order.home.state == .notAssessed && order.home.reason != nil)
        #expect(order.namedUnknown != nil)
        // The unread page may be nearer than what was found.
        site.pages[4].contact.phones = [Shop.phone("0100", "+421255550100")]
        let found = try reach(site.map(), .order)
        #expect(found.home.state == .found && found.home.isAtMost)
    }

    @Test func deadPagesHoldNoWay() throws {
        var site = Site()
        let missing = FetchFacts(url: "https://shop.example/u0", finalURL: "https://shop.example/u0", status: 404)
        site.others = [.fetched(missing), .blocked(by: .softNotFound)]
        site.links[0] += [6, 7]
        #expect(try reach(site.map(), .order).home.state == .notFound)
    }

    @Test func aRedirectIsNoClick() throws {
        var site = Site()
        site.pages[4].contact.phones = [Shop.phone("0100", "+421255550100")]
        let moved = FetchFacts(url: "https://shop.example/u0", finalURL: "https://shop.example/contact", status: 200)
        site.others = [.fetched(moved)]
        site.links[0].append(6)
        #expect(try reach(site.map(), .order).home.clicks == 1)
    }

    @Test func productsAreCountedTogether() throws {
        var site = Site()
        for i in 0..<3 {
            site.pages.append(Shop.page("/product\(i)", .product))
            site.links.append(i == 0 ? [4] : [])
        }
        site.pages[4].contact.phones = [Shop.phone("0100", "+421255550100")]
        let product = try reach(site.map(), .order).product
        #expect(product.starts == 4 && product.without == 2)
        #expect(product.clicks == 1 && product.fewest == 1 && product.most == 3)
    }

    @Test func withoutWordsForALanguageNamesAreNotAssessed() throws {
        var site = Site()
        for i in site.pages.indices { site.pages[i].language = LanguageFacts(tag: "is") }
        #expect(try reach(site.map(), .order).namedUnknown?.contains("word list") == true)
    }
}
