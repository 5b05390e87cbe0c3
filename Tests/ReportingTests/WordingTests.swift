import Model
import Testing

@testable import Reporting

@Suite struct WordingTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func thousandsAreGrouped(number: Int, text: String) { #expect(Wording.grouped(number) == text) }

    @Test(arguments: [(0.01, "< 0.1"), (0.05, "0.1"), (3.0, "3"), (3.24, "3.2"), (12.96, "13")])
    func pointsHaveOneDecimal(points: Double, text: String) { #expect(Wording.points(points) == text) }

    @Test(arguments: [
        (0 as Int64, "1 January 1970, 00:00 UTC"), (1_772_355_600_000, "1 March 2026, 09:00 UTC"),
        (951_782_340_000, "28 February 2000, 23:59 UTC"), (-60_000, "31 December 1969, 23:59 UTC"),
    ])
    func momentsAreWrittenOut(milliseconds: Int64, text: String) { #expect(Wording.moment(milliseconds) == text) }

    @Test(arguments: [(850 as Int64, "850 ms"), (42_000, "42 s"), (185_000, "3 min 5 s")])
    func durationsAreShort(milliseconds: Int64, text: String) { #expect(Wording.duration(milliseconds) == text) }

    @Test func onlyWebAddressesBecomeLinks() {
        #expect(Wording.link("https://shop.example/") == "https://shop.example/")
        #expect(Wording.link("javascript:alert(1)") == nil)
        #expect(Wording.link("data:text/html,x") == nil)
    }
}
