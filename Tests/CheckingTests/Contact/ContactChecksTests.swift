import Model
import Testing

@testable import Checking

@Suite struct ContactChecksTests {
    static let number = Shop.phone("+421 2 5555 0100", "+421255550100")

    /// A home page and others, of which the first `shown` have a number.
    func pages(_ count: Int, shown: Int) -> [PageFacts] {
        (0..<count).map { i in
            var page = Shop.page(i == 0 ? "/" : "/p\(i)", i == 0 ? .home : .product)
            if i < shown { page.contact.phones = [ContactChecksTests.number] }
            return page
        }
    }

    @Test(arguments: [(shown: 1, share: 0.95), (shown: 10, share: 0.5), (shown: 17, share: 0.15)])
    func aNumberIsGradedByThePagesWithoutIt(shown: Int, share: Double) {
        let check = PhoneNotEverywhere(settings: .init(toleratedShare: 0.1))
        guard case .fail(let failure) = check.evaluate(Shop.site(pages(20, shown: shown))) else {
            Issue.record("\(shown) of 20 passed")
            return
        }
        #expect(abs(failure.share - share) < 0.001)
        #expect(failure.detail == "\(20 - shown) of 20 pages show no telephone number")
    }

    @Test func pagesThatMayHaveANumberAreNotSaidToLackIt() {
        let check = PhoneNotEverywhere(settings: .init(toleratedShare: 0.1))
        guard case .fail(let failure) = check.evaluate(Shop.site(pages(40, shown: 20))) else {
            Issue.record("half the pages passed")
            return
        }
        // More have it than are kept as examples, and product pages are among them.
        #expect(failure.evidence.map(\.note) == ["shown here"])
    }

    @Test func aNumberThatCannotBeDecidedForbidsAVerdict() {
        var page = Shop.page("/", .home)
        page.contact.phones = [
            PhoneFact(raw: "*2525", validity: .undecided, source: .link, mention: Shop.mention("*2525"))
        ]
        guard case .undetermined = PhoneMissing(settings: NoSettings()).evaluate(Shop.site([page])) else {
            Issue.record("a short number was called none")
            return
        }
    }

    @Test func aSampleWithoutAContactPageSaysNothingOfNumbers() {
        let site = Shop.site([Shop.page("/", .home), Shop.page("/p", .product)], unread: [.skipped(why: .pageLimit)])
        guard case .undetermined = PhoneMissing(settings: NoSettings()).evaluate(site) else {
            Issue.record("absence was claimed of pages that were not read")
            return
        }
    }

    @Test func theContactPageCountsAsLinkedWhereTheGraphLinksIt() {
        var site = Shop.site([
            Shop.page("/", .home), Shop.page("/a", .product), Shop.page("/b", .product), Shop.page("/c", .contact),
        ])
        site.graph.links = [[3], [3], [0], [0]]
        let check = ContactPageMissing(settings: .init(toleratedShare: 0.1))
        guard case .fail(let failure) = check.evaluate(site) else {
            Issue.record("a page without the link passed")
            return
        }
        #expect(failure.share == 0.25)
        #expect(failure.evidence.map(\.url).contains("https://shop.example/b"))
    }

    @Test func oneOwnAddressBesideAFreeMailboxIsEnough() {
        var page = Shop.page("/", .home)
        page.contact.emails = [
            EmailFact(address: "shop@mail.ru", source: .text, isFreemail: true, mention: Shop.mention("shop@mail.ru"))
        ]
        guard case .fail = EmailFreemail(settings: NoSettings()).evaluate(Shop.site([page])) else {
            Issue.record("a free mailbox alone passed")
            return
        }
        page.contact.emails.append(
            EmailFact(
                address: "a@shop.example", source: .text, isFreemail: false, mention: Shop.mention("a@shop.example")))
        guard case .pass = EmailFreemail(settings: NoSettings()).evaluate(Shop.site([page])) else {
            Issue.record("an address of its own was not seen")
            return
        }
    }

    @Test func aSignThatIsNoFactIsRefused() throws {
        let yaml =
            Shop.words + """
                settings: { signs: [contact.fones], what: numbers }
                examples:
                  - { name: shown, html: '<p>a', expect: { outcome: pass } }

                """
        let complaint = try Shop.complaint(["contact/hours-missing.yaml": yaml])
        #expect(complaint.contains("contact.fones") && complaint.contains("contact.phones"))
    }
}
