/// Addresses as far as comparing pages needs them; what is asked for over the network is resolved elsewhere.
enum WebAddress {
    /// An address as written on a page, made absolute; nil where it leads to no page.
    static func resolve(_ reference: String, against base: String) -> String? {
        let reference = Substring(reference).trimmed()
        guard !reference.isEmpty, reference.utf8.count <= 8_192 else { return nil }
        if hasWebScheme(reference) { return String(reference) }
        guard let parts = Parts(Substring(base)), !hasScheme(reference) else { return nil }
        if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
        let origin = parts.scheme + "://" + parts.host
        if reference.hasPrefix("/") { return origin + reference }
        if reference.hasPrefix("#") { return String(base.prefix { $0 != "#" }) }
        if reference.hasPrefix("?") { return origin + parts.path + reference }
        let folder = parts.path.lastIndex(of: "/").map { parts.path[...$0] } ?? "/"
        return origin + withoutDots(String(folder) + String(reference))
    }

    /// The same for addresses that lead to the same page whatever the scheme, "www.", letter case of the host,
    /// fragment, closing slash, percent-encoding or campaign parameters (FNV-1a, 64 bits).
    static func looseKey(_ url: String) -> UInt64 {
        guard let parts = Parts(Substring(url)) else { return fnv(Array(url.utf8)) }
        var host = parts.host.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        var path = parts.path
        while path.hasSuffix("/") { path.removeLast() }
        let kept = parts.query.split(separator: "&").filter { !isCampaign($0) }.sorted()
        var bytes = Array(host.utf8)
        bytes += decoded(path)
        if !kept.isEmpty {
            bytes.append(UInt8(ascii: "?"))
            for parameter in kept { bytes += decoded(parameter) + [UInt8(ascii: "&")] }
        }
        return fnv(bytes)
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

        init?(_ url: Substring) {
            guard WebAddress.hasWebScheme(url), let colon = url.firstIndex(of: ":") else { return nil }
            scheme = url[..<colon].lowercased()
            let rest = url[colon...].dropFirst(3).prefix { $0 != "#" }
            host = String(rest.prefix { $0 != "/" && $0 != "?" })
            let tail = rest.dropFirst(host.count)
            let path = tail.prefix { $0 != "?" }
            query = tail.dropFirst(path.count + 1)
            self.path = path.isEmpty ? "/" : path
        }
    }

    private static func hasWebScheme(_ text: Substring) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    private static func hasScheme(_ text: Substring) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text[..<colon].utf8.allSatisfy { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
    }

    private static func isCampaign(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || ["gclid", "fbclid", "yclid", "msclkid"].contains(name)
    }

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

    private static func decoded(_ text: Substring) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = hex(bytes[i + 1]),
                let low = hex(bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return out
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func fnv(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}

extension Substring {
    func trimmed() -> Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
