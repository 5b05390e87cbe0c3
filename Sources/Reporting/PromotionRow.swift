import Model

/// A promotion in plain words.
struct PromotionRow {
    /// A clause of its terms.
    struct Clause {
        let words: String
        let quote: String
    }
    /// What the day or the catalogue says of it.
    struct Line {
        let tone: String
        let words: String
    }

    let kind: String
    let quote: String
    let pages: String
    let url: String
    let link: String?
    let note: String?
    let clauses: [Clause]
    let lines: [Line]

    /// In a report.
    static let limit = 20

    static func rows(_ summary: PromotionSummary) -> [PromotionRow] {
        summary.promotions.prefix(limit).map(PromotionRow.init)
    }

    /// How many more there are; nil for none.
    static func more(_ summary: PromotionSummary) -> String? {
        let rest = summary.promotions.count - limit
        return rest > 0 ? "\(Wording.count(rest, "further promotion")) in the JSON report." : nil
    }

    private init(_ promotion: SitePromotion) {
        kind = Wording.name(promotion.claim.kind)
        quote = Wording.safe(promotion.claim.mention.quote, limit: Mention.quoteLimit)
        pages = "on " + Wording.count(promotion.pages, "page")
        url = Wording.safe(promotion.url, limit: 300)
        link = Wording.link(promotion.url)
        note = promotion.claim.note.map { Wording.safe($0.quote, limit: Mention.quoteLimit) }
        clauses = promotion.conditions.map { condition in
            let sum = condition.amount.map { " \($0.text)" } ?? ""
            return Clause(
                words: Wording.name(condition.kind) + sum,
                quote: Wording.safe(condition.mention.quote, limit: Mention.quoteLimit))
        }
        lines = promotion.feasibility.map { line in
            let doubt = line.confidence == .likely && line.bearing == .breaks ? " (to be confirmed by eye)" : ""
            return Line(tone: PromotionRow.tone(line.bearing), words: Wording.sentence(line.words) + doubt)
        }
    }

    private static func tone(_ bearing: Feasibility.Bearing) -> String {
        switch bearing {
        case .keeps: "good"
        case .limits: "fair"
        case .breaks: "poor"
        case .open: "unknown"
        }
    }
}

/// A reduction with its chart.
struct ReductionRow {
    let name: String
    let url: String
    let link: String?
    let prices: String
    let verdict: String
    let tone: String
    let words: String
    let chart: String

    /// In a report, contradicted ones first.
    static let limit = 12

    static func rows(_ summary: PromotionSummary) -> [ReductionRow] {
        (summary.reductions ?? []).filter(isTelling).prefix(limit).map(ReductionRow.init)
    }

    /// Where nothing could be told, only a history that is worth looking at is shown.
    private static func isTelling(_ judged: JudgedReduction) -> Bool {
        switch judged.verdict {
        case .supported, .contradicted: true
        case .notEnoughHistory, .notCompared: judged.history.runs.reduce(0) { $0 + $1.sightings } >= 5
        }
    }

    /// How all of them came out, in a sentence; nil where there is none.
    static func summary(_ summary: PromotionSummary) -> String? {
        guard let reductions = summary.reductions, !reductions.isEmpty else { return nil }
        let parts = [PriceVerdict.contradicted, .supported, .notEnoughHistory, .notCompared].compactMap { verdict in
            let count = reductions.filter { $0.verdict == verdict }.count
            return count == 0 ? nil : "\(Wording.grouped(count)) \(Wording.share(verdict))"
        }
        return "Of \(Wording.count(reductions.count, "reduced product")): \(parts.joined(separator: ", "))."
    }

    private init(_ judged: JudgedReduction) {
        let history = judged.history
        name = Wording.safe(history.name ?? history.url, limit: 120)
        url = Wording.safe(history.url, limit: 300)
        link = Wording.link(history.url)
        let last = history.runs.last
        prices = last.map { run in "\(run.price.text)\(run.was.map { ", before \($0.text)" } ?? "")" } ?? ""
        let days = judged.verdict == .notEnoughHistory ? " (\(Wording.count(judged.days, "day")))" : ""
        verdict = Wording.name(judged.verdict) + days
        words = Wording.sentence(judged.words)
        chart = PriceChart.svg(judged)
        switch judged.verdict {
        case .supported: tone = "good"
        case .contradicted: tone = "poor"
        case .notEnoughHistory, .notCompared: tone = "unknown"
        }
    }
}

extension Wording {
    /// Safe, with a capital at its beginning.
    static func sentence(_ text: String) -> String {
        let safe = safe(text)
        return safe.prefix(1).uppercased() + safe.dropFirst()
    }

    /// How many of how many promoted goods are out of stock, beside the others; nil where that isn't known.
    static func stock(_ summary: PromotionSummary) -> String? {
        guard let stock = summary.stock else { return nil }
        func share(_ part: Int, _ whole: Int) -> String {
            "\(grouped(part)) of \(grouped(whole)) (\(Int((100 * Double(part) / Double(max(whole, 1))).rounded())) %)"
        }
        let others = stock.others > 0 ? "; of the others \(share(stock.othersOut, stock.others))" : ""
        return
            "Of the reduced products whose stock is shown, \(share(stock.reducedOut, stock.reduced)) cannot be ordered"
            + "\(others)."
    }

    static func share(_ verdict: PriceVerdict) -> String {
        switch verdict {
        case .supported: "supported by earlier prices"
        case .contradicted: "contradicted by them"
        case .notEnoughHistory: "without enough history"
        case .notCompared: "not compared"
        }
    }

    /// What a promotion promises.
    static func name(_ kind: ClaimKind) -> String {
        switch kind {
        case .percentage: "A percentage off"
        case .amount: "An amount off"
        case .upTo: "Up to so much off"
        case .gift: "A gift"
        case .buyNGetM: "Several for the price of fewer"
        case .freeDelivery: "Free delivery"
        case .coupon: "A code"
        case .members: "For members"
        case .clearance: "Clearance"
        case .limitedTime: "For a limited time"
        case .scarcity: "Few left"
        case .activity: "What others do"
        case .sale: "A sale"
        case .freeThing: "Something free"
        }
    }

    /// What a promotion asks for.
    static func name(_ kind: ConditionKind) -> String {
        switch kind {
        case .minimumPurchase: "Only from a sum on:"
        case .minimumQuantity: "Only with several items"
        case .exclusion: "Leaves goods out"
        case .singleReceipt: "All on one receipt"
        case .notCombinable: "Not together with other offers"
        case .fullPriceOnly: "Goods at full price only"
        case .membersOnly: "Members only"
        case .dates: "Between certain days"
        case .subjectToAvailability: "While stocks last"
        case .illiquidGoods: "Display, returned or expiring goods"
        case .organiserMayChange: "The shop may change or end it"
        case .coupon: "With a code"
        }
    }
}
