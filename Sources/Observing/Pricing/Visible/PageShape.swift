import Model
import Parsing

/// How many links, pictures and amounts stand before each node, so that any subtree's share is one subtraction.
struct PageShape {
    private var linkSums: [Int32]
    private var pictureSums: [Int32]
    private var amountSums: [Int32]

    /// `amountNodes`: text nodes that hold money, ascending, one entry an amount.
    init(_ document: Document, amountNodes: [Int]) {
        let count = document.nodes.count
        linkSums = []
        pictureSums = []
        amountSums = []
        linkSums.reserveCapacity(count + 1)
        pictureSums.reserveCapacity(count + 1)
        amountSums.reserveCapacity(count + 1)
        var links: Int32 = 0
        var pictures: Int32 = 0
        var amounts: Int32 = 0
        var next = 0
        for i in 0..<count {
            linkSums.append(links)
            pictureSums.append(pictures)
            amountSums.append(amounts)
            let node = document.nodes[i]
            if !node.isText {
                if node.tag == .a, document.has(.href, i) { links += 1 }
                if node.tag == .img || node.tag == .picture { pictures += 1 }
            }
            while next < amountNodes.count, amountNodes[next] <= i {
                if amountNodes[next] == i { amounts += 1 }
                next += 1
            }
        }
        linkSums.append(links)
        pictureSums.append(pictures)
        amountSums.append(amounts)
    }

    func links(_ nodes: Range<Int>) -> Int { Int(linkSums[nodes.upperBound] - linkSums[nodes.lowerBound]) }
    func pictures(_ nodes: Range<Int>) -> Int { Int(pictureSums[nodes.upperBound] - pictureSums[nodes.lowerBound]) }
    func amounts(_ nodes: Range<Int>) -> Int { Int(amountSums[nodes.upperBound] - amountSums[nodes.lowerBound]) }
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
