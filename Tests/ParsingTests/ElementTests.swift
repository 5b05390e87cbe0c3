import Testing

@testable import Parsing

/// Attributes of elements, and what blocks are told to have.
struct ElementTests {
    @Test func setsHoldEveryName() { #expect(AttributeName.allCases.count <= 64) }

    @Test func classValuesAreListedOnce() throws {
        let document = Document(html: Array("<p class='a b'>1<p class=c>2<p class='a b'>3<p>4<p class>5".utf8))
        let paragraphs = document.nodes.indices.filter { document.nodes[$0].tag == .p }
        let indexes = paragraphs.map { document.nodes[$0].classIndex }
        #expect(indexes.count == 5)
        #expect(indexes[0] == indexes[2] && indexes[0] != indexes[1] && indexes[3] == 0)
        let own = document.classes[Int(indexes[2])]
        #expect(String(decoding: document.bytes[own], as: UTF8.self) == "a b")
        #expect(document.string(.class, of: paragraphs[2]) == "a b")
        #expect(document.string(.class, of: paragraphs[4]) == "")
    }

    @Test func moreClassesThanAreListed() {
        let html = (0..<66_000).map { "<b class=k\($0)></b>" }.joined() + "<b class=k1></b>"
        let document = Document(html: Array(html.utf8))
        let all = document.nodes.indices.filter { document.nodes[$0].tag == .b }
        #expect(all.count == 66_001)
        for (k, i) in all.dropLast().enumerated() where document.string(.class, of: i) != "k\(k)" {
            Issue.record("class \(k) is lost")
        }
        #expect(all.last.map { document.nodes[$0].classIndex } == 2)
    }

    private static let marked: [(String, TextMarks, Int)] = [
        ("12 a", [.digit, .small], 2), ("-20 %", [.digit, .percent, .joiner], 2),
        ("A@b(c)", [.capital, .small, .at, .bracket], 0), ("© 2026", [.digit, .latinSign, .beyondASCII], 4),
        ("€", [.sign, .beyondASCII, .foreignDigit], 0), ("+$*", [.plus, .dollar, .star], 0),
    ]

    @Test(arguments: marked)
    func marks(text: String, marks: TextMarks, digits: Int) {
        let document = Document(html: Array("<p>\(text)</p>".utf8))
        #expect(document.blocks.count == 1)
        #expect(document.blocks.first?.marks == marks)
        #expect(document.blocks.first?.digits == digits)
    }

    /// Words are copied in runs; what stands between them still collapses.
    @Test(arguments: [
        ("a  b", "a b"), ("a b  c d", "a b c d"), (" a b ", "a b"), ("a é b", "a é b"), ("a &#127;b", "a b"),
    ])
    func runs(text: String, wanted: String) {
        let document = Document(html: Array("<p>\(text)</p>".utf8))
        #expect(document.blocks.map { document.string(of: $0) } == [wanted])
    }
}
