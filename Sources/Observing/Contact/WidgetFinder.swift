import Parsing

/// Finds chat widgets by what their scripts and markup leave in a page.
enum WidgetFinder {
    struct Found {
        var channel: Int
        var fingerprint: String
        var node: Int
    }

    static func find(_ catalogue: ChannelCatalogue, in document: Document) -> [Found] {
        let places = catalogue.widgets(in: document.bytes[...])
        return places.compactMap { place in
            place.offsets.lazy.compactMap { owner(of: $0, in: document) }.first
                .map { Found(channel: place.channel, fingerprint: place.fingerprint, node: $0) }
        }
    }

    /// The element whose attribute or script holds a byte; nil where it stands in text for readers or in a link.
    private static func owner(of offset: Int, in document: Document) -> Int? {
        for (index, node) in document.nodes.enumerated() {
            let start = Int(node.start)
            let range = start..<(start + Int(node.count))
            if node.isText {
                guard range.contains(offset) else { continue }
                let parent = Int(node.parent)
                return parent >= 0 && document.nodes[parent].tag == .script ? parent : nil
            }
            for i in range where i < document.attributes.count {
                let attribute = document.attributes[i]
                let value = Int(attribute.start)..<(Int(attribute.start) + Int(attribute.count))
                guard value.contains(offset) else { continue }
                switch attribute.name {
                case .src, .id, .class, .dataSrc, .other: return index
                case .href: return node.tag == .link ? index : nil
                default: return nil
                }
            }
        }
        return nil
    }
}

extension Document {
    /// The value of an attribute that has no name of its own in `AttributeName`; cheaper than by String.
    func attribute(of node: Int, otherNamed name: StaticString) -> ArraySlice<UInt8>? {
        let n = nodes[node]
        guard !n.isText else { return nil }
        for i in Int(n.start)..<(Int(n.start) + Int(n.count)) {
            let a = attributes[i]
            guard a.name == .other, Int(a.nameCount) == name.utf8CodeUnitCount else { continue }
            let start = Int(a.nameStart)
            if bytes[start..<(start + Int(a.nameCount))].equalsFolded(name) {
                return bytes[Int(a.start)..<(Int(a.start) + Int(a.count))]
            }
        }
        return nil
    }
}
