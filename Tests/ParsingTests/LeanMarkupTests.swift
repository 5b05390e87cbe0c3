import Parsing
import Testing

/// What libxml2 is spared makes no difference to the document.
struct LeanMarkupTests {
    /// Puts markup after a page's beginning, so that elements are implied as they mostly are.
    private func expectSame(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for before in ["", "<!doctype html><html lang=en><head><title>t</title></head><body class=\"a b\">"] {
            let bytes = Array((before + html).utf8)
            for count in 0...bytes.count {
                let part = Array(bytes.prefix(count))
                let difference = Document(html: part, isLean: true).difference(
                    from: Document(html: part, isLean: false))
                #expect(difference == nil, "\(before)\(html) up to \(count)", sourceLocation: sourceLocation)
            }
        }
    }

    @Test(arguments: [
        "<p class=a id='b' title=\"c\">x</p>", "<P CLASS=A Data-X=1 dATA-x=2>x", "<a href=/x/>y</a>", "<a href=x/ >y",
        "<br/><br /><img src=a/><img src=a />", "<a b=>c", "<a b= >c", "<a b=\"\">c", "<a\nb\r\n=\t'c\r\nd'\n>e",
        "<a b=c&amp;d>e", "<a b='&#39;'>e", "<a b=\"1 & 2\">e", "<a b=c b=d class=e class=f>g", "<a b='c'd='e'>f",
        "<a @click=\"x > y\" :class='z'>u", "<a .b _c :d -e 1f>g", "<a/b>c", "<a / b>c", "<a b/c>d", "<a \"b\">c",
        "<div><p a=1><div b=2>x<p c=3></div>y", "<li a=1><li b=2><ul c=3><li d=4>x</ul><li>y",
        "<td a=1>x<tr b=2><th c=3>y", "<option a=1>x<option b=2>y", "<title a=1>x</title><link b=2><meta c=3>y",
        "<body a=1>x<body b=2>y", "<html a=1>x<head b=2>y", "<svg a=1><path d=\"M0 0\"/><title b=2>x</title></svg>y",
        "<a b=\u{1}c d=e>f", "<a b=\u{FFFE} c=d>e", "<a b=é ü=1 ő='ű'>f", "<a b='c\u{C}d'\u{C}e>f",
        "<x-y a=1><x:y b=2>z", "<a b='<p c=d>'>e", "<a b=\"c>d\">e", "<font a=1><b c=2><p d=3>x",
    ]) func tags(_ html: String) { expectSame(html) }

    @Test(arguments: [
        "<script>a<b</script>c", "<script a=1>b</script >c", "<SCRIPT>a</Script>b", "<script>a</scriptb>c</script>d",
        "<script><p>a</script>b", "<script></p>a</script>b", "<script><!-- a --></script>b", "<script></script>a",
        "<script src=a/>b</script>c", "<script/>a<p b=c>d", "<script a='&amp;'>b</script>c", "<script>\u{1}a</script>b",
        "<script>a\u{FFFE}b</script>c", "<script>  \n </script>a", "<style a=1>b</style>c",
        "<style>a</script>b</style>c",
        "<svg><style>a</style><script>b</script></svg>c", "<script>a", "<script>a</script",
        "<noscript><p a=1>b</noscript>c",
        "<head><script>a</script><div b=1>c", "<template><script a=1>b</script></template>c", "<textarea a=1><p b=2>c",
    ]) func scripts(_ html: String) { expectSame(html) }

    @Test(arguments: [
        "<!-- a --><p b=1>c", "<!--><p a=1>b", "<!---><p a=1>b-->c", "<!-- a --!><p b=1>c-->d",
        "<!-- <p a=1> --><p b=1>c",
        "<!----><p a=1>b", "<!doctype html><p a=1>b", "<!DOCTYPE html PUBLIC \"-//W3C//DTD\" 'x>y'><p a=1>b",
        "<!a><p b=1>c",
        "<?xml version=\"1.0\"?><p a=1>b", "<?php a > b ?><p a=1>c", "<? a><p b=1>c", "<![CDATA[<p a=1>]]><p b=1>c",
        "a < b<p a=1>c", "<1><p a=1>b", "<><p a=1>b", "</><p a=1>b", "</p a=1><p b=1>c", "</p\n><p a=1>b",
        "</1><p a=1>b",
    ]) func otherMarkup(_ html: String) { expectSame(html) }

    @Test func scriptsOfManyPieces() {
        for size in [999, 1_000, 1_001, 2_999, 5_000] {
            for text in [String(repeating: "x", count: size), String(repeating: " ", count: size) + "é"] {
                let bytes = Array("<p>a<script>\(text)é\(text)</script>b".utf8)
                #expect(
                    Document(html: bytes, isLean: true).difference(from: Document(html: bytes, isLean: false)) == nil)
            }
        }
    }

    /// libxml2 gets some 4,000 bytes at a time, and would lose the rest of an attribute after "&#".
    @Test func entitiesWhereverTheyStand() {
        for size in 0..<4_200 where size < 8 || size > 3_900 {
            let html = "<p>\(String(repeating: "x", count: size))</p><p title='don&#39;t, do&#x6E;&#39;t'>a"
            let document = page(html)
            let node = document.nodes.indices.last { document.nodes[$0].tag == .p }
            #expect(node.flatMap { document.string(.title, of: $0) } == "don't, don't", "\(size)")
        }
    }

    @Test func limitsOfAttributes() {
        var limits = ParseLimits()
        limits.attributes = 2
        let bytes = Array("<p a=1 b=2 c=3>x".utf8)
        let lean = Document(html: bytes, limits: limits, isLean: true)
        #expect(lean.difference(from: Document(html: bytes, limits: limits, isLean: false)) == nil)
        #expect(lean.truncated?.contains("attributes") == true)
    }
}
