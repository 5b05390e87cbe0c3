import Parsing
import Testing

/// Visible text, block by block.
struct BlockTests {
    @Test(arguments: [
        ("<p>a <b>b</b> c<p>d", ["a b c", "d"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>  a \n\t b&nbsp;&nbsp;c  </p>", ["a b c"]),
        ("<p>a<br>b<br/><br> c<br></p>", ["a\nb\nc"]),
        ("<pre>a\n  b\n\nc</pre>", ["a\nb\nc"]),
        ("<p>a\nb</p>", ["a b"]),
        ("<table><tr><td>1<td>2</table>", ["1", "2"]),
        ("<p>so&shy;ft ze\u{200B}ro \u{202E}bi\u{202C}di", ["soft zero bidi"]),
        ("<p>1\u{202F}299\u{2009}\u{20AC}", ["1 299 €"]),
        ("<select><option>x<option>y</select><p>z", ["z"]),
        ("<textarea>x</textarea><p>z", ["z"]),
        ("<p>Buy<button>Add</button>now", ["Buy", "Add", "now"]),
        ("<label>Name <input></label>", ["Name"]),
        ("<p>a<img alt=x src=y>b", ["a b"]),
        ("<p>H<sub>2</sub>O &amp; CO<sub>2</sub>", ["H2O & CO2"]),
        ("<p>a</p> <p> </p><p>&nbsp;</p>", ["a"]),
        ("<p>a<!-- x -->b", ["ab"]),
        ("<p>a<script>x</script>b<style>y</style>", ["ab"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("plain words", ["plain words"]),
        ("<title>t</title>", []),
    ]) func blocks(_ html: String, _ expected: [String]) {
        let document = page(html)
        #expect(document.blockTexts == expected)
        #expect(document.isWellFormed)
    }

    @Test func piecesPointAtTheirTexts() {
        let document = page("<p>Now <b>10 €</b> <s>12 €</s></p>")
        let block = document.blocks[0]
        let parts = document.pieces[block.pieces].map { String(decoding: document.text[$0.text], as: UTF8.self) }
        #expect(parts == ["Now", "10 €", "12 €"])
        let struck = document.pieces[block.pieces].map { document.nodes[$0.node].flags.contains(.struck) }
        #expect(struck == [false, false, true])
    }

    @Test func entitiesDontSplitATextNode() {
        let document = page("<p>a &amp; b &lt; c</p>")
        #expect(document.nodes.count { $0.isText } == 1)
        #expect(document.pieces.count == 1)
    }

    @Test func flagsOfABlockHoldForAllOfIt() throws {
        let document = page("<ul><li><a href=/x>All link</a><li><a href=/y>part</a> rest</ul><h2>Head</h2>")
        #expect(try #require(document.block("All link")).flags.contains(.inLink))
        #expect(try !#require(document.block("rest")).flags.contains(.inLink))
        let heading = try #require(document.block("Head"))
        #expect(heading.headingLevel == 2 && heading.flags.contains(.inHeading))
        #expect(document.nodes[heading.node].tag == .h2)
    }

    @Test func inlineInsideBlockBelongsToTheBlock() {
        let document = page("<div><span><i>deep</i></span></div>")
        #expect(document.nodes[document.blocks[0].node].tag == .div)
    }
}
