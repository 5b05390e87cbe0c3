import Parsing

/// Addresses in one block of a page, those that a style turns round put right.
enum EmailBlock {
    static func read(_ block: Int, of page: PageView) -> [EmailReader.Found] {
        let document = page.document
        var found = EmailReader.find(in: document.text, document.blocks[block].text)
        for piece in document.pieces[document.blocks[block].pieces] {
            let bytes = document.text[piece.text]
            guard bytes.contains(UInt8(ascii: "@")), EmailDisguise.isReversed(piece.node, in: document) else { continue }
            found.removeAll { $0.range.overlaps(piece.text) }
            let turned = Array(bytes.reversed())
            found += EmailReader.find(in: turned, 0..<turned.count).map {
                EmailReader.Found(address: $0.address, range: piece.text, isObfuscated: true)
            }
        }
        return found
    }
}
