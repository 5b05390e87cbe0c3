/// Every group of terms that a language file may have and an observer may ask for. A name that isn't here is an
/// error in a file; a group that no file fills is merely never found.
enum TermGroups {
    /// Names in the order of their `TermGroup.rawValue`.
    static let all: [String] = families.flatMap { family, names in
        names.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { "\(family).\($0)" }
    }

    private static let families: [(String, String)] = [
        (
            "page",
            """
            contact delivery returns payment warranty terms privacy legal about help loyalty promotion cart checkout
            account search blog guides giftcards wishlist home reviews
            """
        ),
        ("price", "was now from unit instalment recommended lowest30 onRequest delivery members tax save total"),
        ("stock", "in limited out preorder discontinued store pickup"),
        ("order", "add buy"),
        ("nav", "vague next previous sort filter related emptyListing menu breadcrumb category"),
        (
            "contact",
            """
            phoneLabel faxLabel department callback answerTime hours roundClock tollFree chat address legalForm
            registration form whatsappLabel
            """
        ),
        (
            "promo",
            """
            sale discount upTo gift free freeDelivery buyGet coupon clearance limited until scarcity activity terms
            members pressure referenceExplained confirmshaming
            """
        ),
        (
            "condition",
            """
            minimumPurchase minimumQuantity exclusion singleReceipt notCombinable fullPriceOnly membersOnly
            subjectToAvailability illiquidGoods organiserMayChange coupon
            """
        ),
        (
            "loyalty",
            """
            programme rules newsletter newsletterValue reviews reviewInvite returns returnDays warranty deliveryTime
            guides referral giftService trial contests community feedback recommendations
            """
        ),
        ("delivery", "cost"),
        ("payment", "method"),
        ("text", "placeholder"),
        ("review", "author"),
        ("wall", "robot notfound maintenance script login age region consent parked"),
        ("form", "search email phone name message password coupon"),
    ]

    private static let index: [String: Int] = Dictionary(
        all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    /// Groups whose English terms count on a page of any language: brands and words that shops don't translate.
    static let neutral: Set<String> = ["payment.method", "text.placeholder", "contact.whatsappLabel"]

    static func rawValue(of name: String) -> Int? { index[name] }
}

extension TermGroup {
    /// Nil for a name that isn't in `TermGroups`.
    init?(_ name: String) {
        guard let raw = TermGroups.rawValue(of: name) else { return nil }
        self.init(rawValue: UInt16(raw))
    }

    /// The group's name, e.g. "promo.sale"; "" for an index out of range.
    var name: String { Int(rawValue) < TermGroups.all.count ? TermGroups.all[Int(rawValue)] : "" }
}
