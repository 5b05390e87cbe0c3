import Model

extension FactIndex {
    static let navigation: [FactEntry] = [
        number("navigation.menuLinks", "internal links in the menu (a count)") { $0.navigation.menuLinks },
        one("navigation.menu", "a menu") { $0.navigation.menu },
        one("navigation.breadcrumbs", "a breadcrumb trail: markup, BreadcrumbList or a linked path") {
            $0.navigation.breadcrumbs
        },
        number("navigation.links", "links that lead somewhere (a count)") { $0.navigation.linkCount },
        number("navigation.internalLinks", "links within the site (a count)") { $0.navigation.internalLinkCount },
        list("navigation.namelessLinks", "links without a name for screen readers") { $0.navigation.namelessLinks },
        words("navigation.vagueLinks", "links whose text says nothing, such as “here”") { $0.navigation.vagueLinks },
        list("navigation.headings", "visible headings") { facts in
            facts.navigation.headings.map {
                Mention(quote: $0.text, region: $0.region, locator: headingLocator($0.level))
            }
        },
        list("navigation.mainHeadings", "main headings (h1)") { facts in
            facts.navigation.headings.filter { $0.level == 1 }
                .map { Mention(quote: $0.text, region: $0.region, locator: "h1") }
        },
        list("navigation.datedMarkup", "frames, marquees, font tags, layout tables, Flash, hit counters") {
            $0.navigation.datedMarkup
        },
        list("navigation.insecureParts", "http: resources and forms on an https: page") { $0.navigation.insecureParts },
        FactEntry("navigation.insecurePage", "a page that is served without HTTPS") { facts in
            .flag(!facts.fetch.isSecure, Mention(quote: facts.fetch.finalURL, region: .page))
        },
        list("navigation.advertising", "third-party advertising slots") { $0.navigation.advertising },
        list("navigation.filters", "sorting or filter controls") { $0.navigation.filters },
        one("navigation.pagination", "page numbers or a link to the next page") { $0.navigation.pagination },
        number("navigation.timeToFirstByte", "milliseconds to the first byte of the answer (a number)") {
            $0.fetch.timeToFirstByte
        },
        number("navigation.bytes", "bytes of the page's HTML (a number)") { $0.fetch.bytes },
        number("navigation.redirects", "redirects before the answer (a count)") { $0.fetch.redirects.count },
    ]

    private static let headingLocators = ["h1", "h2", "h3", "h4", "h5", "h6"]

    @Sendable private static func headingLocator(_ level: Int) -> String {
        headingLocators.indices.contains(level - 1) ? headingLocators[level - 1] : "h\(level)"
    }

    static let head: [FactEntry] = [
        text("head.title", "a page title", "head > title") { $0.head.title },
        text("head.description", "a meta description", "head > meta[name=description]") { $0.head.description },
        text("head.canonical", "a canonical address", "head > link[rel=canonical]") { $0.head.canonical },
        text("head.viewport", "a viewport declaration", "head > meta[name=viewport]") { $0.head.viewport },
        text("head.robots", "a robots meta", "head > meta[name=robots]") { $0.head.robots },
        text("head.language", "a declared language (lang of html)", "html") { $0.language.declared },
        FactEntry("head.alternates", "hreflang alternates (a count)") { .number(Double($0.head.alternates.count)) },
    ]

    private static func text(
        _ name: String, _ what: String, _ locator: String, _ read: @escaping @Sendable (PageFacts) -> String?
    ) -> FactEntry {
        FactEntry(name, what) { facts in
            guard let text = read(facts), !text.allSatisfy(\.isWhitespace) else { return .mentions([]) }
            return .mentions([
                Mention(quote: text.cut(to: Mention.quoteLimit), region: .head, locator: locator)
            ])
        }
    }

    static let readability: [FactEntry] = [
        number("readability.words", "words of visible text (a count)") { $0.readability.words },
        number("readability.runningWords", "words of running text (a count)") { $0.readability.runningWords },
        number("readability.paragraphs", "paragraphs (a count)") { $0.readability.paragraphs },
        number("readability.lists", "lists (a count)") { $0.readability.lists },
        number("readability.headings", "headings of the main part (a count)") { $0.readability.headings },
        list("readability.walls", "paragraphs of over 150 words") { $0.readability.walls.map(\.mention) },
        list("readability.shouting", "runs of capitals of 5 or more words") { $0.readability.shouting },
        list("readability.longestSentences", "the longest sentences") {
            $0.readability.longestSentences.map(\.mention)
        },
        words("readability.placeholders", "lorem ipsum, theme defaults, “coming soon”") { $0.readability.placeholders },
        list("readability.garbled", "garbled characters") { $0.readability.garbled },
        number("readability.pictures", "content pictures (a count)") { $0.readability.pictures },
        list("readability.picturesWithoutText", "pictures without alternative text") {
            $0.readability.picturesWithoutText
        },
        one("readability.zoomBlocked", "a viewport that forbids zooming") { $0.readability.zoomBlocked },
    ]

    static let forms: [FactEntry] =
        FormPurpose.allCases.map { purpose in
            FactEntry("forms.\(purpose.rawValue)", "\(purpose.rawValue) forms", needsWords: needsWords(purpose)) {
                facts in
                .mentions(facts.forms.filter { $0.purpose == purpose }.map(\.mention))
            }
        } + [
            list("forms.withoutTarget", "contact and other forms that lead nowhere") { facts in
                facts.forms.filter { !$0.hasTarget }.map(\.mention)
            }
        ]

    /// Search, login and order forms are told by their controls, others by the words on them too.
    private static func needsWords(_ purpose: FormPurpose) -> Bool {
        switch purpose {
        case .search, .login, .order, .filter: false
        case .newsletter, .contact, .registration, .review, .callback, .other: true
        }
    }

    static let kinds: [FactEntry] = PageKind.allCases.map { kind in
        FactEntry(
            "\(kindPrefix)\(kind.rawValue)", "a page of the kind “\(kind.rawValue)”",
            "the page is of the kind “\(kind.rawValue)” or covers that topic too", needsWords: needsWords(kind)
        ) { facts in
            guard facts.kind.covers(kind) else { return .flag(false, nil) }
            let title = facts.head.title ?? facts.url
            return .flag(true, Mention(quote: title.cut(to: Mention.quoteLimit), region: .head))
        }
    }

    private static func needsWords(_ kind: PageKind) -> Bool {
        switch kind {
        case .home, .listing, .product, .other: false
        default: true
        }
    }
}
