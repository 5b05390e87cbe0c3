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
        var cluster = PriceCluster()
        var ranked: [Candidate] = []
        for spot in spots where spot.role == .price && !spot.amount.isDoubtful && spot.amount.money.minor > 0 {
            let score = score(spot)
            guard score >= PriceChoice.bar else { continue }
            if let k = ranked.firstIndex(where: { $0.spot.amount.money == spot.amount.money }) {
                if ranked[k].score < score { ranked[k] = Candidate(spot: spot, score: score) }
            } else {
                ranked.append(Candidate(spot: spot, score: score))
            }
        }
        ranked.sort { ($0.score, $1.spot.block) > ($1.score, $0.spot.block) }
        guard let best = ranked.first else {
            return (fallback(spots), nil)
        }
        var rivals = ranked.filter { best.score - $0.score < PriceChoice.margin }
        if rivals.count > 1 {
            let agreed = rivals.filter { known.contains($0.spot.amount.money.hundredths) }
            if agreed.count == 1 { rivals = agreed }
        } else if !known.isEmpty, !known.contains(best.spot.amount.money.hundredths) {
            // What agrees with structured data and stands well is rather the price than the best by a little.
            let agreed = ranked.filter { known.contains($0.spot.amount.money.hundredths) && best.score - $0.score < 4 }
            if agreed.count == 1 { rivals = agreed }
        }
        guard rivals.count == 1, let chosen = rivals.first else {
            let words = rivals.prefix(4).map { $0.spot.amount.money.text }.joined(separator: ", ")
            return (cluster, "several prices stand beside the product: \(words)")
        }
        cluster.price = chosen.spot
        let near = spots.filter { isNear($0, chosen.spot) }
        cluster.takeCompanions(near)
        return (cluster, nil)
    }

    /// A price with a class such as "regular" and no other amount near.
    private func fallback(_ spots: [PriceSpot]) -> PriceCluster {
        var cluster = PriceCluster()
        let olds = spots.filter {
            guard case .was(.unknown) = $0.role else { return false }
            return !$0.isStruck && score($0) >= PriceChoice.bar + 2
        }
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
        if let order = zone.order, abs(order - spot.node) < 120 { score += 1 }
        if spot.isAlone { score += 1 } else if block.text.count > 120 { score -= 3 }
        if spot.amount.nature == .bare { score -= spot.words.contains(.price) ? 1.5 : 6 }
        if spot.amount.nature == .bare, !spot.amount.isStyled { score -= 0.5 }
        if block.headingLevel > 0, block.headingLevel < 4 { score += 0.5 }
        if spot.isLabelled { score += 1.5 }
        if block.flags.contains(.inLink) { score -= 2.5 }
        if block.flags.contains(.collapsed) { score -= 3 }
        if block.flags.contains(.inTable), !spot.words.contains(.price) { score -= 1 }
        if !spot.words.isDisjoint(with: [.related, .review]) { score -= 3 }
        if !spot.words.isDisjoint(with: ClassWords.otherAmount) { score -= 2.5 }
        if spot.words.contains(.option) { score -= 1 }
        return score
    }

    private func isPriceProperty(_ node: Int) -> Bool {
        var at = node
        for _ in 0..<4 where at >= 0 {
            if let property = document.attribute(.itemprop, of: at) ?? document.attribute(.property, of: at) {
                return property.containsFolded("price")
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

    /// A percentage on the product's picture.
    private func isInPicture(_ spot: PriceSpot) -> Bool {
        spot.role == .percent && spot.isAlone && !spot.words.isDisjoint(with: [.badge, .save])
            && zone.area?.contains(spot.node) == true
    }
}
