import Model
import Testing

@testable import Checking

private func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .pass: "pass"
    case .fail(let failure): failure.confidence.rawValue
    case .notApplicable: "notApplicable"
    case .undetermined: "undetermined"
    }
}

private func answered(_ url: String, redirects: [String] = [], status: Int = 200) -> FetchOutcome {
    .fetched(
        FetchFacts(
            url: url, finalURL: url, status: status, redirects: redirects.map { Redirect(url: $0, status: 301) }))
}

/// The home page links to further addresses that came out as told.
private func linking(to outcomes: [FetchOutcome?]) -> SiteFacts {
    var site = Shop.site([Shop.page("/", .home)])
    for (i, outcome) in outcomes.enumerated() {
        let url = "https://shop.example/t\(i)"
        site.graph.nodes.append(LinkGraph.Node(url: url, outcome: outcome, source: .link, linkText: "Target \(i)"))
    }
    site.graph.links = [(0..<outcomes.count).map { PageID($0 + 1) }]
    return site
}

@Suite struct RedirectChainTests {
    let check = RedirectChain(settings: .init(fromRedirects: 2))

    @Test func twoRedirectsAreAChainAndOneIsNot() {
        let once = answered("https://shop.example/b", redirects: ["https://shop.example/t0"])
        #expect(word(check.evaluate(linking(to: [once, answered("https://shop.example/t1")]))) == "pass")
        let twice = answered(
            "https://shop.example/c", redirects: ["https://shop.example/t1", "https://shop.example/b"])
        guard case .fail(let failure) = check.evaluate(linking(to: [once, twice])) else {
            Issue.record("two redirects passed")
            return
        }
        #expect(failure.share == 0.5 && failure.confidence == .certain)
        #expect(
            failure.evidence == [
                Evidence(
                    url: "https://shop.example/", quote: "Target 1",
                    note: "links to https://shop.example/t1, which is passed on 2 times: https://shop.example/b → "
                        + "https://shop.example/c")
            ])
    }

    @Test func aCircleNeverArrives() {
        let circle = FetchOutcome.failed(FetchFailure(.tooManyRedirects, "redirects in a circle"))
        #expect(word(check.evaluate(linking(to: [circle]))) == "certain")
    }

    @Test func withoutAnAnswerNothingIsSaid() {
        #expect(word(check.evaluate(linking(to: [nil, .blocked(by: .robots)]))) == "undetermined")
    }
}

@Suite struct OrphanPageTests {
    let check = OrphanPage(settings: .init(kindsNotCounted: ["promotion"], mostShare: 0.5))

    /// Home links to /a; the sitemap names /a, /b and /c, of which /c is told.
    func site(
        unread: [FetchOutcome?] = [], kind: PageKind = .other, links: [PageID] = [1, 2], canonical: String? = nil
    )
        -> SiteFacts
    {
        var first = Shop.page("/a")
        first.head.canonical = canonical
        var site = Shop.site(
            [Shop.page("/", .home), first, Shop.page("/b"), Shop.page("/c", kind, title: "C")], unread: unread)
        for i in 1...3 { site.graph.nodes[i].inSitemap = true }
        site.graph.links[0] = links
        return site
    }

    @Test func aPageThatNothingLinksToIsFound() {
        guard case .fail(let failure) = check.evaluate(site()) else {
            Issue.record("an orphan passed")
            return
        }
        #expect(failure.evidence.map(\.url) == ["https://shop.example/c"] && failure.confidence == .certain)
        #expect(failure.detail == "1 of 3 pages in the sitemap")
    }

    @Test func whatWasNotReadMayLinkToIt() {
        #expect(word(check.evaluate(site(unread: [.skipped(why: .pageLimit)]))) == "undetermined")
        #expect(word(check.evaluate(site(unread: [.blocked(by: .robots)]))) == "likely")
    }

    @Test func linkedNamedAsOwnOrMeantForCampaignsIsNone() {
        #expect(word(check.evaluate(site(links: [1, 2, 3]))) == "pass")
        #expect(word(check.evaluate(site(canonical: "/c"))) == "pass")
        #expect(word(check.evaluate(site(kind: .promotion))) == "pass")
        #expect(word(check.evaluate(site(links: []))) == "undetermined")
        #expect(word(check.evaluate(Shop.site([Shop.page("/", .home)]))) == "notApplicable")
    }
}

@Suite struct SlowResponseTests {
    let check = SlowResponse(settings: .init(mostMilliseconds: 800, percentile: 75, leastPages: 10))

    func site(_ times: [Int], seed: String = "https://shop.example/") -> SiteFacts {
        var pages: [PageFacts] = []
        for (i, time) in times.enumerated() {
            var page = Shop.page("/\(i)")
            page.fetch.timeToFirstByte = time
            pages.append(page)
        }
        var site = Shop.site(pages)
        site.seed = seed
        return site
    }

    @Test func theSlowQuarterDecides() {
        #expect(word(check.evaluate(site([100, 100, 100, 100, 100, 100, 100, 100, 5000, 5000]))) == "pass")
        #expect(word(check.evaluate(site([100, 100, 100, 100, 100, 100, 100, 900, 900, 900]))) == "likely")
        #expect(word(check.evaluate(site([800, 800, 800, 800, 800, 800, 800, 800, 800, 800]))) == "pass")
    }

