/// Words in brackets that ask the reader to put an "@" there: "info (put the at sign here) shop.de".
enum EmailPhrase {
    /// Bytes between the brackets.
    private static let longest = 72

    /// The index behind the brackets that begin at `i`; nil where they say something else.
    static func end<Text: RandomAccessCollection>(_ i: Int, _ text: Text, _ range: Range<Int>) -> Int?
    where Text.Element == UInt8, Text.Index == Int {
        guard let close = EmailReader.closing[text[i]], hasName(before: i, text, range) else { return nil }
        let rest = text[min(i + 1, range.upperBound)..<min(range.upperBound, i + 1 + longest)]
        guard let end = rest.firstIndex(of: close), hasHost(after: end + 1, text, range) else { return nil }
        let words = Array(rest[..<end]).map(\.asciiLowered)[...]
        guard signs.contains(where: { words.containsFolded($0) }) else { return nil }
        return end + 1
    }

    private static func hasName<Text: RandomAccessCollection>(before i: Int, _ text: Text, _ range: Range<Int>) -> Bool
    where Text.Element == UInt8, Text.Index == Int {
        let last = i - 1 >= range.lowerBound && text[i - 1] == 32 ? i - 2 : i - 1
        return range.contains(last) && (text[last].isASCIILetter || text[last].isASCIIDigit)
    }

    /// "shop.de", "shop [dot] de": a label and a dot, or one in brackets too.
    private static func hasHost<Text: RandomAccessCollection>(after i: Int, _ text: Text, _ range: Range<Int>) -> Bool
    where Text.Element == UInt8, Text.Index == Int {
        var k = i
        while range.contains(k), text[k] == 32 { k += 1 }
        let start = k
        while range.contains(k), text[k].isASCIILetter || text[k].isASCIIDigit || text[k] == 0x2D { k += 1 }
        guard k > start, range.contains(k) else { return false }
        if text[k] == UInt8(ascii: ".") { return range.contains(k + 1) && text[k + 1].isASCIILetter }
        while range.contains(k), text[k] == 32 { k += 1 }
        return range.contains(k) && EmailReader.closing[text[k]] != nil
    }

    /// Signs and their names, which stand for nothing else.
    private static let signs: [StaticString] = [
        "@", "at sign", "at-sign", "at symbol", "at-symbol", "at-zeichen", "at zeichen", "klammeraffe", "zavináč",
        "zavinac",
        "собак", "знак ат", "равлик", "arroba", "arobase", "chiocciola", "małpa", "malpa", "kukac", "et işarə",
        "at işarə",
        "շնիկ", "แอท", "เครื่องหมาย @",
    ]
}
