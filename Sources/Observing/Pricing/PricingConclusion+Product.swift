import Model
import Parsing

/// Whether the page has a product of its own.
extension PricingConclusion {
    /// The page has a product of its own, not just tiles.
    var isProductLike: Bool {
        if !own.isEmpty { return true }
        guard zone.heading != nil else { return false }
        if page.structured.openGraph.isProduct { return true }
        return zone.order != nil && !tiles.contains { !$0.isRelated } || priceByHeading || priceByOrder
    }

    /// An amount by itself right before the one way to order below a heading that the title names, without another
    /// heading beside it: a box to buy from, however far from the heading.
    private var priceByOrder: Bool {
        guard let heading = zone.heading, let block = zone.headingBlock, let order = zone.order, order > heading,
            orders.count + closed.count <= 4,
            title.map({ NameMatch.isShared($0, document.string(of: document.blocks[block])) }) ?? false
        else { return false }
        return spots.contains { spot in
            let standing = document.blocks[spot.block]
            guard spot.node > heading, spot.node < order, order - spot.node <= 160, spot.role == .price,
                spot.amount.nature == .money, spot.amount.money.minor > 0, spot.isAlone || spot.isPriceByItself,
                spot.words.isDisjoint(with: ClassWords.otherAmount), !blockInTile[spot.block],
                standing.region == .main || standing.region == .page, !standing.flags.contains(.inLink)
            else { return false }
            let box = document.subtree(document.commonAncestor(spot.node, order))
            return !tileRoots.contains { box.contains($0) && $0 < order }
                && !document.blocks[block...].dropFirst().prefix(while: { $0.node < order })
                    .contains { $0.headingLevel > 0 && box.contains($0.node) }
        }
    }

    /// An amount by itself close behind a heading, before any tile behind it, and a way to order it, its stock, or an
    /// element that is called a price under a heading that the title names.
    private var priceByHeading: Bool {
        guard let heading = zone.heading, let block = zone.headingBlock else { return false }
        let isNamed = title.map { NameMatch.isShared($0, document.string(of: document.blocks[block])) } ?? false
        let isOrdered = zone.order.map { $0 > heading } ?? false
        guard isOrdered || isNamed || saysStock(behind: block) else { return false }
        let firstTile = tileRoots.first { $0 > heading } ?? .max
        return spots.contains { spot in
            let standing = document.blocks[spot.block]
            guard spot.node > heading, spot.node < firstTile, spot.amount.nature == .money,
                spot.role == .price || spot.words.contains(.price) && spot.isPriceByItself,
                spot.amount.money.minor > 0, spot.isAlone, !spot.words.contains(.filter), spot.block - block <= 40,
                standing.region == .main || standing.region == .page
            else { return false }
            return spot.words.contains(.price)
                || isOrdered && spot.block - block <= 20 && !standing.flags.contains(.inLink)
                    && spot.words.isDisjoint(with: ClassWords.otherAmount)
        }
    }

    /// Words on stock close behind the heading and in no tile.
    private func saysStock(behind heading: Int) -> Bool {
        stockHits().contains { hit in
            let region = document.blocks[hit.block].region
            return hit.block > heading && hit.block - heading <= 40 && hit.length <= 60 && !blockInTile[hit.block]
                && (region == .main || region == .page)
        }
    }
}
