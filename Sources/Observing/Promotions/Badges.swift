import Model
import Parsing

/// Percentages that stand on a badge: "-20 %" without a word.
enum Badges {
    private static let names: [StaticString] = [
        "badge", "onsale", "on-sale", "sale-flash", "sale_flash", "discount", "ribbon", "sticker", "saleflag",
        "sale-flag", "promo-label",
        "label-sale", "sale-label", "product-flag", "rebate", "skidka", "price-off", "sale-tag",
    ]

    /// Names that need a minus as well: bars of ratings are percentages too.
    private static let weakNames: [StaticString] = ["percent", "reduction", "save-", "saving"]

    /// A text, or one of the two elements around it, is called a badge.
    static func isBadge(_ text: Int, in document: Document, hasMinus: Bool = false) -> Bool {
        var i = Int(document.nodes[text].parent)
        for _ in 0..<2 where i >= 0 {
            if let value = document.attribute(.class, of: i), value.count <= 300 {
                if names.contains(where: { value.containsFolded($0) }) { return true }
                if hasMinus, weakNames.contains(where: { value.containsFolded($0) }) { return true }
            }
            if document.nodes[i].tag.isBlock { return false }
            i = Int(document.nodes[i].parent)
        }
        return false
    }

    /// Percentages of a block that are nothing but a badge's text.
    static func claims(in block: Int, of page: PageView, money: MoneyReader) -> [ClaimReader.Found] {
        let document = page.document
        return document.pieces[document.blocks[block].pieces].compactMap { piece in
            let words = document.text[piece.text].trimmed
            guard words.count <= 12, words.contains(UInt8(ascii: "%")), let first = words.first,
                isBadge(piece.node, in: document, hasMinus: first == UInt8(ascii: "-") || first == 0xE2)
            else { return nil }
            let amounts = money.read(document.text, in: piece.text)
            guard amounts.count == 1, let only = amounts.first, only.nature == .percent, only.value > 0,
                only.value < 100,
                !words.contains(where: { $0.isASCIILetter && $0 != UInt8(ascii: "S") })
            else { return nil }
            return ClaimReader.Found(kind: .percentage, block: block, range: piece.text, percent: only.value)
        }
    }

    /// "-50 %* on all dresses": a reduction right before the mark of a note, which keeps terms from matching.
    static func marked(in block: Int, of page: PageView, money: MoneyReader) -> [ClaimReader.Found] {
        let document = page.document
        let range = document.blocks[block].text
        guard range.count <= 160 else { return [] }
        let amounts = money.read(document.text, in: range).filter { $0.nature == .percent }
        guard amounts.count == 1, let only = amounts.first, only.sign < 0, only.value > 0, only.value < 100,
            NoteMark.at(only.range.upperBound, in: document.text, end: range.upperBound) != nil
        else { return [] }
        return [ClaimReader.Found(kind: .percentage, block: block, range: only.range, percent: only.value)]
    }

    /// Blocks with a per cent sign.
    static func blocks(of document: Document) -> [Int] {
        document.blocks.indices.filter { document.blocks[$0].marks.contains(.percent) }
    }
}
