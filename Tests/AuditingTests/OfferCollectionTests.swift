import Model
import Testing

@testable import Auditing

@Suite struct OfferCollectionTests {
    private func page(
        _ path: String, name: String = "Mug", price: Int64 = 500, picture: String = "/red.jpg", sku: String? = nil,
        canonical: String? = nil
    ) -> PageFacts {
        let url = "https://shop.example\(path)"
        var facts = PageFacts(
            fetch: FetchFacts(url: url, finalURL: url, status: 200), kind: KindFact(.product, reason: "a test"))
        var offer = Offer(source: .visible, mention: Mention(quote: "", region: .main, locator: ""))
        offer.price = Money(minor: price, currency: "EUR")
        offer.sku = sku
        facts.pricing.visible = offer
        facts.pricing.productName = name
        facts.pricing.productPicture = picture
        facts.pricing.descriptionHash = 7
        facts.head.canonical = canonical
        return facts
    }

    private func isOne(_ first: PageFacts, _ second: PageFacts) -> Bool {
        var collection = OfferCollection()
        return collection.take(first) != nil && collection.take(second) == nil
    }

    @Test func oneProductUnderTwoAddressesIsOne() {
        #expect(isOne(page("/a?cat=1"), page("/a?cat=2")))
        #expect(isOne(page("/a"), page("/b", picture: "/2.jpg", canonical: "/a")))
        #expect(isOne(page("/a", sku: "K1"), page("/b", picture: "/2.jpg", sku: "K1")))
    }

    @Test func whatIsNotSurelyTheSameStaysApart() {
        #expect(!isOne(page("/a"), page("/b", picture: "/blue.jpg")))
        #expect(!isOne(page("/a"), page("/b", price: 700)))
        #expect(!isOne(page("/a"), page("/b", name: "Bowl")))
        // A template that declares one page canonical for all, and one that prints one number for all.
        #expect(!isOne(page("/a", canonical: "/"), page("/b", name: "Bowl", canonical: "/")))
        #expect(!isOne(page("/a", sku: "SKU"), page("/b", name: "Bowl", sku: "SKU")))
    }

    @Test func aTileOfAProductThatWasReadIsNoSecondOne() {
        var collection = OfferCollection()
        var listing = page("/list")
        listing.kind = KindFact(.listing, reason: "a test")
        listing.pricing.visible = nil
        for (name, href) in [("Mug", "/a?from=list"), ("Bowl", "/bowl")] {
            var offer = Offer(source: .tile, mention: Mention(quote: "", region: .main, locator: ""))
            offer.name = name
            offer.price = Money(minor: 500, currency: "EUR")
            listing.pricing.tiles.append(ProductTile(offer: offer, href: href))
        }
        #expect(collection.take(listing) == nil)
        #expect(collection.take(page("/a")) != nil)
        #expect(collection.listedOnly.map(\.name) == ["Bowl"])
    }

    @Test func variantsOfOneSourceDoNotDiffer() {
        var facts = page("/a")
        facts.pricing.structured = [Int64(500), 900].map { minor in
            var offer = Offer(source: .jsonLD, mention: Mention(quote: "", region: .head, locator: ""))
            offer.price = Money(minor: minor, currency: "EUR")
            return offer
        }
        #expect(CatalogueOffer(facts)?.agreement == .agree)
        facts.pricing.visible?.price = Money(minor: 400, currency: "EUR")
        #expect(CatalogueOffer(facts)?.agreement == .differ)
    }
}
