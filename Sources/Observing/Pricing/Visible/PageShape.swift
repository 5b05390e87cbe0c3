import Model
import Parsing

/// How many links, pictures and amounts stand before each node, so that any subtree's share is one subtraction.
struct PageShape {
    /// The three counts side by side, 21 bits each: a page has fewer nodes than that.
    private let sums: [UInt64]
    private static let link: UInt64 = 1
    private static let picture: UInt64 = 1 << 21
    private static let amount: UInt64 = 1 << 42

    /// `amountNodes`: text nodes that hold money, ascending, one entry an amount.
    init(_ document: Document, amountNodes: [Int]) {
        var sums: [UInt64] = []
        sums.reserveCapacity(document.nodes.count + 1)
        var sum: UInt64 = 0
        var next = 0
        var nextAmount = amountNodes.first ?? .max
        for node in document.nodes {
            sums.append(sum)
            switch node.tag {
            case .a: if node.present.has(.href) { sum &+= PageShape.link }
            case .img, .picture: sum &+= PageShape.picture
            default: break
            }
            while nextAmount < sums.count {
                sum &+= PageShape.amount
                next += 1
                nextAmount = next < amountNodes.count ? amountNodes[next] : .max
            }
        }
        sums.append(sum)
        self.sums = sums
    }

    func links(_ nodes: Range<Int>) -> Int { count(nodes, 0) }
    func pictures(_ nodes: Range<Int>) -> Int { count(nodes, 21) }
    func amounts(_ nodes: Range<Int>) -> Int { count(nodes, 42) }

    /// Each count only grows, so none borrows from the next.
    @inline(__always)
    private func count(_ nodes: Range<Int>, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (sums[nodes.upperBound] &- sums[nodes.lowerBound]) >> shift & 0x1F_FFFF)
    }
}

extension Document {
    /// The node and its subtree.
    func subtree(_ node: Int) -> Range<Int> { node..<max(node + 1, min(nodes.count, Int(nodes[node].end))) }

    /// The nearest element that holds both.
    func commonAncestor(_ a: Int, _ b: Int) -> Int {
        var i = min(a, b)
        let other = max(a, b)
        while i > 0, !subtree(i).contains(other) { i = Int(nodes[i].parent) }
        return max(0, i)
    }
}
