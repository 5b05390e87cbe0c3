/// What stands beside a run of digits.
enum NumberSurroundings {
    /// The run with some text on both sides, where libphonenumber sees an extension and what speaks against a number.
    static func window(around run: Range<Int>, in text: [UInt8], _ block: Range<Int>) -> Range<Int> {
        var start = max(block.lowerBound, run.lowerBound - 8)
        var end = min(block.upperBound, run.upperBound + 28)
        while start > block.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < block.upperBound, text[end] & 0xC0 == 0x80 { end -= 1 }
        // Not into another number: the matcher would find it again.
        var i = run.lowerBound
        while i > start, !text[i - 1].isASCIIDigit { i -= 1 }
        start = i
        return start..<max(end, run.upperBound)
    }

    /// Stuck to letters, or beside a currency: part of a code, an address of a page, a price.
    static func speakAgainst(_ run: Range<Int>, in text: [UInt8], _ block: Range<Int>) -> Bool {
        if run.lowerBound > block.lowerBound {
            let before = text[run.lowerBound - 1]
            if before.isASCIILetter || before.isASCIIDigit || "#/=_@$%&*'".utf8.contains(before) { return true }
            if before == UInt8(ascii: "-") || before == UInt8(ascii: "."), run.lowerBound - 2 >= block.lowerBound,
                text[run.lowerBound - 2].isASCIILetter
            {
                return true
            }
        }
        if run.upperBound < block.upperBound {
            let after = text[run.upperBound]
            if after.isASCIILetter && after | 32 != UInt8(ascii: "x") && after | 32 != UInt8(ascii: "e") { return true }
            if "%$_=&@'".utf8.contains(after) { return true }
        }
        return isBesideCurrency(run, in: text, block)
    }

    private static func isBesideCurrency(_ run: Range<Int>, in text: [UInt8], _ block: Range<Int>) -> Bool {
        var after = text[run.upperBound..<min(block.upperBound, run.upperBound + 12)]
        while after.first == 32 || after.first == 0xC2 || after.first == 0xA0 || after.first == UInt8(ascii: ",") {
            after = after.dropFirst()
        }
        if signs.contains(where: { after.starts(with: $0) }) { return true }
        let before = text[max(block.lowerBound, run.lowerBound - 6)..<run.lowerBound].trimmed
        return signs.contains { before.suffix($0.count).elementsEqual($0) }
    }

    private static let signs: [[UInt8]] = [
        "€", "$", "£", "¥", "₽", "₼", "֏", "฿", "₴", "₺", "₸", "₾", "₹", "zł", "Kč", "руб", "р.", "USD", "EUR", "AZN",
        "AMD", "RUB", "THB", "GBP", "CHF", "PLN", "CZK", "դրամ", "manat", "บาท", "грн", "тг", "TL", "kr",
    ].map { Array($0.utf8) }

    /// "f 215.256.6450", "Fax:": words for fax that are the same in most languages.
    static func isCalledFax(_ run: Range<Int>, in text: [UInt8], from start: Int) -> Bool {
        var word = text[max(start, run.lowerBound - 30)..<run.lowerBound]
        while let last = word.last, !last.isASCIILetter && last < 0x80 { word = word.dropLast() }
        word = word.suffix(while: { $0.isASCIILetter || $0 >= 0x80 })
        while let b = word.first, b & 0xC0 == 0x80 { word = word.dropFirst() }
        let isFax =
            word.equalsFolded("f") || word.suffix(3).equalsFolded("fax") || faxWords.contains { word.elementsEqual($0) }
        // "Tel./Fax:" can be called.
        return isFax && !isJoined(text[max(start, run.lowerBound - 60)..<max(start, word.startIndex)])
    }

    /// A word and a stroke or "&" stand at the end.
    static func isJoined(_ before: ArraySlice<UInt8>) -> Bool {
        let before = before.trimmed
        guard let sign = before.last, sign == UInt8(ascii: "/") || sign == UInt8(ascii: "&") else { return false }
        guard let last = before.dropLast().trimmed.last else { return false }
        return last.isASCIILetter || last == UInt8(ascii: ".") || last >= 0x80
    }

