import Model
import Parsing

/// Chooses the price that a visitor would name among the amounts of a product page.
struct PriceChoice {
    let document: Document
    let zone: ProductZone
    /// Prices that the page's structured data names for the own product, in hundredths.
    let known: Set<Int64>

    /// An amount with what speaks for it.
    struct Candidate {
        var spot: PriceSpot
        var score: Double
    }
    /// Scores closer than this compete.
    private static let margin = 1.5
    private static let bar = 3.0

    /// The price of the page's product with its companions, and why none could be chosen.
    func choose(_ spots: [PriceSpot]) -> (cluster: PriceCluster, ambiguity: String?) {
        let spots = settled(spots)
        let ranked = ranked(spots)
        guard let best = ranked.first else { return (fallback(spots), nil) }
        var rivals = ranked.filter { best.score - $0.score < PriceChoice.margin }
        if rivals.count > 1 {
            let agreed = rivals.filter { known.contains($0.spot.amount.money.hundredths) }
            if agreed.count == 1 { rivals = agreed }
        } else if !known.isEmpty, !known.contains(best.spot.amount.money.hundredths) {
            // What agrees with structured data and stands well is rather the price than the best by a little.
            let agreed = ranked.filter { known.contains($0.spot.amount.money.hundredths) && best.score - $0.score < 4 }
            if agreed.count == 1 { rivals = agreed }
        }
        rivals = withoutNet(rivals)
        rivals.removeAll { isConversion($0.spot, spots) }
        let near = spots.filter { isNear($0, best.spot) }
        if let pair = reduced(ranked.filter { best.score - $0.score < 3 }.map(\.spot), near) { return (pair, nil) }
        var cluster = PriceCluster()
        guard rivals.count == 1, let chosen = rivals.first else {
            let words = rivals.prefix(4).map { $0.spot.amount.money.text }.joined(separator: ", ")
            return (cluster, "several prices stand beside the product: \(words)")
        }
        cluster.price = chosen.spot
        cluster.takeCompanions(spots.filter { isNear($0, chosen.spot) })
        cluster.dropUnlikely()
        if let percent = cluster.percent, cluster.was == nil, !isBeside(percent, chosen.spot) { cluster.percent = nil }
        return (cluster, nil)
    }

    /// Of an amount without and one with value added tax a consumer pays the higher.
    private func withoutNet(_ rivals: [Candidate]) -> [Candidate] {
        guard rivals.count == 2, rivals.contains(where: \.spot.isTaxed) else { return rivals }
        let (a, b) = (rivals[0], rivals[1])
        let (net, gross) = a.spot.amount.money.minor < b.spot.amount.money.minor ? (a, b) : (b, a)
        let rate = Double(gross.spot.amount.money.minor) / Double(net.spot.amount.money.minor) * 100 - 100
        return PriceChoice.taxRates.contains { abs($0 - rate) < 0.1 } ? [gross] : rivals
    }

    /// Percent of value added tax that are in use in Europe, the Caucasus, Central Asia and Thailand.
    private static let taxRates: [Double] = [
        5, 5.5, 7, 7.7, 8, 8.1, 9, 10, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27,
    ]

    /// "19.99 лв (10.22 €)": one price in two currencies, of which the first is asked for.
    private func isConversion(_ spot: PriceSpot, _ spots: [PriceSpot]) -> Bool {
        guard let currency = spot.amount.money.currency else { return false }
        return spots.contains { first in
            guard first.amount.range.upperBound <= spot.amount.range.lowerBound, spot.block - first.block <= 3,
                let other = first.amount.money.currency
            else { return false }
            return other != currency && first.role == .price && first.amount.nature == .money
                && (first.isAlone || first.block == spot.block) && first.amount.money.minor > 0 && isNear(first, spot)
        }
    }

    /// Candidates by score, each amount once. Numbers without currency count only where none with one does.
    private func ranked(_ spots: [PriceSpot]) -> [Candidate] {
        var out: [Candidate] = []
        for spot in spots where spot.role == .price && !spot.amount.isDoubtful && spot.amount.money.minor > 0 {
            let score = score(spot)
            guard score >= PriceChoice.bar else { continue }
            let value = spot.amount.money.hundredths
            if let k = out.firstIndex(where: { $0.spot.amount.money.hundredths == value }) {
                let isBetter = spot.amount.nature == .money && out[k].spot.amount.nature == .bare
                if isBetter || out[k].score < score && spot.amount.nature == out[k].spot.amount.nature {
                    out[k] = Candidate(spot: spot, score: max(score, out[k].score))
                }
            } else {
                out.append(Candidate(spot: spot, score: score))
            }
        }
        if out.contains(where: { $0.spot.amount.nature == .money }) { out.removeAll { $0.spot.amount.nature == .bare } }
        return out.sorted { ($0.score, $1.spot.block) > ($1.score, $0.spot.block) }
    }

    /// "$229<span>99</span>" is 229.99 where structured data says so, and nothing certain otherwise.
    private func settled(_ spots: [PriceSpot]) -> [PriceSpot] {
        spots.map { spot in
            guard spot.amount.isDoubtful else { return spot }
            var cents = spot
            cents.amount.money.minor /= 100
            cents.amount.isDoubtful =
                !known.contains(cents.amount.money.hundredths) || known.contains(spot.amount.money.hundredths)
            return cents.amount.isDoubtful ? spot : cents
        }
    }

