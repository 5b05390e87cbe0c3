import Model
import Testing

@testable import Checking

@Suite struct LoyaltyChecksTests {
    func returns(_ days: [Double], country: String?) -> Outcome {
        var page = Shop.page("/", .home)
        page.loyalty.returnDays = days.map { MeasuredMention(Shop.mention("\($0) days"), value: $0) }
        var site = Shop.site([page])
        site.country = country
        return ReturnsShort(settings: .init(days: ["SK": 14, "RU": 7])).evaluate(site)
    }

    @Test func theLongestWindowCounts() {
        guard case .pass = returns([3, 30], country: "SK") else {
            Issue.record("a short window beside a long one failed")
            return
        }
        guard case .fail(let failure) = returns([3, 9], country: "SK") else {
            Issue.record("nine days passed in Slovakia")
            return
        }
        #expect(failure.confidence == .likely && failure.detail == "9 days, where the law of SK grants 14")
    }

    @Test func withoutDaysOrCountryNothingIsSaid() {
        guard case .undetermined = returns([5], country: nil), case .notApplicable = returns([5], country: "US"),
            case .notApplicable = returns([], country: "SK"), case .pass = returns([7], country: "RU")
        else {
            Issue.record("more was said than is known")
            return
        }
    }

    @Test(arguments: [(year: 2026.0, isFresh: true), (2025, true), (2024, false), (2011, false)])
    func aCopyrightLineAgesByTwoYears(year: Double, isFresh: Bool) {
        var page = Shop.page("/", .home)
        page.loyalty.copyrightYear = MeasuredMention(Shop.mention("© \(year)", .footer), value: year)
        let outcome = StaleFooter(settings: .init(years: 2)).evaluate(Shop.site([page]))
        if case .pass = outcome { #expect(isFresh) } else { #expect(!isFresh) }
    }

    @Test func theNewestArticleCounts() {
        var pages = [Shop.page("/", .home)]
        for (path, year) in [("/old", 2019), ("/new", 2025), ("/middle", 2023)] {
            var page = Shop.page(path, .article)
            page.loyalty.articleDate = CalendarDate(year: year, month: 6, day: 1)
            pages.append(page)
        }
        let site = Shop.site(pages)
        #expect(site.newestArticle?.url == "https://shop.example/new")
        guard case .pass = GuidesStale(settings: .init(months: 12)).evaluate(site) else {
            Issue.record("an article of half a year ago was called stale")
            return
        }
        guard case .fail = GuidesStale(settings: .init(months: 6)).evaluate(site) else {
            Issue.record("seven months are more than six")
            return
        }
    }

    @Test func aProductThatSearchEnginesMustNotShowNeedsNoReviews() {
        var page = Shop.page("/p", .product)
        let check = ReviewsMissing(settings: NoSettings())
        guard case .fail = check.evaluate(page) else {
            Issue.record("a bare product page passed")
            return
        }
        page.head.robots = "noindex, follow"
        guard case .notApplicable = check.evaluate(page) else {
            Issue.record("a hidden page was judged")
            return
        }
    }

    @Test func onceAMonthInATextIsNotTheNewslettersWord() {
        var page = Shop.page("/", .home)
        page.forms = [
            FormFact(
                purpose: .newsletter, action: "/n", method: "post", fieldCount: 1, hasTarget: true,
                mention: Shop.mention("Newsletter Subscribe"))
        ]
        page.terms["loyalty.newsletterValue"] = [Shop.mention("Oil the board once a month")]
        guard case .fail = NewsletterValueUnstated(settings: .init(fewWords: 8)).evaluate(Shop.site([page])) else {
            Issue.record("words on oiling a board were taken for the newsletter's")
            return
        }
    }
}
