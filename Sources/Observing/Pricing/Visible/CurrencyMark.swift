import Model
import Parsing

/// Signs of a currency that are no text: icons and pictures beside an amount.
enum CurrencyMark {
    /// Letters or a sign behind the amount, which may be a currency that isn't known here: "б.р.".
    static func follows(_ spot: PriceSpot, _ document: Document) -> Bool {
        let block = document.blocks[spot.block].text
        let from = spot.amount.range.upperBound.clamped(to: block)
        return document.text[from..<min(block.upperBound, from + 6)].contains {
            $0 >= 0x80 && $0 != 0xC2 && $0 != 0xA0 || $0.isASCIILetter || $0 == UInt8(ascii: "$")
        }
    }

    static func isBeside(_ node: Int, _ document: Document, _ names: PageNames) -> Bool {
        let parent = Int(document.nodes[node].parent)
        guard parent >= 0 else { return false }
        // Not past the block that the amount stands in: beyond it are the product's own pictures.
        let around = document.nodes[parent].tag.isBlock ? parent : max(0, Int(document.nodes[parent].parent))
        for i in document.subtree(around).prefix(24) {
            let element = document.nodes[i]
            if element.isText { continue }
            if element.tag == .img || element.tag == .svg || element.tag == .i { return true }
            if document.attribute(.itemprop, of: i)?.isFolded("pricecurrency") == true { return true }
            if names.words(i, of: document).contains(.currency) { return true }
        }
        return false
    }
}

extension Int {
    fileprivate func clamped(to range: Range<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
