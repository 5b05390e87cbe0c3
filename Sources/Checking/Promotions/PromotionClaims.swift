import Model

extension PageFacts {
    /// Claims that announce a promotion, as opposed to the price of one product: those not read from the price of a
    /// product or tile, and not a mere figure on a badge.
    var announcements: [Claim] {
        var prices = Set(pricing.tiles.flatMap { quotes($0.offer) })
        if let visible = pricing.visible { prices.formUnion(quotes(visible)) }
        return promotions.claims.filter { claim in
            guard claim.mention.region != .navigation, claim.mention.region != .structuredData else { return false }
            return !prices.contains(claim.mention.quote) && words(claim.mention.quote) >= 2
        }
    }

    private func quotes(_ offer: Offer) -> [String] {
        [offer.mention.quote, offer.wasMention?.quote, offer.percentMention?.quote].compactMap { $0 }
    }

    private func words(_ text: String) -> Int {
        text.split { !$0.isLetter }.count
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
