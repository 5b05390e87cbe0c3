import Model
import Testing

@testable import Checking

@Suite struct GenericCheckTests {
    func check(
        _ fact: String, _ subject: CheckSubject = .site, fails: Evaluation.Defect = .absent, pages: [PageKind] = [],
        when: Evaluation.Applicability? = nil, languages: Set<String> = ["en", "sk"], confidence: Confidence = .certain
    ) throws -> GenericCheck {
        let question = Evaluation.Question.fact(fact)
        return try GenericCheck(
            id: CheckID(.contact, "x"),
            evaluation: Evaluation(
                subject: subject, question: question, pages: pages, when: when, defect: fails, confidence: confidence,
                what: "things", places: FactIndex.places(of: question)), languages: languages)
    }

    /// Absence is certain of a whole site, likely of a sample with a likely page, and unknown of less.
    @Test(arguments: [
        ([PageKind.home], [FetchOutcome?](), "certain"),
        (
            [.home, .product], [.skipped(why: .outOfScope), .skipped(why: .parameterVariant), .skipped(why: .action)],
            "certain"
        ),
        ([.home], [.skipped(why: .pageLimit)], "unknown"),
        ([.home, .product], [nil], "unknown"),
        ([.home, .contact], [.skipped(why: .pageLimit)], "likely"),
        ([.home, .contact], [.skipped(why: .excluded)], "likely"),
        ([.home, .legal], [.failed(FetchFailure(.timeout, "slow"))], "likely"),
        ([.home, .contact], [.blocked(by: .robots), .blocked(by: .robots), .blocked(by: .robots)], "unknown"),
        ([.contact, .product], [], "unknown"),
        ([], [], "unknown"),
    ]) func absence(_ one: (kinds: [PageKind], unread: [FetchOutcome?], expected: String)) throws {
        let pages = one.kinds.enumerated().map { Shop.page($0.element == .home ? "/" : "/p\($0.offset)", $0.element) }
        let outcome = try check("contact.phones").evaluate(Shop.site(pages, unread: one.unread))
        switch outcome {
        case .fail(let failure):
            #expect(failure.confidence.rawValue == one.expected)
            #expect(failure.looked?.pages == pages.count)
            #expect(failure.looked?.what == "things")
        case .undetermined(let reason):
            #expect(one.expected == "unknown")
            #expect(!reason.isEmpty)
        default: Issue.record("\(outcome)")
        }
    }

    @Test func presenceOnTheSitePassesWithItsWords() throws {
        var contact = Shop.page("/contact", .contact)
        contact.contact.phones = [Shop.phone("02/5555 0100", "+421255550100")]
        let outcome = try check("contact.phones").evaluate(Shop.site([Shop.page("/", .home), contact]))
        #expect(outcome == .pass([Evidence(url: contact.url, Shop.mention("02/5555 0100"))]))
    }

    @Test func aBareShareButtonIsNoProfile() throws {
        var home = Shop.page("/", .home)
        home.contact.socials = [
            ChannelFact(platform: "facebook", role: .share, target: "x", mention: Shop.mention("Share"))
        ]
        guard case .fail = try check("contact.socials").evaluate(Shop.site([home])) else {
            Issue.record("a share button passed as a profile")
            return
        }
    }

    @Test func distinctValuesAreCountedWhereAFactHasThem() throws {
        var pages = [Shop.page("/", .home), Shop.page("/a"), Shop.page("/b")]
        for i in pages.indices { pages[i].contact.phones = [Shop.phone("1", "+421255550100")] }
        let below = try check("contact.phones", fails: .below(2))
        guard case .fail(let failure) = below.evaluate(Shop.site(pages)) else {
            Issue.record("one number counted as several")
            return
        }
        #expect(failure.detail == "1 where at least 2 are needed")
        pages[2].contact.phones.append(Shop.phone("2", "+421255550101"))
        guard case .pass = below.evaluate(Shop.site(pages)) else {
            Issue.record("two numbers not counted")
            return
        }
    }

