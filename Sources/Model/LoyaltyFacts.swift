/// Reasons to come back that a page shows.
public struct LoyaltyFacts: Codable, Sendable, Hashable {
    /// Customer reviews that can be read on the page.
    public var visibleReviews = 0
    /// The words of the first review.
    public var reviewMention: Mention?
    /// A place or invitation for reviews, even while there are none.
    public var reviewsOffered: Mention?
    /// Single reviews as far as they can be read, in order; at most 40.
    public var reviews: [ReviewFact] = []
    /// Days in which goods can be returned, as the text promises; each with its words.
    public var returnDays: [MeasuredMention] = []
    /// Newest year in a copyright line, with its words (the value is the year).
    public var copyrightYear: MeasuredMention?
    /// Dates of articles: published or modified.
    public var articleDate: CalendarDate?
    /// Goods shown as related, similar or bought together.
    public var related: Mention?

    /// Nothing found.
    public init() {}
}
