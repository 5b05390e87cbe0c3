import Model
import Parsing

/// What a label such as "SKU" or "Brand" says of what stands behind it.
enum ProductLabel: Hashable {
    /// The shop's own article number, the maker's part number, a worldwide one, the maker's name.
    case sku, mpn, gtin, brand
}

/// Reads what labels beside the product name: its numbers and its brand. What stands there in two ways is left out.
struct LabelReader {
    let document: Document
    let page: PageView
    let terms: PricingTerms

    /// Blocks before and behind the heading in which a label is the product's own.
    private static let reach = -12...400
    /// Bytes of a number and of a name, words of a name at most.
    private static let longestNumber = 32
    private static let longestName = 60
    private static let mostWords = 4

    /// Takes over what the offer doesn't have yet.
    func fill(_ offer: inout Offer, heading: Int, isOutside: (_ block: Int) -> Bool) {
        let found = values(heading: heading, isOutside: isOutside)
        offer.sku = offer.sku ?? found[.sku]
        offer.mpn = offer.mpn ?? found[.mpn]
        offer.gtin = offer.gtin ?? found[.gtin]
        offer.brand = offer.brand ?? found[.brand]
    }

    private func values(heading: Int, isOutside: (Int) -> Bool) -> [ProductLabel: String] {
        var found: [ProductLabel: Set<String>] = [:]
        for hit in page.hits {
            guard case .label(let label) = terms[hit.group] else { continue }
            let block = Int(hit.block)
            let region = document.blocks[block].region
            guard LabelReader.reach.contains(block - heading), region == .main || region == .page, isOutside(block),
                let value = value(of: hit, label)
            else { continue }
            found[label, default: []].insert(value)
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private func value(of hit: TermHit, _ label: ProductLabel) -> String? {
        let block = document.blocks[Int(hit.block)]
        let starts = [block.text.lowerBound] + document.pieces[block.pieces].map(\.text.lowerBound)
        // A label begins a line or an element; "no brand new parts" has none.
        guard starts.contains(where: { (0...2).contains(hit.range.lowerBound - $0) }),
            !isPartOfLonger(hit), !speaksOfCoupon(hit)
        else { return nil }
        let end =
            page.hits(in: Int(hit.block)).filter { other in
                guard case .label = terms[other.group] else { return false }
                return other.range.lowerBound > hit.range.upperBound
            }.map(\.range.lowerBound).min() ?? block.text.upperBound
        let rest = document.text[min(hit.range.upperBound, end)..<end]
        let isParted = starts.contains { (0...2).contains($0 - hit.range.upperBound) }
        let value = rest.drop(while: LabelReader.isSeparator)
        guard !value.isEmpty else { return valueBehind(hit, label) }
        let hasSign = rest.prefix(rest.count - value.count).contains { $0 != 32 }
        return LabelReader.read(value, label, isCertain: hasSign || isParted)
    }

    /// The next cell or line, where the label stands alone in its own.
    private func valueBehind(_ hit: TermHit, _ label: ProductLabel) -> String? {
        let next = Int(hit.block) + 1
        guard next < document.blocks.count else { return nil }
        let block = document.blocks[next]
        let common = document.commonAncestor(document.blocks[Int(hit.block)].node, block.node)
        guard document.subtree(common).count <= 16, block.text.count <= 80 else { return nil }
        let isLabel = page.hits(in: next).contains { if case .label = terms[$0.group] { true } else { false } }
        return isLabel ? nil : LabelReader.read(document.text[block.text], label, isCertain: true)
    }

    /// "Code" within "code of the maker".
    private func isPartOfLonger(_ hit: TermHit) -> Bool {
        page.hits(in: Int(hit.block)).contains { other in
            guard case .label = terms[other.group], other.range.count > hit.range.count else { return false }
            return other.range.lowerBound <= hit.range.lowerBound && other.range.upperBound >= hit.range.upperBound
        }
    }

    private func speaksOfCoupon(_ hit: TermHit) -> Bool {
        page.hits(in: Int(hit.block)).contains { if case .price(.promotion) = terms[$0.group] { true } else { false } }
    }

    /// Colons, number signs, dots and dashes, and the sign for "number".
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 32 || [UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte)
            || [0xE2, 0x84, 0x96, 0xC2, 0xA0].contains(byte)
    }

    private static func read(_ bytes: ArraySlice<UInt8>, _ label: ProductLabel, isCertain: Bool) -> String? {
        switch label {
        case .gtin: return gtin(bytes)
        case .sku, .mpn: return number(bytes, isCertain: isCertain)
        case .brand: return isCertain ? name(bytes) : nil
        }
    }

    private static func gtin(_ bytes: ArraySlice<UInt8>) -> String? {
        let digits = bytes.prefix { $0 >= 48 && $0 <= 57 || $0 == 32 || $0 == 45 || $0 | 32 == 120 }
        return TradeNumber.gtin(String(decoding: digits, as: UTF8.self))
    }

    /// The first word, which has a digit; without a sign before it, nothing may stand behind it.
    private static func number(_ bytes: ArraySlice<UInt8>, isCertain: Bool) -> String? {
        let words = bytes.split { $0 <= 32 }
        guard var word = words.first, isCertain || words.count == 1 else { return nil }
        while let last = word.last, [44, 46, 59, 41].contains(last) { word.removeLast() }
        let isPlain = word.allSatisfy { byte in
            byte >= 48 && byte <= 57 || byte | 32 >= 97 && byte | 32 <= 122 || [45, 46, 47, 95].contains(byte)
        }
        guard isPlain, (2...longestNumber).contains(word.count), word.contains(where: { $0 >= 48 && $0 <= 57 }) else {
            return nil
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// A few words with a letter, and no sentence.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let words = text.split(separator: " ")
        guard bytes.count <= longestName, words.count <= mostWords, text.contains(where: \.isLetter),
            !text.contains(where: { ":;!?|".contains($0) }), text.last != "."
        else { return nil }
        return words.joined(separator: " ")
    }
}