    @Test func kindsLimitWhereTheSiteIsLookedAt() throws {
        var product = Shop.page("/p", .product)
        product.terms["delivery.cost"] = [Shop.mention("Delivery costs €4")]
        let home = Shop.page("/", .home)
        let onDelivery = try check("terms.delivery.cost", pages: [.delivery])
        #expect(
            onDelivery.evaluate(Shop.site([home, product]))
                == .notApplicable("no page of the kind policy:delivery was read"))
        var both = Shop.page("/service", .returns)
        both.kind.alsoCovers = [.delivery]
        guard case .fail = onDelivery.evaluate(Shop.site([home, product, both])) else {
            Issue.record("the product page's words counted for the delivery page")
            return
        }
        both.terms["delivery.cost"] = [Shop.mention("Delivery costs €4")]
        guard case .pass = onDelivery.evaluate(Shop.site([home, product, both])) else {
            Issue.record("a page that covers delivery too was not counted")
            return
        }
    }

    @Test func wordsOfAnUnknownLanguageSayNothing() throws {
        let site = Shop.site([Shop.page("/", .home, language: "is")])
        let terms = try check("terms.loyalty.returns")
        #expect(terms.evaluate(site) == .undetermined("there is no word list for the language “is”"))
        guard case .fail = try check("contact.phones").evaluate(site) else {
            Issue.record("numbers need no words")
            return
        }
        let page = Shop.page("/p", language: "is")
        let onPage = try check("terms.loyalty.returns", .page)
        #expect(onPage.evaluate(page) == .undetermined("there is no word list for the language “is”"))
    }

    @Test func aTruncatedPageProvesNoAbsence() throws {
        var page = Shop.page("/p")
        let viewport = try check("head.viewport", .page)
        guard case .fail(let failure) = viewport.evaluate(page) else {
            Issue.record("no viewport, and no failure")
            return
        }
        #expect(failure.evidence == [Evidence(url: page.url, quote: "", note: "things: none found")])
        page.truncated = "too long"
        #expect(viewport.evaluate(page) == .undetermined("the page was not read to its end: too long"))
        page.head.viewport = "width=device-width"
        guard case .pass(let evidence) = viewport.evaluate(page) else {
            Issue.record("a viewport, and no pass")
            return
        }
        #expect(evidence.first?.quote == "width=device-width")
    }

    @Test func presenceFailsWithItsWordsAndLimitsWithTheirNumber() throws {
        var page = Shop.page("/p")
        page.readability.garbled = [Shop.mention("CafÃ©"), Shop.mention("Ã¼ber")]
        let present = try check("readability.garbled", .page, fails: .present, confidence: .likely)
        guard case .fail(let failure) = present.evaluate(page) else {
            Issue.record("garbled text passed")
            return
        }
        #expect(failure.evidence.map(\.quote) == ["CafÃ©", "Ã¼ber"])
        #expect(failure.confidence == .likely)
        page.navigation.linkCount = 400
        let above = try check("navigation.links", .page, fails: .above(300))
        guard case .fail(let many) = above.evaluate(page) else {
            Issue.record("400 is above 300")
            return
        }
        #expect(many.detail == "400 where at most 300 would do")
        page.navigation.linkCount = 300
        guard case .pass = above.evaluate(page) else {
            Issue.record("300 is not above 300")
            return
        }
    }

    @Test func appliesOnlyWhenItsConditionHolds() throws {
        var page = Shop.page("/p", .product)
        let when = Evaluation.Applicability(fact: "pricing.tiles", atLeast: 2)
        let filters = try check("navigation.filters", .page, pages: [.listing], when: when)
        #expect(filters.evaluate(page) == .notApplicable("only for pages of the kind listing"))
        page.kind = KindFact(.listing, reason: "")
        guard case .notApplicable = filters.evaluate(page) else {
            Issue.record("no tiles, yet applicable")
            return
        }
        page.pricing.tiles = [
            ProductTile(offer: Shop.offer(1), href: "/a"), ProductTile(offer: Shop.offer(2), href: "/b"),
        ]
        guard case .fail = filters.evaluate(page) else {
            Issue.record("two tiles and no filter passed")
            return
        }
    }

    @Test func anAuditorsOwnQuestionNeedsToHaveBeenAsked() throws {
        var page = Shop.page("/", .home)
        let own = try check("custom.contact/x", .page)
        guard case .undetermined = own.evaluate(page) else {
            Issue.record("judged without asking")
            return
        }
        let onSite = try check("custom.contact/x")
        guard case .undetermined = onSite.evaluate(Shop.site([page])) else {
            Issue.record("judged without asking")
            return
        }
        page.custom["contact/x"] = []
        guard case .fail = own.evaluate(page), case .fail = onSite.evaluate(Shop.site([page])) else {
            Issue.record("asked and not found, yet no failure")
            return
        }
        page.custom["contact/x"] = [Shop.mention("tea time")]
        guard case .pass = own.evaluate(page), case .pass = onSite.evaluate(Shop.site([page])) else {
            Issue.record("found, yet no pass")
            return
        }
    }
}
