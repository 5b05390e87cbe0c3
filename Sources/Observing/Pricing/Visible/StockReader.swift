import Model
import Parsing

/// Decides availability from words on the page.
struct StockReader {
    /// A stock term and where it stands.
    struct Hit {
        var availability: Availability
        var block: Int
        var node: Int
        var number: Double?
        var words: ClassWords
        var length: Int
    }

    /// What the hits beside a product say; nil where they say several things.
    static func decide(_ hits: [Hit]) -> Hit? {
        // "Tell me when it is in stock" is a sentence; a statement of stock is short, or marked.
        var rest = hits.filter { $0.length <= ($0.availability.isOrderable && !$0.words.contains(.stock) ? 60 : 160) }
        let marked = rest.filter { $0.words.contains(.stock) }
        if !marked.isEmpty { rest = marked }
        // A heading such as "In stock:" and "only 3 left" agree.
        let kinds = Set(rest.map(\.availability))
        if kinds.isSubset(of: [.inStock, .limited]) {
            return rest.first { $0.availability == .limited } ?? rest.first
        }
        return kinds.count == 1 ? rest.first : nil
    }
}
