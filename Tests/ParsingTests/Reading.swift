import Parsing

/// A page from markup.
func page(_ html: String) -> Document { Document(html: Array(html.utf8), charset: "utf-8") }

extension Document {
    /// The words of all blocks, one string each.
    var blockTexts: [String] { blocks.map { string(of: $0) } }

    /// The first element of a tag.
    func first(_ tag: Tag) -> Int? { nodes.indices.first { !nodes[$0].isText && nodes[$0].tag == tag } }

    /// The first block that has these words.
    func block(_ words: String) -> TextBlock? { blocks.first { string(of: $0).contains(words) } }

    /// Children lie inside their parents and ends are in order: what walking by `end` relies on.
    var isWellFormed: Bool {
        for (i, node) in nodes.enumerated() {
            guard Int(node.end) > i, Int(node.end) <= nodes.count, Int(node.parent) < i else { return false }
            if node.parent >= 0, nodes[Int(node.parent)].end < node.end { return false }
            if node.isText, Int(node.end) != i + 1 { return false }
        }
        for block in blocks where block.text.isEmpty || block.pieces.isEmpty || block.text.upperBound > text.count {
            return false
        }
        let words = String(decoding: text, as: UTF8.self)
        return Array(words.utf8) == text
    }
}
