import Model
import Parsing

/// Reads the amounts of a block and tells their parts by struck-through text, classes and labels.
struct SpotReader {
    let document: Document
    let names: PageNames
    let terms: PricingTerms
    let reader: MoneyReader
    /// Amounts of earlier pages' texts.
    let known: AmountMemory

    /// Cheap test before reading: any digit at all.
    static func hasDigit(_ text: [UInt8], _ block: TextBlock) -> Bool {
        if block.marks.contains(.digit) { return true }
        guard block.marks.contains(.foreignDigit) else { return false }
        return block.text.contains { text[$0] >= 0xD9 && Scalars.digit(text, $0, block.text.upperBound) != nil }
    }

    /// The numbers of a block, and how far behind their ranges it begins; empty where none could be an amount or a
    /// percentage. `text`: the number of its text in the page's memory.
    func amounts(block index: Int, text: Int32) -> (amounts: ArraySlice<Amount>, distance: Int) {
        let block = document.blocks[index]
        // Where several text nodes meet, the bytes alone don't tell.
        guard block.pieces.count == 1 else { return (SpotReader.telling(read(block))[...], 0) }
        if let amounts = known.amounts(of: text) { return (amounts, block.text.lowerBound) }
        let new = SpotReader.telling(reader.read(document.text, in: block.text))
        known.keep(new, of: text, at: block.text.lowerBound)
        return (new[...], 0)
    }

    private func read(_ block: TextBlock) -> [Amount] {
        let (cents, starts) = boundaries(block)
        let breaks = block.pieces.dropFirst().prefix(40).compactMap { k in
            let piece = document.pieces[k]
            let start = piece.text.lowerBound
            // Words are no cents.
            guard start < piece.text.upperBound, !document.text[start].isASCIILetter else { return start }
            return holdsCents(piece.node) ? nil : start
        }
        return reader.read(document.text, in: block.text, centStarts: cents, nodeStarts: starts, breaks: breaks)
    }

    private static func telling(_ amounts: [Amount]) -> [Amount] {
        let isTelling = amounts.contains { $0.nature == .money || $0.nature == .bare || $0.nature == .percent }
        return isTelling ? amounts : []
    }

    /// Adds amounts and percentages of a block. `label`: what the block in front says of the first, if it is a label.
    func read(
        _ amounts: ArraySlice<Amount>, distance: Int, block index: Int, hits: ArraySlice<TermHit>, label: PriceTerm?,
        into spots: inout [PriceSpot]
    ) {
        let block = document.blocks[index]
        var previousEnd = block.text.lowerBound
        // "Delivery 5 €, over 100 € free": what follows in the sentence is no price either.
        var speaksOfOther = false
        for k in amounts.indices {
            let amount = amounts[k].moved(by: distance)
            defer { previousEnd = amount.range.upperBound }
            guard amount.nature == .money || amount.nature == .bare || amount.nature == .percent else { continue }
            var spot = PriceSpot(amount: amount, block: index, node: node(at: amount.range, block))
            let next = k + 1 < amounts.endIndex ? amounts[k + 1].range.lowerBound + distance : block.text.upperBound
            let isFirst = k == amounts.startIndex
            let said = said(amount, hits, previousEnd, next, isOnly: amounts.count == 1) ?? (isFirst ? label : nil)
            if block.pieces.count > 1, !spot.isAlone { spot.isAlone = fills(spot.node, amount) }
            spot.isTier = amount.nature == .money && amounts[..<k].contains { $0.nature == .bare && !$0.isStyled }
            spot.isAlone =
                block.text.count <= amount.range.count + 16 || block.text.count <= 40
                || isFirst && amounts.count == 1 && leads(amount, block, hits)
            describe(&spot)
            assign(&spot, said, block)
            if spot.role == .price, !spot.isLabelled, !spot.ownWords.contains(.price), speaksOfOther {
                spot.role = .other
            }
            if spot.role == .delivery || said == .promotion { speaksOfOther = true }
            spots.append(spot)
        }
    }

    /// An element of its own inside a line of several prices.
    private func fills(_ node: Int, _ amount: Amount) -> Bool {
        guard amount.nature == .money, document.textBytes(of: node).count <= amount.range.count + 12 else {
            return false
        }
        let parent = Int(document.nodes[node].parent)
        return parent >= 0 && names.words(parent, of: document).contains(.price)
    }

    /// "119,01 € incl. VAT plus shipping": the amount and nothing but what is said of every price behind it.
    private func leads(_ amount: Amount, _ block: TextBlock, _ hits: ArraySlice<TermHit>) -> Bool {
        guard amount.nature == .money, block.text.count <= 100, amount.range.lowerBound - block.text.lowerBound <= 12
        else { return false }
        return hits.contains { hit in
            guard case .price(let term) = terms[hit.group] else { return false }
            return (term == .tax || term == .delivery) && hit.range.lowerBound >= amount.range.upperBound
        }
    }

