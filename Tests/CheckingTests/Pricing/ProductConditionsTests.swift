import Model
import Testing

@testable import Checking

@Suite struct ConditionsFarTests {
    private let check = ConditionsFar(settings: .init(share: 0.2, fewestLinks: 2))

    /// A home page, a page on delivery, two more, and a product that links to some of them.
    private func told(links: [PageID], _ adjust: (inout PageFacts) -> Void = { _ in }) -> String {
        var product = Shop.page("/product", .product)
        product.pricing.productName = "Teapot"
        adjust(&product)
        var site = Shop.site([
            Shop.page("/", .home), Shop.page("/d", .delivery), Shop.page("/a"), Shop.page("/b"), product,
        ])
        var moved = site.graph.nodes[1]
        moved.url = "https://shop.example/old-d"
        site.graph.nodes.append(moved)
        site.graph.links.append([])
        site.graph.links[4] = links
        return CheckingTests.told(check.evaluate(site))
    }

    @Test func aLinkIsEnoughUnderWhateverName() {
        #expect(told(links: [0, 2, 3]) == "likely")
        #expect(told(links: [0, 1]) == "pass")
        // An address that leads there.
        #expect(told(links: [0, 5]) == "pass")
    }

    @Test func wordsOnThePageAreEnough() {
        #expect(told(links: [0, 2]) { $0.terms["delivery.cost"] = [Shop.mention("Delivery €4.90")] } == "pass")
        #expect(told(links: [0, 2]) { $0.terms["page.delivery"] = [Shop.mention("Delivery")] } == "pass")
        #expect(told(links: [0, 2]) { $0.terms["page.returns"] = [Shop.mention("Returns")] } == "likely")
    }

    @Test func whatCannotBeToldIsNotHeldAgainstIt() {
        #expect(told(links: [0]) == "notApplicable")
        #expect(told(links: [0, 2]) { $0.truncated = "too long" } == "pass")
        #expect(told(links: [0, 2]) { $0.language = LanguageFacts(tag: "xx") } == "notApplicable")
    }
}

@Suite struct BrokenProductImageTests {
    private let check = BrokenProductImage(settings: NoSettings())

    private func told(_ answers: [(url: String, answer: PictureAnswer)]?) -> String {
        var site = Shop.site([Shop.page("/", .home)])
        site.pictures = answers?.map {
            ShownPicture(url: $0.url, page: "https://shop.example/p", place: .product, answer: $0.answer)
        }
        return CheckingTests.told(check.evaluate(site))
    }

    private let own = "https://shop.example/a.jpg"
    private let foreign = "https://cdn.example/a.jpg"
    private let other = "https://cdn.example/b.jpg"

    @Test func theShopsOwnWordIsBelieved() {
        #expect(told([(own, .missing(status: 404))]) == "certain")
        #expect(told([(own, .picture), (own + "2", .missing(status: 410))]) == "certain")
        #expect(told([(own, .picture), (own + "2", .page)]) == "likely")
        #expect(told([(own, .picture), (own + "2", .unread("refused (403)"))]) == "pass")
    }

    @Test func aHostThatGivesNothingMayGiveItToBrowsers() {
        #expect(told([(foreign, .missing(status: 404)), (other, .missing(status: 404))]) == "undetermined")
        #expect(told([(foreign, .picture), (other, .missing(status: 404))]) == "certain")
        #expect(told([(own, .page), (own + "2", .page)]) == "undetermined")
        #expect(told([(own, .picture), (foreign, .page)]) == "pass")
    }

    @Test func whatWasNotAskedForIsNotJudged() {
        #expect(told(nil) == "undetermined")
        #expect(told([]) == "notApplicable")
    }
}
