import Model
import Testing

@testable import Checking

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

    @Test func nearlyAllGoneIsRatherACopyOrABlock() {
        func gone(_ missing: Int, of all: Int) -> String {
            told((0..<all).map { (own + "\($0)", $0 < missing ? .missing(status: 404) : .picture) })
        }
        #expect(gone(4, of: 4) == "certain")
        #expect(gone(5, of: 5) == "undetermined")
        #expect(gone(19, of: 20) == "undetermined")
        #expect(gone(17, of: 20) == "certain")
    }

    @Test func whatWasNotAskedForIsNotJudged() {
        #expect(told(nil) == "undetermined")
        #expect(told([]) == "notApplicable")
    }
}
