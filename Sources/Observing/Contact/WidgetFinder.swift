import Parsing

/// Finds chat widgets by what their scripts and markup leave in a page.
enum WidgetFinder {
    struct Found {
        var channel: Int
        var fingerprint: String
        var node: Int
    }

    static func find(_ catalogue: ChannelCatalogue, in document: Document, names: PageNames = PageNames()) -> [Found] {
        var owners: [Int: Int] = [:]
        // The pointer doesn't leave this call; ranges of a document's nodes and attributes lie in its bytes.
        document.bytes.withUnsafeBufferPointer { bytes in
            func take(_ start: Int, _ count: Int, of owner: Int) {
                guard start + count <= bytes.count else { return }
                catalogue.scan(UnsafeBufferPointer(rebasing: bytes[start..<(start + count)])) { mark, _ in
                    if owners[mark] == nil { owners[mark] = owner }
                }
            }
            for (index, node) in document.nodes.enumerated() {
                if node.isText {
                    let parent = Int(node.parent)
                    if parent >= 0, document.nodes[parent].tag == .script {
                        take(Int(node.start), Int(node.count), of: parent)
                    }
                } else if mayTell(node, index, names) {
                    let start = Int(node.start)
                    for i in start..<min(start + Int(node.count), document.attributes.count) {
                        let attribute = document.attributes[i]
                        guard attribute.count >= FingerprintScanner.shortest, tells(attribute.name, of: node.tag) else {
                            continue
                        }
                        take(Int(attribute.start), Int(attribute.count), of: index)
                    }
                }
            }
        }
        return owners.sorted { $0.key < $1.key }.map { fingerprint, node in
            let (text, channel) = catalogue.fingerprint(fingerprint)
            return Found(channel: channel, fingerprint: text, node: node)
        }
    }

    /// Has an attribute that may hold a fingerprint; of classes and ids it is known whether they do.
    @inline(__always)
    private static func mayTell(_ node: Document.Node, _ index: Int, _ names: PageNames) -> Bool {
        if !node.present.isDisjoint(with: addresses) { return true }
        if node.tag == .link, node.present.has(.href) { return true }
        if node.present.has(.class), names.ofClass(node)?.traits.contains(.widget) ?? true { return true }
        return node.present.has(.id) && names.ofID(index)?.traits.contains(.widget) ?? true
    }

    private static let addresses: AttributeSet = [
        AttributeSet(.src), AttributeSet(.dataSrc), AttributeSet(.other),
    ]

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
        guard n.present.has(.other) else { return nil }
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
