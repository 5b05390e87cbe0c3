/// VAT ids of the member states of the EU, of Northern Ireland, Switzerland and the United Kingdom. Structures as the
/// Commission's VIES publishes them; sums as the national administrations do. Where a kind of number has no published
/// sum, its shape alone counts.
enum VATNumber {
    /// Letters and digits of an id with its country's prefix: "SK2020372640", "ATU12345675". Nil for other strings.
    static func isPlausible(_ id: String) -> Bool? {
        let text = Array(id.utf8)
        guard text.count >= 4, text.count <= 15 else { return nil }
        let country = String(decoding: text[..<2], as: UTF8.self)
        let rest = Array(text[2...])
        guard let lengths = lengths[country] else { return nil }
        if let isRight = lettered(country, rest) { return isRight }
        let digits = rest.map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }), lengths.contains(digits.count) else { return nil }
        return hasRightSum(country, digits)
    }

    private static let lengths: [String: Set<Int>] = [
        "AT": [], "BE": [10], "BG": [9, 10], "CY": [], "CZ": [8, 9, 10], "DE": [9], "DK": [8], "EE": [9], "EL": [9],
        "ES": [], "FI": [8], "FR": [11], "GB": [9, 12], "HR": [11], "HU": [8], "IE": [], "IT": [11], "LT": [9, 12],
        "LU": [8], "LV": [11], "MT": [8], "NL": [], "PL": [10], "PT": [9], "RO": [2, 3, 4, 5, 6, 7, 8, 9, 10],
        "SE": [12], "SI": [8], "SK": [10], "XI": [9, 12],
    ]

    private static func hasRightSum(_ country: String, _ d: [Int]) -> Bool {
        switch country {
        case "BE": d[0] <= 1 && 97 - CheckDigits.value(d[..<8]) % 97 == CheckDigits.value(d[8...])
        case "BG": d.count == 10 || CheckDigits.twice(d, Array(1...8), Array(3...10))
        case "CZ": d.count > 8 || CheckDigits.elevenLess(d, Array((2...8).reversed()), ten: 0, eleven: 1)
        case "DE", "HR": CheckDigits.mod11And10(d)
        case "DK": CheckDigits.sum(d, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
        case "EE": CheckDigits.sum(d, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
        case "EL": CheckDigits.sum(d, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == d[8]
        case "FI": CheckDigits.sum(d, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0
        case "FR": (12 + 3 * (CheckDigits.value(d[2...]) % 97)) % 97 == CheckDigits.value(d[..<2])
        case "GB", "XI": isBritish(Array(d[..<9]))
        case "HU": CheckDigits.sum(d, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
        case "IT": CheckDigits.luhn(d)
        case "LT": isLithuanian(d)
        case "LU": CheckDigits.value(d[..<6]) % 89 == CheckDigits.value(d[6...])
        case "LV": d[0] <= 3 || (4 - CheckDigits.sum(d, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11 + 10) % 11 == d[10]
        case "MT": 37 - CheckDigits.sum(d, [3, 4, 6, 7, 8, 9]) % 37 == CheckDigits.value(d[6...])
        case "PL": CheckDigits.sum(d, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == d[9]
        case "PT": CheckDigits.elevenLess(d, Array((2...9).reversed()), ten: 0, eleven: 0)
        case "RO":
            CheckDigits.sum(d.dropLast().reversed(), [2, 3, 5, 7, 1, 2, 3, 5, 7]) * 10 % 11 % 10 == d[d.count - 1]
        case "SE": d[10] + d[11] > 0 && CheckDigits.luhn(Array(d[..<10]))
        case "SI": CheckDigits.elevenLess(d, Array((2...8).reversed()), ten: 0, eleven: nil)
        case "SK": CheckDigits.value(d) % 11 == 0
        default: false
        }
    }

    private static func isBritish(_ d: [Int]) -> Bool {
        let sum = CheckDigits.sum(d, Array((2...8).reversed())) + CheckDigits.value(d[7...])
        return sum % 97 == 0 || (sum + 55) % 97 == 0
    }

    private static func isLithuanian(_ d: [Int]) -> Bool {
        d.count == 9
            ? CheckDigits.twice(d, Array(1...8), [3, 4, 5, 6, 7, 8, 9, 1])
            : CheckDigits.twice(d, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4])
    }

    // MARK: With letters

    /// Nil for a country whose ids are digits only.
    private static func lettered(_ country: String, _ text: [UInt8]) -> Bool? {
        switch country {
        case "AT": isAustrian(text)
        case "CY": isCypriot(text)
        case "ES": isSpanish(text)
        case "IE": isIrish(text)
        case "NL": isDutch(text)
        // Keys with letters are given out without a published sum.
        case "FR" where text.count == 11 && !text.prefix(2).allSatisfy({ (48...57).contains($0) }):
            digits(text[2...]).map(CheckDigits.luhn) ?? false
        default: nil
        }
    }

    private static func digits(_ text: some Collection<UInt8>) -> [Int]? {
        let values = text.map { Int($0) - 48 }
        return values.allSatisfy { (0...9).contains($0) } ? values : nil
    }

    private static func isAustrian(_ text: [UInt8]) -> Bool {
        guard text.count == 9, text[0] == UInt8(ascii: "U"), let d = digits(text[1...]) else { return false }
        let sum = d[..<7].enumerated().reduce(0) { sum, item in
            let part = item.offset % 2 == 1 ? item.element * 2 : item.element
            return sum + part / 10 + part % 10
        }
        return (106 - sum) % 10 == d[7]
    }

    private static func isCypriot(_ text: [UInt8]) -> Bool {
        let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        guard text.count == 9, let d = digits(text[..<8]) else { return false }
        let sum = d.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? odd[$1.element] : $1.element) }
        return Int(text[8]) == 65 + sum % 26
    }

    private static func isSpanish(_ text: [UInt8]) -> Bool {
        guard text.count == 9, let first = text.first, let last = text.last else { return false }
        let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
        if let d = digits(text[..<8]) { return letters[CheckDigits.value(d) % 23] == last }
        guard let d = digits(text[1..<8]) else { return false }
        if (88...90).contains(first) { return letters[CheckDigits.value([Int(first) - 88] + d) % 23] == last }
        guard "ABCDEFGHJNPQRSUVWKLM".utf8.contains(first) else { return false }
        let sum = d.enumerated().reduce(0) { sum, item in
            let part = item.offset % 2 == 0 ? item.element * 2 : item.element
            return sum + part / 10 + part % 10
        }
        let check = (10 - sum % 10) % 10
        return Int(last) == 48 + check || last == Array("JABCDEFGHI".utf8)[check]
    }

    private static func isIrish(_ text: [UInt8]) -> Bool {
        guard text.count == 8 || text.count == 9 else { return false }
        // The old form: a letter or sign in the second place, and no sum that holds for all.
        guard let d = digits(text[..<7]) else { return digits(text[2..<7]) != nil && text.count == 8 }
        var sum = CheckDigits.sum(d, Array((2...8).reversed()))
        if text.count == 9 {
            guard (65...73).contains(text[8]) else { return text[8] == 87 }
            sum += (Int(text[8]) - 64) * 9
        }
        return Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[sum % 23] == text[7]
    }

    private static func isDutch(_ text: [UInt8]) -> Bool {
        guard text.count == 12, text[9] == UInt8(ascii: "B"), let d = digits(text[..<9]), digits(text[10...]) != nil
        else { return false }
        if CheckDigits.sum(d, Array((2...9).reversed())) % 11 == d[8] { return true }
        // Since 2020 sole traders' ids carry ISO 7064 mod 97-10 over the whole, letters as 10…35.
        let whole = Array("NL".utf8) + text
        return whole.reduce(0) { rest, b in
            b < 58 ? (rest * 10 + Int(b) - 48) % 97 : (rest * 100 + Int(b) - 55) % 97
        } == 1
    }
}
