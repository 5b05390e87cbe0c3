import Model
import Parsing

/// How one finds one's way on a page: feeds the observers of its parts and writes their facts.
struct NavigationObserver: PageObserver {
    private(set) var head = HeadObserver()
    private var linkObserver: LinkObserver
    private var menu = MenuObserver()
    private var trail = TrailObserver()
    private var controls = ListingControls()
    private var dated = DatedMarkup()
    private var insecure = InsecureParts()
    private var advertising = AdvertisingObserver()
    private var vague = VagueLinks()
    private var headings: [Heading] = []
    private var hiddenMainHeading: Mention?
    private let isSecure: Bool
    private let vagueTerms: TermGroup?
    private let sortTerms: TermGroup?
    private let filterTerms: TermGroup?

    static let keptHeadings = 60

    init(_ page: borrowing PageView) {
        linkObserver = LinkObserver(domain: Array(page.context.domain.utf8))
        isSecure = page.fetch.isSecure
        vagueTerms = page.lexicon.group("nav.vague")
        sortTerms = page.lexicon.group("nav.sort")
        filterTerms = page.lexicon.group("nav.filter")
    }

    var links: PageLinks { linkObserver.links }

    mutating func visit(element i: Int, of page: borrowing PageView) {
        let n = page.document.nodes[i]
        let marks = page.names.marks(i, of: page.document)
        if TrailObserver.mayBegin(at: n, marks) { trail.visit(element: i, marks: marks, of: page) }
        menu.visit(element: i, marks: marks, of: page.document)
        if n.tag == .a || n.tag == .select || n.tag == .link || !marks.isEmpty {
            controls.visit(element: i, marks: marks, of: page)
        }
        switch n.tag {
        case .a, .area: visit(link: i, of: page)
        case .meta:
            head.visit(element: i, of: page.document)
            if let refresh = MetaRefresh.read(page.document, meta: i) {
                linkObserver.visit(refresh, i, of: page.document)
            }
        case .iframe, .frame, .form: linkObserver.visit(reference: i, of: page.document)
        case .link, .base:
            linkObserver.visit(reference: i, of: page.document)
            head.visit(element: i, of: page.document)
        case .title: head.visit(element: i, of: page.document)
        case .h1, .h2, .h3, .h4, .h5, .h6: visit(heading: i, level: Int(n.tag.rawValue - Tag.h1.rawValue) + 1, page)
        case .img: if isContentPicture(i, of: page.document) { linkObserver.visit(picture: i, of: page.document) }
        default: break
        }
        if n.present.has(.role) { visit(role: i, n.tag, page) }
        visit(foreign: i, n, of: page)
    }

    /// Parts that other sites or other times have left in the page.
    private mutating func visit(foreign i: Int, _ n: Document.Node, of page: borrowing PageView) {
        switch n.tag {
        case .frameset, .marquee, .blink, .font, .table, .object, .embed, .img: dated.visit(element: i, of: page)
        case .div: if n.present.has(.id) { advertising.visit(element: i, of: page) }
        case .ins, .iframe, .script: advertising.visit(element: i, of: page)
        default: break
        }
        if isSecure { insecure.visit(element: i, of: page) }
    }

    mutating func visit(block b: Int, of page: borrowing PageView) {
        trail.visit(block: b, of: page)
        for hit in page.hits(in: b) {
            if hit.group == vagueTerms {
                vague.visit(hit: hit, of: page)
            } else if hit.group == sortTerms || hit.group == filterTerms {
                controls.visit(hit: hit, of: page)
            }
        }
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        facts.head = head.facts
        facts.navigation.linkCount = linkObserver.linkCount
        facts.navigation.internalLinkCount = linkObserver.internalCount
        facts.navigation.namelessLinks = linkObserver.nameless
        facts.navigation.namelessLinkCount = linkObserver.namelessCount
        facts.navigation.vagueLinks = vague.mentions
        facts.navigation.vagueLinkCount = vague.count
        facts.navigation.headings = headings
        facts.navigation.hiddenMainHeading = hiddenMainHeading
        facts.navigation.datedMarkup = dated.mentions
        facts.navigation.insecureParts = head.upgradesInsecureRequests ? [] : insecure.mentions
        menu.conclude(page, into: &facts.navigation)
        trail.conclude(page, into: &facts.navigation)
        controls.conclude(into: &facts.navigation)
        advertising.conclude(into: &facts.navigation)
    }

    private mutating func visit(link i: Int, of page: borrowing PageView) {
        guard let target = linkObserver.visit(link: i, of: page) else { return }
        if target == .inside, i >= trail.end {
            menu.visit(link: i, name: linkObserver.name.bytes, of: page.document)
        }
    }

    private mutating func visit(role i: Int, _ tag: Tag, _ page: borrowing PageView) {
        switch tag {
        case .a, .area, .link, .iframe, .frame, .form, .base, .h1, .h2, .h3, .h4, .h5, .h6, .img: return
        default: break
        }
        guard let role = page.document.attribute(.role, of: i), role.equalsFolded("heading") else { return }
        let level = page.document.attribute(named: "aria-level", of: i)?.first.map { Int($0) - 48 } ?? 2
        visit(heading: i, level: (1...6).contains(level) ? level : 2, page)
    }

    private mutating func visit(heading i: Int, level: Int, _ page: borrowing PageView) {
        let n = page.document.nodes[i]
        let isForAssistance = n.flags.contains(.assistive) && level == 1 && hiddenMainHeading == nil
        guard !n.isHidden || isForAssistance, headings.count < NavigationObserver.keptHeadings else { return }
        let text = page.document.name(of: i, limit: 200)
        guard !text.isEmpty else { return }
        guard !n.isHidden else {
            hiddenMainHeading = page.mention(of: i, quote: text)
            return
        }
        if level == 1 { menu.visitHeading() }
        headings.append(Heading(level: level, text: text, region: n.region))
    }
}

/// A picture that says something: not a tracker, not part of the frame around the page.
func isContentPicture(_ i: Int, of document: Document) -> Bool {
    let n = document.nodes[i]
    guard !n.isHidden, n.region == .main || n.region == .page || n.region == .aside else { return false }
    guard document.has(.src, i) || document.has(.srcset, i) || document.has(.dataSrc, i) else { return false }
    return !isPixel(i, of: document)
}
