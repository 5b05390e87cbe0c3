import Model
import Parsing

/// Tells links to a contact page.
enum ContactLinks {
    /// The last part of the path, or a route in the query, is a contact page's usual name.
    static func isContactPath(_ link: LinkShape) -> Bool {
        if !link.query.isEmpty, let route = link.parameter(Array("route".utf8)) {
            return route.elementsEqual("information/contact".utf8)
        }
        var path = link.path
        while path.last == 0x2F { path = path.dropLast() }
        let start = path.lastIndex(of: 0x2F).map { $0 + 1 } ?? path.startIndex
        let last = path[start...]
        // Hundreds of links a page: most are told by their length and first letter.
        guard last.count >= 3, last.count <= 90, let first = last.first,
            mayBegin(first)
        else { return false }
        let name = last.percentDecoded.map(\.asciiLowered).prefix { $0 != UInt8(ascii: ".") }
        return names.contains(String(decoding: name, as: UTF8.self))
    }

    /// Nothing that begins with a slash and is a contact page's path or a protected e-mail address fails this.
    static func isWorthALook(_ href: ArraySlice<UInt8>) -> Bool {
        href.withUnsafeBufferPointer { bytes in
            var last = 0
            for i in bytes.indices {
                let b = bytes[i]
                // A route in the query, a fragment, a slash at the end: read on in peace.
                if b == 0x3F || b == 0x23 { return true }
                if b == 0x2F { last = i + 1 }
            }
            return last >= bytes.count || mayBegin(bytes[last])
        }
    }

    /// The first byte of a contact page's name.
    private static func mayBegin(_ b: UInt8) -> Bool {
        switch b | 32 {
        case 0x62, 0x63, 0x65, 0x69, 0x67, 0x6B, 0x73: true
        default: b >= 0x80 || b == 0x25
        }
    }

    private static let names: Set<String> = [
        "contact", "contacts", "contact-us", "contact_us", "contactus", "kontakt", "kontakty", "kontakte", "kontakti",
        "elaqe",
        "elaqə", "əlaqə", "bize-yazin", "kontakt-form", "kontaktformular", "contacto", "contatti", "contato",
        "iletisim",
        "customer-service", "kontaktujte-nas", "svyaz", "ติดต่อ", "ติดต่อเรา", "контакты", "կապ", "get-in-touch",
    ]

    /// Links whose words are a contact page's name, by the hits in the page's text.
    static func named(_ group: TermGroup?, of page: PageView, known: [ChannelFact]) -> [ChannelFact] {
        guard let group else { return [] }
        var found: [ChannelFact] = []
        var targets = Set(known.map(\.target))
        for hit in page.hits where hit.group == group && found.count + known.count < 10 {
            guard let link = page.link(around: hit),
                let href = page.document.attribute(.href, of: link)?.trimmed, !href.isEmpty
            else { continue }
            let words = page.document.visibleText(of: link, limit: 120)
            // "Contact lenses" names a contact page no more than "Read how our customers contact us" does.
            guard hit.range.count * 10 >= words.utf8.count * 7, href.first != UInt8(ascii: "#") || href.count > 1 else {
                continue
            }
            let target = String(decoding: href.prefix(400), as: UTF8.self)
            guard targets.insert(target).inserted else { continue }
            found.append(
                ChannelFact(
                    platform: "page", role: .page, target: target, mention: page.mention(of: link, quote: words)))
        }
        return found
    }
}

extension PageView {
    /// The text node that a place in the text comes from.
    func textNode(at offset: Int, in block: Int) -> Int? {
        let range = document.blocks[block].pieces
        return document.pieces[range].last { $0.text.lowerBound <= offset }?.node
    }

    /// The link that a hit stands in.
    func link(around hit: TermHit) -> Int? {
        guard let text = textNode(at: hit.range.lowerBound, in: Int(hit.block)),
            document.nodes[text].flags.contains(.inLink)
        else { return nil }
        return document.closest(text) { document.nodes[$0].tag == .a }
    }

    /// A link by its name, or by its address where it has none.
    func linkMention(_ node: Int, _ href: ArraySlice<UInt8>) -> Mention {
        let name = document.accessibleName(of: node, limit: 120)
        return mention(of: node, quote: name.isEmpty ? String(decoding: href.prefix(200), as: UTF8.self) : name)
    }
}
