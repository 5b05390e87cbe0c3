import Model

extension Document {
    /// The element's attribute value; nil where it has no such attribute, empty where it has no value.
    public func attribute(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
        guard !nodes[node].isText else { return nil }
        for i in nodes[node].range where attributes[i].name == name {
            return bytes[Int(attributes[i].start)..<Int(attributes[i].start + attributes[i].count)]
        }
        return nil
    }

    /// An attribute by any name, lower case, e.g. "data-price".
    public func attribute(named name: String, of node: Int) -> ArraySlice<UInt8>? {
        guard !nodes[node].isText else { return nil }
        let wanted = Array(name.utf8)
        for i in nodes[node].range {
            let a = attributes[i]
            let found =
                a.name == .other
                ? bytes[Int(a.nameStart)..<(Int(a.nameStart) + Int(a.nameCount))].elementsEqual(wanted)
                : a.name.text == name
            if found { return bytes[Int(a.start)..<Int(a.start + a.count)] }
        }
        return nil
    }

    /// The same as a String.
    public func string(_ name: AttributeName, of node: Int) -> String? {
        attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Has the attribute, whatever its value.
    public func has(_ name: AttributeName, _ node: Int) -> Bool { attribute(name, of: node) != nil }

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

    /// Visible text of a subtree, white space collapsed, blocks separated by one space; at most `limit` bytes.
    public func visibleText(of node: Int, limit: Int = 1_000) -> String {
        var out: [UInt8] = []
        for i in node..<max(node + 1, Int(nodes[node].end)) {
            let n = nodes[i]
            if !n.isText {
                if n.tag == .br || n.tag.isBlock { out.append(32) }
                continue
            }
            if n.isHidden { continue }
            out.append(contentsOf: bytes[n.range])
            if out.count > limit * 2 { break }
        }
        return String(decoding: collapsed(out, limit: limit), as: UTF8.self)
    }

    /// The name that assistive software gives: aria-label, visible text, the alt of pictures inside, title.
    public func accessibleName(of node: Int, limit: Int = 200) -> String {
        if let label = attribute(.ariaLabel, of: node), !label.isBlank {
            return String(decoding: collapsed(Array(label), limit: limit), as: UTF8.self)
        }
        var out: [UInt8] = []
        for i in node..<max(node + 1, Int(nodes[node].end)) where !(nodes[i].isHidden && i != node) {
            if nodes[i].isText {
                out.append(contentsOf: bytes[nodes[i].range])
            } else if nodes[i].tag.isBlock {
                out.append(32)
            } else if nodes[i].tag == .img || nodes[i].tag == .svg || i != node,
                let name = attribute(.alt, of: i) ?? attribute(.ariaLabel, of: i)
            {
                out.append(32)
                out.append(contentsOf: name)
                out.append(32)
            }
            if out.count > limit * 2 { break }
        }
        if out.allSatisfy({ $0 <= 32 }), let title = attribute(.title, of: node) { out = Array(title) }
        return String(decoding: collapsed(out, limit: limit), as: UTF8.self)
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
