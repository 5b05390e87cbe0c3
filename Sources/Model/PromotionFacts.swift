/// What a page's promotions promise and what they ask for.
public struct PromotionFacts: Codable, Sendable, Hashable {
    /// At most 60.
    public var claims: [Claim] = []
    /// Clauses of terms; at most 100.
    public var conditions: [Condition] = []
    /// What pictures announce by their alternative text; at most 20.
    public var pictured: [Claim] = []
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

/// Where the note is that a mark such as an asterisk promises.
public enum NoteState: String, Codable, Sendable, Hashable, CaseIterable {
    /// On the page, open.
    case onPage
    /// On the page, in something that has to be opened: an accordion, a layer, a tooltip.
    case collapsed
    /// A link leads to another page.
    case otherPage
    /// A link leads to a file, such as a PDF.
    case file
    /// Neither a note nor a link was found.
    case nowhere
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
    /// Where that note is; nil without a mark.
    public var noteState: NoteState?
    /// Blocks of text between the claim and its note on the page, 0 for the same one.
    public var noteDistance: Int?
    /// The address, as written, of a page or file that may hold the note.
    public var noteLink: String?
    /// The mark itself is that link, so that the note is there for certain.
    public var leadsByMark = false
    /// Clauses of the note, in the order of their kinds.
    public var takesBack: [ConditionKind] = []
    /// The address, as written, of the link that the claim stands in; nil outside of links.
    public var link: String?
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
