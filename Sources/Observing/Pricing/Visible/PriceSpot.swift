import Model
import Parsing

/// An amount on a page, where it stands and what part it plays.
struct PriceSpot {
    /// What an amount is for.
    enum Role: Hashable {
        /// Could be what a customer pays now.
        case price
        case was(WasPriceKind)
        case unit, instalment, delivery, members, tax, save, percent
        /// A threshold, a coupon's worth, an amount in running text.
        case other
    }
    var amount: Amount
    /// Index in `Document.blocks`.
    var block: Int
    /// The text node that holds it.
    var node: Int
    var role: Role = .price
    /// Words of classes around it, nearest first, up to three elements.
    var words: ClassWords = []
    /// Words of the element that holds it.
    var ownWords: ClassWords = []
    /// A label says "now" or "price".
    var isLabelled = false
    /// A label speaks of tax: "Ex tax", "incl. VAT".
    var isTaxed = false
    /// A label says "from".
    var isFrom = false
    /// A plain number stands before it in the block: "10 or more: 107.60".
    var isTier = false
    /// The amount makes up most of its block.
    var isAlone = false
    var isStruck = false

    /// A price for a unit, or one that only a class calls a former one: the price where there is no other.
    var isPriceByItself: Bool { role == .unit || role == .was(.unknown) && !isStruck }
    /// A price before.
    var isFormer: Bool { if case .was = role { true } else { false } }
}

/// What the words of the language files say beside an amount.
enum PriceTerm: Sendable {
    case was, now, from, unit, instalment, recommended, lowest30, onRequest, delivery, members, tax, save, total,
        promotion, free
    /// The bare word "delivery".
    case carriage
}

/// The term groups that pricing asks about, resolved once.
struct PricingTerms: Sendable {
    /// What a group means.
    enum Meaning: Sendable {
        case price(PriceTerm)
        case stock(Availability)
        case order, related, emptyListing
        case label(ProductLabel)
        /// Speaks of fetching it from a store, or of a store's own stock.
        case pickup
    }
    private var meanings: [Meaning?]

    /// Of all groups that there are.
    static let all = PricingTerms(groups: TermGroups.all)

    /// Takes groups by their names.
    init(groups: [String]) {
        meanings = groups.map(PricingTerms.meaning)
    }

    subscript(_ group: TermGroup) -> Meaning? {
        Int(group.rawValue) < meanings.count ? meanings[Int(group.rawValue)] : nil
    }

    private static func meaning(_ name: String) -> Meaning? {
        switch name {
        case "price.was": .price(.was)
        case "price.now": .price(.now)
        case "price.from": .price(.from)
        case "price.unit": .price(.unit)
        case "price.instalment": .price(.instalment)
        case "price.recommended": .price(.recommended)
        case "price.lowest30": .price(.lowest30)
        case "price.onRequest": .price(.onRequest)
        case "price.delivery", "delivery.cost": .price(.delivery)
        case "page.delivery": .price(.carriage)
        case "price.free": .price(.free)
        case "price.members": .price(.members)
        case "price.tax": .price(.tax)
        case "price.save": .price(.save)
        case "price.total": .price(.total)
        case "promo.freeDelivery", "promo.coupon", "promo.gift", "condition.minimumPurchase", "promo.buyGet",
            "condition.coupon", "loyalty.programme":
            .price(.promotion)
        case "stock.in": .stock(.inStock)
        case "stock.limited": .stock(.limited)
        case "stock.out": .stock(.outOfStock)
        case "stock.preorder": .stock(.preOrder)
        case "stock.discontinued": .stock(.discontinued)
        case "stock.store": .stock(.inStoreOnly)
        case "stock.pickup": .pickup
        case "order.add", "order.buy": .order
        case "product.sku": .label(.sku)
        case "product.mpn": .label(.mpn)
        case "product.gtin": .label(.gtin)
        case "product.brand": .label(.brand)
        case "nav.related": .related
        case "nav.emptyListing": .emptyListing
        default: nil
        }
    }
}