    private static let faxWords = [
        "fax", "Fax", "FAX", "telefax", "Telefax", "faks", "Faks", "FAKS", "telefaks", "Факс", "факс", "ФАКС", "ფაქსი",
        "φαξ", "Φαξ", "faksi", "faksas", "fakss", "faxe", "Ֆաքս", "ֆաքս", "โทรสาร", "แฟกซ์",
    ].map { Array($0.utf8) }

    /// A currency sign before the first group or a unit behind the last: the run without that group; nil where none
    /// is set off by a space.
    static func withoutAmount(_ run: PhoneRun, in text: [UInt8], _ block: Range<Int>) -> PhoneRun? {
        guard run.groups >= 3 else { return nil }
        let first = text[run.range].prefix { $0.isASCIIDigit }
        if first.endIndex < run.range.upperBound, !first.isEmpty, text[first.endIndex] == 32,
            run.range.lowerBound > block.lowerBound, "$".utf8.contains(text[run.range.lowerBound - 1])
        {
            return run.without(first.count, to: first.endIndex + 1..<run.range.upperBound, isFirst: true)
        }
        var i = run.range.upperBound
        while i > run.range.lowerBound, text[i - 1].isASCIIDigit { i -= 1 }
        let count = run.range.upperBound - i
        guard count <= 4, i > run.range.lowerBound, text[i - 1] == 32 else { return nil }
        return run.without(count, to: run.range.lowerBound..<i - 1, isFirst: false)
    }

    /// "x 123", "ext. 5", "доб. 12" directly behind a run.
    static func isBeforeExtension(_ rest: ArraySlice<UInt8>) -> Bool {
        var rest = rest
        while rest.first == 32 || rest.first == UInt8(ascii: ",") { rest = rest.dropFirst() }
        if rest.first.map({ $0 | 32 == UInt8(ascii: "x") }) == true {
            return rest.dropFirst().first { $0 != 32 }?.isASCIIDigit ?? false
        }
        return extensions.contains { rest.starts(with: $0) }
    }

    private static let extensions = ["ext", "Ext", "доб", "вн.", "kl.", "wew.", "daxili", "ներքին", "ต่อ", "dahili"].map
    {
        Array($0.utf8)
    }

    /// The word directly before is one of `words`, a "number" or "№" between them allowed for.
    static func isCalledOther(_ run: Range<Int>, in text: [UInt8], from start: Int, words: Set<String>) -> Bool {
        var tail = text[max(start, run.lowerBound - 64)..<run.lowerBound]
        while let b = tail.first, b & 0xC0 == 0x80 { tail = tail.dropFirst() }
        let tokens = tail.allSatisfy { $0 < 0x80 } ? self.words(ascii: tail) : self.words(of: tail)
        guard let last = tokens.last else { return false }
        if words.contains(last) { return !fillers.contains(last) || tokens.count < 2 || isOther(tokens, words) }
        return fillers.contains(last) && isOther(tokens, words)
    }

    /// In lower case, without full stops and hyphens at their ends.
    private static func words(of text: ArraySlice<UInt8>) -> [String] {
        String(decoding: text, as: UTF8.self).lowercased()
            .split { !($0.isLetter || $0 == "/" || $0 == "-" || $0 == "№" || $0 == "." || $0.isNumber) }
            .map { String($0.trimmingSuffix(while: { $0 == "." || $0 == "-" })) }
            .filter { !$0.isEmpty }
    }

    /// The same where each character is a byte.
    private static func words(ascii text: ArraySlice<UInt8>) -> [String] {
        text.split {
            !($0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "."))
        }
        .compactMap { token in
            var token = token
            while token.last == UInt8(ascii: ".") || token.last == UInt8(ascii: "-") { token = token.dropLast() }
            return token.isEmpty ? nil : String(decoding: token.map(\.asciiLowered), as: UTF8.self)
        }
    }

    private static func isOther(_ tokens: [String], _ words: Set<String>) -> Bool {
        tokens.dropLast().last.map { words.contains($0) } ?? false
    }

    private static let fillers: Set<String> = [
        "no", "nr", "number", "nummer", "номер", "№", "num", "code", "id", "číslo",
    ]
}

extension Substring {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
        var slice = self
        while let last = slice.last, isUnwanted(last) { slice = slice.dropLast() }
        return slice
    }
}

extension ArraySlice<UInt8> {
    /// The longest end of which each byte satisfies `test`.
    fileprivate func suffix(while test: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, test(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
