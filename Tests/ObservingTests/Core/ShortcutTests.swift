import Parsing
import Testing

@testable import Observing

/// Short ways to an answer, held to the long ones.
struct ShortcutTests {
    private static func numbers(_ count: Int, below bound: UInt64, seed: UInt64) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: (state >> 33) % bound)
        }
    }

    @Test func partsAreFoundWhereverTheyStand() {
        for seed in 0..<60 as Range<UInt64> {
            let text = Self.numbers(Int(seed) * 3, below: 2, seed: seed)
            let part = Self.numbers(Int(seed % 9), below: 2, seed: seed &+ 99)
            let isThere =
                part.count <= text.count
                && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
            let isFound = part.withUnsafeBufferPointer { part in
                text.withUnsafeBufferPointer { holds(part, in: $0) }
            }
            #expect(isFound == isThere)
        }
    }

    @Test(arguments: [
        "<a>Oak chair</a>", "<h3><a><span>Oak chair</span></a></h3>", "<h3> Oak  chair </h3>",
        "<h3>Oak <b>chair</b></h3>",
        "<h3 aria-label=Lamp>Oak</h3>", "<h3><span aria-label=Lamp>Oak</span></h3>", "<h3><img alt=Lamp></h3>",
        "<h3></h3>",
        "<h3>Oak\u{A0}chair</h3>", "<h3>Süße – 20 €</h3>", "<h3><span hidden>Oak</span></h3>", "<h3>Oak<!-- x --></h3>",
        "<h3 title=Lamp> </h3>", "<h3><svg><title>Oak</title></svg></h3>",
    ])
    func wordsAndNamesOfElements(html: String) {
        let document = Document(html: Array("<body>\(html)<p>end</p>".utf8))
        for i in document.nodes.indices where !document.nodes[i].isText {
            for limit in [3, 200] {
                #expect(document.words(of: i, limit: limit) == document.visibleText(of: i, limit: limit))
                #expect(document.name(of: i, limit: limit) == document.accessibleName(of: i, limit: limit))
            }
        }
    }

    @Test(arguments: [
        ("Oak Chair 17", "oak chair 17"), ("Oak Chair", "A new OAK chair!"), ("Stuhl", "Der Stuhl"), ("Lamp", "Oak"),
        ("Süßer Stuhl", "süßer stuhl"), ("X-200", "Model X 200"), ("17", "Oak 17"), ("", "Oak"), ("Oak", ""),
        ("Кресло", "кресло дубовое"), ("Lámpara", "LÁMPARA"), ("A–B", "b a"),
    ])
    func namesThatMayNotAgreeDont(name: String, heading: String) {
        let mayAgree = Array(heading.utf8).withUnsafeBufferPointer { NameMatch.mayAgree(NameMatch.words(name), $0) }
        #expect(mayAgree || NameMatch.compare(name, heading) == .different)
    }

    @Test func mostNamesAreToldApartAtOnce() {
        let name = NameMatch.words("Oak Chair 17")
        let others = (0..<100).count { i in
            Array("Q\(i * 7919) W\(i * 104_729)".utf8).withUnsafeBufferPointer { NameMatch.mayAgree(name, $0) }
        }
        #expect(others < 50)
    }

    @Test func countsOfSubtrees() {
        let document = Document(
            html: Array("<ul><li><a href=/1><img></a>5 €</li><li><a>x</a><picture><img></picture></li></ul>".utf8))
        let amounts = document.nodes.indices.filter { document.nodes[$0].isText }.prefix(1)
        let shape = PageShape(document, amountNodes: amounts.flatMap { [$0, $0] })
        for i in document.nodes.indices {
            let nodes = document.subtree(i)
            #expect(shape.links(nodes) == nodes.count { document.nodes[$0].tag == .a && document.has(.href, $0) })
            #expect(
                shape.pictures(nodes)
                    == nodes.count { document.nodes[$0].tag == .img || document.nodes[$0].tag == .picture })
            #expect(shape.amounts(nodes) == nodes.count { amounts.contains($0) } * 2)
        }
    }

    @Test(arguments: [
        "", "a", " a", "one two  three", "one two three four five six seven", "ab cd\nef gh", "é ü ñ ห ภ",
    ])
    func wordsBySpaces(text: String) {
        let bytes = Array(text.utf8)
        let expected = bytes.indices.count { bytes[$0] != 32 && ($0 == 0 || bytes[$0 - 1] == 32) }
        #expect(bytes.withUnsafeBytes { ProductCard.words(in: $0) } == expected)
        let wide = bytes.count { $0 == 0xE0 || $0 >= 0xE3 && $0 < 0xF0 }
        #expect(bytes.withUnsafeBytes { ProductCard.wide(in: $0) } == wide)
    }
}
