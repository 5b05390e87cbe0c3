import Parsing

/// Finds chat widgets by what their scripts and markup leave in a page.
enum WidgetFinder {
    struct Found {
        var channel: Int
        var fingerprint: String
        var node: Int
    }

    static func find(_ catalogue: ChannelCatalogue, in document: Document) -> [Found] {
        var owners: [Int: Int] = [:]
        for (index, node) in document.nodes.enumerated() {
            guard !node.isText else {
                let parent = Int(node.parent)
                if parent >= 0, document.nodes[parent].tag == .script {
                    catalogue.scan(document.textBytes(of: index)) { mark, _ in
                        if owners[mark] == nil { owners[mark] = parent }
                    }
                }
                continue
            }
            guard !node.present.isDisjoint(with: telling) else { continue }
            let start = Int(node.start)
            for i in start..<min(start + Int(node.count), document.attributes.count) {
                let attribute = document.attributes[i]
                guard attribute.count >= FingerprintScanner.shortest, tells(attribute.name, of: node.tag) else {
                    continue
                }
                let value = document.bytes[Int(attribute.start)..<(Int(attribute.start) + Int(attribute.count))]
                catalogue.scan(value) { mark, _ in if owners[mark] == nil { owners[mark] = index } }
            }
        }
        return owners.sorted { $0.key < $1.key }.map { fingerprint, node in
            let (text, channel) = catalogue.fingerprint(fingerprint)
            return Found(channel: channel, fingerprint: text, node: node)
        }
    }

    private static let telling = [AttributeName.src, .id, .class, .dataSrc, .other, .href].reduce(into: AttributeSet())
    {
        $0.formUnion(AttributeSet($1))
    }

    /// Not what stands in text for readers or in a link.
    private static func tells(_ name: AttributeName, of tag: Tag) -> Bool {
        switch name {
        case .src, .id, .class, .dataSrc, .other: true
        case .href: tag == .link
        default: false
        }
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
