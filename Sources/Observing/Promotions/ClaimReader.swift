import Model
import Parsing

/// Reads claims out of one block: whole shapes, not words.
struct ClaimReader {
    /// A claim before its surroundings are looked at.
    struct Found {
        var kind: ClaimKind
        var block: Int
        var range: Range<Int>
        var percent: Double?
        var amount: Money?
    }

    let page: PageView
    let terms: PromotionTerms
    let money: MoneyReader
    /// The page sells something: kinds that ordinary prose uses too count only here.
    let isShopping: Bool
    let kind: PageKind
    /// Hits of blocks with raised figures, which stick to the words before: "20 % off¹".
    let raised: [Int: [TermHit]]

    func claims(in block: Int) -> [Found] {
        let hits = raised.isEmpty ? page.hits(in: block) : raised[block].map { $0[...] } ?? page.hits(in: block)
        guard hits.contains(where: { terms.claim($0.group) != nil || $0.group == terms.salePage }) else { return [] }
        let text = page.document.blocks[block].text
        // A note is not the claim that it explains.
        if NoteMark.opening(at: text.lowerBound, in: page.document.text, end: text.upperBound) != nil { return [] }
        let amounts = money.read(page.document.text, in: text)
        var found: [Found] = []
        for hit in hits {
            if let one = claim(hit, amounts, hits) { found.append(one) }
        }
        return ClaimReader.withoutRepeats(found)
    }

    private func claim(_ hit: TermHit, _ amounts: [Amount], _ hits: ArraySlice<TermHit>) -> Found? {
        if hit.group == terms.salePage { return saleBadge(hit) }
        guard let kind = terms.claim(hit.group), isAllowed(kind), !isMenuEntry(hit, kind) else { return nil }
        var found = Found(kind: kind, block: Int(hit.block), range: hit.range)
        switch kind {
        case .percentage: return discount(found, hit, amounts)
        case .upTo:
            guard let value = value(hit, amounts) else { return nil }
            found.percent = value.percent
            found.amount = value.amount
        case .sale: if !fillsBlock(hit) { return nil }
        case .freeDelivery:
            if isInCart(hit) { return nil }
            found.amount = ThresholdReader(page, money: money).sum(beside: hit)
        case .buyNGetM: if !isBargain(hit, amounts) { return nil }
        case .coupon: if !isCouponOffer(hit, hits) { return nil }
        case .scarcity, .activity:
            if hits.contains(where: { $0.group == terms.availability && $0.range.overlaps(hit.range) }) { return nil }
            // "Only 3 left" is a shape of its own; "selling fast" counts beside goods, or as a message by itself.
            if !isShopping, hit.first == nil, page.document.blocks[Int(hit.block)].text.count > 60 { return nil }
        case .limitedTime, .members, .clearance:
            let others = hits.contains {
                ($0.group != hit.group && terms.claim($0.group) != nil) || $0.group == terms.until
            }
            if !isShopping && !others { return nil }
        default: break
        }
        return found
    }

    // MARK: Where claims are made

    private func isAllowed(_ kind: ClaimKind) -> Bool {
        switch self.kind {
        case .terms, .privacy, .legal, .warranty: return false
        case .delivery, .returns, .payment, .help: return kind == .freeDelivery
        case .article, .about: return kind == .percentage || kind == .upTo || kind == .freeDelivery
        default: break
        }
        switch kind {
        case .freeThing, .sale: return isShopping
        default: return true
        }
    }

    /// "Sale", "Special offers", "Clearance" in a menu are names of pages.
    private func isMenuEntry(_ hit: TermHit, _ kind: ClaimKind) -> Bool {
        guard kind == .sale || kind == .clearance || kind == .members || kind == .coupon || kind == .freeThing else {
            return false
        }
        let block = page.document.blocks[Int(hit.block)]
        if block.region == .navigation || block.region == .footer { return true }
        guard let node = page.textNode(at: hit.range.lowerBound, in: Int(hit.block)) else { return false }
        let isLink = page.document.nodes[node].flags.contains(.inLink)
        return isLink && hit.range.count * 10 >= page.document.textBytes(of: node).trimmed.count * 6
            && (block.region == .header || page.document.nodes[node].flags.contains(.inList))
    }

    /// "Sale!" on a product's picture: the word alone in an element that is called a badge.
    private func saleBadge(_ hit: TermHit) -> Found? {
        guard isShopping, let node = page.textNode(at: hit.range.lowerBound, in: Int(hit.block)),
            page.document.textBytes(of: node).trimmed.count <= hit.range.count + 3,
            Badges.isBadge(node, in: page.document)
        else { return nil }
        return Found(kind: .sale, block: Int(hit.block), range: hit.range)
    }

    /// An announcement, not a sentence or a headline that speaks of sales.
    private func fillsBlock(_ hit: TermHit) -> Bool {
        hit.range.count * 10 >= page.document.blocks[Int(hit.block)].text.count * 4
    }

