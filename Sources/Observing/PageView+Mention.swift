import Model
import Parsing

/// Evidence from a page: the one place where quotes and locators are made.
extension PageView {
    /// A node's visible words (or those given) and its place.
    func mention(of node: Int, quote: String? = nil) -> Mention {
        let words = quote ?? document.visibleText(of: node, limit: Mention.quoteLimit * 4)
        return Mention(
            quote: words.quotePrefix, region: document.nodes[node].region,
            locator: document.locator(of: node))
    }

    /// A whole block, cut at the end where it is too long.
    func mention(block: Int) -> Mention {
        let b = document.blocks[block]
        return mention(words: b.text, in: block)
    }

    /// The block around a hit: whole where it fits into a quote, else the words on both sides.
    func mention(of hit: TermHit) -> Mention { mention(around: hit.range, in: Int(hit.block)) }

    /// The block around some of its bytes: whole where it fits into a quote, else the words on both sides.
    func mention(around range: Range<Int>, in block: Int) -> Mention {
        let whole = document.blocks[block].text
        guard whole.count > Mention.quoteLimit else { return mention(words: whole, in: block) }
        let room = Mention.quoteLimit - min(Mention.quoteLimit, range.count)
        var start = max(whole.lowerBound, range.lowerBound - room / 2)
        let end = min(whole.upperBound, start + Mention.quoteLimit)
        if start > whole.lowerBound {
            while start < range.lowerBound, document.text[start - 1] != 32 { start += 1 }
        }
        var stop = end
        if stop < whole.upperBound {
            while stop > range.upperBound, document.text[stop] != 32 { stop -= 1 }
        }
        return mention(words: start..<max(start, stop), in: block)
    }

    /// Some bytes of a block as they stand.
    func mention(words: Range<Int>, in block: Int) -> Mention {
        let b = document.blocks[block]
        // 4 bytes is the longest character of UTF-8.
        let bytes = document.text[words.prefix(Mention.quoteLimit * 4)]
        let quote = String(decoding: bytes, as: UTF8.self).quotePrefix
        return Mention(quote: quote, region: b.region, locator: document.locator(of: b.node))
    }
}

extension Document {
    /// A CSS-like path to an element (a text's element): the nearest ancestors up to one with an id, at most 160 bytes.
    func locator(of node: Int) -> String {
        var i = nodes[node].isText ? Int(nodes[node].parent) : node
        var steps: [String] = []
        var length = 0
        while i >= 0, steps.count < 5 {
            let step = step(of: i)
            length += step.utf8.count + 3
            if length > 160 { break }
            steps.append(step)
            if step.utf8.contains(35) || nodes[i].tag == .body { break }
            i = Int(nodes[i].parent)
        }
        return steps.reversed().joined(separator: " > ")
    }

    /// `tag#id`, `tag.class` or `tag`.
    private func step(of node: Int) -> String {
        let n = nodes[node]
        var out =
            n.tag == .other
            ? Array(bytes[Int(n.nameStart)..<(Int(n.nameStart) + Int(n.nameCount))]) : Array(n.tag.name.utf8)
        if let id = attribute(.id, of: node), !id.isEmpty, id.count <= 40, id.allSatisfy(isNameByte) {
            out.append(35)
            out.append(contentsOf: id)
        } else if let classes = attribute(.class, of: node) {
            let token = classes.drop(while: { $0 <= 32 }).prefix(while: { $0 > 32 })
            if !token.isEmpty, token.count <= 40, token.allSatisfy(isNameByte) {
                out.append(46)
                out.append(contentsOf: token)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Needs no escaping in a CSS selector, roughly.
private func isNameByte(_ b: UInt8) -> Bool {
    (b >= 97 && b <= 122) || (b >= 65 && b <= 90) || (b >= 48 && b <= 57) || b == 45 || b == 95 || b >= 0x80
}

/// By `Tag.rawValue`.
private let tagNames: [String] = Tag.allCases.map { $0 == .other ? "" : String(describing: $0) }

extension Tag {
    /// As it stands in HTML; "" for unknown elements.
    var name: String { tagNames[Int(rawValue)] }
}

extension String {
    /// At most as many characters as a quote has. No text has more characters than bytes.
    fileprivate var quotePrefix: String {
        utf8.count <= Mention.quoteLimit ? self : String(prefix(Mention.quoteLimit))
    }
}
