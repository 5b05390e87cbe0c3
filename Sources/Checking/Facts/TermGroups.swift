import Model

extension FactIndex {
    /// Groups of the language files whose finds are kept in `PageFacts.terms`: statements, not labels of controls.
    /// A test compares them with `checks/languages/en.yaml`.
    static let termGroups: [String] = [
        "stock.in", "stock.limited", "stock.out", "stock.preorder", "stock.discontinued", "stock.store",
        "stock.pickup",
        "contact.phoneLabel", "contact.faxLabel", "contact.department", "contact.callback", "contact.answerTime",
        "contact.hours", "contact.roundClock", "contact.tollFree", "contact.chat", "contact.address",
        "contact.legalForm", "contact.registration", "contact.form", "contact.whatsappLabel",
        "promo.sale", "promo.discount", "promo.upTo", "promo.gift", "promo.free", "promo.freeDelivery", "promo.buyGet",
        "promo.coupon", "promo.clearance", "promo.limited", "promo.until", "promo.scarcity", "promo.activity",
        "promo.terms", "promo.members", "promo.pressure", "promo.referenceExplained", "promo.confirmshaming",
        "condition.minimumPurchase", "condition.minimumQuantity", "condition.exclusion", "condition.singleReceipt",
        "condition.notCombinable", "condition.fullPriceOnly", "condition.membersOnly",
        "condition.subjectToAvailability", "condition.illiquidGoods", "condition.organiserMayChange",
        "condition.coupon",
        "loyalty.programme", "loyalty.rules", "loyalty.newsletter", "loyalty.newsletterValue", "loyalty.reviews",
        "loyalty.reviewInvite", "loyalty.returns", "loyalty.returnDays", "loyalty.warranty", "loyalty.deliveryTime",
        "loyalty.guides", "loyalty.referral", "loyalty.giftService", "loyalty.trial", "loyalty.contests",
        "loyalty.community", "loyalty.feedback", "loyalty.recommendations",
        "delivery.cost", "payment.method", "review.author",
    ]

    /// Prefixes of groups that name controls and pages rather than state something.
    static let unkeptGroupPrefixes = ["page.", "form.", "nav.", "price.", "order.", "text.", "wall."]

    /// Groups of names of pages: only links that bear one are kept.
    static let linkedPages: [FactEntry] = [
        "page.about", "page.account", "page.blog", "page.giftcards", "page.guides", "page.help", "page.loyalty",
        "page.returns", "page.reviews", "page.warranty", "page.wishlist",
    ].map { group in
        FactEntry(termsPrefix + group, "links that bear a name of the language files' group \(group)", needsWords: true)
        {
            .mentions($0.terms[group] ?? [])
        }
    }

    static let terms: [FactEntry] = termGroups.map { group in
        FactEntry(
            termsPrefix + group, "words of “\(group)”", "words of the language files' group \(group)", needsWords: true
        ) { facts in
            .mentions(facts.terms[group] ?? [])
        }
    }
}
