import Model
import Parsing

/// Tells what a form is for: by its fields first, then by names in its markup, then by its words.
struct FormPurposeReader {
    let form: FormSketch
    /// Groups of terms found in its words, buttons and placeholders.
    let words: Set<TermGroup>
    let terms: FormTerms

    var purpose: FormPurpose {
        let passwords = form.count(.password)
        if passwords > 0 { return withPassword(passwords) }
        if isSearch { return .search }
        if isFilter { return .filter }
        if isReview { return .review }
        if isOrder { return .order }
        // Comments on an article reach its readers, not the shop.
        if form.has(anyOf: ["comment-form", "commentform", "comments-post", "respond"]), form.count(.message) > 0 {
            return .other
        }
        if isRecovery { return .other }
        if isCallback { return .callback }
        if isContact { return .contact }
        if isRegistration { return .registration }
        return isNewsletter ? .newsletter : .other
    }

    private var texts: Int { form.count(.text) + form.count(.email) + form.count(.phone) + form.count(.search) }

    private func withPassword(_ passwords: Int) -> FormPurpose {
        if form.has(anyOf: [
            "old_password", "oldpassword", "current_password", "current-password", "reset_password", "resetpassword",
        ]) {
            return .other
        }
        if form.has(anyOf: ["checkout", "billing"]), texts >= 4 { return .order }
        let isNew =
            passwords >= 2 || texts >= 3
            || form.has(anyOf: [
                "register", "registration", "signup", "sign_up", "sign-up", "create_account", "newuser", "new_user",
                "firstname", "first_name",
            ])
        let saysLogin = form.has(anyOf: ["login", "signin", "sign-in", "sign_in", "logon"])
        if isNew, !(saysLogin && passwords == 1 && texts <= 2) { return .registration }
        return .login
    }

    private var isSearch: Bool {
        guard form.count(.message) == 0, form.count(.email) == 0 else { return false }
        if texts == 0 { return form.count(.choice) > 0 && form.action?.containsFolded("search") ?? false }
        if form.count(.search) > 0 { return true }
        if form.hasField(FormPurposeReader.searchNames), texts <= 2 { return true }
        if form.has(anyOf: [
            "search", "suche", "поиск", "hledat", "hladat", "axtar", "recherche", "busca", "cerca", "szukaj", "arama",
        ]), texts <= 3 {
            return !form.has(anyOf: ["newsletter", "subscribe"])
        }
        return texts == 1 && form.count(.choice) <= 2 && terms.search.map(words.contains) ?? false
            && !form.hasField(["qty", "quantity"])
    }

    private static let searchNames: [StaticString] = [
        "q", "s", "search", "query", "keyword", "keywords", "search_query", "searchterm", "search_term", "term", "kw",
        "sq",
        "searchtext", "search_keywords", "searchstring", "find", "srch", "k", "ss", "words", "search_text",
        "description",
    ]

    private var isFilter: Bool {
        guard form.count(.message) == 0, form.count(.email) == 0, form.count(.phone) == 0 else { return false }
        let choices = form.count(.choice)
        guard choices > 0, texts <= 2 else { return false }
        if isOrderField { return false }
        if form.has(anyOf: [
            "filter", "orderby", "facet", "layered", "sort_by", "sortby", "sort-by", "price_min", "pricefrom",
            "toolbar",
        ]) {
            return true
        }
        if let sort = terms.sort, words.contains(sort) { return true }
        if let filter = terms.filter, words.contains(filter) { return true }
        return form.hasField(["sort", "order", "limit", "sortorder", "per_page", "show"])
    }

    private var isReview: Bool {
        let isCalled = form.has(anyOf: ["review", "rating", "testimonial", "recenz", "bewertung", "otzyv", "reyler"])
        let isSaid = terms.review.map(words.contains) ?? false
        return (isCalled || isSaid) && (form.count(.message) > 0 || form.hasField(["rating"])) && !form.has("preview")
            || isCalled && isSaid
    }

    private var isOrderField: Bool {
        form.hasField(["qty", "quantity", "add-to-cart", "product_id", "products_id", "variant", "id_product"])
            || form.has(anyOf: [
                "add-to-cart", "addtocart", "add_to_cart", "cart/add", "basket/add", "buy_now", "buynow", "add_product",
                "product_addtocart", "one.click", "one-click", "oneclick", "one_click", "quick-order", "quick_order",
                "fast-order",
            ])
    }

