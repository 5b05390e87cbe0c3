import Model

/// Pages without HTTPS, and what secure pages load or send without it.
struct InsecurePage: Check {
    static let id = CheckID(.navigation, "insecure-page")
    /// Browsers ask for these by HTTPS of themselves, or show them with a warning only.
    private static let passive = ["img", "audio", "video", "source"]

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let address = page.fetch.finalURL
        guard let host = WebAddress.Parts(Substring(address))?.host else {
            return .undetermined("the page has no web address")
        }
        guard page.fetch.isSecure else {
            if WebHost.isPrivate(host) {
                return .notApplicable("a server on this network or for tests needs no HTTPS")
            }
            return .fail(Failure(evidence: [Evidence(url: page.url, quote: address, note: "served without HTTPS")]))
        }
        let parts = page.navigation.insecureParts
        guard !parts.isEmpty else { return .pass([Evidence(url: page.url, quote: address)]) }
        let sure = parts.filter { !isPassive($0) }
        return .fail(
            Failure(
                evidence: (sure + parts.filter(isPassive)).prefix(5).map { evidence(page, $0) },
                confidence: sure.isEmpty ? .likely : .certain))
    }

    private func evidence(_ page: PageFacts, _ part: Mention) -> Evidence {
        let tag = tag(part)
        let isForm = tag == "form" || tag == "button" || tag == "input"
        return Evidence(url: page.url, part, note: isForm ? "sent without HTTPS" : "loaded without HTTPS")
    }

    private func isPassive(_ part: Mention) -> Bool { InsecurePage.passive.contains(tag(part)) }

    /// The element at the end of the locator: "main > img.photo" is an img.
    private func tag(_ part: Mention) -> String {
        let last = part.locator.split(separator: ">").last ?? ""
        return String(last.trimmed().prefix { $0.isASCII && $0.isLetter }).lowercased()
    }
}

/// Hosts as far as they say who can reach them.
enum WebHost {
    private static let privateEndings = [
        "localhost", "local", "test", "invalid", "internal", "intranet", "lan", "home", "corp", "home.arpa",
    ]

    /// Loopback, private networks (RFC 1918, 3927, 4193, 4291) and names that no customer can resolve (RFC 6761, 6762,
    /// 8375). `host` as written in an address, with or without a port.
    static func isPrivate(_ host: String) -> Bool {
        var name = host.lowercased()
        if name.hasPrefix("[") {
            let address = name.dropFirst().prefix { $0 != "]" }
            return ["::1", "fc", "fd", "fe8", "fe9", "fea", "feb"].contains { address.hasPrefix($0) }
        }
        if let colon = name.firstIndex(of: ":") { name = String(name[..<colon]) }
        if name.hasSuffix(".") { name.removeLast() }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt8($0) }
        if parts.count == 4, numbers.count == 4 {
            switch (numbers[0], numbers[1]) {
            case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168): return true
            default: return false
            }
        }
        return parts.count == 1 || privateEndings.contains { name == $0 || name.hasSuffix("." + $0) }
    }
}
