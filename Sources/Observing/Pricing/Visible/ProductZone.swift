import Model
import Parsing

/// Where on a page its own product stands: its heading, its order button, and what holds both.
struct ProductZone {
    /// The heading's element; nil where none is the product's.
    var heading: Int?
    /// The heading's block.
    var headingBlock: Int?
    /// The first order control outside of tiles.
    var order: Int?
    /// The nearest element around heading and order control; nil where one of them is missing.
    var area: Range<Int>?
    /// Elements that bear the own product's microdata.
    var scopes: [Range<Int>] = []

    /// Prefers the heading that bears the product's name, then an h1 outside of header and footer.
    static func heading(_ document: Document, name: String?, title: String?) -> (node: Int, block: Int)? {
        var best: (score: Int, node: Int, block: Int)?
        let name = name.map(NameMatch.words)
        let title = title.map(NameMatch.words)
        for (index, block) in document.blocks.enumerated() where block.headingLevel > 0 {
            guard block.region != .footer, block.region != .dialog, block.region != .navigation else { continue }
            let isFirst = block.headingLevel == 1
            guard isFirst || block.headingLevel <= 3 && (name != nil || best == nil) else { continue }
            var score = isFirst ? 4 : 0
            let mayAgree = document.text[block.text.prefix(400)].withUnsafeBufferPointer { bytes in
                name.map { NameMatch.mayAgree($0, bytes) } ?? false
                    || title.map { NameMatch.mayAgree($0, bytes) } ?? false
            }
            guard isFirst || mayAgree else { continue }
            let texts = words(of: block, document)
            if let name {
                switch agreement(name, texts) {
                case .same: score += 6
                case .within: score += 4
                case .different: if isFirst, isShared(name, texts) { score += 3 }
                }
            }
            if let title {
                if agreement(title, texts) != .different {
                    score += isFirst ? 2 : 3
                } else if isFirst, isShared(title, texts) {
                    score += 1
                }
            }
            if block.region == .header { score -= 2 }
            if document.nodes[block.node].flags.contains(.inLink) { score -= 2 }
            if score >= 3, best.map({ $0.score < score }) ?? true {
                best = (score, headingElement(document, block.node), index)
            }
        }
        let firsts = document.blocks.count { $0.headingLevel == 1 && $0.region != .footer && $0.region != .header }
        if let best, best.score >= 5 || best.score == 4 && firsts == 1 { return (best.node, best.block) }
        return named(document, title) ?? best.map { ($0.node, $0.block) }
    }

    /// Of the whole heading, and of its longest part: "Watch Set<span>924/9556</span>" has another thing beside the name.
    private static func words(of block: TextBlock, _ document: Document) -> [[ArraySlice<UInt8>]] {
        let whole = NameMatch.words(Array(document.text[block.text.prefix(400)]))
        guard block.pieces.count > 1,
            let longest = document.pieces[block.pieces].max(by: { $0.text.count < $1.text.count })
        else { return [whole] }
        return [whole, NameMatch.words(Array(document.text[longest.text.prefix(400)]))]
    }

    private static func agreement(_ name: [ArraySlice<UInt8>], _ texts: [[ArraySlice<UInt8>]]) -> NameMatch.Agreement {
        let found = texts.map { NameMatch.compare(name, $0) }
        return found.contains(.same) ? .same : found.contains(.within) ? .within : .different
    }

    private static func isShared(_ name: [ArraySlice<UInt8>], _ texts: [[ArraySlice<UInt8>]]) -> Bool {
        texts.contains { NameMatch.isShared(name, $0) }
    }

    /// The block that is nothing but a good part of the title, where no heading is: many templates set a product's name
    /// in a table's cell or in a bold line.
    private static func named(_ document: Document, _ title: [ArraySlice<UInt8>]?) -> (node: Int, block: Int)? {
        guard let title, !title.isEmpty else { return nil }
        var best: (words: Int, node: Int, block: Int)?
        for (index, block) in document.blocks.enumerated() {
            guard block.region == .main || block.region == .page, block.text.count >= 8, block.text.count <= 200,
                !block.flags.contains(.inLink), !document.nodes[block.node].flags.contains(.inLink)
            else { continue }
            let bytes = document.text[block.text]
            guard bytes.withUnsafeBufferPointer({ NameMatch.mayAgree(title, $0) }) else { continue }
            let words = NameMatch.words(Array(bytes))
            let isEnough = words.count >= 2 && words.count * 3 >= title.count || words == title
            guard isEnough, words.count > best?.words ?? 0, words.allSatisfy(title.contains) else { continue }
            best = (words.count, block.node, index)
        }
        return best.map { ($0.node, $0.block) }
    }

    private static func headingElement(_ document: Document, _ node: Int) -> Int {
        document.closest(node) { i in
            switch document.nodes[i].tag {
            case .h1, .h2, .h3: true
            default: false
            }
        } ?? node
    }
}
