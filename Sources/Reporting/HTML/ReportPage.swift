import Model
import Mustache

/// What the template prints: every value a string, a flag or a list of such, in the order of the page.
struct ReportPage {
    let siteName: String
    let siteURL: String
    let siteLink: String?
    let siteLanguage: String
    let moment: String
    let duration: String
    let version: String
    let score: String
    let letter: String
    let hasScore: Bool
    /// Something could be judged; without, there is nothing to show but why.
    let isAssessed: Bool
    let verdict: String
    let basis: String
    let cap: String?
    let cautions: [String]
    let chart: String
    let categoryRows: [CategoryRow]
    let recommendations: [RecommendationCard]
    let furtherCount: String?
    let opportunities: [RecommendationCard]
    let sections: [CategorySection]
    let reach: [ReachRow]
    let reachBasis: String
    let promises: [PromiseRow]
    let promotions: [PromotionRow]
    let furtherPromotions: String?
    let promotionStock: String?
    let reductions: [ReductionRow]
    let reductionSummary: String?
    /// The section on promotions has something to show.
    let hasPromotions: Bool
    let undecided: [UndecidedRow]
    let notApplicable: [UndecidedRow]
    let unread: [UnreadGroup]
    let pages: [PageLine]
    let pageCount: String
    let options: [OptionRow]
    let weights: String

    /// Recommendations on the first page; the rest follows in the findings.
    static let shownRecommendations = 5

    init(_ result: AuditResult) {
        siteName = Wording.safe(result.site.name, limit: 120)
        siteURL = Wording.safe(result.site.finalURL, limit: 300)
        siteLink = Wording.link(result.site.finalURL)
        siteLanguage = Wording.safe(result.site.language, limit: 20)
        moment = Wording.moment(result.startedAt)
        duration = Wording.duration(result.duration)
        version = result.version
        let card = result.scorecard
        score = Wording.score(card.overall)
        hasScore = card.overall != nil
        isAssessed = !result.checks.isEmpty
        letter = card.letter?.rawValue ?? "–"
        verdict = isAssessed ? ReportPage.verdict(card) : Wording.nothingAssessed
        basis = isAssessed ? ReportPage.basis(result) : ""
        let byID = Dictionary(result.checks.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        cap = card.cappedBy.map { id in
            "The letter is held at C: “\(byID[id]?.heading ?? id.rawValue)” is a critical defect, and it is certain."
        }
        cautions = result.cautions.map { Wording.safe($0) }
        chart = CategoryChart.svg(card.categories)
        categoryRows = card.categories.map(CategoryRow.init)
        let winning = result.recommendations.filter { $0.points > 0 }
        recommendations = winning.prefix(ReportPage.shownRecommendations).enumerated().map {
            RecommendationCard(number: $0.offset + 1, $0.element)
        }
        let further = winning.count - recommendations.count
        furtherCount = further > 0 ? "\(Wording.count(further, "further finding")) below" : nil
        opportunities = result.recommendations.filter { $0.points == 0 }.enumerated().map {
            RecommendationCard(number: $0.offset + 1, $0.element)
        }
        sections = isAssessed ? CategorySection.all(result, checks: byID) : []
        reach = ReachRow.rows(result.reach)
        reachBasis = ReachRow.basis(result.reach)
        promises = PromiseRow.rows(result.promises)
        promotions = PromotionRow.rows(result.promotions)
        furtherPromotions = PromotionRow.more(result.promotions)
        promotionStock = Wording.stock(result.promotions)
        reductions = ReductionRow.rows(result.promotions)
        reductionSummary = ReductionRow.summary(result.promotions)
        hasPromotions = !promotions.isEmpty || promotionStock != nil || reductionSummary != nil
        undecided = UndecidedRow.rows(result.checks, verdict: .undetermined)
        notApplicable = UndecidedRow.rows(result.checks, verdict: .notApplicable)
        unread = UnreadGroup.groups(result)
        pages = result.pages.map(PageLine.init)
        pageCount = Wording.count(result.pages.count, "page")
        options = result.options.sorted { $0.key < $1.key }.map {
            OptionRow(name: Wording.safe($0.key), value: Wording.safe($0.value))
        }
        weights = Category.allCases.map { "\(Wording.name($0)) \(Int($0.weight)) %" }.joined(separator: " · ")
    }

    private static func verdict(_ card: Scorecard) -> String {
        switch card.overall {
        case nil: "There is no score: too little of the shop could be read."
        case .some(90...): "Customers meet little here that would keep them from coming back."
        case .some(75..<90): "A shop worth returning to, with some things that cost it customers."
        case .some(60..<75): "Several things here give customers a reason to shop elsewhere next time."
        case .some(40..<60): "Many customers will not come back to the shop as it is."
        default: "As it is, the shop gives customers little reason to come back."
        }
    }

    private static func basis(_ result: AuditResult) -> String {
        let assessed = result.checks.filter { $0.verdict == .pass || $0.verdict == .fail }.count
        let applicable = assessed + result.checks.filter { $0.verdict == .undetermined }.count
        let known = max(result.coverage.known, result.coverage.assessed)
        return "\(Wording.grouped(result.coverage.assessed)) of \(Wording.count(known, "known page")) read; "
            + "\(assessed) of \(Wording.count(applicable, "applicable check")) decided."
    }
}

extension CheckResult {
    /// What a finding of the check is headed with.
    var heading: String { defect.isEmpty ? title : defect }
}

/// A row of the table behind the chart.
struct CategoryRow {
    let name: String
    let score: String
    let basis: String
    let share: String

    init(_ category: CategoryScore) {
        name = Wording.name(category.category)
        score = category.score == nil ? "not assessed" : Wording.score(category.score)
        let interval = category.interval.map { "; 95 % interval \(Wording.score($0.low))–\(Wording.score($0.high))" }
        basis = "\(category.checksAssessed) of \(Wording.count(category.checksApplicable, "check"))\(interval ?? "")"
        share = category.score == nil ? "–" : "\(Int((category.share * 100).rounded())) %"
    }
}

/// One thing to mend.
struct RecommendationCard {
    let number: Int
    let title: String
    let why: String
    let fix: String
    let points: String
    let effort: String
    let extent: String
    let detail: String?
    let likely: Bool
    let severity: String
    let anchor: String

    init(number: Int, _ r: Recommendation) {
        self.number = number
        title = r.title
        why = r.why
        fix = r.fix
        points = Wording.points(r.points)
        effort = Wording.name(r.effort)
        extent = r.pages == 0 ? "the whole shop" : Wording.count(r.pages, "page")
        detail = r.detail.map { Wording.safe($0) }
        likely = r.confidence == .likely
        severity = r.severity.rawValue
        anchor = r.check.rawValue.replacing("/", with: "-")
    }
}

/// A line of the list of pages. There are as many as pages: their words are made when they are printed, and the
/// template asks by name rather than by reflection, which costs ten times as much.
struct PageLine: MustacheParent {
    private let row: PageRow

    init(_ row: PageRow) { self.row = row }

    func child(named name: String) -> Any? {
        switch name {
        case "url": Wording.safe(row.url, limit: 300)
        case "link": Wording.link(row.url)
        case "kind": Wording.kind(row.kind)
        case "reason": Wording.safe(row.kindReason)
        case "language": Wording.safe(row.language, limit: 12)
        case "template": row.template + 1
        case "status": row.status
        default: nil
        }
    }
}

/// An option that differed from its default.
struct OptionRow {
    let name: String
    let value: String
}
