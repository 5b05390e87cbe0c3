/// A shop's promotions as its pages announce them, with what they ask for and what the catalogue says of them.
public struct PromotionSummary: Codable, Sendable, Hashable {
    /// Those on most pages first; at most 40.
    public var promotions: [SitePromotion]
    /// Of goods that are reduced and of the others, how many can be ordered; nil where too little is known.
    public var stock: PromotionStock?
    /// What earlier prices say of reductions, ascending by verdict and URL; nil where none are known.
    public var reductions: [JudgedReduction]?

    /// Each argument becomes the field of its name.
    public init(
        promotions: [SitePromotion] = [], stock: PromotionStock? = nil, reductions: [JudgedReduction]? = nil
    ) {
        self.promotions = promotions
        self.stock = stock
        self.reductions = reductions
    }
}

/// One promotion: what it promises, where, and what it asks for.
public struct SitePromotion: Codable, Sendable, Hashable {
    /// The claim, as the first page in URL order makes it.
    public var claim: Claim
    /// That page, normalised.
    public var url: String
    /// Pages that make it.
    public var pages: Int
    /// The clauses that go with it there, one of a kind and sum; at most 12.
    public var conditions: [Condition]
    /// What it comes to, held against the day and the catalogue.
    public var feasibility: [Feasibility]

    /// Each argument becomes the field of its name.
    public init(
        claim: Claim, url: String, pages: Int, conditions: [Condition] = [], feasibility: [Feasibility] = []
    ) {
        self.claim = claim
        self.url = url
        self.pages = pages
        self.conditions = conditions
        self.feasibility = feasibility
    }
}

/// One thing that the day or the catalogue says of a promotion.
public struct Feasibility: Codable, Sendable, Hashable {
    /// How it bears on the promise.
    public enum Bearing: String, Codable, Sendable, Hashable, CaseIterable {
        case keeps, limits, breaks
        /// What was seen leaves it open.
        case open
    }
    /// How it bears on the promise.
    public var bearing: Bearing
    /// How sure that is: certain where the whole catalogue was seen, or the day tells.
    public var confidence: Confidence
    /// One line of plain text with figures: "0 of 412 products qualify".
    public var words: String

    /// Each argument becomes the field of its name.
    public init(_ bearing: Bearing, _ confidence: Confidence, _ words: String) {
        self.bearing = bearing
        self.confidence = confidence
        self.words = words
    }
}

/// Stock of promoted goods beside that of the others, among those whose availability is known.
public struct PromotionStock: Codable, Sendable, Hashable {
    /// Goods that carry a reduction.
    public var reduced: Int
    /// Of these, those that cannot be ordered.
    public var reducedOut: Int
    /// Goods without one.
    public var others: Int
    /// Of these, those that cannot be ordered.
    public var othersOut: Int

    /// Each argument becomes the field of its name.
    public init(reduced: Int, reducedOut: Int, others: Int, othersOut: Int) {
        self.reduced = reduced
        self.reducedOut = reducedOut
        self.others = others
        self.othersOut = othersOut
    }
}
