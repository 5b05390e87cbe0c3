/// What a page's promotions promise and what they ask for.
public struct PromotionFacts: Codable, Sendable, Hashable {
    /// At most 60.
    public var claims: [Claim] = []
    /// Clauses of terms; at most 100.
    public var conditions: [Condition] = []
    /// Links to terms of promotions.
    public var termsLinks: [Mention] = []
    /// Clocks that run down to an end; at most 20.
    public var countdowns: [Countdown] = []

    /// Nothing found.
    public init() {}
}

/// What kind of thing a promotion promises.
public enum ClaimKind: String, Codable, Sendable, Hashable, CaseIterable {
    case percentage, amount, upTo, gift, buyNGetM, freeDelivery, coupon, members, clearance, limitedTime, scarcity
    case activity, sale, freeThing
}

/// A promise to the customer.
public struct Claim: Codable, Sendable, Hashable {
    /// What is promised.
    public var kind: ClaimKind
    /// Its words.
    public var mention: Mention
    /// 0…100, where one is promised.
    public var percent: Double?
    /// An amount that is promised or asked for in the claim itself, e.g. a free-delivery threshold.
    public var amount: Money?
    /// The mark that promises a note: "*", "**", "†", "¹".
    public var marker: String?
    /// The note that the mark leads to on this page.
    public var note: Mention?
    /// The last day, where one is named with its year or it can be inferred.
    public var until: CalendarDate?
    /// Any date or clock time beside it, even one that could not be read as a day.
    public var namesAnEnd: Bool
    /// Text on the page states terms in the same block, or a link beside it leads to them.
    public var hasTerms: Bool

    /// Each argument becomes the field of its name.
    public init(
        kind: ClaimKind, mention: Mention, percent: Double? = nil, amount: Money? = nil, marker: String? = nil,
        note: Mention? = nil, until: CalendarDate? = nil, namesAnEnd: Bool = false, hasTerms: Bool = false
    ) {
        self.kind = kind
        self.mention = mention
        self.percent = percent
        self.amount = amount
        self.marker = marker
        self.note = note
        self.until = until
        self.namesAnEnd = namesAnEnd
        self.hasTerms = hasTerms
    }
}

/// What a promotion asks for, clause by clause.
public enum ConditionKind: String, Codable, Sendable, Hashable, CaseIterable {
    case minimumPurchase, minimumQuantity, exclusion, singleReceipt, notCombinable, fullPriceOnly, membersOnly, dates
    case subjectToAvailability, illiquidGoods, organiserMayChange, coupon
}

/// One clause of a promotion's terms.
public struct Condition: Codable, Sendable, Hashable {
    /// What it asks for.
    public var kind: ConditionKind
    /// Its words: the sentence, without what stands around it.
    public var mention: Mention
    /// The amount that it names; nil without one.
    public var amount: Money?
    /// How many pieces a minimum quantity asks for, 2…1000; nil where none is told in figures.
    public var count: Int?
    /// The first day of `dates`; nil where none is told with its year.
    public var from: CalendarDate?
    /// The last day of `dates`; nil where none is told with its year.
    public var until: CalendarDate?

    /// Each argument becomes the field of its name.
    public init(
        kind: ConditionKind, mention: Mention, amount: Money? = nil, count: Int? = nil, from: CalendarDate? = nil,
        until: CalendarDate? = nil
    ) {
        self.kind = kind
        self.mention = mention
        self.amount = amount
        self.count = count
        self.from = from
        self.until = until
    }
}
