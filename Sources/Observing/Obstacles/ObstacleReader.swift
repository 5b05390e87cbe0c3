import Model
import Parsing

/// Tells whether something stands in a page's place: a wall against robots, a gate, a notice, nobody's page. One sign is
/// never enough, unless it is a header that a wall sends for that very purpose: a shop's page may have a captcha on its
/// form, a login in its header, or an article about either.
struct ObstacleReader {
    let page: PageView
    let facts: PageFacts
    private let catalogue: ObstacleCatalogue

    /// Words on a page that a wall or notice doesn't go beyond.
    private static let mostWords = 250
    static let fewWords = 150
    /// Links, and links of a menu, that it doesn't go beyond.
    private static let mostLinks = 15
    private static let mostMenuLinks = 4

    init(_ page: PageView, _ facts: PageFacts, catalogue: ObstacleCatalogue = .bundled) {
        self.page = page
        self.facts = facts
        self.catalogue = catalogue
    }

    func conclude() -> Obstacle? {
        if let sure = byHeader { return sure }
        guard !hasGoods else { return nil }
        if isBare, let found = byMarks ?? byWords ?? puzzle ?? shell { return found }
        return softNotFound
    }

    // MARK: What the page has

    var words: Int { facts.readability.words }
    var links: Int { facts.navigation.linkCount }
    private var isRefused: Bool { facts.fetch.status >= 400 || facts.fetch.status == 202 }

    private var hasGoods: Bool {
        let pricing = facts.pricing
        return !pricing.tiles.isEmpty || !pricing.structured.isEmpty || pricing.visible?.price != nil
            || !pricing.orderControls.isEmpty
    }

    /// No text to speak of and no way to go on.
    private var isBare: Bool {
        words <= Self.mostWords && links <= Self.mostLinks && facts.navigation.menuLinks <= Self.mostMenuLinks
    }

    private var title: String { facts.head.title ?? "" }

    private func quote(_ block: Int?) -> String {
        guard let block else { return "" }
        let text = page.document.text[page.document.blocks[block].text].prefix(320)
        return "words “\(String(decoding: text, as: UTF8.self).cut(to: 80))”"
    }

    func obstacle(_ reason: BlockReason, _ signs: [String?]) -> Obstacle {
        var signs = signs.compactMap { $0 }.filter { !$0.isEmpty }
        if isRefused { signs.append("status \(facts.fetch.status)") }
        return Obstacle(reason, seen: signs.joined(separator: "; "))
    }

    // MARK: Marks of software

    private var byHeader: Obstacle? {
        guard let headers = facts.fetch.wallHeaders else { return nil }
        for entry in catalogue.entries {
            for wanted in entry.headers {
                guard let line = headers.first(where: { $0.hasPrefix(wanted) }) else { continue }
                return obstacle(entry.reason, ["\(entry.name): header \(line)"])
            }
        }
        return nil
    }

    /// The entry with most signs: at least two, one of them its markup or words.
    private var byMarks: Obstacle? {
        let found = catalogue.marks(in: page.document.bytes.prefix(Self.readBytes))
        let title = title.lowercased()
        let text = String(decoding: page.document.text.prefix(6_000), as: UTF8.self).lowercased()
        var best: (count: Int, obstacle: Obstacle)?
        for (index, entry) in catalogue.entries.enumerated() {
            let marks = found.entries[index] ?? []
            let said = entry.texts.first { text.contains($0) }
            guard !marks.isEmpty || said != nil else { continue }
            let isTitle = entry.titles.contains { $0.matches(title) }
            // Where hardly a word stands, a second mark or a server's own word is all that there can be.
            let isAlone = words <= 12 && (entry.reason == .serverDefault || marks.count > 1)
            let count = [!marks.isEmpty, said != nil, isTitle, isRefused, isAlone].count { $0 }
            guard count >= 2, count > best?.count ?? 1 else { continue }
            let signs = [
                isTitle ? "title “\(self.title.cut(to: 80))”" : nil, marks.first.map { "mark “\($0)”" },
                said.map { "words “\($0)”" },
            ]
            best = (count, obstacle(entry.reason, ["\(entry.name)"] + signs))
        }
        return best?.obstacle
    }

    /// A wall's script is short; a shop's data in a script is not.
    private static let readBytes = 96 << 10

    // MARK: Words

    private var byWords: Obstacle? {
        let words = WallWords(page, title: facts.head.title, inAllLanguages: true)
        return robot(words) ?? parked(words) ?? region(words) ?? age(words) ?? consent(words) ?? login(words)
            ?? maintenance(words)
    }

