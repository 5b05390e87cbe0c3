import Model

/// The groups of terms that promotions are told by.
struct PromotionTerms {
    let until: TermGroup?
    let terms: TermGroup?
    let freeDelivery: TermGroup?
    let availability: TermGroup?
    let minimumPurchase: TermGroup?
    /// "Sale" as a page's name, which a badge bears as well.
    let salePage: TermGroup?
    /// By the groups' numbers; both are asked of every hit.
    private let claims: [ClaimKind?]
    private let conditions: [ConditionKind?]

    static let all = PromotionTerms()

    private init() {
        until = TermGroup("promo.until")
        terms = TermGroup("promo.terms")
        freeDelivery = TermGroup("promo.freeDelivery")
        availability = TermGroup("condition.subjectToAvailability")
        minimumPurchase = TermGroup("condition.minimumPurchase")
        salePage = TermGroup("page.promotion")
        let kinds: [(String, ClaimKind)] = [
            ("discount", .percentage), ("upTo", .upTo), ("gift", .gift), ("buyGet", .buyNGetM),
            ("freeDelivery", .freeDelivery),
            ("coupon", .coupon), ("members", .members), ("clearance", .clearance), ("limited", .limitedTime),
            ("scarcity", .scarcity), ("activity", .activity), ("sale", .sale), ("free", .freeThing),
        ]
        var claims = [ClaimKind?](repeating: nil, count: TermGroups.all.count)
        for (name, kind) in kinds { if let group = TermGroup("promo." + name) { claims[Int(group.rawValue)] = kind } }
        self.claims = claims
        var conditions = [ConditionKind?](repeating: nil, count: TermGroups.all.count)
        for kind in ConditionKind.allCases {
            if let group = TermGroup("condition." + kind.rawValue) { conditions[Int(group.rawValue)] = kind }
        }
        self.conditions = conditions
    }

    /// What a term announces; `.percentage` stands for any discount.
    func claim(_ group: TermGroup) -> ClaimKind? {
        Int(group.rawValue) < claims.count ? claims[Int(group.rawValue)] : nil
    }

    func condition(_ group: TermGroup) -> ConditionKind? {
        Int(group.rawValue) < conditions.count ? conditions[Int(group.rawValue)] : nil
    }
}