    private var isOrder: Bool {
        if isOrderField { return true }
        if form.count(.message) == 0 || form.fields.count > 6,
            form.has(anyOf: [
                "/cart", "checkout", "/basket", "warenkorb", "shopping_cart", "shopping-cart", "billing", "cc_number",
                "cardnumber",
            ])
        {
            return true
        }
        let says = (terms.add.map(words.contains) ?? false) || (terms.buy.map(words.contains) ?? false)
        return says && form.count(.email) == 0 && form.count(.message) == 0
    }

    /// Lost passwords, tracking of parcels, notices of stock, coupons: an e-mail field that is none for news.
    private var isRecovery: Bool {
        form.has(anyOf: [
            "forgot", "recover", "lost_password", "lostpassword", "lost-password", "remind", "resetpass",
            "password_reset", "passwordreset",
            "track", "unsubscribe", "notify", "stock", "/alert", "coupon", "voucher", "giftcard", "sendtofriend",
            "send_friend", "email_friend", "tell_a_friend",
        ])
    }

    private var isCallback: Bool {
        if form.has(anyOf: ["callback", "call-back", "call_back", "callme", "recall"]) {
            return form.count(.phone) + form.count(.text) > 0
        }
        let isSaid = terms.callback.map(words.contains) ?? false
        return isSaid && form.count(.email) == 0 && form.count(.message) == 0 && texts >= 1 && texts <= 3
    }

    private var isContact: Bool {
        guard form.count(.message) > 0 else {
            return form.has(anyOf: ["contact-form", "contact_form", "contactform", "wpcf7"]) && form.count(.email) > 0
                && texts >= 2
        }
        return form.count(.email) + form.count(.phone) > 0 || texts >= 1
            || form.has(anyOf: ["contact", "feedback", "enquiry", "inquiry", "kontakt", "comment", "message"])
    }

    /// An account that begins with an e-mail address alone; the password comes by mail.
    private var isRegistration: Bool {
        guard form.count(.email) > 0, !form.has("newsletter") else { return false }
        if form.has(anyOf: ["create_account", "create-account", "createaccount", "/register", "registration"]) {
            return true
        }
        return texts >= 2 && form.has(anyOf: ["signup", "sign-up", "register"]) && !form.has("subscri")
    }

    private var isNewsletter: Bool {
        guard form.count(.message) == 0 else { return false }
        let isCalled = form.has(anyOf: [
            "newsletter", "subscri", "mailinglist", "mailing-list", "mailing_list", "mc-embedded", "mailchimp",
            "klaviyo", "list-manage",
            "createsend", "mc4wp", "sendpulse", "optin", "opt-in", "emailsignup", "email-signup", "email_signup",
            "odber", "rassylka", "abonne",
        ])
        let isSaid = terms.newsletter.map(words.contains) ?? false
        if isCalled || isSaid {
            return (form.count(.email) > 0 || texts == 1) && texts <= 5 && form.count(.choice) <= 12
        }
        return form.count(.email) == 1 && texts == 1 && form.count(.choice) <= 2
    }
}

/// The groups of terms that forms are told by.
struct FormTerms {
    let search: TermGroup?
    let sort: TermGroup?
    let filter: TermGroup?
    let review: TermGroup?
    let add: TermGroup?
    let buy: TermGroup?
    let callback: TermGroup?
    let newsletter: TermGroup?
    /// Said beside a box, they make it a consent or an extra.
    let consents: Set<TermGroup>

    /// Those that a purpose can hang on.
    let all: Set<TermGroup>

    static let all = FormTerms()

    /// Those of `all`, by `TermGroup.rawValue`.
    static let isWanted = TermGroups.all.indices.map { all.all.contains(TermGroup(rawValue: UInt16($0))) }

    private init() {
        search = TermGroup("form.search")
        sort = TermGroup("nav.sort")
        filter = TermGroup("nav.filter")
        review = TermGroup("loyalty.reviewInvite")
        add = TermGroup("order.add")
        buy = TermGroup("order.buy")
        callback = TermGroup("contact.callback")
        newsletter = TermGroup("loyalty.newsletter")
        all = Set([search, sort, filter, review, add, buy, callback, newsletter].compactMap { $0 })
        consents = Set(
            [
                "loyalty.newsletter", "loyalty.newsletterValue", "page.terms", "page.privacy", "page.warranty",
                "loyalty.programme", "loyalty.warranty",
            ]
            .compactMap { TermGroup($0) })
    }
}
