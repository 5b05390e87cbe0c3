import Foundation
import Testing

@testable import Parsing

/// Text that is taken past libxml2 gives the document that libxml2 alone would give.
struct ReadingAheadTests {
    @Test(arguments: [
        "<p>one <b>two</b> three<br>four &amp; five<i>six</i>&nbsp;seven", "<p class=a>x<p>y</p></p>z</p>w",
        "text<b>x</b>before<html>in<head>head<title>t</title>more<body>a</body>b</html>c",
        "<head><meta name=a>x<link>y</head>z", "<ul>\n  <li>a\n  <li>b</ul>\n\n<table>\n<tr> <td>x </td>\n</table>",
        "<script>if (a < b && c) { '</' + '</p>' }</script>after<SCRIPT>x</SCRIPT >y<style>a>b{}</sTyLe>z",
        "<script>no end", "<style></style><script></script>x", "<script/>x</script>y", "<style>a</styles>b",
        "<svg><style>a</style><title>t</title><script>s</script></svg>x", "<a>x</b>y</a>z</div>w", "</p>>x",
        "<p>></p>>",
        "<br>a<br/>b<img src=x>c<img src=\"x\"/>d<hr >e<input value='>'>f",
        "<b>a\u{1}b</b>c\u{FFFE}d\r\ne<i>\r\n</i>\tf",
        "<p title=\"a>b\">c</p>d<p title='</p>'>e", "<a><div>x</a>y</div>z", "<b><p>x</b>y</p>z<i></i ><u></u\n>v",
        "<textarea>a<b>c</b>d</textarea>e", "<pre>\n a\n  b<b> c\n</b>\n d</pre>\n e",
        "<!-- <p>x --><p>y<!--z-->w</p>v",
        "<script>a\u{0C}b</script>c", "<script><!--\nx\n//--></script>y<noscript>z</noscript>w", "<é>x</é>y<b>ü</b>é",
    ])
    func oddShapes(_ html: String) { expectSame(Array(html.utf8)) }

    /// Beyond what libxml2 holds at a time, at every place in it.
    @Test(arguments: [0, 1, 3_990, 3_995, 3_999, 4_000, 4_001, 7_999, 12_345])
    func acrossBuffers(_ count: Int) {
        let filler = String(repeating: "x", count: count)
        let long = String(repeating: "words – and ", count: 900)
        expectSame(Array("<p>\(filler)<b>a</b>c<script>\(filler)</script><i>d</i>e".utf8))
        expectSame(Array("<!--\(filler)--><script>\(long)</script><p>a<b>\(long)</b>\(long)<br>b".utf8))
    }

    @Test func pagesOfShops() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let pages = files.filter { $0.hasSuffix(".html") }
        #expect(pages.count >= 50)
        for page in pages { expectSame([UInt8](try Data(contentsOf: folder.appending(path: page)))) }
    }

    private func expectSame(_ html: [UInt8], _ place: SourceLocation = #_sourceLocation) {
        var limits = ParseLimits()
        limits.readsAhead = false
        let plain = Document(html: html, limits: limits)
        let ahead = Document(html: html)
        #expect(ahead.nodes.map(description) == plain.nodes.map(description), sourceLocation: place)
        #expect(ahead.bytes == plain.bytes && ahead.text == plain.text, sourceLocation: place)
        #expect(ahead.blocks.map(\.text) == plain.blocks.map(\.text), sourceLocation: place)
        #expect(ahead.truncated == plain.truncated, sourceLocation: place)
    }

    private func description(_ node: Document.Node) -> String {
        "\(node.tag) \(node.flags.rawValue) \(node.region) \(node.parent) \(node.end) \(node.start) \(node.count)"
    }
}
