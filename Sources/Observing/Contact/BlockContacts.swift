import Model
import Parsing

/// The ways to a person that stand in one block of text, by their places.
enum BlockContacts {
    struct Contact {
        var way: ContactWay
        var value: String
        var range: Range<Int>
    }

    /// Ascending; those that overlap are one.
    static func find(in block: Int, of page: PageView, _ facts: ContactFacts, _ regions: PhoneRegions) -> [Contact] {
        let range = page.document.blocks[block].text
        var found: [Contact] = []
        func add(_ contact: Contact) {
            if !found.contains(where: { $0.range.overlaps(contact.range) }) { found.append(contact) }
        }
        if page.document.blocks[block].digits > 0 {
            for phone in facts.phones where phone.isCallable && phone.source == .text {
                if let place = place(of: Array(phone.raw.utf8), in: page.document.text, range) {
                    add(Contact(way: .phone, value: phone.raw, range: place))
                }
            }
        }
        if !facts.emails.isEmpty {
            for email in EmailReader.find(in: page.document.text, range) {
                add(Contact(way: .email, value: email.address, range: email.range))
            }
        }
        for piece in page.document.pieces[page.document.blocks[block].pieces]
        where page.document.nodes[piece.node].flags.contains(.inLink) {
            guard let link = page.document.closest(piece.node, where: { page.document.nodes[$0].tag == .a }),
                let (way, value) = way(of: link, page, regions)
            else { continue }
            add(Contact(way: way, value: value, range: piece.text))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func way(of link: Int, _ page: PageView, _ regions: PhoneRegions) -> (ContactWay, String)? {
        // Most links are known to lead elsewhere.
        if let known = page.addresses[link], !known.traits.contains(.contact) { return nil }
        guard let href = page.document.attribute(.href, of: link) else { return nil }
        let domain = Array(page.context.domain.utf8)
        switch ContactLink(href, domain: domain, page.context.channels) {
        case .protectedEmail(let address): return (.email, address)
        case .mail(let link):
            return EmailReader.read(link.path.percentDecoded[...]).map { (.email, $0) }
        case .dial(let link):
            guard
                case .number(let raw, let verdict) = DialLink.read(
                    link.path.isEmpty ? link.host : link.path, regions: regions),
                verdict.validity == .valid || verdict.validity == .undecided
            else { return nil }
            return (.phone, raw)
        case .channel(let index, .profile):
            let channel = page.context.channels.channels[index]
            switch channel.kind {
            case .messenger: return (.messenger, channel.platform)
            case .chat: return (.chat, channel.platform)
            case .social: return nil
            }
        case .channel, .page, nil: return nil
        }
    }

    private static func place(of word: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let first = word.first, word.count <= range.count else { return nil }
        for i in range.lowerBound...(range.upperBound - word.count)
        where text[i] == first && text[i..<(i + word.count)].elementsEqual(word) {
            return i..<(i + word.count)
        }
        return nil
    }
}
