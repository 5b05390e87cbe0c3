import Model

/// A check of the whole site that is met by any of several signs: facts of the index, or an address that is named
/// after what is looked for.
protocol SignCheck: Check where Subject == SiteFacts, Settings == SignSettings {
    var settings: SignSettings { get }
}

/// Which signs, and where they would stand.
struct SignSettings: Decodable, Sendable {
    /// Names of the fact index; any of them will do.
    var signs: [String]
    /// In words, for a claim of absence: "opening hours".
    var what: String
    /// Kinds of page that would most likely show one.
    var places: [PageKind]
    /// The most that a failure may claim.
    var confidence: Confidence
    /// Facts that speak of it without being it, such as a link with its name: they forbid a verdict.
    var hints: [String]
    /// Words of addresses (path and query), lower case, that speak of it: "wishlist".
    var addressWords: [String]
    /// An address with such a word is as good as a sign; otherwise it only forbids a verdict.
    var addressSuffices: Bool

    private enum Key: String, CodingKey {
        case signs, hints, what, places, confidence, addressWords, addressSuffices
    }

    init(from decoder: any Decoder) throws {
        let keyed = try decoder.container(keyedBy: Key.self)
        signs = try keyed.decode([String].self, forKey: .signs)
        hints = try keyed.decodeIfPresent([String].self, forKey: .hints) ?? []
        what = try keyed.decode(String.self, forKey: .what)
        places = try keyed.decodeIfPresent([PageKind].self, forKey: .places) ?? []
        confidence = try keyed.decodeIfPresent(Confidence.self, forKey: .confidence) ?? .certain
        addressWords = try keyed.decodeIfPresent([String].self, forKey: .addressWords) ?? []
        addressSuffices = try keyed.decodeIfPresent(Bool.self, forKey: .addressSuffices) ?? false
        for name in signs + hints where FactIndex.entry(named: name) == nil {
            throw DecodingError.dataCorruptedError(
                forKey: .signs, in: keyed,
                debugDescription: "has “\(name)”, which is no fact\(NearestName.hint(name, among: FactIndex.names))")
        }
    }
}

extension SignCheck {
    func evaluate(_ site: SiteFacts) -> Outcome { settings.judge(site) }
}

extension SignSettings {
    func judge(_ site: SiteFacts) -> Outcome {
        let found = signs.flatMap { site.mentions[$0]?.examples.prefix(2) ?? [] }
        guard found.isEmpty else { return .pass(Array(found.prefix(3))) }
        if let hint = hints.lazy.compactMap({ site.mentions[$0]?.examples.first }).first {
            return .undetermined("“\(hint.quote)” (\(hint.url)) speaks of it, and no page about it could be read")
        }
        if let address = site.firstAddress(with: addressWords) {
            let evidence = Evidence(url: address.referrer, quote: address.text, note: "links to \(address.url)")
            return addressSuffices
                ? .pass([evidence])
                : .undetermined("\(address.url) may be about it, but says nothing that could be read")
        }
        if signs.contains(where: { FactIndex.entry(named: $0)?.needsWords == true }),
            let silence = WordLists.silence(in: site.language)
        {
            return .undetermined(silence)
        }
        return Absence(of: what, in: site, places: places).outcome(upTo: confidence)
    }
}

extension SiteFacts {
    /// The first known address one of whose words is among `words`, with the text and page of a link to it.
    func firstAddress(with words: [String]) -> (url: String, text: String, referrer: String)? {
        guard !words.isEmpty else { return nil }
        let wanted = words.map { Array($0.utf8) }
        // “The Hitchhiker's Guide” in an address is no guide.
        let goods = Set(pages.filter { $0.kind == .product || $0.kind == .listing }.map(\.id))
        for (id, node) in graph.nodes.enumerated() where !goods.contains(PageID(id)) {
            guard Self.names(node.url, anyOf: wanted) else { continue }
            let page = node.firstReferrer.flatMap { Int($0) < graph.nodes.count ? graph.nodes[Int($0)].url : nil }
            return (node.url, node.linkText, page ?? node.url)
        }
        return nil
    }

    /// One of the words stands in the path or query of a normalised address, between signs that are no letters or
    /// digits. On bytes: a site may have 200,000 addresses of 4 KB.
    private static func names(_ url: String, anyOf words: [[UInt8]]) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            // Behind "https://host".
            var i = bytes.firstIndex(of: UInt8(ascii: ":")).map { $0 + 3 } ?? bytes.count
            while i < bytes.count, bytes[i] != UInt8(ascii: "/"), bytes[i] != UInt8(ascii: "?") { i += 1 }
            while i < bytes.count {
                let start = i
                while i < bytes.count, isWordByte(bytes[i]) { i += 1 }
                if i > start {
                    let isFound = words.contains { word in
                        word.count == i - start && zip(word, bytes[start..<i]).allSatisfy { $0 == lowered($1) }
                    }
                    if isFound { return true }
                } else {
                    i += 1
                }
            }
            return false
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        let lower = lowered(byte)
        return (lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57) || byte >= 0x80
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}
