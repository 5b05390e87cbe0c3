import Model

/// Holds promotions against the day and the catalogue.
struct PromotionFeasibility {
    /// A product's price as far as a promotion's sums need it.
    private struct Item {
        var price: Money
        var reduction: Double?
        var isOrderable: Bool?
    }

    private let items: [Item]
    private let today: CalendarDate
    private let confidence: Confidence
    private let isSample: Bool
    /// Fewer goods say nothing of a shop.
    private static let fewest = 5

    init(_ site: SiteFacts) {
        let own = site.products.compactMap { product -> Item? in
            guard let offer = product.visible ?? product.structured.first else { return nil }
            return PromotionFeasibility.item(offer, product.availability)
        }
        let listed = site.listed.compactMap { product in
            product.tiles.first.flatMap { PromotionFeasibility.item($0.offer, $0.offer.availability) }
        }
        items = own + listed
        today = site.today
        isSample = site.coverage.isSample
        confidence = isSample ? .likely : .certain
    }

    private static func item(_ offer: OfferSummary, _ availability: Availability?) -> Item? {
        guard let price = offer.price, price.minor > 0 else { return nil }
        return Item(
            price: price, reduction: Reduction.percent(from: offer.was, to: offer.price, high: offer.highPrice),
            isOrderable: (availability ?? offer.availability)?.isOrderable)
    }

    /// What the day and the catalogue say of a promotion.
    func judged(_ promotion: SitePromotion) -> [Feasibility] {
        day(promotion) + minimum(promotion) + reductions(promotion)
    }

    // MARK: The day

    private func day(_ promotion: SitePromotion) -> [Feasibility] {
        guard let until = promotion.claim.until else {
            guard promotion.claim.kind == .limitedTime, !promotion.claim.namesAnEnd else { return [] }
            return [Feasibility(.limits, .likely, "no last day is named")]
        }
        let left = until.dayNumber - today.dayNumber
        // Somewhere it may still be that day.
        guard left < -1 else {
            return [
                Feasibility(
                    .keeps, .certain, left <= 0 ? "ends today" : "\(Count.days(left)) left, until \(until.text)")
            ]
        }
        // A year that stands in the words wasn't inferred.
        let isSure = promotion.claim.mention.quote.contains(String(until.year))
        return [Feasibility(.breaks, isSure ? .certain : .likely, "ended \(Count.days(-left)) ago, on \(until.text)")]
    }

    // MARK: The sums

    /// Which goods reach a minimum by themselves, and how many have to be bought where none does.
    private func minimum(_ promotion: SitePromotion) -> [Feasibility] {
        let sums = promotion.conditions.compactMap { $0.kind == .minimumPurchase ? $0.amount : nil }
        let own =
            [.freeDelivery, .gift].contains(promotion.claim.kind) ? [promotion.claim.amount].compactMap { $0 } : []
        guard let sum = (own + sums).first, sum.minor > 0 else { return [] }
        let priced = items.filter { $0.price.currency == sum.currency || sum.currency == nil }
            .map { $0.price.hundredths }
        guard priced.count >= PromotionFeasibility.fewest, let dearest = priced.max() else { return [] }
        let enough = priced.filter { $0 >= sum.hundredths }.count
        let currency = sum.currency ?? items.first?.price.currency
        let needed = Money(minor: sum.minor, currency: currency).text
        let goods = "\(enough) of \(goods(priced.count))"
        guard enough == 0 else { return [Feasibility(.keeps, confidence, "\(goods) reach \(needed) by themselves")] }
        let pieces = (sum.hundredths + dearest - 1) / dearest
        let price = items.first { $0.price.hundredths == dearest }?.price.text ?? ""
        return [
            Feasibility(
                .limits, confidence,
                "\(goods) reach \(needed) by themselves: the dearest costs \(price), so it takes at least \(pieces)")
        ]
    }

    /// How many goods carry what is announced.
    private func reductions(_ promotion: SitePromotion) -> [Feasibility] {
        guard let percent = promotion.claim.percent, [.percentage, .upTo].contains(promotion.claim.kind),
            items.count >= PromotionFeasibility.fewest,
            !promotion.conditions.contains(where: { [.coupon, .membersOnly].contains($0.kind) })
        else { return [] }
        let reduced = items.compactMap(\.reduction)
        let reaching = reduced.filter { $0 >= percent - 1 }.count
        let figure = GenericCheck.format(percent)
        if promotion.claim.kind == .upTo {
            guard !reduced.isEmpty else {
                return [Feasibility(.open, confidence, "no price before stands beside any of \(goods(items.count))")]
            }
            return [
                Feasibility(
                    reaching == 0 ? .breaks : .keeps, .likely,
                    "\(reaching) of \(reduced.count) reduced products seen reach \(figure) %")
            ]
        }
        guard reaching > 0 else {
            return [
                Feasibility(
                    .open, confidence,
                    "0 of \(goods(items.count)) carry a reduction of \(figure) %: it may come off in the cart, or has to be asked for"
                )
            ]
        }
        return [
            Feasibility(.open, confidence, "\(reaching) of \(goods(items.count)) are reduced by \(figure) % or more")
        ]
    }

    private func goods(_ count: Int) -> String {
        "\(count) products" + (isSample ? " seen" : "")
    }

    // MARK: Stock

    /// Nil under five reduced goods of known availability.
    var stock: PromotionStock? {
        let known = items.filter { $0.isOrderable != nil }
        let reduced = known.filter { $0.reduction != nil }
        let others = known.filter { $0.reduction == nil }
        guard reduced.count >= PromotionFeasibility.fewest else { return nil }
        func out(_ items: [Item]) -> Int { items.filter { $0.isOrderable == false }.count }
        return PromotionStock(
            reduced: reduced.count, reducedOut: out(reduced), others: others.count, othersOut: out(others))
    }
}

/// Numbers of things in words.
enum Count {
    static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension CheckCatalogue {
    /// The shop's promotions, held against the day, the catalogue and earlier prices.
    public func promotions(of site: SiteFacts) -> PromotionSummary {
        let feasibility = PromotionFeasibility(site)
        let promotions = site.promotions.prefix(40).map { promotion in
            var judged = promotion
            judged.feasibility = feasibility.judged(promotion)
            return judged
        }
        let order = [PriceVerdict.contradicted, .supported, .notEnoughHistory, .notCompared]
        let reductions = site.histories == nil ? nil : reductions(of: site)
        return PromotionSummary(
            promotions: Array(promotions), stock: feasibility.stock,
            reductions: reductions?.sorted {
                (order.firstIndex(of: $0.verdict) ?? 0, $0.history.url) < (
                    order.firstIndex(of: $1.verdict) ?? 0, $1.history.url
                )
            })
    }
}
