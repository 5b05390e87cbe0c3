import Parsing

/// What an element of microdata or RDFa says, after the HTML standard's "value of a property".
enum ElementValue {
    static func read(_ document: Document, _ node: Int) -> String {
        if let content = document.attribute(.content, of: node) { return string(content) }
        let tag = document.nodes[node].tag
        let address: AttributeName? =
            switch tag {
            case .a, .area, .link: .href
            case .img, .iframe, .embed, .audio, .video, .source, .track, .frame: .src
            case .data, .meter, .input: .value
            case .time: .datetime
            default: nil
            }
        if let address, let value = document.attribute(address, of: node), !value.isBlank { return string(value) }
        if tag == .img, let lazy = document.attribute(.dataSrc, of: node) { return string(lazy) }
        return text(document, node)
    }

    /// All text in an element, hidden text too, but not scripts and styles.
    static func text(_ document: Document, _ node: Int, limit: Int = EntityGraph.textLimit) -> String {
        var out: [UInt8] = []
        var i = node
        let end = Int(document.nodes[node].end)
        while i < end, out.count < limit {
            let n = document.nodes[i]
            if n.isText {
                out.append(contentsOf: document.textBytes(of: i))
            } else if n.tag == .script || n.tag == .style {
                i = max(i + 1, Int(n.end))
                continue
            } else if n.tag == .br || n.tag.isBlock {
                out.append(32)
            }
            i += 1
        }
        return String(decoding: collapsed(out, limit: limit), as: UTF8.self)
    }

    static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            decoding: collapsed(Array(bytes.prefix(EntityGraph.textLimit * 2)), limit: EntityGraph.textLimit),
            as: UTF8.self)
    }

    /// The words of an attribute.
    static func tokens(_ bytes: ArraySlice<UInt8>, atMost: Int = 16) -> [String] {
        bytes.prefix(2_000).split(maxSplits: atMost, omittingEmptySubsequences: true) { $0 <= 32 }.prefix(atMost).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
