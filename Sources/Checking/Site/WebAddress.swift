/// Addresses as far as comparing pages needs them; what is asked for over the network is resolved elsewhere.
enum WebAddress {
    /// An address as written on a page, made absolute; nil where it leads to no page.
    static func resolve(_ reference: String, against base: String) -> String? {
        resolve(reference, against: Parts(Substring(base)))
    }

    /// The same where many references of one page are resolved; nil stands for a base that is no web address.
    static func resolve(_ reference: String, against base: Parts?) -> String? {
        let reference = Substring(reference).trimmed()
        guard !reference.isEmpty, reference.utf8.count <= 8_192 else { return nil }
        if hasWebScheme(reference) { return String(reference) }
        guard let base else { return nil }
        if reference.hasPrefix("//") { return base.scheme + ":" + reference }
        if reference.hasPrefix("/") { return base.origin + reference }
        guard !hasScheme(reference) else { return nil }
        if reference.hasPrefix("#") { return base.origin + base.path + (base.query.isEmpty ? "" : "?" + base.query) }
        if reference.hasPrefix("?") { return base.origin + base.path + reference }
        let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? "/"
        return base.origin + withoutDots(String(folder) + String(reference))
    }

    /// The same number for addresses that lead to the same page whatever the scheme, "www.", letter case of the host,
    /// fragment, closing slash, percent-encoding or campaign parameters (FNV-1a, 64 bits).
    static func looseKey(_ url: String) -> UInt64 {
        var hash = FNV()
        guard let parts = Parts(Substring(url)) else {
            for byte in url.utf8 { hash.add(byte) }
            return hash.value
        }
        hash.add(authority: Array(parts.host.utf8)[...])
        var path = Array(parts.path.utf8)[...]
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        hash.add(decoding: path)
        guard !parts.query.isEmpty else { return hash.value }
        let kept = Array(parts.query.utf8).split(separator: UInt8(ascii: "&"))
            .filter { !isCampaign($0) }.sorted { $0.lexicographicallyPrecedes($1) }
        if !kept.isEmpty { hash.add(UInt8(ascii: "?")) }
        for parameter in kept {
            hash.add(decoding: parameter)
            hash.add(UInt8(ascii: "&"))
        }
        return hash.value
    }

    /// An absolute web address in its parts.
    struct Parts {
        var scheme: String
        /// With port where one is written.
        var host: String
        /// At least "/".
        var path: Substring
        /// Without "?".
        var query: Substring

        /// Scheme and host.
        var origin: String { scheme + "://" + host }

        init?(_ url: Substring) {
            guard WebAddress.hasWebScheme(url), let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                return nil
            }
            scheme = url[..<colon].lowercased()
            let rest = url.utf8[colon...].dropFirst(3).prefix { $0 != UInt8(ascii: "#") }
            let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
            let tail = rest[host.endIndex...]
            let path = tail.prefix { $0 != UInt8(ascii: "?") }
            self.host = String(Substring(host))
            query = Substring(tail[path.endIndex...].dropFirst())
            self.path = path.isEmpty ? "/" : Substring(path)
        }
    }

    private static func hasWebScheme(_ text: Substring) -> Bool {
        text.utf8.starts(with: "http://".utf8, by: isSameLetter)
            || text.utf8.starts(with: "https://".utf8, by: isSameLetter)
    }

    /// The second is a lower-case letter or a sign.
    private static func isSameLetter(_ a: UInt8, _ b: UInt8) -> Bool {
        a == b || ((65...90).contains(a) && a | 32 == b)
    }

    private static func hasScheme(_ text: Substring) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text[..<colon].utf8.allSatisfy { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
    }

    private static func isCampaign(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = parameter.prefix { $0 != UInt8(ascii: "=") }
        let lowered = name.prefix(9).map { (65...90).contains($0) ? $0 | 32 : $0 }
        return lowered.starts(with: "utm_".utf8) || campaigns.contains { lowered.elementsEqual($0.utf8) }
    }

    private static let campaigns = ["gclid", "fbclid", "yclid", "msclkid"]

    private static func withoutDots(_ path: String) -> String {
        let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var kept: [Substring] = []
        var closes = false
        for part in path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            closes = part == "." || part == ".."
            if part == ".." { if !kept.isEmpty { kept.removeLast() } } else if part != "." { kept.append(part) }
        }
        return "/" + kept.joined(separator: "/") + (closes && !kept.isEmpty ? "/" : "") + path[end...]
    }
}

extension Substring {
    func trimmed() -> Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
