import Model

/// Addresses of one shape: what was taken of them and what it turned out to be.
struct PageRecord {
    /// Addresses that came.
    var known = 0
    /// Asked for, whether it has been answered or not.
    var taken = 0
    private(set) var answered = 0
    /// Brought a template or a kind of page that wasn't known.
    private(set) var fresh = 0
    /// Were the same page as another one, or led to one.
    private(set) var repeats = 0
    /// Showed goods side by side.
    private(set) var listings = 0
    /// Were goods, or showed them side by side.
    private(set) var goods = 0
    /// What the kinds of those that answered are worth, added up.
    private var worth = 0.0
    /// Of the last one that was a page.
    private(set) var template: Int?

    var meanWorth: Double { share(worth) }
    var goodsShare: Double { share(Double(goods)) }
    var listingShare: Double { share(Double(listings)) }
    /// Nothing but the same pages came: no more is asked for.
    var isSpent: Bool { answered >= 8 && repeats * 10 >= answered * 9 }

    private func share(_ part: Double) -> Double { answered == 0 ? 0 : part / Double(answered) }

    mutating func learn(_ kind: PageKind?, template: Int?, isFresh: Bool, isRepeat: Bool) {
        answered += 1
        if isFresh { fresh += 1 }
        if isRepeat { repeats += 1 }
        if kind == .listing { listings += 1 }
        if kind == .product || kind == .listing { goods += 1 }
        worth += Self.worth(of: kind)
        self.template = template ?? self.template
    }

    /// What an audit learns of a page of a kind, and what it leads on to.
    private static func worth(of kind: PageKind?) -> Double {
        switch kind {
        case .product: 8
        case .listing: 6
        case nil: 1
        case .article: 0.5
        case .account, .cart, .checkout, .search: 0.3
        case .other: 0.1
        default: 1
        }
    }
}
