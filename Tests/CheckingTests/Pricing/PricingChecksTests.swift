import Model
import Testing

@testable import Checking

/// What an outcome comes to, in a word: "pass", the confidence of a failure, "notApplicable" or "undetermined".
func told(_ outcome: Outcome) -> String {
    switch outcome {
    case .pass: "pass"
    case .fail(let failure): failure.confidence.rawValue
    case .notApplicable: "notApplicable"
    case .undetermined: "undetermined"
    }
}

/// A failure's own line; nil where it is none.
func failureDetail(_ outcome: Outcome) -> String? {
    if case .fail(let failure) = outcome { failure.detail } else { nil }
}

@Suite struct ProductPriceTests {
    func product(_ change: (inout PageFacts) -> Void) -> PageFacts {
        var page = Shop.page("/product/green", .product)
        page.pricing.productName = "Green teapot"
        page.pricing.visible = Shop.offer(4990)
        change(&page)
        return page
    }

    @Test func aMissingPriceIsClaimedOnlyWhereNothingHintsAtOne() {
        let check = PriceMissing(settings: NoSettings())
        #expect(told(check.evaluate(product { _ in })) == "pass")
        let bare = product { $0.pricing.visible = nil }
        #expect(told(check.evaluate(bare)) == "likely")
        for hint in 0..<5 {
            var page = bare
            switch hint {
            case 0: page.pricing.ambiguity = "two prices"
            case 1: page.pricing.structured = [Shop.offer(4990)]
            case 2: page.pricing.amounts = 1
            case 3: page.truncated = "too large"
            default: page.pricing.availability = .discontinued
            }
            #expect(["undetermined", "notApplicable"].contains(told(check.evaluate(page))), "\(hint)")
        }
        let request = product {
            $0.pricing.visible = nil
            $0.pricing.priceOnRequest = Shop.mention("Price on request")
        }
        #expect(told(check.evaluate(request)) == "certain")
        let hidden = product {
            $0.pricing.visible = nil
            $0.head.robots = "noindex, follow"
        }
        #expect(told(check.evaluate(hidden)) == "notApplicable")
    }

    @Test func anOrderButtonIsMissedOnlyOfWhatIsInStock() {
        let check = OrderButtonMissing(settings: NoSettings())
        let inStock = product { $0.pricing.availability = .inStock }
        #expect(told(check.evaluate(inStock)) == "likely")
        #expect(told(check.evaluate(product { _ in })) == "undetermined")
        #expect(told(check.evaluate(product { $0.pricing.availability = .outOfStock })) == "notApplicable")
        var ordered = inStock
        ordered.pricing.orderControls = [Shop.mention("Buy on the maker's site")]
        #expect(told(check.evaluate(ordered)) == "pass")
        var written = inStock
        written.contact.messengers = [
            ChannelFact(
                platform: "whatsapp", role: .profile, target: "https://wa.me/994501234567",
                mention: Shop.mention("Order by WhatsApp"))
        ]
        #expect(told(check.evaluate(written)) == "undetermined")
        var foreign = inStock
        foreign.language = LanguageFacts(tag: "xx")
        #expect(told(check.evaluate(foreign)) == "undetermined")
    }

    @Test func mismatchesThatHaveAnotherExplanationAreNotClaimed() {
        let check = PriceMismatch(settings: .init(tolerancePercent: 0.5, taxRates: [18, 20]))
        func judge(_ visible: Int64, _ structured: Int64) -> String {
            told(
                check.evaluate(
                    product {
                        $0.pricing.visible = Shop.offer(visible)
                        $0.pricing.structured = [Shop.offer(structured)]
                    }))
        }
        #expect(judge(34_900, 32_900) == "certain")
        // A pack of six and a piece; with and without tax to the cent, and a difference that only looks like it.
        #expect(judge(29_940, 4990) == "undetermined")
        #expect(judge(5988, 4990) == "undetermined")
        #expect(judge(6000, 4990) == "certain")
        let renamed = product {
            $0.pricing.visible = Shop.offer(34_900)
            var other = Shop.offer(32_900)
            other.name = "Green teapot, small"
            $0.pricing.structured = [other]
        }
        #expect(told(check.evaluate(renamed)) == "likely")
    }

    @Test func anIncompleteCardSaysWhatIsMissing() {
        let check = CardIncomplete(settings: .init(missing: 3, descriptionWords: 10, thinWords: 25, thinRows: 3))
        let bare = product { $0.pricing.productPictures = 1 }
        let outcome = check.evaluate(bare)
        #expect(told(outcome) == "likely")
        #expect(
            failureDetail(outcome)
                == "6 of 8 parts not found: description, characteristics, availability, delivery, returns, reviews")
        let thin = product {
            $0.pricing.descriptionWords = 14
            $0.pricing.characteristics = 1
        }
        guard case .fail(let failure) = check.evaluate(thin) else { return #expect(Bool(false), "passes") }
        #expect(
            failure.evidence[0].note?.hasSuffix("; thin: description (14 words), characteristics (1 row)") == true)
        var foreign = bare
        foreign.language = LanguageFacts(tag: "xx")
        #expect(told(check.evaluate(foreign)) == "pass")
    }
}

@Suite struct ListingPriceTests {
    func tile(_ minor: Int64?, _ availability: Availability? = nil, isRelated: Bool = false) -> ProductTile {
        var offer = Shop.offer(minor)
        offer.availability = availability
        return ProductTile(offer: offer, href: "/product/x", isRelated: isRelated)
    }

