import Parsing

extension PageView {
    /// Bytes on either side of a hit after which a sentence is cut: lists without full stops have no end.
    private static let sentenceReach = 600

    /// Bytes that a term's words take up, as a rule.
    private static let longestTerm = 200

    /// The sentence of its block that a hit stands in: bytes of the text.
    func sentence(around hit: TermHit) -> Range<Int> { sentence(around: hit.range, in: Int(hit.block)) }

    /// The sentence that some bytes of a block stand in.
    func sentence(around range: Range<Int>, in block: Int) -> Range<Int> {
        let block = document.blocks[block].text
        let text = document.text
        let first = max(block.lowerBound, range.lowerBound - PageView.sentenceReach)
        let last = min(block.upperBound, range.upperBound + PageView.sentenceReach)
        var start = range.lowerBound
        while start > first, !SentenceEnd.stands(text, before: start, block) { start -= 1 }
        var end = range.upperBound
        while end < last, !SentenceEnd.stands(text, before: end, block) { end += 1 }
        return start..<end
    }

    /// Hits of a block that lie in some bytes, with at least an end.
    func hits(in block: Int, from bytes: Range<Int>) -> [TermHit] {
        let all = hits(in: block)
        var low = all.startIndex
        var high = all.endIndex
        while low < high {
            let middle = (low + high) / 2
            if all[middle].range.lowerBound < bytes.lowerBound - PageView.longestTerm {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return all[low...].prefix { $0.range.lowerBound < bytes.upperBound }.filter { $0.range.overlaps(bytes) }
    }

    /// A term of a group stands in the same sentence.
    func says(_ group: TermGroup?, beside hit: TermHit) -> Bool {
        guard let group else { return false }
        return hits(in: Int(hit.block), from: sentence(around: hit)).contains { $0.group == group }
    }
}

/// Where sentences end, in text of any language.
private enum SentenceEnd {
    /// A sentence ends right before `i`: behind its last sign, at a line's end, at a bar or bullet between parts.
    static func stands(_ text: [UInt8], before i: Int, _ block: Range<Int>) -> Bool {
        guard i > block.lowerBound, i <= block.upperBound else { return false }
        switch text[i - 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "|"), 10: return true
        // The Armenian full stop is typed as one or as a colon; a time of day has figures behind it.
        case 0x89: return i - 2 >= block.lowerBound && text[i - 2] == 0xD6 && isSpace(text, i, block)
        // "•", "·"
        case 0xA2: return i - 3 >= block.lowerBound && text[i - 3] == 0xE2 && text[i - 2] == 0x80
        case 0xB7: return i - 2 >= block.lowerBound && text[i - 2] == 0xC2
        // "руб. доставка", "Mo. bis Fr.", "14. marca" go on.
        case UInt8(ascii: "."):
            return isSpace(text, i, block) && !isSmall(text, i + 1, block) && !isThai(text, before: i - 1, block)
                && !isOrdinal(text, before: i - 1, block)
        default: return false
        }
    }

    /// Thai ends no sentence with a full stop, it shortens words with it: "18:00 น.".
    private static func isThai(_ text: [UInt8], before i: Int, _ block: Range<Int>) -> Bool {
        i - 3 >= block.lowerBound && text[i - 3] == 0xE0 && text[i - 2] & 0xFE == 0xB8
    }

    /// "14. März": one or two figures by themselves.
    private static func isOrdinal(_ text: [UInt8], before i: Int, _ block: Range<Int>) -> Bool {
        var start = i
        while start > block.lowerBound, text[start - 1].isASCIIDigit { start -= 1 }
        return (1...2).contains(i - start) && (start == block.lowerBound || text[start - 1] == 32)
            && i + 2 < block.upperBound
    }

    private static func isSpace(_ text: [UInt8], _ i: Int, _ block: Range<Int>) -> Bool {
        i >= block.upperBound || text[i] == 32
    }

    /// A small letter or a figure stands there.
    private static func isSmall(_ text: [UInt8], _ i: Int, _ block: Range<Int>) -> Bool {
        guard i < block.upperBound else { return false }
        let next = String(decoding: text[i..<min(i + 4, block.upperBound)], as: UTF8.self).unicodeScalars.first
        return next.map { $0.properties.isLowercase || $0.properties.numericType != nil } ?? false
    }
}
