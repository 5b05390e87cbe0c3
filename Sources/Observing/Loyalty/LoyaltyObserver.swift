import Model
import Parsing

/// Gathers reasons to come back: reviews, days for returns, freshness, related goods.
struct LoyaltyObserver: PageObserver {
    private let invite: TermGroup?
    private let days: TermGroup?
    private let recommendations: TermGroup?
    private let related: TermGroup?
    private var reviews = ReviewFinder()
    /// Values of `article:…_time` and of `<time datetime>`.
    private var stamps: [CalendarDate] = []
    private var times: [CalendarDate] = []

    init(context: ObservingContext) {
        invite = context.lexicon.group("loyalty.reviewInvite")
        days = context.lexicon.group("loyalty.returnDays")
        recommendations = context.lexicon.group("loyalty.recommendations")
        related = context.lexicon.group("nav.related")
    }

    mutating func visit(element node: Int, of page: borrowing PageView) {
        switch page.document.nodes[node].tag {
        case .div, .li, .article, .section, .tr, .table, .blockquote:
            reviews.visit(element: node, of: page.document, names: page.names)
        case .meta:
            guard let name = page.document.attribute(.property, of: node),
                name.equalsFolded("article:published_time") || name.equalsFolded("article:modified_time"),
                let content = page.document.attribute(.content, of: node), let date = CalendarDate(iso: content)
            else { return }
            stamps.append(date)
        case .time:
            if times.count < 10, let value = page.document.attribute(.datetime, of: node),
                let date = CalendarDate(iso: value)
            {
                times.append(date)
            }
        default: break
        }
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        let page = copy page
        let found = reviews.find(page)
        facts.loyalty.visibleReviews = found.count
        facts.loyalty.reviewMention = found.first
        if found.count > 0 { facts.loyalty.reviews = ReviewReader(page).read(found) }
        facts.loyalty.reviewsOffered =
            facts.forms.first { $0.purpose == .review }?.mention
            ?? page.hits.first { $0.group == invite }.map { page.mention(of: $0) }
        facts.loyalty.returnDays = returnDays(page)
        facts.loyalty.copyrightYear = copyrightYear(page)
        facts.loyalty.articleDate = articleDate(page, kind: facts.kind.kind)
        facts.loyalty.related = relatedGoods(page)
    }

    // MARK: Days for returns

    private func returnDays(_ page: PageView) -> [MeasuredMention] {
        var found: [MeasuredMention] = []
        let spans = ReturnSpans(page)
        for hit in page.hits where hit.group == days && found.count < 10 {
            guard let number = hit.first, (1...365).contains(number), number.rounded() == number,
                !spans.isElsewhere(page.clause(around: hit.range, in: page.sentence(around: hit)), Int(hit.block))
            else { continue }
            let measured = MeasuredMention(page.mention(of: hit), value: number)
            if !found.contains(measured) { found.append(measured) }
        }
        for measured in spans.days() where found.count < 10 {
            if !found.contains(where: { $0.value == measured.value }) { found.append(measured) }
        }
        return found
    }

    // MARK: Freshness

    /// Of a copyright line at the foot of the page.
    private func copyrightYear(_ page: PageView) -> MeasuredMention? {
        let era = page.lexicon.language(page.language.tag)?.era ?? 0
        let blocks = page.document.blocks
        let last = blocks.indices.suffix(40)
        var newest: MeasuredMention?
        for block in blocks.indices {
            guard blocks[block].digits >= 4, blocks[block].region == .footer || block >= last.startIndex,
                blocks[block].text.count <= 1_500
            else { continue }
            guard let (year, range) = CopyrightYear.read(page.document.text[blocks[block].text], era: era) else {
                continue
            }
            if newest.map({ Double(year) > $0.value }) ?? true {
                newest = MeasuredMention(page.mention(around: range, in: block), value: Double(year))
            }
        }
        return newest
    }

    private func articleDate(_ page: PageView, kind: PageKind) -> CalendarDate? {
        var dates = stamps
        if let published = page.structured.datePublished, let date = CalendarDate(iso: Array(published.utf8)[...]) {
            dates.append(date)
        }
        if kind == .article, dates.isEmpty { dates = times }
        return dates.max()
    }

    // MARK: Related goods

    /// A heading that announces them, or a block that says nothing else.
    private func relatedGoods(_ page: PageView) -> Mention? {
        for hit in page.hits where hit.group == recommendations || hit.group == related {
            let block = page.document.blocks[Int(hit.block)]
            if block.headingLevel > 0 || hit.isWholeBlock { return page.mention(of: hit) }
        }
        return nil
    }
}

extension CalendarDate {
    /// The day of an ISO 8601 date or date and time.
    init?(iso text: ArraySlice<UInt8>) {
        let parts = text.trimmed.prefix(10).split(separator: UInt8(ascii: "-"))
        guard parts.count == 3, parts[0].count == 4,
            parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}
