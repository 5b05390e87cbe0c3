import Model

extension TreeBuilder {
    /// Takes regions back that a class or an id gave to most of the page's words: names of wrappers
    /// ("sidebar-background") and end tags that were forgotten make no main content a sidebar.
    mutating func takeBackRegions() {
        guard !namedRegions.isEmpty else { return }
        let total = blocks.reduce(0) { $0 + $1.text.count }
        guard total > 800 else { return }
        for root in namedRegions {
            let root = Int(root)
            guard root < nodes.count, let share = nodes[root].region.largestShare else { continue }
            let region = nodes[root].region
            var own = 0
            for block in blocks[blocks(in: root)] where block.region == region {
                let isLink = region == .navigation && block.flags.contains(.inLink)
                own += isLink ? 0 : block.text.count
            }
            if Double(own) > Double(total) * share { relabel(root, region) }
        }
    }

    /// The blocks whose text begins inside of an element.
    private func blocks(in root: Int) -> Range<Int> {
        firstBlock(atOrAfter: root)..<firstBlock(atOrAfter: Int(nodes[root].end))
    }

    private func firstBlock(atOrAfter node: Int) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[blocks[middle].pieces.lowerBound].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func relabel(_ root: Int, _ region: PageRegion) {
        let parent = Int(nodes[root].parent)
        let other = parent >= 0 ? nodes[parent].region : .page
        for i in root..<Int(nodes[root].end) where nodes[i].region == region { nodes[i].region = other }
        for i in blocks(in: root) where blocks[i].region == region { blocks[i].region = other }
    }
}

extension PageRegion {
    /// The share of a page's visible text up to which a name is believed; nil: always. Of navigation only words that
    /// are no links count.
    fileprivate var largestShare: Double? {
        switch self {
        case .header, .aside, .navigation: 0.5
        case .footer: 0.75
        case .dialog: 0.8
        default: nil
        }
    }
}
