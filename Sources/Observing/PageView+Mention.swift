import Model
import Parsing

/// Evidence from a page: the one place where quotes and locators are made.
extension PageView {
    /// A node's visible words (or those given) and its place.
    func mention(of node: Int, quote: String? = nil) -> Mention {
        let words = quote ?? document.visibleText(of: node, limit: Mention.quoteLimit * 4)
        return Mention(
            quote: words.cut(to: Mention.quoteLimit), region: document.nodes[node].region,
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
        mention(around: range, within: document.blocks[block].text, in: block)
    }

    /// The same for a part of a block in place of the whole.
    func mention(around range: Range<Int>, within whole: Range<Int>, in block: Int) -> Mention {
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
        let quote = String(decoding: bytes, as: UTF8.self).cut(to: Mention.quoteLimit)
        return Mention(quote: quote, region: b.region, locator: document.locator(of: b.node))
    }
}

extension Document {
    /// A CSS-like path to an element (a text's element): the nearest ancestors up to one with an id, at most 160 bytes.
    func locator(of node: Int) -> String {
        let first = nodes[node].isText ? Int(nodes[node].parent) : node
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { out in
            // The pointers don't leave this call.
            let start = bytes.withUnsafeBufferPointer { writeLocator(of: first, $0, into: out) }
            return String(decoding: UnsafeBufferPointer(rebasing: out[start...]), as: UTF8.self)
        }
    }

    /// Written from its end: the element comes first, the ancestors follow in front of it. Returns where it begins.
    private func writeLocator(
        of node: Int, _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var start = out.count
        var length = 0
        func write(_ part: UnsafeBufferPointer<UInt8>) {
            start -= part.count
            _ = UnsafeMutableBufferPointer(rebasing: out[start...]).update(fromContentsOf: part)
        }
        var i = node
        for level in 0..<5 where i >= 0 {
            let (mark, word) = step(of: i, bytes)
            let n = nodes[i]
            let isDone = tagNames[Int(n.tag.rawValue)].withUnsafeBufferPointer { known in
                let own = Int(n.nameStart)..<(Int(n.nameStart) + Int(n.nameCount))
                let name = n.tag == .other ? UnsafeBufferPointer(rebasing: bytes[own]) : known
                length += name.count + (mark == 0 ? 0 : 1 + word.count) + 3
                if length > out.count { return true }
                if level > 0 {
                    start -= 3
                    (out[start], out[start + 1], out[start + 2]) = (32, 62, 32)
                }
                if mark != 0 {
                    write(UnsafeBufferPointer(rebasing: bytes[word]))
                    start -= 1
                    out[start] = mark
                }
                write(name)
                return mark == 35 || n.tag == .body
            }
            if isDone { break }
            i = Int(n.parent)
        }
        return start
    }

    /// What follows the tag's name in `tag#id`, `tag.class` or `tag`: the sign or 0, and where the word stands.
    private func step(of node: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (mark: UInt8, word: Range<Int>) {
        if let id = attributeRange(.id, of: node), isName(bytes[id]) { return (35, id) }
        if var word = attributeRange(.class, of: node) {
            word = (word.first { bytes[$0] > 32 } ?? word.upperBound)..<word.upperBound
            word = word.lowerBound..<(word.first { bytes[$0] <= 32 } ?? word.upperBound)
            if isName(bytes[word]) { return (46, word) }
        }
        return (0, 0..<0)
    }
}

/// 1 to 40 bytes that need no escaping in a CSS selector, roughly.
private func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !word.isEmpty && word.count <= 40
        && word.allSatisfy { b in
            (b >= 97 && b <= 122) || (b >= 65 && b <= 90) || (b >= 48 && b <= 57) || b == 45 || b == 95 || b >= 0x80
        }
}

/// By `Tag.rawValue`; unknown elements bear their own.
private let tagNames: [[UInt8]] = Tag.allCases.map { Array($0.name.utf8) }