    @Test func soldOutAndRelatedTilesNeedNoPrice() {
        let check = ListingWithoutPrices(
            settings: .init(fewestTiles: 4, share: 0.5, productAddresses: ["/product/"]))
        func judge(_ tiles: [ProductTile]) -> String {
            var page = Shop.page("/category/teapots", .listing)
            page.pricing.tiles = tiles
            return told(check.evaluate(page))
        }
        let none = (0..<4).map { _ in tile(nil) }
        #expect(judge(none) == "likely")
        #expect(judge((0..<4).map { _ in tile(nil, .outOfStock) }) == "pass")
        #expect(judge(none.map { ProductTile(offer: $0.offer, href: nil, isRelated: true) }) == "notApplicable")
        #expect(judge([tile(1990), tile(2990), tile(3990), tile(nil)]) == "pass")
    }

    @Test(
        arguments: [
            (4990, 4990, nil, "", "pass"), (3990, 4990, nil, "", "likely"), (5990, 4990, 5990, "", "notApplicable"),
            (3990, 4990, nil, "from €39.90", "notApplicable"), (4900, 4990, nil, "", "pass"),
            (10_000, 11_800, nil, "", "notApplicable"), (4990, 9980, nil, "", "notApplicable"),
        ] as [(Int64, Int64, Int64?, String, String)])
    func listings(_ one: (listed: Int64, shown: Int64, was: Int64?, quote: String, expected: String)) {
        let check = PriceDiffersInListing(
            settings: .init(tolerancePercent: 0.5, taxRates: [18], fromWords: ["from"]))
        var listing = Shop.page("/category/teapots", .listing)
        var offer = Shop.offer(one.listed)
        if !one.quote.isEmpty { offer.mention = Shop.mention(one.quote) }
        listing.pricing.tiles = [ProductTile(offer: offer, href: "/product/green")]
        var product = Shop.page("/product/green", .product)
        product.pricing.visible = Shop.offer(one.shown, was: one.was)
        #expect(told(check.evaluate(Shop.site([Shop.page("/", .home), listing, product]))) == one.expected)
    }

    @Test func anotherTileThatAgreesEndsTheDoubt() {
        let check = PriceDiffersInListing(settings: .init(tolerancePercent: 0.5, taxRates: [], fromWords: []))
        var product = Shop.page("/product/green", .product)
        product.pricing.visible = Shop.offer(4990)
        let listings = [Int64(3700), 4990].map { price in
            var listing = Shop.page("/category/\(price)", .listing)
            listing.pricing.tiles = [ProductTile(offer: Shop.offer(price), href: "/product/green")]
            return listing
        }
        #expect(told(check.evaluate(Shop.site(listings + [product]))) == "pass")
    }

    @Test func emptinessIsClaimedOfCategoriesOnly() {
        let check = EmptyCategory(settings: NoSettings())
        func judge(_ path: String, _ kind: PageKind = .listing) -> String {
            var page = Shop.page(path, kind)
            page.pricing.emptyListing = Shop.mention("There are no products in this category.")
            return told(check.evaluate(page))
        }
        #expect(judge("/category/sofas") == "likely")
        #expect(judge("/index.php?route=product/category&path=17") == "likely")
        #expect(judge("/category/sofas?colour=red") == "notApplicable")
        #expect(judge("/search", .search) == "notApplicable")
    }
}

@Suite struct RangeTests {
    @Test func stockOfTheRangeIsCounted() {
        let check = RangeOutOfStock(settings: .init(share: 0.2, fewestProducts: 10))
        func judge(_ out: Int, of all: Int) -> Outcome {
            let pages = (0..<all).map { i in
                var page = Shop.page("/product/\(i)", .product)
                page.pricing.availability = i < out ? .outOfStock : .inStock
                return page
            }
            return check.evaluate(Shop.site(pages))
        }
        #expect(told(judge(2, of: 10)) == "pass")
        #expect(told(judge(3, of: 10)) == "certain")
        #expect(failureDetail(judge(3, of: 10)) == "3 of 10 products whose availability is known cannot be ordered")
        #expect(told(judge(5, of: 5)) == "undetermined")
    }

    @Test func sizesOfOneProductMayShareADescription() {
        let check = CopiedDescriptions(settings: .init(fewestCopies: 3, share: 0.1))
        func judge(_ names: [String]) -> String {
            let pages = names.enumerated().map { i, name in
                var page = Shop.page("/product/\(i)", .product)
                page.pricing.productName = name
                page.pricing.descriptionHash = 7
                return page
            }
            return told(check.evaluate(Shop.site(pages)))
        }
        #expect(judge(["Green teapot", "Oak board", "Bread knife"]) == "likely")
        #expect(judge(["Green teapot S", "Green teapot M", "Green teapot L"]) == "pass")
    }

    @Test func amountsOnTheDeliveryPageForbidAVerdict() {
        let check = DeliveryCostUndisclosed(settings: NoSettings())
        var delivery = Shop.page("/delivery", .delivery)
        let others = [Shop.page("/", .home), Shop.page("/product/x", .product)]
        #expect(told(check.evaluate(Shop.site(others + [delivery]))) == "likely")
        delivery.pricing.amounts = 3
        #expect(told(check.evaluate(Shop.site(others + [delivery]))) == "undetermined")
        delivery.terms["delivery.cost"] = [Shop.mention("Delivery costs €3.95.")]
        #expect(told(check.evaluate(Shop.site(others + [delivery]))) == "pass")
        #expect(told(check.evaluate(Shop.site(Array(others.prefix(1))))) == "notApplicable")
    }
}
