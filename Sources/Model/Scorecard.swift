/// The scores of an audit and what they rest on.
public struct Scorecard: Codable, Sendable, Hashable {
    /// 0…100; nil where no category has a score.
    public var overall: Double?
    /// A to F; nil without a score.
    public var letter: Letter?
    /// The check whose certain critical failure holds the letter down to C; nil where nothing does.
    public var cappedBy: CheckID?
    /// All six, in the order of `Category.allCases`.
    public var categories: [CategoryScore]

    /// Each argument becomes the field of its name.
    public init(overall: Double?, letter: Letter?, cappedBy: CheckID?, categories: [CategoryScore]) {
        self.overall = overall
        self.letter = letter
        self.cappedBy = cappedBy
        self.categories = categories
    }
}

/// A 90 or more, B 80, C 70, D 60, E 50, F below; by the whole number that is shown, or 80 would be a B here and a C there.
public enum Letter: String, Codable, Sendable, CaseIterable {
    case a = "A", b = "B", c = "C", d = "D", e = "E", f = "F"

    /// - Parameter score: 0…100.
    public init(score: Double) {
        self =
            switch score.rounded() {
            case 90...: .a
            case 80..<90: .b
            case 70..<80: .c
            case 60..<70: .d
            case 50..<60: .e
            default: .f
            }
    }
}

/// A category's score with its basis.
public struct CategoryScore: Codable, Sendable, Hashable {
    /// Which of the six.
    public var category: Category
    /// 0…100; nil where nothing was assessed.
    public var score: Double?
    /// The category's share of the overall score after renormalising, 0…1; 0 without a score.
    public var share: Double
    /// Checks that passed or failed.
    public var checksAssessed: Int
    /// Checks that had a subject here: assessed and undetermined.
    public var checksApplicable: Int
    /// Pages read and judged.
    public var pagesAssessed: Int
    /// Pages of the site that are known.
    public var pagesKnown: Int
    /// 95 % Wilson score interval of the score where the crawl was a sample; nil otherwise. 0…100 each.
    public var interval: Interval?

    /// Each argument becomes the field of its name.
    public init(
        category: Category, score: Double?, share: Double, checksAssessed: Int, checksApplicable: Int,
        pagesAssessed: Int, pagesKnown: Int, interval: Interval?
    ) {
        self.category = category
        self.score = score
        self.share = share
        self.checksAssessed = checksAssessed
        self.checksApplicable = checksApplicable
        self.pagesAssessed = pagesAssessed
        self.pagesKnown = pagesKnown
        self.interval = interval
    }
}

/// Two bounds, `low` ≤ `high`.
public struct Interval: Codable, Sendable, Hashable {
    /// The lower bound.
    public var low: Double
    /// The upper bound.
    public var high: Double

    /// Each argument becomes the field of its name.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

/// Something to mend, and what it wins.
public struct Recommendation: Codable, Sendable, Hashable {
    /// The check that failed.
    public var check: CheckID
    /// What is wrong, in words; the healthy state where no points are to be won.
    public var title: String
    /// What customers meet.
    public var why: String
    /// What to do.
    public var fix: String
    /// How much the failure costs in its category.
    public var severity: Severity
    /// How much work mending takes.
    public var effort: Effort
    /// Certain where any finding is.
    public var confidence: Confidence
    /// Points of the overall score, 0…100, that mending everywhere would add.
    public var points: Double
    /// Pages affected; 0 for the site as a whole.
    public var pages: Int
    /// The finding's own figures in a line; nil where there are none.
    public var detail: String?

    /// Each argument becomes the field of its name.
    public init(
        check: CheckID, title: String, why: String, fix: String, severity: Severity, effort: Effort,
        confidence: Confidence, points: Double, pages: Int, detail: String?
    ) {
        self.check = check
        self.title = title
        self.why = why
        self.fix = fix
        self.severity = severity
        self.effort = effort
        self.confidence = confidence
        self.points = points
        self.pages = pages
        self.detail = detail
    }
}