    /// "Shipping: free shipping!" in a cart's sum is what this order costs.
    private func isInCart(_ hit: TermHit) -> Bool {
        var node = page.document.blocks[Int(hit.block)].node
        for _ in 0..<6 where node >= 0 {
            for name: AttributeName in [.class, .id] {
                if let value = page.document.attribute(name, of: node), value.count <= 100,
                    value.containsFolded("cart") || value.containsFolded("basket")
                {
                    return !value.containsFolded("add") && page.document.nodes[node].tag != .body
                }
            }
            node = Int(page.document.nodes[node].parent)
        }
        return false
    }

    // MARK: Shapes

    private func discount(_ found: Found, _ hit: TermHit, _ amounts: [Amount]) -> Found? {
        var found = found
        if let value = value(hit, amounts) {
            found.percent = value.percent
            found.amount = value.amount
            found.kind = value.percent == nil ? .amount : .percentage
            return found
        }
        // "Half price", "off everything": without a figure only where the words stand by themselves.
        guard hit.first == nil, isShopping, page.document.blocks[Int(hit.block)].text.count <= 80 else { return nil }
        found.kind = .sale
        return found
    }

    /// The percentage or the amount of money that a term's own words, or those right beside them, name.
    private func value(_ hit: TermHit, _ amounts: [Amount]) -> (percent: Double?, amount: Money?)? {
        let reach = (hit.range.lowerBound - 2)..<(hit.range.upperBound + 3)
        if let percent = amounts.first(where: { $0.nature == .percent && $0.range.overlaps(reach) }) {
            return percent.value > 0 && percent.value <= 100 ? (percent.value, nil) : nil
        }
        if let sum = amounts.first(where: { $0.nature == .money && $0.hasCurrency && $0.range.overlaps(reach) }) {
            return sum.money.minor > 0 ? (nil, sum.money) : nil
        }
        guard let number = hit.first, number > 0, number <= 100 else { return nil }
        let words = String(decoding: page.document.text[hit.range], as: UTF8.self).lowercased()
        return ClaimReader.percentWords.contains { words.contains($0) } ? (number, nil) : nil
    }

    private static let percentWords = [
        "%", "percent", "per cent", "procent", "prozent", "процент", "faiz", "տոկոս", "เปอร์เซ็นต์", "％",
        "відсот", "yüzde", "por ciento", "pour cent", "pourcent", "per cento",
    ]

    /// "3 for 2" and "2 for 10 €", not "4 for 5 to 8 persons".
    private func isBargain(_ hit: TermHit, _ amounts: [Amount]) -> Bool {
        guard let first = hit.first, let second = hit.second else { return true }
        let reach = hit.range.lowerBound..<(hit.range.upperBound + 3)
        let hasMoney = amounts.contains { $0.nature == .money && $0.hasCurrency && $0.range.overlaps(reach) }
        let isWordy = page.document.text[hit.range].filter { $0.isASCIILetter || $0 >= 0x80 }.count > 5
        return hasMoney || first > second && first <= 12 || (isWordy && first <= 20 && second <= 20)
    }

    /// A code to type, or what it brings, stands beside it; a field "Coupon code" offers nothing.
    private func isCouponOffer(_ hit: TermHit, _ hits: ArraySlice<TermHit>) -> Bool {
        if page.document.blocks[Int(hit.block)].flags.contains(.inForm) { return false }
        let hasValue = hits.contains {
            terms.claim($0.group).map { $0 == .percentage || $0 == .upTo || $0 == .gift || $0 == .freeDelivery }
                ?? false
        }
        return hasValue || hasCode(after: hit)
    }

    /// A word of capitals and figures, five or more, at least one of them a capital.
    private func hasCode(after hit: TermHit) -> Bool {
        let end = min(page.document.blocks[Int(hit.block)].text.upperBound, hit.range.upperBound + 40)
        let words = page.document.text[hit.range.upperBound..<end].split { !($0.isASCIILetter || $0.isASCIIDigit) }
        return words.contains { word in
            word.count >= 5 && word.count <= 20 && word.allSatisfy { $0 < 97 } && word.contains { $0 >= 65 }
        }
    }

    /// One claim of a kind and value in a block; the whole shape over its parts.
    private static func withoutRepeats(_ found: [Found]) -> [Found] {
        let hasValue = found.contains { $0.percent != nil || $0.amount != nil && $0.kind != .freeDelivery }
        var kept: [Found] = []
        for one in found {
            if one.kind == .percentage || one.kind == .amount,
                found.contains(where: { $0.kind == .upTo && $0.range.overlaps(one.range) })
            {
                continue
            }
            if one.kind == .sale, hasValue { continue }
            // "Buy one, get one free", "free gift", "free delivery" are more than "free".
            if one.kind == .freeThing, found.contains(where: { $0.kind != .freeThing && $0.range.overlaps(one.range) })
            {
                continue
            }
            if kept.contains(where: {
                $0.kind == one.kind
                    && ($0.percent == one.percent && $0.amount == one.amount || one.percent == nil && one.amount == nil)
            }) {
                continue
            }
            if let weaker = kept.firstIndex(where: { $0.kind == one.kind && $0.percent == nil && $0.amount == nil }) {
                kept[weaker] = one
                continue
            }
            kept.append(one)
        }
        return kept
    }
}
