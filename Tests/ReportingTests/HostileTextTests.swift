import Foundation
import Model
import Testing

@testable import Reporting

/// Text from a crawled site, as nasty as it comes, in every format.
@Suite struct HostileTextTests {
    static let nasty = [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "\"\u{301} onfocus=alert(1) x=\"",
        "<\u{338}img src=x>",
        "\u{1B}]0;owned\u{7}", "\u{202E}gnp.exe", "{{siteName}}", "{{{chart}}}", "](javascript:alert(1))",
        "`code` | cell",
        String(repeating: "A", count: 1_000_000), "&lt;b&gt;", "\u{0}\u{FFFE}",
        "\u{9B}31mred\u{85}", "pay\u{200B}pal\u{2060}\u{FEFF}", "a\u{2028}b\u{2029}c", "\u{2066}x\u{2069}\u{061C}",
        "\u{E0041}\u{E0042}", "=HYPERLINK(\"http://evil.example\")", "\r\n# owned", "-->]]></style>",
    ]

    private func result(_ text: String) throws -> AuditResult {
        let id = try #require(CheckID(rawValue: "pricing/price-mismatch"))
        let evidence = Evidence(
            url: "http://shop.example/" + text, quote: text, region: .main, locator: text, note: text)
        let check = CheckResult(
            id: id, title: "t", verdict: .fail, reason: nil, why: "w", fix: "f", source: "s", disproof: "d",
            severity: .critical, effort: .small, score: 0, passed: 0, failed: 1, notApplicable: 0, undetermined: 0,
            passEvidence: [])
        let categories = Category.allCases.map {
            CategoryScore(
                category: $0, score: 50, share: 1.0 / 6, checksAssessed: 1, checksApplicable: 1, pagesAssessed: 1,
                pagesKnown: 1, interval: nil)
        }
        let site = SiteIdentity(seed: text, finalURL: text, host: text, name: text, language: text, country: nil)
        let finding = Finding(
            check: id, confidence: .certain, template: 0, pages: ["javascript:alert(1)", text], evidence: [evidence],
            looked: nil, detail: text)
        return AuditResult(
            version: "0", site: site, startedAt: 0, duration: 0, options: ["o": text], coverage: Coverage(),
            scorecard: Scorecard(overall: 50, letter: .e, cappedBy: nil, categories: categories), recommendations: [],
            findings: [finding], checks: [check], pages: [], notAssessed: [], cautions: [text])
    }

    @Test(arguments: nasty)
    func nothingRunsOrEscapesInHTML(text: String) throws {
        let html = try render(try result(text), as: .html)
        // Scalars, not characters: a combining mark after `<` doesn't keep a browser from seeing a tag.
        let scalars = html.unicodeScalars.map { Character($0) }
        let flat = scalars.map(String.init).joined(separator: "\u{1}")
        #expect(!flat.contains("<\u{1}s\u{1}c\u{1}r\u{1}i\u{1}p\u{1}t"))
        #expect(!flat.contains("<\u{1}i\u{1}m\u{1}g"))
        #expect(!html.contains("href=\"javascript:"))
        #expect(!html.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B || $0.value == 0 })
        for attribute in [" onmouseover=\"", " onfocus=alert(1) x=\""] {
            #expect(!html.unicodeScalars.elementsEqual(attribute.unicodeScalars))
            #expect(html.range(of: attribute, options: .literal) == nil)
        }
        #expect(html.utf8.count < 200_000)
    }

    @Test(arguments: nasty)
    func nothingActsInMarkdown(text: String) throws {
        let markdown = try render(try result(text), as: .md)
        #expect(!markdown.contains("<script"))
        #expect(!markdown.replacing("\\](", with: "").contains("](javascript"))
        #expect(!markdown.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B || $0.value == 0 })
        #expect(markdown.utf8.count < 20_000)
    }

    /// What a terminal obeys, or what isn't seen and deceives.
    private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<10, 11..<32, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    @Test(arguments: nasty, ReportFormat.allCases)
    func nothingUnseenOrObeyedInAnyFormat(text: String, format: ReportFormat) throws {
        let report = try render(try result(text), as: format)
        #expect(!report.unicodeScalars.contains(where: isUnsafe))
    }

    @Test(arguments: nasty)
    func escapesInJSONChangeNoValue(text: String) throws {
        let back = try JSONDecoder().decode(AuditResult.self, from: Data(render(try result(text), as: .json).utf8))
        #expect(back.site.name.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    /// The JSON is put together member by member: nothing of the result may be left out.
    @Test func jsonHoldsTheWholeResult() throws {
        let one = try result("x\"y")
        let text = try render(one, as: .json)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let back = try JSONDecoder().decode(AuditResult.self, from: Data(text.utf8))
        #expect(try encoder.encode(back) == encoder.encode(one))
        let members = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let all = try #require(JSONSerialization.jsonObject(with: encoder.encode(one)) as? [String: Any])
        #expect(Set(members.keys) == Set(all.keys))
    }

    @Test func theSameResultGivesTheSameBytes() throws {
        let one = try result("x")
        for format in ReportFormat.allCases { #expect(try render(one, as: format) == render(one, as: format)) }
    }
}
