import Parsing

extension Document {
    /// The words of an element, as `visibleText`; at once where it holds one text and nothing else, as most headings
    /// and links of tiles do.
    func words(of node: Int, limit: Int) -> String {
        plainText(of: node, limit: limit).map { String(decoding: $0, as: UTF8.self) }
            ?? visibleText(of: node, limit: limit)
    }

    /// What assistive software calls an element, as `accessibleName`; at once where that is its only text.
    func name(of node: Int, limit: Int) -> String {
        guard let text = plainText(of: node, limit: limit) else { return accessibleName(of: node, limit: limit) }
        let isLabelled = (node..<Int(nodes[node].end)).contains { !nodes[$0].present.isDisjoint(with: labels) }
        return isLabelled ? accessibleName(of: node, limit: limit) : String(decoding: text, as: UTF8.self)
    }

    /// The one visible text in an element's only child, and so on; nil where there is more, or where white space in it
    /// has to be collapsed.
    private func plainText(of node: Int, limit: Int) -> ArraySlice<UInt8>? {
        let end = nodes[node].end
        var i = node
        while !nodes[i].isText {
            guard i + 1 < Int(end), nodes[i + 1].end == end else { return nil }
            i += 1
        }
        let text = textBytes(of: i)
        guard !nodes[i].isHidden, text.count <= limit else { return nil }
        return text.withUnsafeBufferPointer(isCollapsed) ? text : nil
    }
}

private let labels: AttributeSet = [AttributeSet(.ariaLabel), AttributeSet(.alt)]

/// No white space but single spaces between words; NO-BREAK SPACE may begin with 0xC2.
private func isCollapsed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 32
    for b in text {
        if b <= 32 ? b < 32 || last == 32 : b == 0xC2 { return false }
        last = b
    }
    return last != 32
}
