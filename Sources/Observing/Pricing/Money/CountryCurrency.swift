/// The currency of the country that a host's ending names.
enum CountryCurrency {
    /// Nil for endings that name no country, or none with a currency of one sign.
    static func of(host: String) -> String? {
        guard let dot = host.lastIndex(of: ".") else { return nil }
        return table[String(host[host.index(after: dot)...])]
    }

    /// "AUD" for "en-AU"; nil without a country, and for the countries that templates name of themselves.
    static func of(language tag: String) -> String? {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard parts.count >= 2, let country = parts.last, country.utf8.count == 2, country != "us" else { return nil }
        return table[country == "gb" ? "uk" : String(country)]
    }

    private static let table: [String: String] = [
        "az": "AZN", "am": "AMD", "ru": "RUB", "by": "BYN", "ua": "UAH", "kz": "KZT", "ge": "GEL", "uz": "UZS",
        "kg": "KGS",
        "md": "MDL", "sk": "EUR", "cz": "CZK", "pl": "PLN", "hu": "HUF", "ro": "RON", "bg": "BGN", "hr": "EUR",
        "si": "EUR",
        "rs": "RSD", "ba": "BAM", "mk": "MKD", "de": "EUR", "at": "EUR", "ch": "CHF", "li": "CHF", "fr": "EUR",
        "be": "EUR",
        "nl": "EUR", "lu": "EUR", "it": "EUR", "es": "EUR", "pt": "EUR", "ie": "EUR", "uk": "GBP", "fi": "EUR",
        "ee": "EUR",
        "lv": "EUR", "lt": "EUR", "gr": "EUR", "cy": "EUR", "mt": "EUR", "se": "SEK", "no": "NOK", "dk": "DKK",
        "is": "ISK",
        "tr": "TRY", "th": "THB", "vn": "VND", "id": "IDR", "my": "MYR", "sg": "SGD", "ph": "PHP", "in": "INR",
        "pk": "PKR",
        "cn": "CNY", "hk": "HKD", "tw": "TWD", "jp": "JPY", "kr": "KRW", "au": "AUD", "nz": "NZD", "ca": "CAD",
        "us": "USD",
        "mx": "MXN", "br": "BRL", "cl": "CLP", "ar": "ARS", "pe": "PEN", "uy": "UYU", "za": "ZAR", "ae": "AED",
        "sa": "SAR",
        "eg": "EGP", "il": "ILS", "ng": "NGN", "ke": "KES", "mn": "MNT",
    ]
}
