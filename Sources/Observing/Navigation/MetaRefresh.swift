import Model
import Parsing

/// A page that sends its visitor on by a meta element.
enum MetaRefresh {
    /// What a meta element declares, by the HTML standard's steps for it; nil where it isn't one, names no other
    /// address, or is for visitors without scripts only.
    static func read(_ document: borrowing Document, meta i: Int) -> DeclaredRefresh? {
        guard let kind = document.attribute(.httpEquiv, of: i), kind.equalsFolded("refresh"),
            let content = document.attribute(.content, of: i),
            document.closest(i, where: { [.noscript, .template].contains(document.nodes[$0].tag) }) == nil
        else { return nil }
        return parse(content)
    }

    /// Where the page sends its visitor before it can be read, as written.
    static func forward(_ document: borrowing Document) -> String? {
        for (i, node) in document.nodes.enumerated() where node.tag == .meta && !node.isText {
            if let refresh = read(document, meta: i) { return refresh.forward }
        }
        return nil
    }

    private static func parse(_ content: ArraySlice<UInt8>) -> DeclaredRefresh? {
        var rest = content.drop(while: isSpace)
        let digits = rest.prefix(while: isDigit)
        guard !digits.isEmpty || rest.first == UInt8(ascii: ".") else { return nil }
        rest = rest.drop { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard let mark = rest.first, isSpace(mark) || isSeparator(mark) else { return nil }
        rest = rest.drop(while: isSpace)
        if let mark = rest.first, isSeparator(mark) { rest = rest.dropFirst().drop(while: isSpace) }
        let named = rest.dropFirst(3).drop(while: isSpace)
        if rest.prefix(3).equalsFolded("url"), named.first == UInt8(ascii: "=") {
            rest = named.dropFirst().drop(while: isSpace)
        }
        if let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            rest = rest.dropFirst().prefix { $0 != quote }
        }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        guard !rest.isEmpty, rest.count <= 2_048 else { return nil }
        let seconds = digits.count > 6 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return DeclaredRefresh(seconds: seconds, target: String(decoding: rest, as: UTF8.self))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) && byte != 11 }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") }
}

/// Where a page sends its visitor before it can be read, as written; nil for a page that stays.
public func forward(of body: [UInt8], charset: String?) -> String? {
    // Most pages have none, and parsing costs more than looking for the word.
    guard body.containsFolded("refresh") else { return nil }
    return MetaRefresh.forward(Document(html: body, charset: charset))
}