    /// Where text nodes begin inside the block: those that hold cents, and others.
    private func boundaries(_ block: TextBlock) -> (cents: [Int], starts: [Int]) {
        guard block.pieces.count > 1 else { return ([], []) }
        var cents: [Int] = []
        var starts: [Int] = []
        for k in block.pieces.dropFirst() {
            let piece = document.pieces[k]
            guard let first = piece.text.first, document.text[first] >= 48, document.text[first] <= 57 else { continue }
            if holdsCents(piece.node) { cents.append(first) } else { starts.append(first) }
        }
        return (cents, starts)
    }

    /// "19<sup>99</sup>", "19<sup>€99</sup>"
    private func holdsCents(_ node: Int) -> Bool {
        let parent = Int(document.nodes[node].parent)
        guard parent >= 0 else { return false }
        return document.nodes[parent].tag == .sup || names.words(parent, of: document).contains(.cents)
    }

    private func node(at range: Range<Int>, _ block: TextBlock) -> Int {
        var found = block.node
        for k in block.pieces {
            let piece = document.pieces[k]
            if piece.text.lowerBound > range.lowerBound && found != block.node { break }
            found = piece.node
            // The digits decide, not a sign in front of them.
            if piece.text.upperBound > range.lowerBound,
                piece.text.contains(where: { document.text[$0] >= 48 && document.text[$0] <= 57 })
            {
                break
            }
        }
        return found
    }

    private func describe(_ spot: inout PriceSpot) {
        let node = document.nodes[spot.node]
        spot.isStruck = node.flags.contains(.struck)
        var at = Int(node.parent)
        if !node.isText { at = spot.node }
        for level in 0..<3 where at >= 0 {
            // A wide container says nothing of one amount in it.
            let element = document.nodes[at]
            if level > 0, Int(element.end) - at > 60 || element.tag == .body || element.tag == .main { break }
            let words = names.words(at, of: document)
            if level == 0 { spot.ownWords = words }
            spot.words.formUnion(words)
            at = Int(element.parent)
        }
    }

    /// The label nearest before the amount, or right behind it.
    private func said(_ amount: Amount, _ hits: ArraySlice<TermHit>, _ from: Int, _ to: Int, isOnly: Bool) -> PriceTerm?
    {
        var before: PriceTerm?
        for hit in hits {
            guard case .price(let term) = terms[hit.group], term != .free else { continue }
            if hit.range.lowerBound < amount.range.upperBound, hit.range.upperBound > amount.range.lowerBound {
                return term
            }
            if hit.range.upperBound <= amount.range.lowerBound, hit.range.lowerBound >= from {
                before = stronger(before, term)
            }
            let isBeside = hit.range.lowerBound - amount.range.upperBound <= 3
            if before == nil, hit.range.lowerBound >= amount.range.upperBound, hit.range.upperBound <= to,
                isBeside || isOnly && term != .carriage
            {
                return term
            }
        }
        return before
    }

    private func stronger(_ a: PriceTerm?, _ b: PriceTerm) -> PriceTerm {
        guard let a else { return b }
        switch b {
        case .now, .from, .tax, .total, .carriage: return a
        default: return b
        }
    }

    private func assign(_ spot: inout PriceSpot, _ said: PriceTerm?, _ block: TextBlock) {
        if spot.amount.nature == .percent {
            spot.role = .percent
            return
        }
        if let said, let role = role(said) { spot.role = role }
        spot.isFrom = said == .from
        spot.isTaxed = said == .tax
        spot.isLabelled = said == .now || said == .total
        if spot.role == .price {
            if spot.amount.per == .unit { spot.role = .unit }
            if spot.amount.per == .period { spot.role = .instalment }
            if spot.amount.sign != 0 { spot.role = .save }
        }
        if spot.role == .price { byClass(&spot) }
        if spot.role == .price, spot.isStruck { spot.role = .was(.unknown) }
    }

    private func role(_ term: PriceTerm) -> PriceSpot.Role? {
        switch term {
        case .was: .was(.former)
        case .recommended: .was(.recommended)
        case .lowest30: .was(.lowest30Days)
        case .unit: .unit
        case .instalment: .instalment
        case .delivery, .carriage: .delivery
        case .members: .members
        case .save: .save
        case .promotion: .other
        case .now, .from, .tax, .total, .onRequest, .free: nil
        }
    }

    private func byClass(_ spot: inout PriceSpot) {
        let near = spot.ownWords.intersection([.was, .now]).isEmpty ? spot.words : spot.ownWords
        if spot.words.contains(.lowest30) {
            spot.role = .was(.lowest30Days)
        } else if spot.ownWords.contains(.recommended) {
            spot.role = .was(.recommended)
        } else if near.contains(.was) && !near.contains(.now) {
            spot.role = .was(.unknown)
        } else if spot.ownWords.contains(.unit) && spot.ownWords.contains(.price) {
            // "unit-price". A bare "unit" may be anything: a box of a grid, the currency.
            spot.role = .unit
        } else if spot.ownWords.contains(.instalment) {
            spot.role = .instalment
        } else if spot.ownWords.contains(.tax) {
            spot.role = .tax
        } else if !spot.ownWords.isDisjoint(with: [.delivery, .bonus, .miniCart]) {
            spot.role = .other
        } else if spot.ownWords.contains(.save) && !near.contains(.now) && !spot.ownWords.contains(.price) {
            spot.role = .save
        }
    }
}
