import Model

/// What tells the country that a shop sells in.
struct CountryClues: Sendable {
    private var phones: [String: Int] = [:]
    private var currencies: [String: Int] = [:]

    mutating func absorb(_ facts: PageFacts) {
        for phone in facts.contact.phones where phone.validity == .valid {
            if let region = phone.region { CountryClues.count(region, &phones) }
        }
        let offer = facts.pricing.visible ?? facts.pricing.structured.first ?? facts.pricing.tiles.first?.offer
        if let currency = offer?.price?.currency { CountryClues.count(currency, &currencies) }
    }

    private static func count(_ key: String, _ counts: inout [String: Int]) {
        guard counts[key] != nil || counts.count < 300 else { return }
        counts[key, default: 0] += 1
    }

    /// The region with most points: 3 for the host's country domain, 2 each for the commonest telephone region and
    /// currency, 1 for the language. Nil under 2 points, or where two regions are level.
    func country(host: String, language: String) -> String? {
        var points: [String: Int] = [:]
        func give(_ amount: Int, _ region: String?) {
            if let region { points[region, default: 0] += amount }
        }
        give(3, CountryClues.region(ofHost: host))
        give(2, CountryClues.commonest(phones))
        give(2, CountryClues.commonest(currencies).flatMap { CountryClues.byCurrency[$0] })
        give(1, CountryClues.byLanguage[language])
        let ranked = points.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value >= 2 else { return nil }
        return ranked.count > 1 && ranked[1].value == first.value ? nil : first.key
    }

    private static func commonest(_ counts: [String: Int]) -> String? {
        counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    static func region(ofHost host: String) -> String? {
        let withoutPort = host.prefix { $0 != ":" }
        guard let last = withoutPort.split(separator: ".").last?.lowercased(), last.utf8.count == 2,
            last.utf8.allSatisfy({ (97...122).contains($0) }), !usedByAll.contains(last)
        else { return nil }
        return last == "uk" ? "GB" : last.uppercased()
    }

    /// Country domains that shops of any country take.
    private static let usedByAll: Set<String> = [
        "ai", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "so", "su", "to", "tv", "ws", "xyz",
    ]

    /// Currencies of one country only (ISO 4217).
    private static let byCurrency: [String: String] = [
        "AMD": "AM", "AZN": "AZ", "BGN": "BG", "BRL": "BR", "BYN": "BY", "CAD": "CA", "CZK": "CZ", "DKK": "DK",
        "GBP": "GB", "GEL": "GE", "HUF": "HU", "IDR": "ID", "ILS": "IL", "INR": "IN", "JPY": "JP", "KGS": "KG",
        "KRW": "KR", "KZT": "KZ", "MDL": "MD", "MXN": "MX", "MYR": "MY", "NOK": "NO", "PLN": "PL", "RON": "RO",
        "RSD": "RS", "RUB": "RU", "SEK": "SE", "SGD": "SG", "THB": "TH", "TRY": "TR", "UAH": "UA", "UZS": "UZ",
        "VND": "VN",
    ]

    /// Languages of one country above all.
    private static let byLanguage: [String: String] = [
        "az": "AZ", "bg": "BG", "cs": "CZ", "da": "DK", "fi": "FI", "he": "IL", "hu": "HU", "hy": "AM", "it": "IT",
        "ja": "JP", "ka": "GE", "kk": "KZ", "ko": "KR", "lt": "LT", "lv": "LV", "pl": "PL", "sk": "SK", "th": "TH",
        "tr": "TR", "uk": "UA", "vi": "VN",
    ]
}
