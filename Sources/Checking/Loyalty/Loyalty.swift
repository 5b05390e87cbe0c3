import Model

extension Registry {
    static let loyalty: [RegisteredCheck] = [
        RegisteredCheck(AboutMissing.self),
        RegisteredCheck(AccountMissing.self),
        RegisteredCheck(ContradictoryPromises.self),
        RegisteredCheck(DeliveryTimeUnstated.self),
        RegisteredCheck(FeedbackMissing.self),
        RegisteredCheck(GuidesMissing.self),
        RegisteredCheck(GuidesStale.self),
        RegisteredCheck(NewsletterMissing.self),
        RegisteredCheck(NewsletterValueUnstated.self),
        RegisteredCheck(ProgrammeMissing.self),
        RegisteredCheck(RatingWithoutReviews.self),
        RegisteredCheck(RecommendationsMissing.self),
        RegisteredCheck(ReturnsMissing.self),
        RegisteredCheck(ReturnsShort.self),
        RegisteredCheck(ReviewsMissing.self),
        RegisteredCheck(ReviewsTooPerfect.self),
        RegisteredCheck(StaleFooter.self),
        RegisteredCheck(WarrantyMissing.self),
    ]
}

struct AboutMissing: SignCheck {
    static let id = CheckID(.loyalty, "about-missing")
    let settings: SignSettings
}

struct AccountMissing: SignCheck {
    static let id = CheckID(.loyalty, "account-missing")
    let settings: SignSettings
}

struct DeliveryTimeUnstated: SignCheck {
    static let id = CheckID(.loyalty, "delivery-time-unstated")
    let settings: SignSettings
}

struct FeedbackMissing: SignCheck {
    static let id = CheckID(.loyalty, "feedback-missing")
    let settings: SignSettings
}

struct GuidesMissing: SignCheck {
    static let id = CheckID(.loyalty, "guides-missing")
    let settings: SignSettings
}

struct NewsletterMissing: SignCheck {
    static let id = CheckID(.loyalty, "newsletter-missing")
    let settings: SignSettings
}

struct ProgrammeMissing: SignCheck {
    static let id = CheckID(.loyalty, "programme-missing")
    let settings: SignSettings
}

struct ReturnsMissing: SignCheck {
    static let id = CheckID(.loyalty, "returns-missing")
    let settings: SignSettings
}

struct WarrantyMissing: SignCheck {
    static let id = CheckID(.loyalty, "warranty-missing")
    let settings: SignSettings
}
