import Foundation
import Model
import Testing

@testable import Auditing

/// A year of a shop in each of the ways in which honest and dishonest shops set prices, looked at as often as
/// different users do. Checks may say that they don't know; what they say has to be true.
@Suite struct SimulatedYearTests {
    /// What has to come of each of the four checks: a verdict, or nil for anything but a failure.
    struct Truth: Sendable {
        var inflated: Verdict?
        var raised: Verdict?
        var neverCharged: Verdict?
        var perpetual: Verdict?
    }
    enum Verdict: Sendable { case fails, passes, open }

    struct Story: Sendable, CustomTestStringConvertible {
        let name: String
        /// The day of the last look.
        var today = 300
        let truth: Truth
        let day: @Sendable (Int) -> SimulatedShop.Day?
        var testDescription: String { name }

        init(_ name: String, today: Int = 300, _ truth: Truth, _ day: @Sendable @escaping (Int) -> SimulatedShop.Day?) {
            self.name = name
            self.today = today
            self.truth = truth
            self.day = day
        }
    }

    private static func offer(
        _ price: Int64, was: Int64? = nil, _ currency: String = "EUR", keys: ProductKeys = SimulatedShop.keys,
        kind: WasPriceKind = .former
    ) -> SimulatedShop.Day {
        .init(price: price, was: was, currency: currency, keys: keys, wasKind: kind)
    }

    private static let honest = Truth(inflated: .passes, raised: .passes, neverCharged: .passes, perpetual: .passes)

    static let daily: [Story] = [
        Story("honest sale", honest) { $0 < 290 ? offer(10_000) : offer(8_000, was: 10_000) },
        Story("honest sale after a rise in spring", honest) {
            $0 < 100 ? offer(8_500) : $0 < 290 ? offer(10_000) : offer(8_000, was: 10_000)
        },
        Story("two honest sales a quarter apart", honest) {
            (190..<205).contains($0) || $0 >= 292 ? offer(8_000, was: 10_000) : offer(10_000)
        },
        Story(
            "honest sale that names the lowest of 30 days after an earlier one",
            Truth(inflated: .passes, neverCharged: .passes, perpetual: .passes)
        ) { day in
            if (262..<270).contains(day) { return offer(8_500, was: 10_000) }
            return day >= 292 ? offer(8_000, was: 8_500, kind: .lowest30Days) : offer(10_000)
        },
        Story("in steps", Truth(inflated: .passes, raised: .passes, neverCharged: .passes)) { day in
            day < 270 ? offer(10_000) : offer(10_000 - Int64(min(4, (day - 270) / 8)) * 1_000 - 500, was: 10_000)
        },
        Story("a price that creeps up by cents", Truth(inflated: .passes, raised: .passes)) { day in
            day < 295 ? offer(9_990 + Int64(day / 100)) : offer(8_000, was: 9_992)
        },
        Story("inflated from nothing", Truth(inflated: .fails, neverCharged: .fails)) {
            $0 < 290 ? offer(8_000) : offer(7_900, was: 12_000)
        },
        Story("raised ten days before", Truth(inflated: .fails, raised: .fails, neverCharged: .passes)) {
            $0 < 280 ? offer(8_000) : $0 < 290 ? offer(10_000) : offer(8_000, was: 10_000)
        },
        Story("raised two days before", Truth(inflated: .fails, raised: .fails)) {
            $0 < 288 ? offer(8_000) : $0 < 290 ? offer(10_000) : offer(7_500, was: 10_000)
        },
        Story("the price before raised in the middle of a sale", Truth(inflated: .fails, neverCharged: .fails)) {
            $0 < 280 ? offer(10_000) : $0 < 292 ? offer(8_000, was: 10_000) : offer(8_000, was: 14_000)
        },
        Story("a second sale after a fortnight, measured by the usual price", Truth(inflated: .fails)) {
            (270..<280).contains($0) || $0 >= 294 ? offer(8_000, was: 10_000) : offer(10_000)
        },
        Story("reduced all year", Truth(neverCharged: .fails, perpetual: .fails)) { _ in offer(8_000, was: 10_000) },
        Story("reduced all year by turns", Truth(neverCharged: .fails, perpetual: .fails)) {
            offer($0 / 14 % 2 == 0 ? 8_000 : 8_500, was: 10_000)
        },
        Story("reduced from a recommended price all year", Truth()) { _ in
            offer(8_000, was: 10_000, kind: .recommended)
        },
        Story("changed over to another currency", Truth(inflated: .open, raised: .open, neverCharged: .passes)) {
            $0 < 285 ? offer(195_583, "BGN") : $0 < 290 ? offer(100_000) : offer(80_000, was: 100_000)
        },
        Story("one look in a sale didn't show the price before", honest) { day in
            day < 288 ? offer(10_000) : day == 294 ? offer(8_000) : offer(8_000, was: 10_000)
        },
        Story("one look in a sale showed a recommended price", honest) { day in
            day < 288 ? offer(10_000) : offer(8_000, was: 10_000, kind: day == 294 ? .recommended : .former)
        },
        Story("one look in a sale showed another currency", honest) { day in
            day < 288 ? offer(10_000) : day == 294 ? offer(7_000, was: 9_000, "GBP") : offer(8_000, was: 10_000)
        },
        Story("a feed that knows no price before, then the page", honest) { day in
            day < 290 ? offer(10_000) : day < 300 ? offer(8_000) : offer(8_000, was: 10_000)
        },
        Story("the price before corrected by one in a sale", Truth(inflated: .passes, neverCharged: .passes)) { day in
            day < 270 ? offer(10_000) : offer(9_000, was: day < 285 ? 9_900 : 10_000)
        },
        Story("dearer for five weeks before, cheaper long ago", honest) { day in
            day < 260 ? offer(8_500) : day < 295 ? offer(10_000) : offer(8_000, was: 10_000)
        },
        Story("one look at a mistaken price", Truth(raised: .passes, neverCharged: .passes)) { day in
            day == 285 ? offer(100) : day < 294 ? offer(10_000) : offer(8_000, was: 10_000)
        },
        Story("a sale that shrinks", Truth(inflated: .open, neverCharged: .passes)) { day in
            day < 281 ? offer(10_000) : offer(day < 283 ? 4_000 : 8_000, was: 10_000)
        },
        Story("reduced all year, by a cent less in autumn", Truth(neverCharged: .fails, perpetual: .fails)) { day in
            offer(day < 250 ? 8_000 : 7_999, was: 10_000)
        },
        Story("reduced all year, up and down", Truth(neverCharged: .fails, perpetual: .fails)) { day in
            offer([8_000, 8_500, 7_900, 8_200][day / 25 % 4], was: 10_000)
        },
        Story("raised before a sale for the second time", Truth(inflated: .fails, raised: .fails)) { day in
            if (180..<190).contains(day) { return offer(10_000) }
            if (190..<200).contains(day) { return offer(8_000, was: 10_000) }
            return day < 284 ? offer(8_500) : day < 294 ? offer(10_000) : offer(8_000, was: 10_000)
        },
        Story("another number and address, same GTIN", honest) { day in
            let gtin = "4006381333931"
            let old = ProductKeys(gtin: gtin, sku: "GT-1", url: "https://shop.example/p/1", name: "Green teapot")
            let new = ProductKeys(gtin: gtin, sku: "2044", url: "https://shop.example/teapot-green", name: "Teapot")
            return day < 200
                ? offer(10_000, keys: old) : day < 290 ? offer(10_000, keys: new) : offer(8_000, was: 10_000, keys: new)
        },
        Story("a cheaper product had the address before", Truth(inflated: .open, raised: .open)) { day in
            let old = ProductKeys(sku: "A", url: "https://shop.example/p/1", name: "Paper cups 2025")
            let new = ProductKeys(sku: "B", url: "https://shop.example/p/1", name: "Green teapot 2026")
            return day < 288 ? offer(2_000, keys: old) : offer(8_000, was: 10_000, keys: new)
        },
        Story("on sale for a fortnight", Truth(inflated: .open, raised: .open, neverCharged: .passes)) {
            $0 < 280 ? nil : $0 < 294 ? offer(10_000) : offer(8_000, was: 10_000)
        },
    ]

