/// Numbers that identify goods worldwide.
enum TradeNumber {
    /// A GTIN-8, -12, -13 or -14 with the right check digit (GS1 General Specifications, 7.9), blanks and hyphens taken
    /// out. An ISBN-10 becomes the ISBN-13 that it stands for (ISO 2108); nil for anything else.
    static func gtin(_ text: String) -> String? {
        let scalars = text.utf8.drop { !isDigit($0) }.filter { $0 != 32 && $0 != 45 }
        guard let last = scalars.last, scalars.dropLast().allSatisfy(isDigit) else { return nil }
        let digits = scalars.dropLast().map { Int($0 - 48) }
        if digits.count == 9 { return isbn(digits, check: last) }
        guard [7, 11, 12, 13].contains(digits.count), isDigit(last), checkDigit(digits) == Int(last - 48),
            digits.contains(where: { $0 != 0 })
        else { return nil }
        return String(decoding: scalars, as: UTF8.self)
    }

    /// Weights 3 and 1 in turn, from the right.
    private static func checkDigit(_ digits: [Int]) -> Int {
        let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
        return (10 - sum % 10) % 10
    }

    private static func isbn(_ digits: [Int], check: UInt8) -> String? {
        let value = check | 32 == 120 ? 10 : isDigit(check) ? Int(check - 48) : 99
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        guard (sum + value) % 11 == 0, sum > 0 else { return nil }
        let long = [9, 7, 8] + digits
        return (long + [checkDigit(long)]).map(String.init).joined()
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
