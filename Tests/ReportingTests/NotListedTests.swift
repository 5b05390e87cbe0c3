import Model
import Testing

@testable import Reporting

@Suite struct NotListedTests {
    private func result(more: [String: Int]?) -> AuditResult {
        let site = SiteIdentity(
            seed: "http://shop.example/", finalURL: "http://shop.example/", host: "shop.example", name: "Shop",
            language: "en", country: nil)
        var result = AuditResult(
            version: "0", site: site, startedAt: 0, duration: 0, options: [:], coverage: Coverage(),
            scorecard: Scorecard(overall: nil, letter: nil, cappedBy: nil, categories: []), recommendations: [],
            findings: [], checks: [], pages: [],
            notAssessed: (0..<30).map {
                UnreadRow(url: "http://shop.example/\($0)", state: .skipped, reason: "the time was over")
            }, cautions: [])
        result.notListed = more
        return result
    }

    @Test func addressesThatAreNotListedAreCounted() throws {
        let result = result(more: ["the time was over": 1_200])
        #expect(try render(result, as: .html).contains("1,230 addresses: the time was over"))
        #expect(try render(result, as: .html).contains("and 1,210 more, the first 30 listed in the JSON report"))
        #expect(try render(result, as: .md).contains("1,230 addresses: the time was over"))
        #expect(try render(result, as: .json).contains("\"notListed\":{\"the time was over\":1200}"))
    }

    @Test func whereAllAreListedNothingIsSaid() throws {
        let result = result(more: nil)
        #expect(try render(result, as: .html).contains("and 10 more, listed in the JSON report"))
        #expect(!(try render(result, as: .json).contains("notListed")))
    }
}
