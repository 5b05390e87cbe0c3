import Model

/// What a page's address and headings can be about, beside goods.
enum PageTopic {
    /// The kind that a group of terms names; nil for groups that name no kind of page.
    static func kind(of group: TermGroup) -> PageKind? {
        Int(group.rawValue) < kinds.count ? kinds[Int(group.rawValue)] : nil
    }

    /// Groups in the lexicon whose terms name pages.
    private static let groups: [String: PageKind] = [
        "page.contact": .contact, "page.delivery": .delivery, "page.returns": .returns, "page.payment": .payment,
        "page.warranty": .warranty, "page.terms": .terms, "page.privacy": .privacy, "page.legal": .legal,
        "page.about": .about, "page.help": .help, "page.loyalty": .loyalty, "page.promotion": .promotion,
        "page.cart": .cart, "page.checkout": .checkout, "page.account": .account, "page.search": .search,
    ]

    /// By `TermGroup.rawValue`.
    private static let kinds = TermGroups.all.map { groups[$0] }

    /// Topics that one page often states together.
    static func isCombinable(_ kind: PageKind) -> Bool {
        switch kind {
        case .contact, .about, .help, .loyalty: true
        default: kind.isPolicy
        }
    }

    /// Kinds that are told by what a page calls itself; the others need goods, forms or an address of their own.
    static func isTextual(_ kind: PageKind) -> Bool { isCombinable(kind) || kind == .promotion }

    /// Words of addresses that shop software uses in every country; words of languages come from the lexicon.
    static func kind(ofSegment segment: String) -> PageKind? { segments[segment] }

    private static let segments: [String: PageKind] = {
        let rows: [(PageKind, String)] = [
            (.contact, "contact contacts contact-us contactus get-in-touch impressum-kontakt store-locator stores"),
            (
                .delivery,
                "delivery shipping shipping-policy delivery-information shipping-information shipping-delivery"
            ),
            (.returns, "returns return-policy returns-policy refund-policy refunds refund exchange-and-returns"),
            (.payment, "payment payments payment-methods payment-options"),
            (.warranty, "warranty guarantee"),
            (
                .terms,
                "terms terms-of-service terms-and-conditions terms-conditions conditions agb tos offer oferta agree"
            ),
            (.privacy, "privacy privacy-policy cookie-policy cookies gdpr datenschutz data-protection"),
            (.legal, "impressum imprint legal legal-notice requisites"),
            (.about, "about about-us aboutus our-story who-we-are company"),
            (.help, "faq faqs help help-center help-centre support customer-service"),
            (.loyalty, "loyalty rewards bonus-program loyalty-program bonus bonuses club loyalty-programme"),
            (.promotion, "promotions promotion promo special special-offers specials sale-terms campaigns offers"),
            (.cart, "cart basket shopping-cart shoppingcart bag shopping-bag warenkorb koszyk"),
            (.checkout, "checkout onepage onestepcheckout"),
            (
                .account,
                """
                account my-account login log-in sign-in signin register registration signup sign-up create-account \
                forgotten password-reset wishlist customer auth returns-login order-history
                """
            ),
            (.search, "search search-results advanced-search catalogsearch suche"),
        ]
        var table: [String: PageKind] = [:]
        for (kind, words) in rows {
            for word in words.split(separator: " ") { table[String(word)] = kind }
        }
        return table
    }()

    /// Segments above an article.
    static let articles: Set<String> = [
        "blog", "blogs", "news", "article", "articles", "journal", "magazine", "stories", "post", "posts", "novosti",
        "stati", "xeberler", "ratgeber", "guides", "tips",
    ]
    /// Segments above a listing.
    static let listings: Set<String> = [
        "category", "categories", "product-category", "collection", "collections", "catalog", "catalogue", "shop",
        "kategorie", "kategoriya", "katalog", "brand", "brands", "manufacturer", "tag", "product-tag", "c",
    ]
}
