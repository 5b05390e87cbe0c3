import Model
import Testing

@testable import Reporting

@Suite struct ReachReportTests {
    private func result(_ reach: Reach, named: [NamedContact] = [], unknown: String? = nil) -> AuditResult {
        let site = SiteIdentity(
            seed: "http://shop.example/", finalURL: "http://shop.example/", host: "shop.example", name: "Shop",
            language: "en", country: nil)
        let row = NeedReach(
            need: .complaint, named: named, namedUnknown: unknown, home: reach, product: reach, cart: reach)
        let check = CheckResult(
            id: CheckID(.contact, "phone-missing"), title: "A phone", verdict: .pass, reason: nil, why: "", fix: "",
            source: "", disproof: "", severity: .major, effort: .small, score: 100, passed: 1, failed: 0,
            notApplicable: 0, undetermined: 0, passEvidence: [])
        return AuditResult(
            version: "0", site: site, startedAt: 0, duration: 0, options: [:], coverage: Coverage(),
            scorecard: Scorecard(overall: nil, letter: nil, cappedBy: nil, categories: []), recommendations: [],
            findings: [], checks: [check], pages: [], notAssessed: [],
            reach: ReachabilityMap(needs: [row], pagesLooked: 7, pagesUnread: 2), cautions: [])
    }

    private func found(_ clicks: Int, _ way: ShownWay) -> Reach {
        var reach = Reach(.found, starts: 1)
        (reach.clicks, reach.fewest, reach.most) = (clicks, clicks, clicks)
        reach.ways = [way]
        return reach
    }

    @Test func clicksAndNumbersAreInWords() throws {
        let named = NamedContact(
            way: .phone, value: "020 7946 0102", url: "http://shop.example/c",
            mention: Mention(quote: "", region: .main),
            pages: 3)
        var reach = found(2, ShownWay(way: .phone, value: "020 7946 <0101>"))
        reach.isAtMost = true
        let markdown = try render(result(reach, named: [named]), as: .md)
        #expect(
            markdown.contains("| To complain | phone 020 7946 0102 | at most 2 clicks: phone 020 7946 &lt;0101&gt; |"))
        #expect(markdown.contains("Looked at 7 pages; 2 known pages could not be looked at."))
        let html = try render(result(reach, named: [named]), as: .html)
        #expect(html.contains("<strong>at most 2 clicks</strong> phone <bdi>020 7946 &lt;0101&gt;</bdi>"))
        #expect(html.contains("aria-hidden=\"true\""))
    }

    @Test func aFormAndWhatLiesBeyondIt() throws {
        var reach = found(1, ShownWay(way: .form, value: ""))
        reach.beyondForm = 3
        reach.beyondFormWays = [ShownWay(way: .email, value: "a@shop.example")]
        let markdown = try render(result(reach), as: .md)
        #expect(markdown.contains("1 click: form; e-mail a@shop.example after 3 clicks"))
        #expect(markdown.contains("| To complain | none |"))
        reach.beyondForm = nil
        #expect(try render(result(reach), as: .md).contains("1 click: form; no other way on the pages read"))
        reach.isFormOnly = true
        #expect(try render(result(reach), as: .html).contains("<small>the only way there is</small>"))
    }

    @Test func absenceAndIgnoranceAreToldApart() throws {
        let absent = try render(result(Reach(.notFound, starts: 1)), as: .md)
        #expect(absent.contains("| not found: looked at 7 pages |"))
        let unknown = try render(
            result(Reach(.notAssessed, starts: 0, reason: "no cart was read"), unknown: "2 pages unread"), as: .md)
        #expect(unknown.contains("| not assessed: no cart was read |"))
        #expect(unknown.contains("not assessed: none was seen, but 2 pages unread"))
    }
}
