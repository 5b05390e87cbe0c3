import Parsing
import Testing

/// Whatever bytes come, reading ends soon and the document holds together.
struct HostileTests {
    @Test(arguments: [
        "", " ", "<", "</", "<>", "<!", "<!-", "<!--", "<!-->", "<?", "&", "&#", "&#x", "&#xFFFFFFFFFF;", "<a", "<a b",
        "<a b=", "<a b='",
        "</p>", "</html>", "<html><html lang=x>", "<body><head><body>", "<table><a><tr><td></a></table>",
        "<p><table><p></table>",
        "<a><a><a>", "<form><form></form><p>x</form>", "<svg><title><p>x</svg>", "<svg><style><a>x",
        "<script><!--<script>x</script>-->",
        "<title><b>x", "<textarea><p>x", "<select><div>x", "<frameset><frame>", "<noscript><head><p>x",
        "<head><div>x</head>y",
        "<template><head></template>x", "<plaintext><p>x", "<xmp><p>x", "<br></br>", "<p></p></p></p>",
        "<b><p></b>x</p>",
        "<![CDATA[x]]>", "<!DOCTYPE", "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;", "<math><mi>x", "<image>", "<isindex>",
        "\u{FEFF}<p>x",
        "<a href=\"&#0;\">x", "<p>&#0;&#x1;&#xD800;&#x10FFFF;&nosuch;&amp", "<-->", "<0>", "<é>x</é>", "<a:b c:d=e>x",
        "<p =x>y", "<p / x>y",
    ]) func oddMarkup(_ html: String) {
        for cut in 0...html.utf8.count {
            let document = Document(html: Array(html.utf8.prefix(cut)))
            #expect(document.isWellFormed)
        }
    }

    @Test func deepNesting() {
        let document = page(
            String(repeating: "<div>", count: 100_000) + "deep" + String(repeating: "</div>", count: 100_000)
                + "<p>after")
        #expect(document.isWellFormed)
        #expect(document.truncated?.contains("deeper") == true)
        #expect(document.blockTexts == ["deep", "after"])
        #expect(document.nodes.allSatisfy { $0.depth <= 512 })
    }

    @Test func scriptsBeyondTheDepthStayHidden() {
        let document = page(String(repeating: "<div>", count: 600) + "<script>x</script><p hidden>y</p><p>z")
        #expect(document.blockTexts == ["y", "z"])
    }

    @Test(arguments: ["<div %>", "<div a='>' %>", "<div><p title=\"x>y\" %>"])
    func aMillionAttributes(_ shape: String) throws {
        let parts = shape.split(separator: "%")
        let many = (0..<1_000_000).map { "a\($0)" }.joined(separator: " ")
        let clock = ContinuousClock()
        var document = Document()
        let time = clock.measure { document = page("<p>before</p>" + parts[0] + many + parts[1] + "<p>after") }
        #expect(document.truncated?.contains("attributes") == true)
        #expect(document.blockTexts.first == "before")
        #expect(document.isWellFormed && time < .seconds(5))
    }

    @Test func oneLongAttributeIsNoHarm() throws {
        let json = "{" + String(repeating: "\"a\": \"b > c\", ", count: 20_000) + "}"
        let document = page("<div data-state='\(json)'><p>x")
        #expect(document.truncated == nil && document.blockTexts == ["x"])
        let node = try #require(document.first(.div))
        #expect(document.attribute(named: "data-state", of: node)?.count == json.utf8.count)
    }

    @Test func tenMegabytesOnALine() {
        let document = page("<p>" + String(repeating: "word ", count: 2_000_000) + "</p><p>end")
        #expect(document.truncated == nil && document.blocks.count == 2 && document.isWellFormed)
    }

    @Test func unmatchedEndTagsInADeepPage() {
        let clock = ContinuousClock()
        let html = String(repeating: "<i>", count: 90_000) + String(repeating: "</b>", count: 500_000)
        var limits = ParseLimits()
        limits.milliseconds = 1_000
        var document = Document()
        let time = clock.measure { document = Document(html: Array(html.utf8), limits: limits) }
        #expect(document.isWellFormed && document.truncated != nil && time < .seconds(10))
    }

    @Test func limitsAreTold() {
        var limits = ParseLimits()
        limits.nodes = 10
        let many = Document(html: Array(String(repeating: "<p>x", count: 100).utf8), limits: limits)
        #expect(many.nodes.count <= 10 && many.truncated?.contains("10 elements") == true && many.isWellFormed)
        limits = ParseLimits()
        limits.textBytes = 1_000
        let long = Document(html: Array(String(repeating: "<p>some text", count: 1_000).utf8), limits: limits)
        #expect(long.truncated?.contains("bytes of text") == true && long.isWellFormed)
        limits = ParseLimits()
        limits.inputBytes = 20
        let cut = Document(html: Array("<p>кириллица кириллица".utf8), limits: limits)
        #expect(cut.truncated?.contains("body") == true && cut.isWellFormed)
    }

    @Test func randomBytes() {
        var state: UInt64 = 42
        let pieces = [
            "<", ">", "/", "div", "<p>", "</", "\"", "'", "=", "&", "script", "<!--", "-->", " ", "x", "\u{0}", "ž",
            "<td>", "<head>", "title",
        ]
        for _ in 0..<2_000 {
            var body: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                if state >> 60 == 0 { body.append(UInt8(truncatingIfNeeded: state >> 33)) }
                body += Array(pieces[Int(state >> 33) % pieces.count].utf8)
            }
            #expect(Document(html: body).isWellFormed)
        }
    }
}
