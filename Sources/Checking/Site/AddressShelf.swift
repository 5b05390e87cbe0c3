import Model

/// Postal addresses that pages show, and those that their structured data name, by their postal code.
struct AddressShelf: Sendable {
    private var shown: [String: Evidence] = [:]
    private var structured: [String: Evidence] = [:]
    private static let limit = 20

    mutating func absorb(_ facts: PageFacts) {
        for mention in facts.contact.postalAddress {
            guard let code = PostalCode.only(in: mention.quote) else { continue }
            let evidence = Evidence(url: facts.url, mention)
            if mention.region == .structuredData {
                AddressShelf.keep(evidence, code, &structured)
            } else {
                AddressShelf.keep(evidence, code, &shown)
            }
        }
    }

    private static func keep(_ evidence: Evidence, _ code: String, _ known: inout [String: Evidence]) {
        guard let old = known[code] else {
            if known.count < limit { known[code] = evidence }
            return
        }
        if evidence.url < old.url { known[code] = evidence }
    }

    var addresses: SiteAddresses {
        SiteAddresses(shown: AddressShelf.list(shown), structured: AddressShelf.list(structured))
    }

    private static func list(_ known: [String: Evidence]) -> [CodedAddress] {
        known.sorted { $0.key < $1.key }.map { CodedAddress(postalCode: $0.key, evidence: $0.value) }
    }
}

/// Postal codes of five or six figures, "82109" or "821 09"; shorter ones look like years and house numbers.
enum PostalCode {
    /// The code of a text that has just one; nil for none or several.
    static func only(in text: String) -> String? {
        var runs: [(digits: String, end: Int)] = []
        var codes: Set<String> = []
        let bytes = Array(text.utf8)
        var i = 0
        while i < bytes.count {
            guard (48...57).contains(bytes[i]) else {
                i += 1
                continue
            }
            let start = i
            while i < bytes.count, (48...57).contains(bytes[i]) { i += 1 }
            // A letter before or a mark that numbers are written with: an article's or a telephone number.
            let isBound =
                start > 0 && (bytes[start - 1] | 32 >= 97 && bytes[start - 1] | 32 <= 122 || bytes[start - 1] == 43)
            let digits = String(decoding: bytes[start..<i], as: UTF8.self)
            if let last = runs.last, last.digits.count == 3, digits.count == 2, last.end + 1 == start,
                bytes[start - 1] == 32
            {
                codes.insert(last.digits + digits)
            } else if digits.count == 5 || digits.count == 6, !isBound {
                codes.insert(digits)
            }
            runs.append((digits, i))
        }
        // Telephone numbers are written in groups: several runs of figures in a row.
        let isGrouped = zip(runs, runs.dropFirst()).contains { a, b in
            b.end - b.digits.count - a.end <= 1 && a.digits.count > 1 && b.digits.count > 1
                && !(a.digits.count == 3 && b.digits.count == 2)
        }
        return codes.count == 1 && !isGrouped ? codes.first : nil
    }
}
