import Model
import Parsing

/// Sketches the shape of a page: the set of its elements' paths of tags and classes, whatever their number and words
/// (min-hash, Broder 1997).
struct ShapeObserver {
    /// Hash of each element's path, by node; 0 for text.
    private var paths: [UInt64]
    /// Hash of each class value's name, by `Node.classIndex`.
    private let names: [UInt64]
    private var minima = [UInt32](repeating: .max, count: ShapeObserver.size)
    /// Paths seen lately, so that repeats cost little: direct-mapped by the low bits.
    private var recent = [UInt64](repeating: 0, count: 1_024)
    private var isEmpty = true

    static let size = 32
    /// Elements deeper below `<body>` don't tell templates apart: authors' own text stands there.
    static let deepest: UInt16 = 11

    init(_ document: Document) {
        paths = [UInt64](repeating: 0, count: document.nodes.count)
        names = document.classes.map { ShapeObserver.name(in: document.bytes[$0]) }
    }

    mutating func visit(element i: Int, of document: Document) {
        let n = document.nodes[i]
        let parent = n.parent >= 0 ? paths[Int(n.parent)] : 0
        let name = n.classIndex == 0 ? 0 : className(i, n, document)
        let path = ShapeObserver.mix(parent ^ (UInt64(n.tag.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ name)
        paths[i] = path
        guard n.depth <= ShapeObserver.deepest, tells(n, hasClass: name != 0) else { return }
        let slot = Int(path & 1_023)
        guard recent[slot] != path else { return }
        recent[slot] = path
        isEmpty = false
        minima.withUnsafeMutableBufferPointer { minima in
            var x = path
            for k in 0..<ShapeObserver.size {
                // One multiplication a position: the high half of an odd multiple is a fresh hash.
                x = x &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
                minima[k] = min(minima[k], UInt32(truncatingIfNeeded: x >> 32))
            }
        }
    }

    var sketch: ShapeSketch { isEmpty ? ShapeSketch() : ShapeSketch(minima: minima) }

    /// What an author writes into a text (paragraphs, lists, emphasis) tells nothing of the template unless it has a
    /// class; nor does the frame around every page.
    private func tells(_ n: Document.Node, hasClass: Bool) -> Bool {
        switch n.region {
        case .head, .script, .header, .footer, .navigation: return false
        default: break
        }
        switch n.tag {
        case .p, .br, .b, .strong, .i, .em, .u, .s, .span, .small, .sub, .sup, .font, .a, .ul, .ol, .li, .table, .tbody,
            .thead, .tr, .td, .th, .h1, .h2, .h3, .h4, .h5, .h6, .img, .hr, .blockquote, .center, .option, .other:
            return hasClass
        case .script, .style, .noscript, .meta, .link: return false
        default: return true
        }
    }

    private func className(_ i: Int, _ n: Document.Node, _ document: Document) -> UInt64 {
        if n.tag == .html || n.tag == .body { return 0 }
        if Int(n.classIndex) < names.count { return names[Int(n.classIndex)] }
        return document.attribute(.class, of: i).map(ShapeObserver.name) ?? 0
    }

    /// Hash of the first class token without digits; 0 where there is none.
    private static func name(in value: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isClean = true
        var count = 0
        for b in value {
            if b <= 32 {
                if count > 0 && isClean { return hash }
                hash = 0xCBF2_9CE4_8422_2325
                isClean = true
                count = 0
            } else {
                if b >= 48 && b <= 57 { isClean = false }
                hash = (hash ^ UInt64(b)) &* 0x100_0000_01B3
                count += 1
            }
        }
        return count > 0 && isClean ? hash : 0
    }

    /// Sebastiano Vigna's splitmix64 finaliser.
    private static func mix(_ value: UInt64) -> UInt64 {
        var x = value
        x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
        return x ^ (x >> 31)
    }
}
