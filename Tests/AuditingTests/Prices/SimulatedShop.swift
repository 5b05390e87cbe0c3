import Foundation
import Ledger
import Model

@testable import Auditing
@testable import Checking

/// A shop whose prices over a year are known, looked at on chosen days through the real ledger.
struct SimulatedShop {
    /// One day's offer of one product.
    struct Day {
        var price: Int64
        var was: Int64?
        var currency = "EUR"
        var keys: ProductKeys
        var wasKind = WasPriceKind.former
    }

    /// 2026-01-01T09:00:00Z.
    static let beginning: Int64 = 1_767_258_000_000
    static let dayLength: Int64 = 86_400_000

    static let keys = ProductKeys(
        sku: "GT-1", brand: "Elm", url: "https://shop.example/product/teapot", name: "Green teapot")

    private static let catalogue = Result { try Catalogue.load(AuditSettings()) }

    /// Outcomes of the four checks that need history, after looking at the shop on each of `days`.
    static func outcomes(
        on days: [Int], country: String? = "SK", in folder: String, offer: (Int) -> Day?
    ) throws -> [String: Outcome] {
        let ledger = try LedgerFolder(folder).ledger(for: "shop.example")
        var last = SiteFacts(seed: "https://shop.example/", now: beginning)
        for day in days {
            last = SiteFacts(seed: "https://shop.example/", now: beginning + Int64(day) * dayLength)
            last.country = country
            if let offer = offer(day) { last.products = [product(offer, day: day)] }
            let prices = PriceRecords(last)
            let numbers = try ledger.record(prices.records, of: LedgerAudit(at: last.now, isWhole: true))
            if day == days.last { last.histories = try prices.histories(numbers, in: ledger, now: last.now) }
        }
        var outcomes: [String: Outcome] = [:]
        let ids: [StaticString] = [
            "was-price-inflated", "price-raised-before-sale", "was-price-never-charged", "perpetual-sale",
        ]
        for id in ids {
            guard case .site(let judge) = try catalogue.get().check(CheckID(.promotions, id))?.judge else { continue }
            outcomes["\(id)"] = judge(last)
        }
        return outcomes
    }

    private static func product(_ day: Day, day number: Int) -> ProductSummary {
        var offer = Offer(source: .visible, mention: Mention(quote: "\(day.price)", region: .main))
        offer.price = Money(minor: day.price, currency: day.currency)
        offer.was = day.was.map { Money(minor: $0, currency: day.currency) }
        offer.wasKind = day.was == nil ? nil : day.wasKind
        var product = ProductSummary(
            id: 0, url: day.keys.url ?? "", name: day.keys.name, visible: OfferSummary(offer, mention: offer.mention),
            structured: [], availability: .inStock, descriptionHash: nil, description: nil)
        product.keys = day.keys
        return product
    }
}
