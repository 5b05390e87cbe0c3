import Parsing

/// What a number behind a word such as "ИНН" or "IČO" comes to.
enum RegistrationWords {
    enum Verdict {
        /// The number's sum is right, or nobody publishes one.
        case possible
        /// Its register gives out no such number: a digit is wrong, or it is a sample.
        case doubtful
    }

    /// `word` is the term as it stands, `rest` the text behind it; possible where the word belongs to no known register.
    static func verdict(_ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Verdict {
        let name = String(decoding: word, as: UTF8.self).lowercased()
        let token = number(rest)
        guard token.count(where: \.isASCIIDigit) >= 6 else { return .possible }
        if let isRight = VATNumber.isPlausible(String(decoding: token, as: UTF8.self)) {
            return isRight ? .possible : .doubtful
        }
        guard token.allSatisfy(\.isASCIIDigit),
            let kind = kinds.first(where: { name.hasPrefix($0.word) })?.kind
        else { return .possible }
        return CompanyNumber.isPlausible(token, kind) ? .possible : .doubtful
    }

    /// Letters and digits up to the first word or end of the number, spaces, dots and hyphens between digits left out.
    private static func number(_ rest: ArraySlice<UInt8>) -> [UInt8] {
        var token: [UInt8] = []
        var hasDigit = false
        for b in rest.prefix(40) {
            if b.isASCIIDigit || b.isASCIILetter && !hasDigit {
                hasDigit = hasDigit || b.isASCIIDigit
                token.append(b)
            } else if b.isASCIILetter || b == UInt8(ascii: ",") || b == UInt8(ascii: ";") || b == UInt8(ascii: "/") {
                break
            } else if !hasDigit {
                // "no." and the like before the number are none of it.
                if token.count != 2 { token.removeAll() }
            } else if b != 32, b != UInt8(ascii: "."), b != UInt8(ascii: "-") {
                break
            }
        }
        return token
    }

    private static let kinds: [(word: String, kind: CompanyNumber.Kind)] = [
        ("инн", .inn), ("огрн", .ogrn), ("ičo", .ico), ("iče", .ico), ("vöen", .voen), ("հվհհ", .hvhh), ("бин", .bin),
        ("иин", .bin), ("бсн", .bin), ("егрпоу", .edrpou), ("єдрпоу", .edrpou), ("vkn", .vkn),
        ("เลขประจำตัวผู้เสียภาษี", .thaiTax), ("เลขทะเบียนนิติบุคคล", .thaiTax),
    ]
}
