import Model

extension FactIndex {
    static let contact: [FactEntry] = [
        list(
            "contact.phones", "valid telephone numbers in text, tel: links and structured data",
            values: { $0.contact.phones.compactMap(\.e164) },
            { $0.contact.phones.filter { $0.validity == .valid }.map(\.mention) }),
        list(
            "contact.tollFree", "numbers that are free to call",
            values: { $0.contact.phones.filter { $0.line == .tollFree }.compactMap(\.e164) },
            { $0.contact.phones.filter { $0.line == .tollFree && $0.validity == .valid }.map(\.mention) }),
        list("contact.directLines", "numbers with a department or person beside them") {
            $0.contact.phones.filter { $0.label != nil && $0.validity == .valid }.map(\.mention)
        },
        list("contact.phoneLinks", "telephone numbers that can be tapped (tel: links)") {
            $0.contact.phones.filter { $0.source == .link }.map(\.mention)
        },
        list("contact.phonesInText", "valid telephone numbers in visible text") {
            $0.contact.phones.filter { $0.source == .text && $0.validity == .valid }.map(\.mention)
        },
        list("contact.invalidPhones", "numbers that their country's plan does not allow, and placeholders") {
            $0.contact.phones.filter { $0.validity == .invalid || $0.validity == .placeholder }.map(\.mention)
        },
        list("contact.undecidedPhones", "numbers of which it isn't certain whether they can be called") {
            $0.contact.phones.filter { $0.validity == .undecided }.map(\.mention)
        },
        list(
            "contact.emails", "e-mail addresses in text, mailto: links and structured data, also obfuscated ones",
            values: { $0.contact.emails.map(\.address) }, { $0.contact.emails.map(\.mention) }),
        list(
            "contact.freemail", "e-mail addresses of free mailboxes",
            values: { $0.contact.emails.filter(\.isFreemail).map(\.address) },
            { $0.contact.emails.filter(\.isFreemail).map(\.mention) }),
        list(
            "contact.shopEmails", "e-mail addresses of the shop's own domain or another paid mailbox",
            values: { $0.contact.emails.filter { !$0.isFreemail }.map(\.address) },
            { $0.contact.emails.filter { !$0.isFreemail }.map(\.mention) }),
        list(
            "contact.messengers", "WhatsApp, Telegram, Viber and other messengers with somebody to write to",
            values: { $0.contact.messengers.filter(isReachable).map(\.platform) },
            { $0.contact.messengers.filter(isReachable).map(\.mention) }),
        list(
            "contact.socials", "links to social profiles of the shop's own",
            values: { $0.contact.socials.filter(isReachable).map(\.platform) },
            { $0.contact.socials.filter(isReachable).map(\.mention) }),
        list(
            "contact.chats", "online chats", values: { $0.contact.chats.map(\.platform) },
            { $0.contact.chats.map(\.mention) }),
        words("contact.contactLinks", "links to a contact page") { $0.contact.contactLinks.map(\.mention) },
        list("contact.brokenLinks", "malformed mailto: and tel: links") { $0.contact.brokenLinks },
        words("contact.legalIdentity", "legal name, registration or tax number") { $0.contact.legalIdentity },
        words("contact.doubtfulIdentity", "registration or tax numbers whose check digit is wrong") {
            $0.contact.doubtfulIdentity
        },
        words("contact.postalAddress", "postal addresses") { $0.contact.postalAddress },
    ]

    @Sendable private static func isReachable(_ channel: ChannelFact) -> Bool {
        channel.role == .profile || channel.role == .widget
    }

