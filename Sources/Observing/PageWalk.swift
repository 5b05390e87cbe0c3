import Model
import Parsing

/// All observers by their concrete types, fed by one walk. A new observer is a field here and a line in each of the
/// three functions.
struct PageWalk {
    private var navigation: NavigationObserver
    private var pricing: PricingObserver
    private var kind: KindObserver
    private var readability: ReadabilityObserver
    private var forms: FormsObserver
    private var contact: ContactObserver
    private var promotions: PromotionsObserver
    private var loyalty: LoyaltyObserver
    private var conditions = ConditionsObserver()

    init(_ page: borrowing PageView) {
        navigation = NavigationObserver(page)
        pricing = PricingObserver(page)
        kind = KindObserver(page)
        readability = ReadabilityObserver(page)
        forms = FormsObserver(context: page.context)
        contact = ContactObserver(context: page.context)
        promotions = PromotionsObserver(context: page.context)
        loyalty = LoyaltyObserver(context: page.context)
    }

    /// Of the whole page, once it was walked.
    var links: PageLinks { navigation.links }

    /// Every element in document order, then every block of visible text.
    mutating func run(_ page: borrowing PageView) {
        for i in page.document.nodes.indices where !page.document.nodes[i].isText {
            if i & 255 == 255, page.budget.isOver() { break }
            visit(element: i, of: page)
        }
        for b in page.document.blocks.indices {
            if b & 15 == 15, page.budget.isOver() { break }
            visit(block: b, of: page)
        }
    }

    private mutating func visit(element i: Int, of page: borrowing PageView) {
        navigation.visit(element: i, of: page)
        pricing.visit(element: i, of: page)
        kind.visit(element: i, of: page)
        readability.visit(element: i, of: page)
        forms.visit(element: i, of: page)
        contact.visit(element: i, of: page)
        promotions.visit(element: i, of: page)
        loyalty.visit(element: i, of: page)
    }

    private mutating func visit(block b: Int, of page: borrowing PageView) {
        navigation.visit(block: b, of: page)
        pricing.visit(block: b, of: page)
        kind.visit(block: b, of: page)
        readability.visit(block: b, of: page)
        forms.visit(block: b, of: page)
        contact.visit(block: b, of: page)
        promotions.visit(block: b, of: page)
        loyalty.visit(block: b, of: page)
        conditions.visit(block: b, of: page)
    }

    /// In an order in which each finds the facts that it builds on: the kind follows from prices and forms, and the
    /// later ones read the kind.
    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        navigation.conclude(page, into: &facts)
        pricing.conclude(page, into: &facts)
        forms.conclude(page, into: &facts)
        readability.conclude(page, into: &facts)
        kind.conclude(page, into: &facts)
        contact.conclude(page, into: &facts)
        promotions.conclude(page, into: &facts)
        loyalty.conclude(page, into: &facts)
        conditions.conclude(page, into: &facts)
    }
}
