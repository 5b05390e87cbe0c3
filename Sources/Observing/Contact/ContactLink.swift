import Model
import Parsing

/// What a link has to do with reaching somebody, told from its address alone.
enum ContactLink {
    /// A contact page of this site.
    case page
    /// An e-mail address that a script puts right.
    case protectedEmail(String)
    case dial(LinkShape)
    case mail(LinkShape)
    /// A place in the catalogue's list.
    case channel(Int, ChannelFact.Role)

    /// Nil for links that lead elsewhere, as most do. `domain` is in lower case.
    init?(_ written: ArraySlice<UInt8>, domain: [UInt8], _ catalogue: ChannelCatalogue) {
        let href = written.trimmed
        guard let first = href.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "?") else { return nil }
        if first == UInt8(ascii: "/"), href.dropFirst().first != UInt8(ascii: "/") {
            guard ContactLinks.isWorthALook(href) else { return nil }
            if let hex = EmailDisguise.cloudflareLink(href), let address = EmailDisguise.cloudflare(hex) {
                self = .protectedEmail(address)
                return
            }
            self.init(inside: LinkShape(href))
            return
        }
        let link = LinkShape(href)
        if link.isWeb {
            if LinkPattern.isHost(link.host, in: domain) {
                self.init(inside: link)
            } else {
                self.init(channel: link, catalogue)
            }
        } else if link.scheme.isEmpty {
            self.init(inside: link)
        } else if link.scheme.equalsFolded("tel") || link.scheme.equalsFolded("callto") {
            self = .dial(link)
        } else if link.scheme.equalsFolded("mailto") {
            self = .mail(link)
        } else {
            self.init(channel: link, catalogue)
        }
    }

    private init?(inside link: LinkShape) {
        guard !link.query.isEmpty || ContactLinks.isWorthALook(link.path), ContactLinks.isContactPath(link) else {
            return nil
        }
        self = .page
    }

    private init?(channel link: LinkShape, _ catalogue: ChannelCatalogue) {
        guard let (index, role) = catalogue.classify(link) else { return nil }
        self = .channel(index, role)
    }
}
