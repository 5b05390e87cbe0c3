import Model
import Parsing

/// Observes what a page offers and at what price: structured data, the price that a visitor sees, tiles, stock, and
/// ways to order.
struct PricingObserver: PageObserver {
    private let terms = PricingTerms.all
    private let reader: SpotReader
    private let control: OrderControl
    private var spots: [PriceSpot] = []
    private var controls: [(node: Int, isCertain: Bool)] = []

    init(_ page: borrowing PageView) {
        let habits = MoneyHabits(page: page)
        reader = SpotReader(
            document: page.document, names: page.names, terms: terms, reader: MoneyReader(habits),
            known: page.memory.amounts(habits))
        control = OrderControl(page)
    }

    mutating func visit(element: Int, of page: borrowing PageView) {
        guard OrderControl.isPossible(page.document.nodes[element]), controls.count < 2_000 else { return }
        switch control.sign(element) {
        case .certain: controls.append((element, true))
        case .possible: controls.append((element, false))
        case .none: break
        }
    }

    mutating func visit(block: Int, of page: borrowing PageView) {
        let marks = page.document.blocks[block].marks
        guard !marks.isDisjoint(with: [.digit, .foreignDigit]), spots.count < 1_000,
            SpotReader.hasDigit(page.document.text, page.document.blocks[block])
        else { return }
        let (amounts, distance) = reader.amounts(block: block, text: page.text(of: block))
        guard !amounts.isEmpty else { return }
        reader.read(
            amounts, distance: distance, block: block, hits: page.hits(in: block), label: label(before: block, page),
            into: &spots)
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        var conclusion = PricingConclusion(
            page: copy page, terms: terms, spots: spots, controls: controls, facts: facts)
        facts.pricing = conclusion.facts()
    }

    /// What a short block right in front says of the amount behind it: "Old price:".
    private func label(before block: Int, _ page: borrowing PageView) -> PriceTerm? {
        guard block > 0 else { return nil }
        let previous = page.document.blocks[block - 1]
        guard previous.text.count <= 48, !page.hits(in: block - 1).isEmpty,
            !SpotReader.hasDigit(page.document.text, previous)
        else { return nil }
        let common = page.document.commonAncestor(previous.node, page.document.blocks[block].node)
        guard page.document.subtree(common).count <= 24 else { return nil }
        for hit in page.hits(in: block - 1).reversed() {
            guard case .price(let term) = terms[hit.group], term != .free else { continue }
            // A tab called "Delivery" labels nothing; "Delivery:" does.
            if term != .carriage || page.document.text[previous.text].last == UInt8(ascii: ":") { return term }
        }
        return nil
    }
}