    @Test(arguments: daily) func everyDay(story: Story) async throws {
        try await expect(story, on: Array(0...story.today), story.truth)
    }

    /// Whoever looks seldom sees less, and is told of nothing that isn't so.
    @Test(arguments: daily, [3, 7, 30]) func seldom(story: Story, step: Int) async throws {
        let days = Array(stride(from: story.today % step, through: story.today, by: step))
        try await expectNothingFalse(story, on: days)
    }

    /// Looks that stop for a while in the weeks that count.
    @Test(arguments: daily, [250...289, 270...291, 200...280, 285...299])
    func withAGap(story: Story, gap: ClosedRange<Int>) async throws {
        try await expectNothingFalse(story, on: (0...story.today).filter { !gap.contains($0) })
    }

    // MARK: Expectations

    private func outcomes(_ story: Story, on days: [Int]) async throws -> [String: Outcome] {
        try await FixtureShop.withFolder { folder in
            try SimulatedShop.outcomes(on: days, in: folder, offer: story.day)
        }
    }

    private func expect(_ story: Story, on days: [Int], _ truth: Truth) async throws {
        let outcomes = try await outcomes(story, on: days)
        let wanted: [(String, Verdict?)] = [
            ("was-price-inflated", truth.inflated), ("price-raised-before-sale", truth.raised),
            ("was-price-never-charged", truth.neverCharged), ("perpetual-sale", truth.perpetual),
        ]
        for (id, verdict) in wanted {
            let outcome = try #require(outcomes[id])
            switch (verdict, outcome) {
            case (.fails, .fail), (.passes, .pass), (.open, .undetermined), (nil, .pass), (nil, .undetermined),
                (nil, .notApplicable):
                break
            default: Issue.record("\(id): \(outcome)")
            }
        }
    }

    /// Nothing fails that doesn't when somebody looks every day, and nothing passes that fails then.
    private func expectNothingFalse(_ story: Story, on days: [Int]) async throws {
        let truth = story.truth
        let outcomes = try await outcomes(story, on: days)
        let known: [(String, Verdict?)] = [
            ("was-price-inflated", truth.inflated), ("price-raised-before-sale", truth.raised),
            ("was-price-never-charged", truth.neverCharged), ("perpetual-sale", truth.perpetual),
        ]
        for (id, verdict) in known {
            let outcome = try #require(outcomes[id])
            if case .fail = outcome, verdict != .fails { Issue.record("\(id) accuses: \(outcome)") }
            if case .pass = outcome, verdict == .fails { Issue.record("\(id) clears: \(outcome)") }
        }
    }
}
