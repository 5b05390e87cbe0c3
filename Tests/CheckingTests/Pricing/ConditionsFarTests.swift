import Model
import Testing

@testable import Checking

@Suite struct ConditionsFarTests {
    private let check = ConditionsFar(settings: .init(share: 0.2, fewestLinks: 2))

    /// A home page, a page on delivery, two more of which the second wasn't read, and a product that links to some.
    private func told(links: [PageID], _ adjust: (inout PageFacts) -> Void = { _ in }) -> String {
        var product = Shop.page("/product", .product)
        product.pricing.productName = "Teapot"
        adjust(&product)
        var terms = Shop.page("/terms", .terms)
        terms.speaksOf = [.delivery]
        terms.readability.words = 900
        var other = Shop.page("/a")
        other.readability.words = 300
        var site = Shop.site([Shop.page("/", .home), Shop.page("/d", .delivery), other, terms, product])
        var moved = site.graph.nodes[1]
        moved.url = "https://shop.example/old-d"
        site.graph.nodes.append(moved)
        for path in ["help-centre", "cart"] {
            site.graph.nodes.append(
                LinkGraph.Node(
                    url: "https://shop.example/\(path)", outcome: .skipped(why: .pageLimit), source: .link))
        }
        site.graph.links += [[], [], []]
        site.graph.links[4] = links
        return CheckingTests.told(check.evaluate(site))
    }

    @Test func aLinkIsEnoughUnderWhateverName() {
        #expect(told(links: [0, 2]) == "likely")
        #expect(told(links: [0, 1]) == "pass")
        // An address that leads there.
        #expect(told(links: [0, 5]) == "pass")
        // A page of another kind that speaks of it.
        #expect(told(links: [0, 3]) == "pass")
    }

    @Test func wordsOnThePageAreEnough() {
        #expect(told(links: [0, 2]) { $0.speaksOf = [.delivery] } == "pass")
        #expect(told(links: [0, 2]) { $0.speaksOf = [.returns, .payment] } == "likely")
    }

    @Test func whatCannotBeToldIsNotHeldAgainstIt() {
        #expect(told(links: [0]) == "notApplicable")
        #expect(told(links: [0, 2]) { $0.truncated = "too long" } == "pass")
        #expect(told(links: [0, 2]) { $0.language = LanguageFacts(tag: "xx") } == "notApplicable")
        #expect(told(links: [0, 2]) { $0.leadsElsewhere = true } == "undetermined")
        // A page that nobody read may tell; a cart doesn't.
        #expect(told(links: [0, 2, 6]) == "undetermined")
        #expect(told(links: [0, 2, 7]) == "likely")
    }
}
