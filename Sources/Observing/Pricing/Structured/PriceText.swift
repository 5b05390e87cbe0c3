import Model

/// Reads single values of structured data: prices, currencies, availability, dates.
enum PriceText {
    /// A price. Plain numbers follow schema.org (a full stop is a decimal point); others are read as people write
    /// them. Nil where it stays open, such as "1.299", which is written for both 1,299 and 1.30.
    static func money(_ value: EntityGraph.Value, currency: String?) -> Money? {
        switch value {
        case .number(let text): return decimal(text, currency)
        case .text(let raw):
            let text = String(raw.unicodeScalars.drop { Scalars.isSpace($0.value) })
            if isAmbiguous(text, currency) { return nil }
            if let money = decimal(text, currency) { return money }
            let reader = MoneyReader(MoneyHabits(currencies: currency.map { [$0] } ?? []))
            let amounts = reader.read(text).filter { $0.nature == .money || $0.nature == .bare }
            guard amounts.count == 1, let amount = amounts.first, !amount.isDoubtful, amount.sign >= 0 else {
                return nil
            }
            let code = amount.money.currency ?? currency
            let minor = amount.money.currency == nil ? amount.money.converted(to: code) : amount.money.minor
            return Money(minor: minor, currency: code)
        default: return nil
        }
    }

    /// "1299", "1299.00", "1.2E3" isn't.
    private static func decimal(_ text: String, _ currency: String?) -> Money? {
        var digits: Int64 = 0
        var fraction = -1
        var count = 0
        let exponent = Money.exponent(of: currency)
        var rounding: UInt8?
        for b in text.utf8 {
            if b == 46, fraction < 0, count > 0 {
                fraction = 0
                continue
            }
            guard b >= 48, b <= 57, count < 15 else { return nil }
            if fraction >= exponent {
                if rounding == nil { rounding = b - 48 }
                continue
            }
            digits = digits * 10 + Int64(b - 48)
            count += 1
            if fraction >= 0 { fraction += 1 }
        }
        guard count > 0 else { return nil }
        for _ in max(0, fraction)..<max(exponent, max(0, fraction)) { digits = digits &* 10 }
        if let rounding, rounding >= 5 { digits += 1 }
        return Money(minor: digits, currency: currency)
    }

    private static func isAmbiguous(_ text: String, _ currency: String?) -> Bool {
        guard Money.exponent(of: currency) != 3 else { return false }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 3, parts[0].utf8.count <= 3, parts[0] != "0" else {
            return false
        }
        return parts.joined().utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    /// An ISO code, or a sign that means one currency only.
    static func currency(_ text: String) -> String? {
        let bytes = Array(text.utf8.drop { $0 <= 32 }.prefix { $0 > 32 })
        guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
        let isCode = bytes.count == 3 && bytes.allSatisfy { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
        if isCode {
            let code = String(decoding: bytes, as: UTF8.self).uppercased()
            return code == "RUR" ? "RUB" : code
        }
        for token in CurrencyToken.table where token.bytes == bytes && token.codes.count == 1 { return token.codes[0] }
        return nil
    }

    /// schema.org's ItemAvailability, its address or its bare name, and OpenGraph's spellings.
    static func availability(_ text: String) -> Availability? {
        let name = EntityGraph.localName(text.trimmedSlash)
        let letters = name.lowercased().utf8.filter { $0 >= 97 && $0 <= 122 }
        switch String(decoding: letters, as: UTF8.self) {
        case "instock", "onlineonly", "available", "availablefororder", "instockonline", "madetoorder": return .inStock
        case "limitedavailability", "limited": return .limited
        case "preorder", "presale", "pending": return .preOrder
        case "backorder": return .backOrder
        case "outofstock", "soldout", "oos", "unavailable", "reserved": return .outOfStock
        case "discontinued": return .discontinued
        case "instoreonly": return .inStoreOnly
        default: return nil
        }
    }

    /// schema.org's OfferItemCondition, its address or its bare name, and OpenGraph's spellings.
    static func condition(_ text: String) -> ItemCondition? {
        let letters = EntityGraph.localName(text.trimmedSlash).lowercased().utf8.filter { $0 >= 97 && $0 <= 122 }
        switch String(decoding: letters, as: UTF8.self) {
        case "newcondition", "new": return .new
        case "usedcondition", "used": return .used
        case "refurbishedcondition", "refurbished": return .refurbished
        case "damagedcondition", "damaged": return .damaged
        default: return nil
        }
    }

    /// The day of an ISO 8601 date or moment.
    static func date(_ text: String) -> CalendarDate? {
        let parts = text.utf8.prefix(10).split(separator: 45, omittingEmptySubsequences: false)
        guard parts.count == 3, let y = number(parts[0]), let m = number(parts[1]), let d = number(parts[2]) else {
            return nil
        }
        return CalendarDate(year: y, month: m, day: d)
    }

    private static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
        var value = 0
        for b in bytes {
            guard b >= 48, b <= 57 else { return nil }
            value = value * 10 + Int(b - 48)
        }
        return value
    }
}

extension String {
    /// Without slashes at the end.
    fileprivate var trimmedSlash: String {
        var s = self
        while s.hasSuffix("/") { s.removeLast() }
        return s
    }
}
