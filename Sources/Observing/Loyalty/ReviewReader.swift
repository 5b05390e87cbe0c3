import Model
import Parsing

/// Reads single reviews: which mark each gives, and whether its words are those of another one.
struct ReviewReader {
    private let page: PageView
    /// Where the words of blocks begin, ascending.
    private let firstNodes: [Int]

    /// At most this many reviews of one page.
    private static let limit = 40
    /// Characters of a review that are kept as its evidence.
    private static let quoteLimit = 100

    init(_ page: PageView) {
        self.page = page
        firstNodes = page.document.blocks.map { block in
            block.pieces.isEmpty ? block.node : page.document.pieces[block.pieces.lowerBound].node
        }
    }

    /// Reviews of goods among what `ReviewFinder` found; those of the shop as a whole are left out.
    func read(_ found: ReviewFinder.Found) -> [ReviewFact] {
        let graph = page.structured.graph
        let entities = found.entities.filter { !isOfShop($0) }
        if entities.count >= found.nodes.count {
            return entities.prefix(ReviewReader.limit).compactMap { entity in
                guard let words = ReviewFinder.body(graph.entities[entity]) else { return nil }
                return fact(Array(words.utf8), mark(of: entity), Mention(quote: words, region: .main))
            }
        }
        return found.nodes.prefix(ReviewReader.limit).compactMap { node in
            guard [.page, .main].contains(page.document.nodes[node].region), isSigned(node), let block = passage(node)
            else { return nil }
            let marked = graph.entities.indices.first { graph.entities[$0].node == node }
            let isTop = marked.flatMap { mark(of: $0) } ?? ReviewMark.isTop(in: node, of: page.document)
            return fact(Array(page.document.text[page.document.blocks[block].text]), isTop, page.mention(block: block))
        }
    }

    private func fact(_ words: [UInt8], _ isTop: Bool?, _ mention: Mention) -> ReviewFact? {
        // FNV-1a over letters: marks, dates and spaces don't make it another text.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var letters = 0
        for b in words where b.isASCIILetter || b >= 0x80 {
            hash = (hash ^ UInt64(b.asciiLowered)) &* 0x100_0000_01B3
            letters += b & 0xC0 == 0x80 ? 0 : 1
        }
        guard letters > 0 else { return nil }
        var mention = mention
        mention.quote = mention.quote.cut(to: ReviewReader.quoteLimit)
        return ReviewFact(isTop: isTop, words: hash, letters: letters, mention: mention)
    }

    /// The longest block in a review: names, dates and marks are shorter.
    private func passage(_ node: Int) -> Int? {
        let end = Int(page.document.nodes[node].end)
        var low = 0
        var high = firstNodes.count
        while low < high {
            let middle = (low + high) / 2
            if firstNodes[middle] < node { low = middle + 1 } else { high = middle }
        }
        let own = firstNodes[low...].prefix { $0 < end }.indices
        return own.max { page.document.blocks[$0].text.count < page.document.blocks[$1].text.count }
    }

    /// Somebody wrote it, or at some time. Boxes that sum reviews up, or ask for the first one, are called reviews as
    /// well, and stand word for word under all goods.
    private func isSigned(_ node: Int) -> Bool {
        let document = page.document
        for i in node..<min(document.nodes.count, max(node + 1, Int(document.nodes[node].end)), node + 600) {
            if document.nodes[i].isText {
                if ReviewReader.hasYear(document.textBytes(of: i)) { return true }
                continue
            }
            if document.nodes[i].tag == .time { return true }
            for name: AttributeName in [.class, .itemprop] {
                guard let value = document.attribute(name, of: i), value.count <= 200 else { continue }
                if value.containsFolded("author") || value.containsFolded("date") { return true }
            }
        }
        return false
    }

    /// "2024", by itself.
    private static func hasYear(_ text: ArraySlice<UInt8>) -> Bool {
        text.split { !$0.isASCIIDigit }.contains { $0.count == 4 && $0.starts(with: "20".utf8) }
    }

    private func mark(of entity: Int) -> Bool? {
        let graph = page.structured.graph
        for property in graph.entities[entity].properties where property.name == "reviewRating" {
            guard let rating = graph.entity(property.value),
                let value = graph.text("ratingValue", of: rating).flatMap({ Double($0) })
            else { continue }
            let best = graph.text("bestRating", of: rating).flatMap { Double($0) } ?? 5
            return value > best ? nil : value == best
        }
        return nil
    }

    private func isOfShop(_ entity: Int) -> Bool {
        let graph = page.structured.graph
        let parent = graph.entities[entity].parent
        guard parent >= 0 else { return false }
        return ["Organization", "Store", "OnlineStore", "LocalBusiness", "WebSite"].contains {
            graph.entities[parent].isA($0)
        }
    }
}
