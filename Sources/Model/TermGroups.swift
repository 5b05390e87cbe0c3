/// Every group of terms that a language file may have and an observer may ask for. A name that isn't here is an
/// error in a file; a group that no file fills is merely never found.
public enum TermGroups {
    /// All names, "family.group", each once.
    public static let all: [String] = families.flatMap { family, names in
        names.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { "\(family).\($0)" }
    }

    /// Groups whose finds `PageFacts.terms` keeps: statements, not names of controls, pages, prices and walls, which are
    /// left to their own observers.
    public static let statements: [String] = all.filter { group in
        ![
            "page.", "form.", "nav.", "price.", "order.", "product.", "text.", "wall.", "time.", "need.", "reading.",
            "channel.", "topic.", "clause.",
        ].contains {
            group.hasPrefix($0)
        }
    }

    /// Groups of names of pages of which `PageFacts.terms` keeps a link that bears one: it tells of a page that may not
    /// have been read.
    public static let linkedPages: [String] = [
        "page.about", "page.account", "page.blog", "page.giftcards", "page.guides", "page.help", "page.loyalty",
        "page.returns", "page.reviews", "page.warranty", "page.wishlist",
    ]

    /// Groups whose English terms count on a page of any language: brands and words that shops don't translate.
    public static let neutral: Set<String> = Set(channels).union([
        "payment.method", "text.placeholder", "contact.whatsappLabel", "product.sku", "product.mpn", "product.gtin",
        "topic.delivery", "topic.returns", "topic.payment",
    ])

    /// Groups of names under which a platform of `checks/channels.yaml` is known, "channel.platform".
    public static let channels: [String] = all.filter { $0.hasPrefix("channel.") }

    private static let families: [(String, String)] = [
        (
            "page",
            """
            contact delivery returns payment warranty terms privacy legal about help loyalty promotion cart checkout
            account search blog guides giftcards wishlist home reviews
            """
        ),
        ("price", "was now from unit instalment recommended lowest30 onRequest delivery members tax save total free"),
        ("stock", "in limited out preorder discontinued store pickup"),
        ("order", "add buy site"),
        ("product", "sku mpn gtin brand"),
        ("time", "weekday"),
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
            members pressure referenceExplained confirmshaming lowestPrice freeStrings
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
            "clause",
            """
            promotion purchase least without reduced fullPrice uncombined oneOrder entitled change only members code
            enter limited illiquid until rules otherTopic
            """
        ),
        (
            "loyalty",
            """
            programme rules newsletter newsletterValue reviews reviewInvite returns returnDays warranty deliveryTime
            guides referral giftService trial contests community feedback recommendations
            """
        ),
        (
            "reading",
            """
            giveBack tryOut otherSpan otherTimes attended allDay otherDay denied threshold delivered free otherFree
            purchase aside
            """
        ),
        ("channel", "whatsapp telegram viber messenger line instagram facebook vk odnoklassniki tiktok youtube x"),
        ("need", "order advice complaint return wholesale"),
        ("delivery", "cost"),
        ("payment", "method"),
        ("topic", "delivery returns payment"),
        ("text", "placeholder"),
        ("review", "author"),
        ("wall", "robot notfound maintenance script login age region consent parked"),
        ("form", "search email phone name message password coupon"),
    ]
}
