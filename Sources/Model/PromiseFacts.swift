/// What a shop promises to everybody, beyond its goods.
public enum PromiseKind: String, Codable, Sendable, Hashable, CaseIterable {
    case answerTime, roundTheClock, freeDelivery, deliveryTime, returnDays, warranty, lowestPrice
}

/// A unit in which shops count time. A working day is kept apart, for it is no fixed number of hours.
public enum TimeUnit: String, Codable, Sendable, Hashable, CaseIterable {
    case minute, hour, day, workday, week, month, year

    /// A month counts 30 days, a year 365, a working day 24 hours: good for telling which of two is longer, not for
    /// dates.
    public var hours: Double {
        switch self {
        case .minute: 1.0 / 60
        case .hour: 1
        case .day, .workday: 24
        case .week: 168
        case .month: 720
        case .year: 8_760
        }
    }
}

/// A length of time as a shop writes it: "2–4 working days".
public struct TimeSpan: Codable, Sendable, Hashable {
    /// The shorter end; the same as `high` where one number is given.
    public var low: Double
    /// The longer end.
    public var high: Double
    /// Of both.
    public var unit: TimeUnit

    /// Each argument becomes the field of its name.
    public init(low: Double, high: Double, unit: TimeUnit) {
        self.low = low
        self.high = high
        self.unit = unit
    }

    /// The longer end, in hours as `TimeUnit.hours` counts them.
    public var hours: Double { high * unit.hours }

    /// In English: "2 to 4 working days".
    public var text: String {
        func number(_ value: Double) -> String {
            value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
        }
        let name = unit == .workday ? "working day" : unit.rawValue
        let count = low == high ? number(high) : "\(number(low)) to \(number(high))"
        return "\(count) \(name)\(high == 1 ? "" : "s")"
    }
}

/// A promise on a page.
public struct Promise: Codable, Sendable, Hashable {
    /// What is promised.
    public var kind: PromiseKind
    /// For an answer, delivery, returns, a warranty: how long; nil where no number could be read.
    public var span: TimeSpan?
    /// For free delivery: from which sum on; nil where none is named.
    public var amount: Money?
    /// Its words.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(kind: PromiseKind, span: TimeSpan? = nil, amount: Money? = nil, mention: Mention) {
        self.kind = kind
        self.span = span
        self.amount = amount
        self.mention = mention
    }
}

/// One promise over all pages of a site: the same kind, length and sum.
public struct SitePromise: Codable, Sendable, Hashable {
    /// What is promised.
    public var kind: PromiseKind
    /// As in `Promise`.
    public var span: TimeSpan?
    /// As in `Promise`.
    public var amount: Money?
    /// The first page in URL order that makes it.
    public var url: String
    /// Its words there.
    public var mention: Mention
    /// Pages that make it.
    public var pages: Int
    /// Of these, pages that speak for the whole shop (no product, list of products or article) and name no other
    /// length or sum for the same thing.
    public var alone: Int
    /// Some page names it beside another length or sum for the same thing, and so tells when which holds.
    public var isExplained: Bool

    /// Each argument becomes the field of its name.
    public init(
        kind: PromiseKind, span: TimeSpan? = nil, amount: Money? = nil, url: String, mention: Mention, pages: Int,
        alone: Int, isExplained: Bool
    ) {
        self.kind = kind
        self.span = span
        self.amount = amount
        self.url = url
        self.mention = mention
        self.pages = pages
        self.alone = alone
        self.isExplained = isExplained
    }
}