    @Test func untimedFewAndLocalPagesSayNothing() {
        #expect(word(check.evaluate(site(Array(repeating: 0, count: 20)))) == "undetermined")
        #expect(word(check.evaluate(site(Array(repeating: 5000, count: 9)))) == "undetermined")
        let local = site(Array(repeating: 5000, count: 20), seed: "http://127.0.0.1:8080/")
        #expect(word(check.evaluate(local)) == "notApplicable")
    }
}

@Suite struct ProductTooDeepTests {
    let check = ProductTooDeep(settings: .init(mostClicks: 4))

    func site(depth: Int, unreadAt: Int? = nil, outcome: FetchOutcome? = .skipped(why: .pageLimit)) -> SiteFacts {
        var product = Shop.page("/p", .product)
        product.pricing.productName = "Green teapot"
        var site = Shop.site([Shop.page("/", .home), product], unread: unreadAt == nil ? [] : [outcome])
        site.graph.nodes[0].depth = 0
        site.graph.nodes[1].depth = depth
        if let unreadAt { site.graph.nodes[2].depth = unreadAt }
        return site
    }

    @Test func onlyWhatCouldShortenTheWayMatters() {
        #expect(word(check.evaluate(site(depth: 4))) == "pass")
        #expect(word(check.evaluate(site(depth: 5))) == "certain")
        #expect(word(check.evaluate(site(depth: 5, unreadAt: 2))) == "undetermined")
        #expect(word(check.evaluate(site(depth: 5, unreadAt: 4))) == "certain")
        #expect(word(check.evaluate(site(depth: 5, unreadAt: 2, outcome: .blocked(by: .robots)))) == "likely")
        #expect(word(check.evaluate(Shop.site([Shop.page("/", .home)]))) == "notApplicable")
    }
}

@Suite struct InsecurePageTests {
    let check = InsecurePage(settings: NoSettings())

    @Test(arguments: [
        ("http://shop.example/", "certain"), ("http://127.0.0.1:8080/", "notApplicable"),
        ("http://192.168.1.4/", "notApplicable"), ("http://172.32.0.1/", "certain"), ("http://[::1]/", "notApplicable"),
        ("http://[2001:db8::1]/", "certain"), ("http://shop.local/", "notApplicable"),
        ("http://localhost/", "notApplicable"), ("http://shop.test:81/", "notApplicable"),
        ("http://latest.az/", "certain"), ("http://8.8.8.8/", "certain"), ("https://shop.example/", "pass"),
    ]) func addresses(_ one: (url: String, expected: String)) {
        var page = Shop.page("/")
        page.fetch.finalURL = one.url
        #expect(word(check.evaluate(page)) == one.expected)
    }

    @Test func picturesAloneAreOnlyLikely() {
        var page = Shop.page("/")
        let picture = Mention(quote: "http://cdn.example/a.jpg", region: .main, locator: "main > img.photo")
        page.navigation.insecureParts = [picture]
        #expect(word(check.evaluate(page)) == "likely")
        page.navigation.insecureParts.append(
            Mention(quote: "http://cdn.example/a.js", region: .head, locator: "head > script"))
        #expect(word(check.evaluate(page)) == "certain")
    }
}

@Suite struct MenuAndHeadingTests {
    @Test func aMenuThatNothingMarksIsNotDenied() {
        let check = MenuMissing(settings: .init(leastLinks: 3, leastWords: 30))
        var page = Shop.page("/p", .product)
        page.readability.words = 200
        #expect(word(check.evaluate(page)) == "certain")
        page.navigation.internalLinkCount = 20
        #expect(word(check.evaluate(page)) == "undetermined")
        page.navigation.headings = [Heading(level: 1, text: "Teapot", region: .main)]
        #expect(word(check.evaluate(page)) == "likely")
        page.navigation.menuLinks = 3
        #expect(word(check.evaluate(page)) == "pass")
        page.navigation.menuLinks = 0
        page.kind = KindFact(.checkout, reason: "said so")
        #expect(word(check.evaluate(page)) == "notApplicable")
    }

    @Test func moreHeadingsThanAreKeptProveNothing() {
        let check = HeadingMissing(settings: NoSettings())
        var page = Shop.page("/")
        page.readability.words = 200
        page.navigation.headings = Array(repeating: Heading(level: 2, text: "Tea", region: .main), count: 60)
        #expect(word(check.evaluate(page)) == "undetermined")
        page.navigation.headings.removeLast()
        #expect(word(check.evaluate(page)) == "certain")
        page.truncated = "too many elements"
        #expect(word(check.evaluate(page)) == "undetermined")
    }
}

@Suite struct TitleOfOnePageTests {
    let check = TitleDuplicate(settings: .init(identifyingParameters: ["id", "route"], kindsNotCounted: []))

    @Test(arguments: [
        ("http://x.example/a/index.html@page=2.html", "http://x.example/a/", true),
        ("http://x.example/index.php@route=a&id=1.html", "http://x.example/index.php@route=a&id=2.html", false),
        ("http://x.example/@shop", "http://x.example/", false),
    ]) func copiesOnDisk(_ one: (a: String, b: String, isOne: Bool)) {
        #expect((check.identity(one.a) == check.identity(one.b)) == one.isOne)
    }

    @Test func oneProductAndOneHomePageAtTwoAddressesShareTheirTitles() {
        var pages = [Shop.page("/", .home, title: "Shop"), Shop.page("/home", .home, title: "Shop")]
        for path in ["/a", "/b"] {
            var page = Shop.page(path, .product, title: "Green")
            page.pricing.productName = "Green teapot"
            pages.append(page)
        }
        guard case .pass = check.evaluate(Shop.site(pages)) else {
            Issue.record("one page at two addresses was taken for two")
            return
        }
    }
}
