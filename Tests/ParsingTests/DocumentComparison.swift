import Parsing

extension Document {
    /// Where two documents say different things; nil where they say the same. Where names and values stand in their
    /// bytes is their own affair.
    func difference(from other: Document) -> String? {
        if truncated != other.truncated { return "truncated: \(truncated ?? "") / \(other.truncated ?? "")" }
        if text != other.text { return "visible text" }
        if nodes.count != other.nodes.count { return "\(nodes.count) / \(other.nodes.count) nodes" }
        for i in nodes.indices where !isAlike(i, other) {
            return "node \(i): \(described(i)) / \(other.described(i))"
        }
        if present != other.present { return "attributes present" }
        if classes.map({ Array(bytes[$0]) }) != other.classes.map({ Array(other.bytes[$0]) }) { return "classes" }
        if pieces.map({ "\($0)" }) != other.pieces.map({ "\($0)" }) { return "pieces" }
        if blocks.map({ "\($0)" }) != other.blocks.map({ "\($0)" }) { return "blocks" }
        return nil
    }

    private func isAlike(_ i: Int, _ other: Document) -> Bool {
        let (a, b) = (nodes[i], other.nodes[i])
        guard a.tag == b.tag, a.flags == b.flags, a.region == b.region, a.classIndex == b.classIndex else {
            return false
        }
        guard a.parent == b.parent, a.end == b.end, a.depth == b.depth, a.present == b.present else { return false }
        return described(i) == other.described(i)
    }

    /// A text's bytes, or an element's name and attributes.
    private func described(_ i: Int) -> [String] {
        func part(_ start: UInt32, _ count: Int) -> String {
            String(decoding: bytes[Int(start)..<(Int(start) + count)], as: UTF8.self)
        }
        let node = nodes[i]
        if node.isText { return [part(node.start, Int(node.count))] }
        let own = attributes[Int(node.start)..<Int(node.start + node.count)]
        return ["\(node.tag)", part(node.nameStart, Int(node.nameCount))]
            + own.flatMap { ["\($0.name)", part($0.nameStart, Int($0.nameCount)), part($0.start, Int($0.count))] }
    }
}
