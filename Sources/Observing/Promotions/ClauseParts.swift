/// What the words of a sentence are about, as far as clauses of promotions are told by it.
struct ClauseParts: OptionSet {
    let rawValue: UInt32

    /// An offer, a discount, a gift, a code.
    static let promotion = ClauseParts(rawValue: 1 << 0)
    /// An order, a basket, something bought.
    static let purchase = ClauseParts(rawValue: 1 << 1)
    /// "At least", "or more".
    static let least = ClauseParts(rawValue: 1 << 2)
    /// "Excluded", "except", "does not apply to".
    static let without = ClauseParts(rawValue: 1 << 3)
    /// Goods that are reduced already.
    static let reduced = ClauseParts(rawValue: 1 << 4)
    /// Goods at their full price.
    static let fullPrice = ClauseParts(rawValue: 1 << 5)
    /// "Cannot be combined".
    static let uncombined = ClauseParts(rawValue: 1 << 6)
    /// "In one order", "on a single receipt".
    static let oneOrder = ClauseParts(rawValue: 1 << 7)
    /// "Reserves the right", "may".
    static let entitled = ClauseParts(rawValue: 1 << 8)
    /// "Change", "end", "cancel".
    static let change = ClauseParts(rawValue: 1 << 9)
    /// "Only", "exclusively", "must".
    static let only = ClauseParts(rawValue: 1 << 10)
    /// Members, cardholders, subscribers, new customers.
    static let members = ClauseParts(rawValue: 1 << 11)
    /// A code or coupon.
    static let code = ClauseParts(rawValue: 1 << 12)
    /// "Enter", "present", "apply".
    static let enter = ClauseParts(rawValue: 1 << 13)
    /// "Limited", "first 200".
    static let limited = ClauseParts(rawValue: 1 << 14)
    /// Display pieces, returned goods, opened boxes.
    static let illiquid = ClauseParts(rawValue: 1 << 15)
    /// "Until", "valid", "runs from".
    static let until = ClauseParts(rawValue: 1 << 16)
    /// Returns, warranty, parcels, accounts, privacy.
    static let otherTopic = ClauseParts(rawValue: 1 << 17)
    /// "Terms", "conditions": of a promotion where nothing else is named.
    static let rules = ClauseParts(rawValue: 1 << 19)
    /// A day of the week.
    static let weekday = ClauseParts(rawValue: 1 << 18)

    /// The groups of terms that tell each part.
    static let groups: [(ClauseParts, [String])] = [
        (
            .promotion,
            [
                "clause.promotion", "promo.discount", "promo.upTo", "promo.gift", "promo.buyGet",
                "promo.clearance", "promo.freeDelivery",
            ]
        ),
        (.purchase, ["clause.purchase"]), (.least, ["clause.least"]), (.without, ["clause.without"]),
        (.reduced, ["clause.reduced"]), (.fullPrice, ["clause.fullPrice"]), (.uncombined, ["clause.uncombined"]),
        (.oneOrder, ["clause.oneOrder"]), (.entitled, ["clause.entitled"]), (.change, ["clause.change"]),
        (.only, ["clause.only"]), (.members, ["clause.members"]), (.code, ["clause.code"]),
        (.enter, ["clause.enter"]), (.limited, ["clause.limited"]), (.illiquid, ["clause.illiquid"]),
        (.until, ["clause.until", "promo.until"]), (.otherTopic, ["clause.otherTopic"]), (.weekday, ["time.weekday"]),
        (.rules, ["clause.rules"]),
    ]
}