    /// `title` and `heading` are shares from which on the page is taken to be named by the words.
    func signs(_ words: WallWords, _ name: String, title: Double = 0.5, heading: Double = 0.4) -> (
        isTitle: Bool, isHeading: Bool, said: Int, quotes: [String?]
    ) {
        guard let group = WallWords.group(name) else { return (false, false, 0, []) }
        let isTitle = words.title(group) >= title
        let isHeading = words.heading(group) >= heading
        let said = words.said(group)
        return (
            isTitle, isHeading, said,
            [isTitle ? "title “\(self.title.cut(to: 80))”" : nil, quote(words.block(group))]
        )
    }

    private func robot(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "robot")
        guard self.words <= Self.fewWords, found.isTitle || found.isHeading || found.said > 0, asksForNothing else {
            return nil
        }
        let captcha = catalogue.marks(in: page.document.bytes.prefix(Self.readBytes)).captcha
        let count = [found.isTitle, found.isHeading, found.said > 0, captcha != nil, isRefused].count { $0 }
        guard count >= 2, captcha != nil || found.isTitle || found.isHeading else { return nil }
        return obstacle(.botWall, found.quotes + [captcha.map { "captcha “\($0)”" }])
    }

    /// Nothing but a picture to be read and a field for what it says.
    private var puzzle: Obstacle? {
        guard words <= 40, links <= 3, asksForNothing else { return nil }
        var picture = false
        var field = false
        for (i, node) in page.document.nodes.enumerated() where !node.isText {
            switch node.tag {
            case .img: picture = picture || names("captcha", .src, i)
            case .input: field = field || names("captcha", .name, i) || names("captcha", .id, i)
            default: break
            }
        }
        return picture && field ? obstacle(.botWall, ["a captcha's picture and a field for it, and little else"]) : nil
    }

    private func names(_ part: StaticString, _ attribute: AttributeName, _ node: Int) -> Bool {
        page.document.attribute(attribute, of: node)?.containsFolded(part) ?? false
    }

    /// No form that a visitor would come for.
    private var asksForNothing: Bool {
        !facts.forms.contains {
            [.contact, .order, .registration, .review, .callback, .newsletter, .login].contains($0.purpose)
        }
    }

    private func parked(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "parked", heading: 0.5)
        let count = [found.isTitle, found.isHeading, found.said > 0].count { $0 }
        return count >= 2 ? obstacle(.parked, found.quotes) : nil
    }

    private func region(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "region", title: 0.4)
        guard self.words <= Self.fewWords, links <= 8, found.isTitle || found.isHeading || found.said > 0,
            asksForNothing
        else { return nil }
        return obstacle(.regionWall, found.quotes)
    }

    private func age(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "age")
        guard self.words <= Self.fewWords, links <= 8 else { return nil }
        guard found.isTitle || found.isHeading ? found.said > 0 || found.isTitle && found.isHeading : found.said > 1
        else { return nil }
        return obstacle(.ageGate, found.quotes)
    }

    private func consent(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "consent", heading: 0.34)
        let saysMore = !facts.contact.phones.isEmpty || !facts.contact.emails.isEmpty
        guard links <= 8, !saysMore, found.isTitle || found.isHeading || found.said > 0 else { return nil }
        return obstacle(.consentWall, found.quotes)
    }

    /// Where a login was not what one came for.
    private func login(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "login")
        let address = AddressWords(page.fetch.finalURL)
        let isAccount = address.segments.contains { PageTopic.kind(ofSegment: $0) == .account }
        guard self.words <= Self.fewWords, !isAccount, facts.forms.contains(where: { $0.purpose == .login }) else {
            return nil
        }
        guard found.isTitle || found.isHeading || found.said > 0 || facts.kind.kind == .home else { return nil }
        return obstacle(.loginWall, found.quotes + ["a form for signing in and little else"])
    }

    private func maintenance(_ words: WallWords) -> Obstacle? {
        let found = signs(words, "maintenance")
        guard self.words <= Self.fewWords, links <= 8 else { return nil }
        let count = [found.isTitle, found.isHeading, found.said > 0, facts.fetch.status == 503].count { $0 }
        let isAll = self.words <= 40 && links <= 3 && (found.isHeading || found.said > 0)
        guard count >= 2 || isAll, found.isTitle || found.isHeading || found.said > 0 else { return nil }
        return obstacle(.maintenance, found.quotes)
    }
}
