import Model

/// The groups of terms that promotions are told by.
struct PromotionTerms {
    let until: TermGroup?
    let terms: TermGroup?
    let freeDelivery: TermGroup?
    let availability: TermGroup?
    let minimumPurchase: TermGroup?
    let exclusion: TermGroup?
    /// Words for delivery and its cost.
    let deliveries: [TermGroup]
    /// "Sale" as a page's name, which a badge bears as well.
    let salePage: TermGroup?
    /// By the groups' numbers; both are asked of every hit.
    private let claims: [ClaimKind?]
    private let conditions: [ConditionKind?]
    private let parts: [ClauseParts]

    static let all = PromotionTerms()

    private init() {
        until = TermGroup("promo.until")
        terms = TermGroup("promo.terms")
        freeDelivery = TermGroup("promo.freeDelivery")
        availability = TermGroup("condition.subjectToAvailability")
        minimumPurchase = TermGroup("condition.minimumPurchase")
        exclusion = TermGroup("condition.exclusion")
        deliveries = ["topic.delivery", "reading.delivered", "price.delivery"].compactMap { TermGroup($0) }
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
        var parts = [ClauseParts](repeating: [], count: TermGroups.all.count)
        for (part, names) in ClauseParts.groups {
            for name in names { if let group = TermGroup(name) { parts[Int(group.rawValue)].formUnion(part) } }
        }
        self.parts = parts
    }

    /// What a term announces; `.percentage` stands for any discount.
    func claim(_ group: TermGroup) -> ClaimKind? {
        Int(group.rawValue) < claims.count ? claims[Int(group.rawValue)] : nil
    }

    func condition(_ group: TermGroup) -> ConditionKind? {
        Int(group.rawValue) < conditions.count ? conditions[Int(group.rawValue)] : nil
    }

    /// What a term adds to the sense of its sentence.
    func part(_ group: TermGroup) -> ClauseParts {
        Int(group.rawValue) < parts.count ? parts[Int(group.rawValue)] : []
    }
}
