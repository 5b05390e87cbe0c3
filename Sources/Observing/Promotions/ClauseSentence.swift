import Model

/// A sentence with all that tells clauses in it.
struct ClauseSentence {
    /// Bytes of the page's text, without space around them.
    let range: Range<Int>
    let block: Int
    let hits: [TermHit]
    let parts: ClauseParts
    /// Clauses by whole phrases, with the first that tells each.
    let phrases: [ConditionKind: TermHit]
    /// The page, the block or a claim near by is about a promotion.
    let isNearPromotion: Bool
    /// What is left out is the cost of delivery, of a sum: "minimum order 75 € (excluding postage)".
    let isOfDelivery: Bool
    /// Where goods are shown or sold: there "offer" and "sale" are everyday words, and only what stands beside a claim is
    /// one of its clauses.
    let isAmongGoods: Bool

    /// The sentence is about a promotion: by its own words, or by what stands around it where it has no other topic.
    var isAboutPromotion: Bool {
        if isAmongGoods { return isNearPromotion && !parts.contains(.otherTopic) }
        return parts.contains(.promotion) || isNearPromotion && !parts.contains(.otherTopic)
    }

    func has(_ all: ClauseParts...) -> Bool { all.allSatisfy { parts.contains($0) } }

    /// "Only for members", "cardholders save"; a discount of members that another can't be combined with is none.
    private var isOfMembers: Bool {
        has(.members, .only) || has(.members, .promotion) && parts.isDisjoint(with: [.without, .uncombined])
    }

    /// The kinds of clauses that the sentence holds; minimums and dates, which need figures, apart.
    var kinds: [ConditionKind] {
        ConditionKind.allCases.filter { kind in
            if kind == .exclusion, isOfDelivery { return false }
            // "Refurbished goods are excluded"
            if kind == .illiquidGoods, has(.without) { return false }
            return phrases[kind] != nil && isPhraseEnough(kind) || isAboutPromotion && isTold(kind)
                // "Customer returns" are goods here, and another topic elsewhere.
                || kind == .illiquidGoods && isNearPromotion && parts.contains(.illiquid)
        }
    }

    /// Some phrases are of promotions alone; others are common words that count beside one.
    private func isPhraseEnough(_ kind: ConditionKind) -> Bool {
        switch kind {
        case .notCombinable, .fullPriceOnly, .coupon: parts.contains(.promotion) || !parts.contains(.otherTopic)
        default: isAboutPromotion
        }
    }

    /// By the parts of the sentence together.
    private func isTold(_ kind: ConditionKind) -> Bool {
        switch kind {
        case .exclusion: has(.without)
        case .fullPriceOnly: has(.without, .reduced) || has(.fullPrice)
        case .notCombinable: has(.uncombined)
        case .singleReceipt: has(.oneOrder) && !has(.uncombined)
        case .membersOnly: isOfMembers
        case .coupon: has(.code, .enter)
        case .subjectToAvailability: has(.limited)
        case .illiquidGoods: has(.illiquid)
        // "Prices may change" and "we may change these terms of use" are about no promotion.
        case .organiserMayChange: has(.entitled, .change) && (has(.promotion) || has(.rules))
        case .minimumPurchase, .minimumQuantity, .dates: false
        }
    }
}
