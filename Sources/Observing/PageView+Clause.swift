import Parsing

extension PageView {
    /// The part of a sentence that some bytes stand in: between commas, colons, dashes and brackets.
    func clause(around range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        let text = document.text
        var start = min(max(range.lowerBound, sentence.lowerBound), sentence.upperBound)
        while start > sentence.lowerBound, !ClauseEnd.stands(text, before: start, sentence) { start -= 1 }
        var end = max(start, min(range.upperBound, sentence.upperBound))
        while end < sentence.upperBound, !ClauseEnd.stands(text, before: end + 1, sentence) { end += 1 }
        return start..<end
    }

    /// The clause before another of the same sentence that has more than signs in it.
    func clause(before clause: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        var end = clause.lowerBound
        while end > sentence.lowerBound {
            let found = self.clause(around: (end - 1)..<(end - 1), in: sentence)
            if document.text[found].contains(where: { $0.isASCIIDigit || $0.isASCIILetter || $0 >= 0xC3 }) {
                return found
            }
            end = min(end - 1, found.lowerBound)
        }
        return nil
    }

    /// The clause after another of the same sentence that has more than signs in it.
    func clause(after clause: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        var start = clause.upperBound + 1
        while start < sentence.upperBound {
            let found = self.clause(around: start..<start, in: sentence)
            if document.text[found].contains(where: { $0.isASCIIDigit || $0.isASCIILetter || $0 >= 0xC3 }) {
                return found
            }
            start = max(start, found.upperBound) + 1
        }
        return nil
    }

    /// The sentence of a block that ends where another begins.
    func sentence(before sentence: Range<Int>, in block: Int) -> Range<Int>? {
        let start = document.blocks[block].text.lowerBound
        var end = sentence.lowerBound
        while end > start, document.text[end - 1] <= 32 { end -= 1 }
        return end > start ? self.sentence(around: (end - 1)..<(end - 1), in: block) : nil
    }

    /// The sentence of a block that begins where another ends.
    func sentence(after sentence: Range<Int>, in block: Int) -> Range<Int>? {
        let end = document.blocks[block].text.upperBound
        var start = sentence.upperBound
        while start < end, document.text[start] <= 32 { start += 1 }
        return start < end ? self.sentence(around: start..<start, in: block) : nil
    }

    /// Words of four letters or more in some bytes that no hit of `groups` covers; in Thai, which parts no words, each
    /// six letters count as one.
    func looseWords(in range: Range<Int>, block: Int, besides groups: Set<TermGroup>) -> Int {
        let covered = hits(in: block, from: range).filter { groups.contains($0.group) }.map(\.range)
        let text = document.text
        var count = 0
        var letters = 0
        var thai = 0
        for i in range {
            let b = text[i]
            let isLetter = b.isASCIILetter || b >= 0xC3 && b != 0xE2
            if isLetter, covered.contains(where: { $0.contains(i) }) {
                letters = -100
            } else if b == 0xE0 {
                thai += 1
            } else if isLetter {
                letters += 1
            } else if b < 0x80 {
                if letters >= 4 { count += 1 }
                letters = 0
            }
        }
        return count + (letters >= 4 ? 1 : 0) + thai / 6
    }
}

/// Where the parts of a sentence end.
private enum ClauseEnd {
    /// A part ends right before `i`: behind its sign.
    static func stands(_ text: [UInt8], before i: Int, _ sentence: Range<Int>) -> Bool {
        guard i > sentence.lowerBound, i <= sentence.upperBound else { return false }
        switch text[i - 1] {
        case UInt8(ascii: "("), UInt8(ascii: ")"): return true
        case UInt8(ascii: ","), UInt8(ascii: ":"): return !isDigit(text, i, sentence) || !isDigit(text, i - 2, sentence)
        // A hyphen with spaces, "–", "—": not between figures.
        case UInt8(ascii: "-"):
            return isSpace(text, i, sentence) && isSpace(text, i - 2, sentence) && !isRange(text, i - 1, i, sentence)
        case 0x93, 0x94:
            return i - 3 >= sentence.lowerBound && text[i - 3] == 0xE2 && text[i - 2] == 0x80
                && !isRange(text, i - 3, i, sentence)
        // Thai parts clauses with spaces.
        case 32: return isThai(text, i, sentence) && isThai(text, i - 4, sentence)
        // The Armenian comma before what explains: "՝".
        case 0x9D: return i - 2 >= sentence.lowerBound && text[i - 2] == 0xD5
        default: return false
        }
    }

    private static func isDigit(_ text: [UInt8], _ i: Int, _ sentence: Range<Int>) -> Bool {
        sentence.contains(i) && text[i].isASCIIDigit
    }

    private static func isThai(_ text: [UInt8], _ i: Int, _ sentence: Range<Int>) -> Bool {
        sentence.contains(i) && i + 1 < text.count && text[i] == 0xE0 && text[i + 1] & 0xFE == 0xB8
    }

    private static func isSpace(_ text: [UInt8], _ i: Int, _ sentence: Range<Int>) -> Bool {
        sentence.contains(i) && text[i] == 32
    }

    /// Figures stand on both sides of a dash.
    private static func isRange(_ text: [UInt8], _ start: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
        var left = start - 1
        while sentence.contains(left), text[left] == 32 { left -= 1 }
        var right = end
        while sentence.contains(right), text[right] == 32 { right += 1 }
        return isDigit(text, left, sentence) && isDigit(text, right, sentence)
    }
}
