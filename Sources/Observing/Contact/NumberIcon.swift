import Parsing

/// What a picture, icon or class beside a number says of it where no word does: `<i class="icon-fax">`,
/// `<img alt="fax">`, `itemprop="faxNumber"`.
enum NumberIcon {
    /// Elements before the number that are looked at, and elements around it.
    private static let before = 8
    private static let around = 3

    /// `range` are bytes of the page's text in the given block.
    static func saysFax(_ range: Range<Int>, block: Int, of page: PageView) -> Bool {
        let document = page.document
        let pieces = document.pieces[document.blocks[block].pieces]
        guard let index = pieces.indices.last(where: { pieces[$0].text.lowerBound <= range.lowerBound }),
            document.text[pieces[index].text.lowerBound..<range.lowerBound].isBlank
        else { return false }
        let node = pieces[index].node
        let previous = index > pieces.startIndex ? pieces[index - 1].node : document.blocks[block].node
        var i = node - 1
        while i > previous, node - i <= NumberIcon.before {
            if !document.nodes[i].isText, let isFax = verdict(i, document) { return isFax }
            i -= 1
        }
        var parent = Int(document.nodes[node].parent)
        for _ in 0..<NumberIcon.around where parent >= 0 && holdsLittle(parent, document) {
            if let isFax = verdict(parent, document) { return isFax }
            parent = Int(document.nodes[parent].parent)
        }
        return false
    }

    /// The element is about this number alone.
    private static func holdsLittle(_ node: Int, _ document: Document) -> Bool {
        Int(document.nodes[node].end) - node <= 8 && document.nodes[node].tag != .body
    }

    /// Fax or telephone, as its attributes say; nil where they say neither, or both.
    private static func verdict(_ node: Int, _ document: Document) -> Bool? {
        let own = [
            document.attribute(.class, of: node), document.attribute(.alt, of: node),
            document.attribute(.title, of: node), document.attribute(.ariaLabel, of: node),
            document.attribute(.itemprop, of: node), document.nodes[node].tag == .img ? name(node, document) : nil,
        ]
        let values = own.compactMap { $0 }.filter { $0.count <= 200 }
        let isFax = values.contains { $0.containsFolded("fax") }
        let isPhone = values.contains {
            $0.containsFolded("phone") || $0.containsFolded("tel") && !$0.containsFolded("telefax")
        }
        return isFax == isPhone ? nil : isFax
    }

    /// The last part of a picture's address.
    private static func name(_ node: Int, _ document: Document) -> ArraySlice<UInt8>? {
        guard let source = document.attribute(.src, of: node), source.count <= 2_000 else { return nil }
        return source.lastIndex(of: UInt8(ascii: "/")).map { source[($0 + 1)...] } ?? source[...]
    }
}
