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

extension StockReader {
    /// Reads `class="stock out-of-stock"`, `class="outofstock availability"`.
    struct ByClass {
        let document: Document
        let names: PageNames

        /// Of a short visible block in the main part; nil where no class around it tells.
        func availability(_ index: Int) -> Availability? {
            let block = document.blocks[index]
            guard block.text.count >= 2, block.text.count <= 60, block.region == .main || block.region == .page,
                !block.flags.contains(.inLink)
            else { return nil }
            var node = block.node
            for _ in 0..<2 where node >= 0 {
                if names.words(node, of: document).contains(.stock), let value = document.attribute(.class, of: node) {
                    if ByClass.saysOut(value) { return .outOfStock }
                    if ByClass.within.contains(where: { value.has($0) }) || ByClass.isAvailable(value) {
                        return .inStock
                    }
                }
                node = Int(document.nodes[node].parent)
            }
            return nil
        }

        /// A class of its own, not a part of "availability" or "not-available".
        private static func isAvailable(_ value: ArraySlice<UInt8>) -> Bool {
            value.split(whereSeparator: { $0 <= 32 }).contains {
                $0.isFolded("available") || $0.isFolded("is-available")
            }
        }

        static func saysOut(_ value: ArraySlice<UInt8>) -> Bool { out.contains { value.has($0) } }

        private static let out: [StaticString] = [
            "outofstock", "out-of-stock", "out_of_stock", "soldout", "sold-out", "sold_out", "unavailable", "no-stock",
        ]
        private static let within: [StaticString] = ["instock", "in-stock", "in_stock"]
    }
}
