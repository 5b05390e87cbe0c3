import Parsing

/// Addresses in one block of a page, those that a style turns round put right.
enum EmailBlock {
    static func read(_ block: Int, of page: PageView) -> [EmailReader.Found] {
        let document = page.document
        // "info@a.de<a>sales@a.de</a>" is two: an address that one text node holds whole ends with it.
        var found = document.pieces[document.blocks[block].pieces].flatMap {
            EmailReader.find(in: document.text, $0.text)
        }
        for one in EmailReader.find(in: document.text, document.blocks[block].text)
        where !found.contains(where: { $0.range.overlaps(one.range) }) {
            found.append(one)
        }
        for piece in document.pieces[document.blocks[block].pieces] {
            let bytes = document.text[piece.text]
            guard bytes.contains(UInt8(ascii: "@")), EmailDisguise.isReversed(piece.node, in: document) else {
                continue
            }
            found.removeAll { $0.range.overlaps(piece.text) }
            let turned = Array(bytes.reversed())
            found += EmailReader.find(in: turned, 0..<turned.count).map {
                EmailReader.Found(address: $0.address, range: piece.text, isObfuscated: true)
            }
        }
        return found
    }
}
