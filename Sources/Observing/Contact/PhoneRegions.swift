import Model
import Parsing

/// Countries whose telephone plan a page's numbers are read by, most likely first.
struct PhoneRegions {
    /// Told by the domain, the declared locale, the language's own country, an address or a number with its country
    /// code: a number in this plan needs no word beside it.
    private(set) var strong: [String] = []
    /// Guesses: a number has to be grouped like one, or be called one.
    private(set) var weak: [String] = []

    var all: [String] { strong + weak }

    /// `host` and `locale` as they stand; `languageRegion` is the region of the language's own file.
    init(host: String, locale: String?, language: String, languageRegion: String?, currency: String?) {
        if let region = PhoneRegions.region(ofDomain: host) { add(region) }
        if let region = PhoneRegions.region(ofLocale: locale) { add(region) }
        if let languageRegion { add(languageRegion) }
        if let region = currency.flatMap({ PhoneRegions.byCurrency[$0] }) { suggest(region) }
        for region in PhoneRegions.byLanguage[language] ?? [] { suggest(region) }
    }

    /// What a page, its site and the facts found so far tell.
    init(page: PageView, facts: PageFacts) {
        let currency = facts.pricing.visible?.price?.currency ?? facts.pricing.tiles.first?.offer.price?.currency
        self.init(
            host: page.context.host, locale: page.language.declared, language: page.language.tag,
            languageRegion: page.lexicon.language(page.language.tag)?.region,
            currency: currency ?? page.structured.currencies.first)
    }

    /// Where nothing else tells, the country of the page's own numbers that are written with their country code.
    mutating func learn(from links: [ArraySlice<UInt8>], blocks: [Int], of page: PageView) {
        guard strong.isEmpty else { return }
        for link in links where link.percentDecoded.first == UInt8(ascii: "+") {
            if let region = NumberPlan.read(link.percentDecoded, region: "ZZ").region { add(region) }
        }
        let text = page.document.text
        for block in blocks where strong.isEmpty {
            for run in PhoneRun.find(in: text, page.document.blocks[block].text) where run.hasPlus {
                if let region = NumberPlan.read(text[run.range], region: "ZZ").region { add(region) }
            }
        }
    }

    /// Adds a country that the page itself names.
    mutating func add(_ region: String) {
        guard region.utf8.count == 2, !strong.contains(region), strong.count < 4 else { return }
        weak.removeAll { $0 == region }
        strong.append(region)
    }

    private mutating func suggest(_ region: String) {
        guard !strong.contains(region), !weak.contains(region), weak.count < 4 else { return }
        weak.append(region)
    }

    /// The country of a host's top-level domain; nil for general ones and for those that are sold as general.
    static func region(ofDomain host: String) -> String? {
        guard let last = host.lowercased().split(separator: ".").last, last.utf8.count == 2,
            last.utf8.allSatisfy({ $0.isASCIILetter })
        else {
            return byLongDomain[host.lowercased().split(separator: ".").last.map(String.init) ?? ""]
        }
        if generic.contains(String(last)) { return nil }
        switch last {
        case "uk": return "GB"
        case "su": return "RU"
        default: return last.uppercased()
        }
    }

    /// The region of "az-AZ", "zh-Hant-TW", "en_US".
    static func region(ofLocale locale: String?) -> String? {
        guard let locale, locale.utf8.count <= 20 else { return nil }
        let parts = locale.split { $0 == "-" || $0 == "_" }.dropFirst()
        return parts.first { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0.isASCIILetter } }?.uppercased()
    }

    private static let generic: Set<String> = [
        "eu", "io", "co", "me", "tv", "ai", "cc", "ws", "to", "fm", "ly", "gg", "sh", "st", "la", "nu", "vc", "im",
        "in",
        "ac", "ag", "bz", "gl", "gs", "hn", "lc", "ms", "mu", "pw", "sc", "tk", "ml", "ga", "cf", "gq", "tc", "vg",
        "so", "is",
    ]
    private static let byLongDomain = [
        "рф": "RU", "xn--p1ai": "RU", "xn--y9a3aq": "AM", "xn--o3cw4h": "TH", "xn--j1amh": "UA",
    ]
    private static let byCurrency = [
        "AZN": "AZ", "RUB": "RU", "AMD": "AM", "THB": "TH", "CZK": "CZ", "PLN": "PL", "UAH": "UA", "KZT": "KZ",
        "BYN": "BY", "GEL": "GE", "TRY": "TR", "GBP": "GB", "CHF": "CH", "SEK": "SE", "NOK": "NO", "DKK": "DK",
        "HUF": "HU", "RON": "RO", "BGN": "BG", "USD": "US", "CAD": "CA", "AUD": "AU", "NZD": "NZ", "VND": "VN",
        "JPY": "JP", "KRW": "KR", "ILS": "IL", "INR": "IN", "BRL": "BR", "MXN": "MX", "ZAR": "ZA", "RSD": "RS",
    ]
    /// Other countries where a language is usual.
    private static let byLanguage = [
        "en": ["US", "GB", "CA", "AU"], "de": ["DE", "AT", "CH"], "ru": ["RU", "KZ", "BY"], "fr": ["FR", "BE", "CH"],
        "es": ["ES", "MX", "AR"], "it": ["IT", "CH"], "az": ["AZ"], "sk": ["SK", "CZ"], "cs": ["CZ", "SK"],
        "hy": ["AM"], "th": ["TH"], "uk": ["UA"], "tr": ["TR"], "pl": ["PL"], "nl": ["NL", "BE"], "pt": ["PT", "BR"],
        "sv": ["SE", "FI"], "da": ["DK"], "no": ["NO"], "nb": ["NO"], "fi": ["FI"], "hu": ["HU"], "ro": ["RO", "MD"],
        "bg": ["BG"],
        "el": ["GR", "CY"], "hr": ["HR"], "sr": ["RS"], "sl": ["SI"], "lt": ["LT"], "lv": ["LV"], "et": ["EE"],
        "ka": ["GE"],
        "kk": ["KZ"], "be": ["BY"], "he": ["IL"], "vi": ["VN"], "ja": ["JP"], "ko": ["KR"], "id": ["ID"],
    ]
}
