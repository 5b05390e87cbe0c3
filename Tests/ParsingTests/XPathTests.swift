import Model
import Parsing
import Testing

/// An auditor's own expressions.
struct XPathTests {
    private let html = Array(
        """
        <html><body><header><a href=/a>One</a></header><main id=m><h1 class="t u">Title <b>bold</b></h1>
        <img src=x.png><marquee></marquee><p>ž<script>no</script> yes</p></main>
        """.utf8)

    private func ask(_ expressions: String...) -> [[Mention]?] {
        Document(html: html).xpath(expressions, html: html)
    }

    @Test func selectsInOrder() throws {
        let found = ask("//a | //h1", "//a/@href", "//p", "//h2", "//h1/b/text()")
        #expect(found[0]?.map(\.quote) == ["One", "Title bold"])
        #expect(found[0]?.map(\.region) == [.header, .main])
        #expect(found[0]?.map(\.locator) == ["header > a", "main#m > h1.t"])
        #expect(found[1]?.map(\.quote) == ["/a"])
        #expect(found[2]?.map(\.quote) == ["ž yes"])
        #expect(found[3] == [])
        #expect(found[4]?.map(\.quote) == ["bold"])
    }

    @Test func elementsWithoutWordsShowTheirTag() {
        #expect(ask("//img[not(@alt)]")[0]?.map(\.quote) == ["<img src=\"x.png\">"])
        #expect(ask("//marquee")[0]?.map(\.quote) == ["<marquee>"])
    }

    @Test func valuesOtherThanNodes() {
        let found = ask(
            "count(//h1)", "count(//h9)", "//h1 = 'x'", "boolean(//h1)", "string(//b)", "string(//h9)", "0 div 0")
        #expect(found.map { $0?.map(\.quote) } == [["1"], [], [], ["true"], ["bold"], [], []])
    }

    @Test(arguments: ["", "//", "//a[", "foo(//a)", "//x:y", "$v", "//a]"]) func wrongOnesAreExplained(
        _ expression: String
    ) {
        #expect(XPathQuery.problem(with: expression)?.isEmpty == false)
        #expect(ask(expression, "//a")[0] == nil && ask(expression, "//a")[1]?.count == 1)
    }

    @Test(arguments: ["//a", "count(//p) > 3", "//*[contains(@class, 'x')]"]) func rightOnesHaveNoProblem(
        _ expression: String
    ) {
        #expect(XPathQuery.problem(with: expression) == nil)
    }

    @Test func bounds() {
        let many = Array(String(repeating: "<p>x", count: 2_000).utf8)
        let document = Document(html: many)
        #expect(document.xpath(["//p"], html: many)[0]?.count == 50)
        let clock = ContinuousClock()
        let time = clock.measure { _ = document.xpath(["//p[count(//p[count(//p) > 1]) > 1]"], html: many) }
        #expect(time < .seconds(20))
        #expect(Document(html: []).xpath(["//p"], html: [])[0]?.isEmpty ?? true)
    }
}
