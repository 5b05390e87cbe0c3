import Model

extension PageFacts {
    /// Why this page is no subject of a check on pages of some kinds; nil where it is one.
    func unfit(unless kinds: [PageKind]) -> String? {
        guard kinds.contains(kind.kind) else {
            return "only for pages of the kind \(kinds.map(\.rawValue).joined(separator: ", "))"
        }
        guard fetch.isSuccess else { return "the page answers with an error" }
        let staysAway = (head.robots ?? "").forbidsIndex || (fetch.robotsTag ?? "").forbidsIndex
        return staysAway ? "the page asks search engines to stay away" : nil
    }

    /// Why the absence of words on this page says nothing; nil where it does.
    var wordsUnknown: String? {
        if let reason = truncated { return "the page was not read to its end: \(reason)" }
        return WordLists.silence(in: language.tag)
    }

    /// What is wrong by something's not being there, on this page alone.
    func lack(of what: String, confidence: Confidence, note: String = "none found", detail: String? = nil) -> Outcome {
        let looked = SearchedPlaces(pages: 1, kinds: [kind.kind.rawValue: 1], urls: [url], what: what)
        let nothing = Evidence(url: url, quote: "", note: "\(what): \(note)")
        return .fail(Failure(evidence: [nothing], confidence: confidence, looked: looked, detail: detail))
    }
}

extension PricingFacts {
    /// The listing's own tiles, without those of related goods.
    var ownTiles: [ProductTile] { tiles.filter { !$0.isRelated } }

    /// What is known of the product's being in stock: what a visitor reads before what machines read.
    var knownAvailability: (availability: Availability, mention: Mention?)? {
        if let availability { return (availability, availabilityMention) }
        guard let offer = structured.first(where: { $0.availability != nil }) else { return nil }
        return offer.availability.map { ($0, offer.mention) }
    }
}

extension Availability {
    /// In words for a report.
    var words: String {
        switch self {
        case .inStock: "in stock"
        case .limited: "in stock, few left"
        case .preOrder: "to be ordered in advance"
        case .backOrder: "on back order"
        case .outOfStock: "out of stock"
        case .discontinued: "no longer sold"
        case .inStoreOnly: "in the store only"
        }
    }
}

extension String {
    /// Has "noindex" in any case of letters.
    fileprivate var forbidsIndex: Bool {
        guard utf8.count >= 7 else { return false }
        let bytes = Array(lowercased().utf8)
        return (0...(bytes.count - 7)).contains { bytes[$0..<($0 + 7)].elementsEqual("noindex".utf8) }
    }
}
