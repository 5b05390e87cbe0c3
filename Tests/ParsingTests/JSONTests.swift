import Parsing
import Testing

/// JSON as pages have it.
struct JSONTests {
    @Test(arguments: [
        (#"{"a": 1}"#, false), ("\u{FEFF} {\"a\": 1}\n", false), ("<!--{\"a\":1}-->", false),
        ("//<![CDATA[\n{\"a\":1}\n//]]>", false),
        ("{\"a\":1};", false), ("{\"a\":1,}", true), ("{\"a\":1,,}", true), ("{/* x */\"a\":1}", true),
        ("{\"a\":1 // x\n}", true),
        ("{&quot;a&quot;:1}", true), ("{'a':1}", true), ("{\"a\":1}</script>", true), ("{“a”: 1}", true),
        ("{\"a\":1, <!-- x --> \"b\":2}", true), ("<p>{<br />\"a\":1}</p>", true), ("var p = {\"a\":1};", true),
        ("{\"a\":1,\u{A0}\"b\":'x'}", true), ("{\"b\":\"x\"\n\"a\":1}", true), ("{\"a\":1,\"b\":[{\"c\":2}]", true),
    ]) func wild(_ text: String, _ isMended: Bool) {
        let reading = JSONValue.read(tolerant: Array(text.utf8))
        #expect(reading?.value["a"]?.number == 1)
        #expect(reading?.isMended == isMended)
    }

    @Test(arguments: [
        ("{\"a\":\"x\ny\tz\"}", "x y z"), (#"{"a":"it\'s"}"#, "it's"), (#"{"a":"the "best" one"}"#, "the \"best\" one"),
        (#"{"a":"\u017Elt\u00fd \/ \"q\""}"#, "žltý / \"q\""), (#"{"a":"\d+"}"#, "d+"),
        (#"{"a":"<b>x</b> &amp; y"}"#, "<b>x</b> &amp; y"),
        ("{\"a\":\"http://x/y\",}", "http://x/y"), ("{\"a\":\"/* no comment */\",}", "/* no comment */"),
        ("{'a':'say \"x\"'}", "say \"x\""), ("{'a':'it's here', 'b': 'c'}", "it's here"),
        (#"{"a":"TV 42", black","b":1}"#, "TV 42\", black"),
        (#"{"a":"he said "no", "maybe"","b":1}"#, "he said \"no\", \"maybe\""), ("{\"a\":\"ž\"}", "ž"),
    ]) func strings(_ text: String, _ expected: String) {
        #expect(JSONValue.parse(tolerant: Array(text.utf8))?["a"]?.text == expected)
    }

    @Test(arguments: ["{\"a\":1}{\"a\":2}", "{\"a\":1},\n{\"a\":2},", "{\"a\":1};[{\"a\":2}]", "[{\"a\":1}{\"a\":2}]"])
    func severalValuesAreOneArray(_ text: String) {
        let values = JSONValue.parse(tolerant: Array(text.utf8))?.elements.flatMap(\.elements)
        #expect(values?.compactMap { $0["a"]?.number } == [1, 2])
    }

    @Test(arguments: [
        ("10.50", 10.5), ("1299", 1_299), ("4006381333931", 4_006_381_333_931), ("-0.5", -0.5), ("1e3", 1_000),
    ]) func numbersKeepTheirLiteral(_ literal: String, _ value: Double) {
        let number = JSONValue.parse(tolerant: Array("[\(literal)]".utf8))?.elements.first
        #expect(number == .number(value, literal: literal))
    }

    @Test func orderOfMembersIsKept() {
        let value = JSONValue.parse(tolerant: Array(#"{"z":1,"a":[true,null,"x"],"m":{}}"#.utf8))
        #expect(value?.members.map(\.name) == ["z", "a", "m"])
        #expect(value?["a"] == .array([.bool(true), .null, .string("x")]))
        #expect(value?["m"] == .object([]) && value?["nope"] == nil)
    }

    @Test(arguments: [
        "", "  ", "x", "null", "1", "{", "{\"a\":", "{\"a\":\"x}", "[1,2", "{a:1}", "{\"a\" 1}", "//", "<!--", "var x",
    ])
    func nothingToRead(_ text: String) { #expect(JSONValue.parse(tolerant: Array(text.utf8)) == nil) }

    @Test func hostile() {
        let deep = Array((String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)).utf8)
        #expect(JSONValue.parse(tolerant: deep) == nil)
        let commas = Array(("[" + String(repeating: " ,", count: 500_000) + "1]").utf8)
        #expect(JSONValue.parse(tolerant: commas)?.elements.count == 1)
        let quotes = Array(("[" + String(repeating: "\" ", count: 500_000) + "]").utf8)
        _ = JSONValue.parse(tolerant: quotes)
        #expect(JSONValue.parse(tolerant: Array(#"{"a":"\u0000\ud800x"}"#.utf8)) != nil)
        for cut in 0..<40 { _ = JSONValue.parse(tolerant: Array(#"{"a":[1,{"b":"\u00e9\"'}//*x"#.utf8.prefix(cut))) }
    }
}
