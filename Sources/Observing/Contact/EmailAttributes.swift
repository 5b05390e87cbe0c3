import Parsing

/// Addresses that an element keeps in its data attributes for a script to put together.
enum EmailAttributes {
    static func read(_ node: Int, of document: Document) -> String? {
        let n = document.nodes[node]
        var user: ArraySlice<UInt8>?
        var domain: ArraySlice<UInt8>?
        var ending: ArraySlice<UInt8>?
        for i in Int(n.start)..<Int(n.start) + Int(n.count) where document.attributes[i].name == .other {
            let a = document.attributes[i]
            let name = document.bytes[Int(a.nameStart)..<Int(a.nameStart) + Int(a.nameCount)]
            guard name.count >= 6, name.starts(with: data) else { continue }
            let value = document.bytes[Int(a.start)..<Int(a.start) + Int(a.count)]
            if name.equalsFolded("data-cfemail") { return EmailDisguise.cloudflare(value) }
            guard !value.isEmpty, value.count <= 254 else { continue }
            if isMail(name), let address = whole(value) { return address }
            let part = name.dropFirst(data.count)
            if users.contains(where: { part.elementsEqual($0) }) { user = value }
            if domains.contains(where: { part.elementsEqual($0) }) { domain = value }
            if part.elementsEqual("tld".utf8) { ending = value }
        }
        guard let user, var host = domain.map(Array.init) else { return nil }
        if let ending { host += [0x2E] + ending.drop { $0 == 0x2E } }
        return EmailReader.read(([UInt8](user) + [0x40] + host)[...])
    }

    /// As written, with its parts in brackets, turned round, in Base64 or shifted by 13 letters.
    private static func whole(_ value: ArraySlice<UInt8>) -> String? {
        let plain = value.starts(with: Array("mailto:".utf8)) ? value.dropFirst(7) : value
        if let address = EmailReader.read(plain) {
            // "moc.pohs@ofni" has no ending that people have; "vasb@fubc.pbz" neither.
            return EmailReader.hasUsualEnding(address)
                ? address
                : turned(plain) ?? shifted(plain) ?? address
        }
        let text = Array(plain)
        if let found = EmailReader.find(in: text, 0..<text.count).first { return found.address }
        return turned(plain) ?? Literal.base64(plain).flatMap { EmailReader.read($0[...]) }
    }

    private static func turned(_ value: ArraySlice<UInt8>) -> String? {
        EmailReader.read(Array(value.reversed())[...]).flatMap { EmailReader.hasUsualEnding($0) ? $0 : nil }
    }

    private static func shifted(_ value: ArraySlice<UInt8>) -> String? {
        EmailReader.read(Literal.shifted(Array(value))[...]).flatMap { EmailReader.hasUsualEnding($0) ? $0 : nil }
    }

    private static func isMail(_ name: ArraySlice<UInt8>) -> Bool {
        name.containsFolded("mail") || name.containsFolded("contact") || name.containsFolded("enc")
            || name.containsFolded("address") || name.containsFolded("reverse")
    }

    private static let data = Array("data-".utf8)
    private static let users = ["user", "name", "local", "u", "login", "mailbox", "part1", "account", "before"].map {
        Array($0.utf8)
    }
    private static let domains = ["domain", "host", "d", "website", "site", "part2", "server", "after"].map {
        Array($0.utf8)
    }
}
