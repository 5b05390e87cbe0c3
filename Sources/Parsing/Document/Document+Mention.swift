import Model

extension Document {
    /// A CSS-like path to a node: up to four steps, each with its id or first class, at most 160 characters. A step
    /// with an id is the first one. Texts stand for the element that holds them.
    public func locator(of node: Int) -> String {
        var steps: [String] = []
        var length = 0
        var i = nodes.indices.contains(node) ? node : -1
        while i >= 0 && steps.count < 4 {
            defer { i = Int(nodes[i].parent) }
            if nodes[i].isText || nodes[i].tag == .html { continue }
            if nodes[i].tag == .body && !steps.isEmpty { break }
            let (step, isUnique) = step(of: i)
            if length + step.count + 3 > 160 { break }
            length += step.count + 3
            steps.append(step)
            if isUnique { break }
        }
        return steps.reversed().joined(separator: " > ")
    }

    private func step(of node: Int) -> (String, isUnique: Bool) {
        var out: [UInt8] = []
        let n = nodes[node]
        if n.tag == .other {
            let start = Int(n.nameStart)
            appendName(bytes[start..<(start + Int(n.nameCount))], to: &out)
        } else {
            out.append(contentsOf: n.tag.name.utf8)
        }
        if let id = attribute(.id, of: node), let token = firstToken(id) {
            out.append(UInt8(ascii: "#"))
            appendName(token, to: &out)
            return (String(decoding: out, as: UTF8.self), true)
        }
        if let value = attribute(.class, of: node), let token = firstToken(value) {
            out.append(UInt8(ascii: "."))
            appendName(token, to: &out)
        }
        return (String(decoding: out, as: UTF8.self), false)
    }

    private func firstToken(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let token = value.drop { $0 <= 32 }.prefix { $0 > 32 }
        return token.isEmpty ? nil : token
    }

    /// Up to 36 bytes; a cut token is cut at a character's boundary.
    private func appendName(_ name: ArraySlice<UInt8>, to out: inout [UInt8]) {
        var end = name.startIndex
        var length = 0
        for i in name.indices {
            if name[i] & 0xC0 != 0x80 {
                if length > 32 { break }
                end = i
            }
            length += 1
        }
        if length <= 36 { end = name.endIndex }
        out.append(contentsOf: name[name.startIndex..<end].filter { $0 > 32 && $0 != 0x7F })
    }

    /// A block as evidence.
    public func mention(block: Int) -> Mention {
        let b = blocks[block]
        return Mention(quote: quotable(text[b.text]), region: b.region, locator: locator(of: b.node))
    }

    /// A node as evidence, quoting the given words.
    public func mention(node: Int, quote: String) -> Mention {
        Mention(
            quote: quotable(Array(quote.utf8)[...]), region: nodes[node].region, locator: locator(of: node))
    }

    /// A part of a block as evidence: the bytes around `range` of `text`, as much of the block as a quote may hold.
    public func mention(block: Int, around range: Range<Int>) -> Mention {
        let b = blocks[block]
        var start = b.text.lowerBound
        if b.text.count > Mention.quoteLimit {
            start = max(start, min(range.lowerBound, b.text.upperBound) - 80)
            // Forward to a word's beginning, or at least a character's.
            while start < range.lowerBound && start > b.text.lowerBound && text[start - 1] > 32 { start += 1 }
            while start < b.text.upperBound && text[start] & 0xC0 == 0x80 { start += 1 }
        }
        return Mention(
            quote: quotable(text[start..<b.text.upperBound]), region: b.region, locator: locator(of: b.node))
    }
}

/// Words fit for a report: white space collapsed, control characters and direction overrides removed, at most
/// `Mention.quoteLimit` characters, cut at a word's end where one is near.
public func quotable(_ bytes: some Collection<UInt8>) -> String {
    // A character takes up to four bytes, a base with its marks more; the rest is cut below.
    let words = collapsed(Array(bytes.prefix(Mention.quoteLimit * 24)), limit: Mention.quoteLimit * 16)
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars where isPrintable(scalar) {
        out.append(scalar)
    }
    let whole = String(out)
    guard whole.count > Mention.quoteLimit else { return whole }
    let cut = whole.prefix(Mention.quoteLimit - 1)
    if let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < 40 {
        return String(cut[..<space]) + "…"
    }
    return String(cut) + "…"
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        false
    default: true
    }
}

/// By `Tag.rawValue`.
private let tagNames: [String] = Tag.allCases.map { String(describing: $0) }

extension Tag {
    /// As it stands in HTML; "other" for the rest.
    public var name: String { tagNames[Int(rawValue)] }
}
