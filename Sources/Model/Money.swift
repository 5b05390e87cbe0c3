/// An amount of money as a shop wrote it.
public struct Money: Codable, Sendable, Hashable {
    /// Minor units of `currency` (cents, qəpik, копейки); of a hundredth where the currency is unknown.
    public var minor: Int64
    /// ISO 4217 code; nil where the page doesn't tell.
    public var currency: String?

    /// Each argument becomes the field of its name.
    public init(minor: Int64, currency: String?) {
        self.minor = minor
        self.currency = currency
    }

    /// A plain decimal with a full stop and no more places than the currency has, e.g. "1299.00"; nil for all else.
    ///
    /// - Parameter currency: ISO 4217 code; nil where it isn't known.
    public init?(decimal text: some StringProtocol, _ currency: String?) {
        let exponent = Money.exponent(of: currency)
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first, (1...15).contains(whole.count) else { return nil }
        let places = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || !places.isEmpty, places.dropFirst(exponent).allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, exponent - places.count))
        let padded = places.prefix(exponent) + zeros
        let digits = Array(whole) + padded
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.init(minor: digits.reduce(0) { $0 * 10 + Int64($1 - 48) }, currency: currency)
    }

    /// Decimal places of a currency's minor unit (ISO 4217); 2 for unknown ones.
    public static func exponent(of currency: String?) -> Int {
        guard let currency else { return 2 }
        // A code begins with its country's: most need no look at the lists.
        var country: UInt16 = 0
        for letter in currency.utf8.prefix(2) { country = country << 8 | UInt16(letter) }
        guard otherCountries.contains(country) else { return 2 }
        if zeroDecimal.contains(currency) { return 0 }
        return threeDecimal.contains(currency) ? 3 : 2
    }

    private static let zeroDecimal: Set<String> = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
        "XOF", "XPF",
    ]
    /// The first two letters of all of these codes.
    private static let otherCountries: [UInt16] = zeroDecimal.union(threeDecimal).map { code in
        code.utf8.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }
    private static let threeDecimal: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

    /// The plain decimal form with a full stop, e.g. "1299.00", followed by the currency if known.
    public var text: String { currency.map { "\(decimal) \($0)" } ?? decimal }

    /// The same without the currency, e.g. "1299.00".
    public var decimal: String {
        let exponent = Money.exponent(of: currency)
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.count)) + digits
        let whole = padded.dropLast(exponent)
        let number = exponent == 0 ? padded : "\(whole).\(padded.suffix(exponent))"
        return minor < 0 ? "-\(number)" : number
    }

    /// The same amount counted in hundredths whatever the currency, for comparing amounts of which one has none.
    public var hundredths: Int64 {
        switch Money.exponent(of: currency) {
        case 0: minor.multipliedReportingOverflow(by: 100).partialValue
        case 3: minor / 10
        default: minor
        }
    }
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Codable, Sendable, Hashable, Comparable {
    /// Of the common era.
    public var year: Int
    /// 1…12
    public var month: Int
    /// 1…31
    public var day: Int

    /// Nil for a day that doesn't exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The UTC day that contains a moment given in milliseconds since 1970-01-01T00:00:00Z.
    public init(millisecondsSince1970 milliseconds: Int64) {
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        day = doy - (153 * mp + 2) / 5 + 1
        month = mp < 10 ? mp + 3 : mp - 9
        year = yoe + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    /// ISO 8601: "2026-03-01".
    public var text: String {
        func pad(_ n: Int, _ width: Int) -> String {
            let s = String(n)
            return String(repeating: "0", count: max(0, width - s.count)) + s
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    /// The earlier day first.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
