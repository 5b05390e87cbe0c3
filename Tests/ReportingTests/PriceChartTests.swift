import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct PriceChartTests {
    private static let day: Int64 = 86_400_000

    private func judged(_ sightings: [(day: Int64, price: Int64, was: Int64?)], currency: String = "EUR")
        -> JudgedReduction
    {
        let seen = sightings.map { one in
            PriceSighting(
                seenAt: one.day * Self.day, price: Money(minor: one.price, currency: currency),
                was: one.was.map { Money(minor: $0, currency: currency) })
        }
        let history = PriceHistory(
            url: "http://shop.example/p", name: "Teapot", place: .page, mention: Mention(quote: "", region: .main),
            runs: PriceHistory.runs(of: seen))
        let since = sightings.first { $0.was != nil }?.day ?? 0
        return JudgedReduction(
            history: history, verdict: .supported, since: since * Self.day, days: 30, words: "as it was")
    }

    /// Whoever can't see the chart hears the same prices.
    @Test func pricesAreInWordsToo() {
        let svg = PriceChart.svg(judged((0..<40).map { ($0, 10_000, nil) } + [(40, 8_000, 10_000)]))
        #expect(svg.contains("aria-label=\"Price over time: 100.00 EUR from 1970-01-01, 80.00 EUR from 1970-02-10\""))
        #expect(svg.contains("class=\"window\""))
        #expect(!svg.contains("nan"))
    }

    @Test func oneLookIsNoLine() {
        #expect(PriceChart.svg(judged([(3, 8_000, 10_000)])).isEmpty)
    }

    /// A line never goes straight over days on which nobody looked.
    @Test func gapsAreDotted() throws {
        let svg = PriceChart.svg(judged([(0, 9_000, nil), (1, 9_000, nil), (60, 9_000, nil), (61, 8_000, 9_000)]))
        let dotted = try #require(svg.firstMatch(of: /class="paid between" d="([^"]*)"/))
        #expect(!dotted.output.1.isEmpty)
    }

    @Test func aCurrencyFromOutsideIsEscaped() {
        let svg = PriceChart.svg(judged([(0, 9_000, nil), (5, 8_000, 9_000)], currency: "\"><script>"))
        #expect(!svg.contains("<script>"))
        #expect(svg.contains("&lt;script&gt;") || svg.contains("&lt;script>"))
    }
}