    static let pricing: [FactEntry] = [
        one("pricing.visible", "a visible price beside the page's product") { facts in
            facts.pricing.visible.flatMap { $0.price == nil ? nil : $0.mention }
        },
        one("pricing.recommended", "a price before that is a recommended one: RRP, list price, “compare at”") { facts in
            facts.pricing.visible.flatMap { $0.wasKind == .recommended ? $0.wasMention ?? $0.mention : nil }
        },
        number("pricing.amounts", "amounts of money in the page's main part, tiles left out (a count)") {
            $0.pricing.amounts
        },
        list("pricing.structured", "offers in structured data") { $0.pricing.structured.map(\.mention) },
        one("pricing.was", "a struck-through or former price beside the page's product") { facts in
            facts.pricing.visible.flatMap { $0.was == nil ? nil : $0.wasMention ?? $0.mention }
        },
        FactEntry("pricing.priceOnRequest", "a price on request only", needsWords: true) { facts in
            .mentions(facts.pricing.priceOnRequest.map { [$0] } ?? [])
        },
        list("pricing.orderControls", "buttons, forms and links to order") { $0.pricing.orderControls },
        list("pricing.amountsWithoutCurrency", "amounts without a currency") { $0.pricing.amountsWithoutCurrency },
        number("pricing.tiles", "product tiles of the page's own listing (a count)") { facts in
            facts.pricing.tiles.reduce(0) { $0 + ($1.isRelated ? 0 : 1) }
        },
        number("pricing.tilesWithoutPrice", "product tiles of the page's own listing without a price (a count)") {
            $0.pricing.tiles.reduce(0) { $0 + ($1.isRelated || $1.offer.price != nil ? 0 : 1) }
        },
        number("pricing.productPictures", "pictures of the product (a count)") { $0.pricing.productPictures },
        number("pricing.descriptionWords", "words of the product's description (a count)") {
            $0.pricing.descriptionWords
        },
        one("pricing.description", "a description of the product") { $0.pricing.description },
        number("pricing.characteristics", "rows of characteristics (a count)") { $0.pricing.characteristics },
        FactEntry("pricing.availability", "visible or structured availability") { facts in
            let isStructured = facts.pricing.structured.contains { $0.availability != nil }
            return .flag(
                facts.pricing.availability != nil || isStructured,
                facts.pricing.availabilityMention ?? facts.pricing.structured.first { $0.availability != nil }?.mention)
        },
        FactEntry("pricing.outOfStock", "a product that cannot be ordered now") { facts in
            let availability = facts.pricing.availability ?? facts.pricing.structured.first?.availability
            return .flag(availability.map { !$0.isOrderable } ?? false, facts.pricing.availabilityMention)
        },
        FactEntry("pricing.emptyListing", "a listing that says it has nothing", needsWords: true) { facts in
            .mentions(facts.pricing.emptyListing.map { [$0] } ?? [])
        },
        list("pricing.preticked", "boxes that are ticked beforehand") { $0.forms.flatMap(\.preticked) },
    ]

    static let promotions: [FactEntry] =
        [
            words("promotions.claims", "promotional claims") { $0.promotions.claims.map(\.mention) },
            words("promotions.conditions", "clauses of promotions' terms") { $0.promotions.conditions.map(\.mention) },
            words("promotions.termsLinks", "links to terms of promotions") { $0.promotions.termsLinks },
            words("promotions.unresolvedMarks", "claims marked with * or † without a note on the page") {
                $0.promotions.claims.filter { $0.marker != nil && $0.note == nil }.map(\.mention)
            },
        ]
        + ClaimKind.allCases.map { kind in
            words("promotions.claim.\(kind.rawValue)", "promotional claims of the kind “\(kind.rawValue)”") {
                $0.promotions.claims.filter { $0.kind == kind }.map(\.mention)
            }
        }
        + ConditionKind.allCases.map { kind in
            words("promotions.condition.\(kind.rawValue)", "clauses of the kind “\(kind.rawValue)”") {
                $0.promotions.conditions.filter { $0.kind == kind }.map(\.mention)
            }
        }

    static let loyalty: [FactEntry] = [
        number("loyalty.visibleReviews", "customer reviews that can be read (a count)") { $0.loyalty.visibleReviews },
        one("loyalty.reviews", "customer reviews") { $0.loyalty.visibleReviews > 0 ? $0.loyalty.reviewMention : nil },
        words("loyalty.reviewsOffered", "a place or invitation for reviews") { facts in
            facts.loyalty.reviewsOffered.map { [$0] } ?? []
        },
        FactEntry(
            "loyalty.returnDays", "days in which goods can be returned", needsWords: true,
            values: { $0.loyalty.returnDays.map { GenericCheck.format($0.value) } }
        ) { .mentions($0.loyalty.returnDays.map(\.mention)) },
        list(
            "loyalty.copyrightYear", "a copyright line with a year",
            values: { $0.loyalty.copyrightYear.map { [GenericCheck.format($0.value)] } ?? [] },
            { $0.loyalty.copyrightYear.map { [$0.mention] } ?? [] }),
        FactEntry("loyalty.articleDate", "the date of an article") { .flag($0.loyalty.articleDate != nil, nil) },
        words("loyalty.related", "related, similar or complementary goods") { facts in
            facts.loyalty.related.map { [$0] } ?? []
        },
    ]
}
