/// The six parts of a shop that the GetGoodRank assessment graded.
public enum Category: String, Codable, Sendable, CaseIterable, Hashable {
    case navigation, readability, pricing, contact, promotions, loyalty

    /// The category's share of the overall score, in percent; the six add up to 100 and are renormalised over
    /// those that have a score (CHECKS catalogue, "From outcomes to a score").
    public var weight: Double {
        switch self {
        case .pricing: 25
        case .contact, .promotions: 20
        case .navigation: 15
        case .readability, .loyalty: 10
        }
    }
}

/// How much a failed check costs: the weight it has in its category.
public enum Severity: String, Codable, Sendable, CaseIterable, Hashable {
    case critical, major, minor, informative

    /// Points of weight: critical 8, major 4, minor 1, informative 0.
    public var weight: Double {
        switch self {
        case .critical: 8
        case .major: 4
        case .minor: 1
        case .informative: 0
        }
    }
}

/// How much work mending takes, as the owner would reckon it.
public enum Effort: String, Codable, Sendable, CaseIterable, Hashable {
    /// An hour or less, in the shop's own settings.
    case small
    /// A day, or somebody who knows the theme.
    case medium
    /// A project.
    case large

    /// What recommendations are divided by when they are ranked: small 1, medium 2, large 4.
    public var cost: Double {
        switch self {
        case .small: 1
        case .medium: 2
        case .large: 4
        }
    }
}
