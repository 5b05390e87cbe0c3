import Model

extension Document {
    /// The element's attribute value; nil where it has no such attribute, empty where it has no value.
    @inlinable
    @inline(__always)
    public func attribute(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
        attributeRange(name, of: node).map { bytes[$0] }
    }

    /// Where the attribute's value stands in `bytes`; nil where the element has no such attribute.
    @inlinable
    @inline(__always)
    public func attributeRange(_ name: AttributeName, of node: Int) -> Range<Int>? {
        nodes[node].present.has(name) ? presentRange(name, of: node) : nil
    }

    @usableFromInline
    func presentRange(_ name: AttributeName, of node: Int) -> Range<Int>? {
        for i in nodes[node].range where attributes[i].name == name {
            return Int(attributes[i].start)..<Int(attributes[i].start &+ attributes[i].count)
        }
        return nil
    }

    /// An attribute by any name, lower case, e.g. "data-price".
    public func attribute(named name: String, of node: Int) -> ArraySlice<UInt8>? {
        if nodes[node].present.isEmpty { return nil }
        var name = name
        return name.withUTF8 { wanted in
            if let known = NameTable.attribute(wanted) { return attribute(known, of: node) }
            guard nodes[node].present.has(.other) else { return nil }
            for i in nodes[node].range where attributes[i].name == .other {
                let a = attributes[i]
                guard Int(a.nameCount) == wanted.count else { continue }
                let own = bytes[Int(a.nameStart)..<(Int(a.nameStart) + Int(a.nameCount))]
                if own.elementsEqual(wanted) { return bytes[Int(a.start)..<Int(a.start + a.count)] }
            }
            return nil
        }
    }

    /// All attributes of the element, in order; none of a text.
    public func attributes(of node: Int) -> ArraySlice<Attribute> {
        nodes[node].isText ? [] : attributes[nodes[node].range]
    }

    /// The same as a String.
    public func string(_ name: AttributeName, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Has the attribute, whatever its value.
    @inlinable
    @inline(__always)
    public func has(_ name: AttributeName, _ node: Int) -> Bool { nodes[node].present.has(name) }

    /// The bytes of a text node.
    public func textBytes(of node: Int) -> ArraySlice<UInt8> { bytes[nodes[node].range] }

    /// Child nodes in order.
    public func children(of node: Int) -> ChildSequence { ChildSequence(document: self, parent: node) }

    /// The nodes of the subtree without its root.
    public func descendants(of node: Int) -> Range<Int> { (node + 1)..<max(node + 1, Int(nodes[node].end)) }

    /// The nearest ancestor, or the node itself, that satisfies `test`.
    public func closest(_ node: Int, where test: (Int) -> Bool) -> Int? {
        var i = node
        while i >= 0 {
            if test(i) { return i }
            i = Int(nodes[i].parent)
        }
        return nil
    }

    /// `class` has one of the given tokens, or one that contains a given part.
    public func classContains(_ part: StaticString, _ node: Int) -> Bool {
        guard let value = attribute(.class, of: node) else { return false }
        return value.containsFolded(part)
    }

    /// Visible text of a subtree, white space collapsed, blocks separated by one space; at most `limit` bytes. Of
    /// `<title>`, which is never on the page itself, its words.
    public func visibleText(of node: Int, limit: Int = 1_000) -> String {
        gatherText(of: node, limit: limit) { !$0.isHidden || nodes[node].tag == .title }
    }

    /// Text of a subtree whether shown or not, e.g. of a script or a template; at most `limit` bytes.
    public func rawText(of node: Int, limit: Int = 1_000) -> String {
        gatherText(of: node, limit: limit) { _ in true }
    }

    /// Reads at most about twice as many bytes as wanted: what is nothing but white space isn't followed for long.
    @inline(__always)
    private func gatherText(of node: Int, limit: Int, where test: (Node) -> Bool) -> String {
        let most = max(0, limit)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most + 4) { room in
            var out = CollapsedText(room: room, limit: most)
            var read = 0
            // The pointer doesn't leave this call.
            bytes.withUnsafeBufferPointer { bytes in
                for i in node..<max(node + 1, Int(nodes[node].end)) {
                    let n = nodes[i]
                    if !n.isText {
                        if n.tag.flow != .inline {
                            out.addSpace()
                            read += 1
                        }
                        continue
                    }
                    if !test(n) { continue }
                    let part = bytes[n.range].prefix(most &* 2 &+ 64)
                    out.add(UnsafeBufferPointer(rebasing: part))
                    read += part.count
                    if read > most &* 2 { break }
                }
            }
            return out.string
        }
    }

    /// The name that assistive software gives: aria-label, text (visible or meant for it alone), the alt of pictures
    /// inside, title.
    public func accessibleName(of node: Int, limit: Int = 200) -> String {
        if let label = attribute(.ariaLabel, of: node), !label.isBlank {
            return String(decoding: collapsed(Array(label.prefix(4_096)), limit: limit), as: UTF8.self)
        }
        let own: Flags = nodes[node].flags
        var out: [UInt8] = []
        for i in node..<max(node + 1, Int(nodes[node].end)) {
            let n = nodes[i]
            let isRead = !n.isHidden || n.flags.contains(.assistive) || own.contains(.hidden) || n.tag == .svg
            if !isRead { continue }
            if n.isText {
                out.append(contentsOf: bytes[n.range].prefix(limit &* 2 &+ 64))
            } else {
                if n.tag.flow != .inline { out.append(32) }
                if let name = alternative(of: i, isRoot: i == node) {
                    out.append(32)
                    out.append(contentsOf: name.prefix(limit &* 2 &+ 64))
                    out.append(32)
                }
            }
            if out.count > limit &* 2 { break }
        }
        if out.isBlank, let title = attribute(.title, of: node) { out = Array(title.prefix(4_096)) }
        return String(decoding: collapsed(out, limit: limit), as: UTF8.self)
    }

    /// What an element says in place of text: a picture's alt, the aria-label of something inside.
    private func alternative(of node: Int, isRoot: Bool) -> ArraySlice<UInt8>? {
        let n = nodes[node]
        if n.count == 0 || isRoot && n.tag != .img && n.tag != .svg { return nil }
        return attribute(.alt, of: node) ?? attribute(.ariaLabel, of: node)
    }

    /// The words of a block.
    public func string(of block: TextBlock) -> String { String(decoding: text[block.text], as: UTF8.self) }
}

/// The children of an element, by hopping over subtrees.
public struct ChildSequence: Sequence, IteratorProtocol {
    let nodes: [Document.Node]
    var next_: Int
    let end: Int

    init(document: Document, parent: Int) {
        nodes = document.nodes
        next_ = parent + 1
        end = Int(document.nodes[parent].end)
    }

    /// The next child's index.
    public mutating func next() -> Int? {
        guard next_ < end else { return nil }
        defer { next_ = Swift.max(next_ + 1, Int(nodes[next_].end)) }
        return next_
    }
}

extension Tag {
    /// Starts a new block of text in every browser's default style.
    public var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir, .div, .dl,
            .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
            .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p, .pre, .search, .section, .summary,
            .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .select, .textarea, .title, .frameset, .noframes:
            true
        default: false
        }
    }
}
