import Parsing

/// Reads the mark that goes with one review: stars as characters or classes, a width, "4 out of 5" in any language.
enum ReviewMark {
    /// The best mark there is, or a lower one; nil where none can be read.
    static func isTop(in node: Int, of document: Document) -> Bool? {
        var stars = 0
        for i in node..<min(document.nodes.count, max(node + 1, Int(document.nodes[node].end)), node + 600) {
            if document.nodes[i].isText {
                if document.nodes[i].isHidden && !document.nodes[i].flags.contains(.assistive) { continue }
                if let isTop = words(document.textBytes(of: i)) { return isTop }
                continue
            }
            let isStars = isCalledStars(i, document)
            for value in [
                document.attribute(.ariaLabel, of: i), document.attribute(.title, of: i),
                document.attribute(.alt, of: i),
            ] {
                guard let value, value.count <= 80 else { continue }
                if let isTop = words(value[...]) ?? (isStars ? single(value[...]) : nil) { return isTop }
            }
            for name: StaticString in ["data-rating", "data-score"] {
                if let value = document.attribute(of: i, otherNamed: name), let isTop = single(value[...]) {
                    return isTop
                }
            }
            if isStars, let style = document.attribute(.style, of: i), let percent = width(style[...]) {
                return percent > 99
            }
            if isFilledStar(i, document) { stars += 1 }
        }
        return stars > 0 && stars <= 5 ? stars == 5 : nil
    }

    /// "★★★★☆", "4 out of 5", "5/5".
    static func words(_ text: ArraySlice<UInt8>) -> Bool? {
        guard text.count <= 400 else { return nil }
        if let isTop = characters(text) { return isTop }
        return ratio(text)
    }

    private static func characters(_ text: ArraySlice<UInt8>) -> Bool? {
        // ★ and ☆ are E2 98 85 and E2 98 86.
        var full = 0
        var empty = 0
        var i = text.startIndex
        while i + 2 < text.endIndex {
            if text[i] == 0xE2, text[i + 1] == 0x98, text[i + 2] == 0x85 || text[i + 2] == 0x86 {
                if text[i + 2] == 0x85 { full += 1 } else { empty += 1 }
                i += 3
            } else {
                i += 1
            }
        }
        // A lone star is an ornament or the sign of a column.
        guard full + empty == 5 || full > 1 && full <= 5 && empty == 0 else { return nil }
        return full == 5
    }

    /// Two numbers of which one is 5 or 10, with a stroke or a word or two between.
    private static func ratio(_ text: ArraySlice<UInt8>) -> Bool? {
        let numbers = numbers(text)
        for (a, b) in zip(numbers, numbers.dropFirst()) {
            let between = text[a.range.upperBound..<b.range.lowerBound].trimmed
            guard !between.isEmpty, between.count <= 30, between.elementsEqual("/".utf8) || hasLetter(between),
                !touchesNumber(text, before: a.range.lowerBound, after: b.range.upperBound)
            else { continue }
            let (low, high) = (min(a.value, b.value), max(a.value, b.value))
            // "5 üzerinden 4": either may come first.
            guard high == 5 || high == 10, low >= 0 else { continue }
            return low == high
        }
        return nil
    }

    /// "5 stars", "4.5": out of five.
    private static func single(_ text: ArraySlice<UInt8>) -> Bool? {
        let numbers = numbers(text)
        guard numbers.count == 1, let value = numbers.first?.value, value > 0, value <= 5 else { return nil }
        return value == 5
    }

    private static func numbers(_ text: ArraySlice<UInt8>) -> [(value: Double, range: Range<Int>)] {
        var found: [(Double, Range<Int>)] = []
        var i = text.startIndex
        while i < text.endIndex, found.count < 4 {
            guard text[i].isASCIIDigit else {
                i += 1
                continue
            }
            var end = i
            var digits = ""
            while end < text.endIndex, end - i < 6 {
                let b = text[end]
                if b.isASCIIDigit {
                    digits.unicodeScalars.append(Unicode.Scalar(b))
                } else if b == UInt8(ascii: ".") || b == UInt8(ascii: ","), !digits.contains("."),
                    end + 1 < text.endIndex, text[end + 1].isASCIIDigit
                {
                    digits += "."
                } else {
                    break
                }
                end += 1
            }
            if let value = Double(digits) { found.append((value, i..<end)) }
            i = max(end, i + 1)
        }
        return found
    }

    /// Part of a date or of a longer number.
    private static func touchesNumber(_ text: ArraySlice<UInt8>, before: Int, after: Int) -> Bool {
        let signs = Array("/.-:".utf8)
        if before > text.startIndex, signs.contains(text[before - 1]) { return true }
        return after + 1 < text.endIndex && signs.contains(text[after]) && text[after + 1].isASCIIDigit
    }

    private static func hasLetter(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains { $0.isASCIILetter || $0 >= 0x80 }
            && !text.contains { "+*=()\"%#".utf8.contains($0) }
    }

    private static func isCalledStars(_ node: Int, _ document: Document) -> Bool {
        guard let name = document.attribute(.class, of: node) else { return false }
        return name.containsFolded("rating") || name.containsFolded("star")
    }

    private static func isFilledStar(_ node: Int, _ document: Document) -> Bool {
        guard let name = document.attribute(.class, of: node), !document.nodes[node].isHidden else { return false }
        return name.split(separator: 32).contains { $0.equalsFolded("fa-star") || $0.equalsFolded("bi-star-fill") }
            && !name.containsFolded("fa-regular") && !name.containsFolded("far ")
    }

    /// "width: 80%".
    private static func width(_ style: ArraySlice<UInt8>) -> Double? {
        guard style.containsFolded("width") else { return nil }
        let text = String(decoding: style, as: UTF8.self)
        guard let start = text.range(of: "width")?.upperBound, let end = text[start...].firstIndex(of: "%") else {
            return nil
        }
        return Double(text[start..<end].filter { $0.isNumber || $0 == "." })
    }
}
