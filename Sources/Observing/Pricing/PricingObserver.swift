import Model
import Parsing

/// Observes what a page offers and at what price: structured data, the price that a visitor sees, tiles, stock, and
/// ways to order.
struct PricingObserver: PageObserver {
    private let terms = PricingTerms.all
    private var reader: SpotReader?
    private var control: OrderControl?
    private var spots: [PriceSpot] = []
    private var controls: [(node: Int, isCertain: Bool)] = []

    mutating func visit(element: Int, of page: borrowing PageView) {
        guard OrderControl.isPossible(page.document.nodes[element].tag), controls.count < 2_000 else { return }
        if control == nil { control = OrderControl(document: page.document) }
        switch control?.sign(element) ?? .none {
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
        if reader == nil {
            reader = SpotReader(document: page.document, terms: terms, reader: MoneyReader(habits(page)))
        }
        guard let amounts = reader?.amounts(block: block), !amounts.isEmpty else { return }
        let label = label(before: block, page)
        spots += reader?.spots(amounts, block: block, hits: page.hits(in: block), label: label) ?? []
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        let conclusion = PricingConclusion(
            page: copy page, terms: terms, spots: spots, controls: controls, facts: facts)
        facts.pricing = conclusion.facts()
    }

    /// Currencies by structured data, then the host's country, then the language.
    private func habits(_ page: borrowing PageView) -> MoneyHabits {
        let language = page.lexicon.language(page.language.tag)
        var currencies = page.structured.currencies
        let hints = [CountryCurrency.of(host: page.context.host)].compactMap { $0 } + (language?.currencies ?? [])
        for code in hints where !currencies.contains(code) { currencies.append(code) }
        return MoneyHabits(currencies: currencies, spaceGroups: language?.numbers.group.contains(32) ?? true)
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
            if case .price(let term) = terms[hit.group] { return term }
        }
        return nil
    }
}
