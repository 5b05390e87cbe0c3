import Parsing

/// Addresses that only a script or a style sheet puts right.
enum EmailDisguise {
    /// Cloudflare's e-mail protection: hexadecimal, the first byte is the key that the others are combined with.
    static func cloudflare(_ hex: ArraySlice<UInt8>) -> String? {
        guard hex.count >= 8, hex.count <= 400, hex.count % 2 == 0 else { return nil }
        let bytes = stride(from: hex.startIndex, to: hex.endIndex, by: 2).compactMap { i -> UInt8? in
            guard let high = hex[i].hexValue, let low = hex[i + 1].hexValue else { return nil }
            return high << 4 | low
        }
        guard bytes.count == hex.count / 2, let key = bytes.first else { return nil }
        let clear = bytes.dropFirst().map { $0 ^ key }
        // "?subject=…" may follow.
        return EmailReader.read(clear.prefix { $0 != UInt8(ascii: "?") }[...])
    }

    /// The protected part of "/cdn-cgi/l/email-protection#…"; nil for other addresses.
    static func cloudflareLink(_ href: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard href.containsFolded("/cdn-cgi/l/email-protection"), let hash = href.lastIndex(of: UInt8(ascii: "#"))
        else { return nil }
        return href[(hash + 1)...]
    }

    /// Text that a style turns round: "moc.pohs@ofni".
    static func isReversed(_ node: Int, in document: Document) -> Bool {
        var i = node
        for _ in 0..<3 where i >= 0 {
            if let style = document.attribute(.style, of: i) {
                if style.containsFolded("bidi-override") { return true }
            } else if document.nodes[i].tag == .bdo,
                document.attribute(named: "dir", of: i)?.equalsFolded("rtl") == true
            {
                return true
            }
            i = Int(document.nodes[i].parent)
        }
        return false
    }
}