    /// Two prices and the percentage between them: the lower one is the price, the higher one the price before.
    private func reduced(_ prices: [PriceSpot], _ near: [PriceSpot]) -> PriceCluster? {
        let percents = near.filter { $0.role == .percent && $0.amount.value >= 3 && $0.amount.value < 96 }
        for low in prices where !percents.isEmpty {
            let others = (prices + near.filter { $0.isFormer && !$0.amount.isDoubtful })
                .filter { $0.amount.money.minor > low.amount.money.minor && isNear($0, low) }
            for high in others where high.amount.money.currency == low.amount.money.currency {
                let share = 100 * (1 - Double(low.amount.money.minor) / Double(high.amount.money.minor))
                guard let percent = percents.first(where: { abs($0.amount.value - share) <= 1 }) else { continue }
                var cluster = PriceCluster()
                (cluster.price, cluster.was, cluster.percent) = (low, high, percent)
                if case .was(let kind) = high.role { cluster.wasKind = kind } else { cluster.wasKind = .unknown }
                return cluster
            }
        }
        return nil
    }

    /// A price with a class such as "regular", or one for a unit, and no other amount near.
    private func fallback(_ spots: [PriceSpot]) -> PriceCluster {
        var cluster = PriceCluster()
        let olds = spots.filter {
            guard case .was(.unknown) = $0.role else { return false }
            return !$0.isStruck && score($0) >= PriceChoice.bar + 2
        }
        // What is sold by the piece, kilo or metre has no other price.
        let units = spots.filter { $0.role == .unit && $0.isAlone && score($0) >= PriceChoice.bar + 2 }
        if olds.isEmpty, let first = units.first, Set(units.map(\.amount.money)).count == 1 { cluster.price = first }
        guard !spots.contains(where: { $0.role == .percent && $0.amount.sign < 0 }) else { return cluster }
        if let first = olds.first, Set(olds.map(\.amount.money)).count == 1 { cluster.price = first }
        return cluster
    }

    private func score(_ spot: PriceSpot) -> Double {
        let block = document.blocks[spot.block]
        var score = 0.0
        switch block.region {
        case .header, .navigation, .footer, .dialog: return -10
        case .aside: score -= 2
        default: break
        }
        if spot.words.contains(.price) { score += 2.5 }
        if spot.ownWords.contains(.price) { score += 0.5 }
        if spot.ownWords.contains(.now) { score += 1 }
        if zone.scopes.contains(where: { $0.contains(spot.node) }), isPriceProperty(spot.node) { score += 3 }
        if let area = zone.area { score += area.contains(spot.node) ? 2 : -1 }
        if let heading = zone.headingBlock {
            let distance = spot.block - heading
            switch distance {
            case 0...12: score += 2
            case 13...40: score += 1
            case ..<(-25): score -= 2
            case ..<0: score -= 0.5
            case 150...: score -= 2
            default: break
            }
        }
        if let order = zone.order {
            if abs(order - spot.node) < 120 { score += 1 }
            if let heading = zone.heading, heading < spot.node, spot.node < order { score += 1 }
        }
        if spot.isAlone { score += 1 } else if block.text.count > 120 { score -= 3 }
        if spot.amount.nature == .bare { score -= spot.ownWords.contains(.price) && spot.isAlone ? 1.5 : 8 }
        if spot.amount.nature == .bare, !spot.amount.isStyled { score -= isYear(spot.amount) ? 8 : 0.5 }
        if block.headingLevel > 0, block.headingLevel < 4 { score += 0.5 }
        if spot.isLabelled { score += 1.5 }
        if spot.isTier { score -= 2 }
        if spot.isTaxed { score -= 1 }
        if block.flags.contains(.inLink) { score -= 2.5 }
        if block.flags.contains(.collapsed) { score -= 3 }
        if block.flags.contains(.inTable), !spot.words.contains(.price) { score -= 1 }
        if !spot.words.isDisjoint(with: [.related, .review]) { score -= 3 }
        if !spot.words.isDisjoint(with: ClassWords.otherAmount) { score -= 2.5 }
        if spot.words.contains(.option) { score -= 1 }
        return score
    }

    private func isYear(_ amount: Amount) -> Bool { amount.value >= 1_990 && amount.value <= 2_040 }

    private func isPriceProperty(_ node: Int) -> Bool {
        var at = node
        for _ in 0..<4 where at >= 0 {
            if let property = document.attribute(.itemprop, of: at) ?? document.attribute(.property, of: at) {
                return property.has("price")
            }
            at = Int(document.nodes[at].parent)
        }
        return false
    }

    /// Close enough in the tree to speak of the same price.
    private func isNear(_ spot: PriceSpot, _ price: PriceSpot) -> Bool {
        if spot.block == price.block { return true }
        guard abs(spot.block - price.block) <= 8 else { return isInPicture(spot) }
        let common = document.commonAncestor(spot.node, price.node)
        return document.subtree(common).count <= 160 || zone.area?.contains(spot.node) == true
    }

    /// In the same small element.
    private func isBeside(_ spot: PriceSpot, _ price: PriceSpot) -> Bool {
        spot.block == price.block || document.subtree(document.commonAncestor(spot.node, price.node)).count <= 30
    }

    /// A percentage on the product's picture.
    private func isInPicture(_ spot: PriceSpot) -> Bool {
        spot.role == .percent && spot.isAlone && !spot.words.isDisjoint(with: [.badge, .save])
            && zone.area?.contains(spot.node) == true
    }
}
