import Model
import Parsing

/// What the page says of the product's being in stock.
extension PricingConclusion {
    func addAvailability(_ out: inout PricingFacts) {
        let near = stockHits().filter { hit in
            guard !isInTile(hit.node), !isSpareBadge(hit) else { return false }
            let region = document.blocks[hit.block].region
            guard region == .main || region == .page else { return false }
            if let area = zone.area, area.contains(hit.node) { return true }
            return zone.headingBlock.map { abs(hit.block - $0) <= 40 } ?? false
        }
        guard let hit = StockReader.decide(near) else { return addMarkedAvailability(&out) }
        out.availability = hit.availability
        out.availabilityMention = page.mention(block: hit.block)
        out.visible?.availability = hit.availability
    }

    /// "Sold out" in a badge beside something that can be ordered, or beside "Sale" in another: many templates write every badge into every page, and
    /// leave it to the style sheet which one is seen.
    private func isSpareBadge(_ hit: StockReader.Hit) -> Bool {
        guard hit.availability == .outOfStock, hit.words.contains(.badge), hasOpenOrder || isOneOfMany(hit) else {
            return false
        }
        var at = hit.node
        for _ in 0..<5 where at >= 0 {
            if let value = document.attribute(.class, of: at), StockReader.ByClass.saysOut(value),
                !page.names.words(at, of: document).contains(.badge)
            {
                return false
            }
            at = Int(document.nodes[at].parent)
        }
        return true
    }

    /// Beside another badge of the same price: one that was sold out would bear no "Sale".
    private func isOneOfMany(_ hit: StockReader.Hit) -> Bool {
        document.pieces[document.blocks[hit.block].pieces].count { piece in
            page.names.words(max(0, Int(document.nodes[piece.node].parent)), of: document).contains(.badge)
        } > 1
    }

    /// Words that don't decide, or in a language that isn't known here, in an element whose class says what they mean.
    private func addMarkedAvailability(_ out: inout PricingFacts) {
        guard let heading = zone.headingBlock else { return }
        let reader = StockReader.ByClass(document: document, names: page.names)
        let marked = (heading..<min(document.blocks.count, heading + 40)).compactMap { block in
            blockInTile[block] ? nil : reader.availability(block).map { (block: block, availability: $0) }
        }
        guard let first = marked.first, marked.allSatisfy({ $0.availability == first.availability }) else { return }
        out.availability = first.availability
        out.availabilityMention = page.mention(block: first.block)
        out.visible?.availability = first.availability
    }

    func stockHits() -> [StockReader.Hit] {
        page.hits.compactMap { hit in
            guard case .stock(let availability) = terms[hit.group], !isPart(hit) else { return nil }
            if availability == .outOfStock, speaksOfStores(Int(hit.block)) { return nil }
            let block = document.blocks[Int(hit.block)]
            var words = page.names.words(block.node, of: document)
            let parent = Int(document.nodes[block.node].parent)
            if parent >= 0 { words.formUnion(page.names.words(parent, of: document)) }
            if let piece = document.pieces[block.pieces].first(where: { $0.text.upperBound > hit.range.lowerBound }) {
                words.formUnion(page.names.words(max(0, Int(document.nodes[piece.node].parent)), of: document))
            }
            return StockReader.Hit(
                availability: availability, block: Int(hit.block), node: block.node, number: hit.first, words: words,
                length: block.text.count)
        }
    }

    /// "Unavailable for store pickup" says nothing of ordering online.
    private func speaksOfStores(_ block: Int) -> Bool {
        page.hits(in: block).contains { if case .pickup = terms[$0.group] { true } else { false } }
    }

    /// "In stock" inside of "not in stock".
    private func isPart(_ hit: TermHit) -> Bool {
        page.hits(in: Int(hit.block)).contains { other in
            guard case .stock = terms[other.group], other.range.count > hit.range.count else { return false }
            return other.range.lowerBound <= hit.range.lowerBound && other.range.upperBound >= hit.range.upperBound
        }
    }
}
