import Model

extension PageFacts {
    /// Claims that announce a promotion, as opposed to the price of one product: those not read from the price of a
    /// product or tile, and not a mere figure on a badge.
    var announcements: [Claim] {
        promotions.claims.filter { claim in
            guard claim.mention.region != .navigation, claim.mention.region != .structuredData else { return false }
            return hasTwoWords(claim.mention.quote) && !isPrice(claim.mention.quote)
        }
    }

    /// The very words of a price on the page. Tiles are many and large: they are read in place.
    private func isPrice(_ quote: String) -> Bool {
        func isOf(_ offer: borrowing Offer) -> Bool {
            offer.mention.quote == quote || offer.wasMention?.quote == quote || offer.percentMention?.quote == quote
        }
        if let visible = pricing.visible, isOf(visible) { return true }
        return pricing.tiles.withUnsafeBufferPointer { tiles in tiles.indices.contains { isOf(tiles[$0].offer) } }
    }

    private func hasTwoWords(_ text: String) -> Bool {
        let rest = text.drop { !$0.isLetter }.drop(while: \.isLetter)
        return rest.contains(where: \.isLetter)
    }

    /// Clauses of one of these kinds that stand in a claim itself, i.e. open to see.
    func isSaid(_ condition: Condition, in claim: Claim) -> Bool {
        condition.mention.quote == claim.mention.quote || claim.mention.quote.contains(condition.mention.quote)
    }
}

extension Mention {
    /// The path to the element around this one.
    var surroundings: Substring {
        guard let last = locator.utf8.lastIndex(of: UInt8(ascii: ">")) else { return "" }
        return locator[..<last]
    }

    /// Holds one of some lower-case words.
    func says(_ words: [String]) -> Bool {
        let text = quote.lowercased()
        return words.contains { text.contains($0) }
    }

    /// Stands in a link: what a visitor reads there may go on behind it.
    var isInLink: Bool {
        locator.split(separator: ">").contains { part in
            let name = part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }
            return name == "a"
        }
    }
}

extension PricingFacts {
    /// Offers that a visitor sees, the page's own and those of its tiles, as far as they pass a test: others aren't
    /// copied, for pages have dozens and offers are large.
    func shownOffers(where test: (borrowing Offer) -> Bool) -> [Offer] {
        var shown: [Offer] = []
        if let visible, test(visible) { shown.append(visible) }
        tiles.withUnsafeBufferPointer { tiles in
            for i in tiles.indices where test(tiles[i].offer) { shown.append(tiles[i].offer) }
        }
        return shown
    }
}
