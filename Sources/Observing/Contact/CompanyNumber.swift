/// Registration and tax numbers of the countries whose languages come first, with the sums that their registers publish.
enum CompanyNumber {
    enum Kind: String, CaseIterable {
        /// Russia's taxpayer number, Federal Tax Service: 10 digits for companies, 12 for people.
        case inn
        /// Russia's state registration number: 13 digits for companies, 15 for sole traders.
        case ogrn
        /// Slovak and Czech identification number.
        case ico
        /// Swiss enterprise number, Federal Statistical Office.
        case uid
        /// Thailand's 13 digits for taxpayers and companies.
        case thaiTax
        /// Turkey's tax number.
        case vkn
        /// Kazakhstan's business and personal numbers.
        case bin
        /// Ukraine's company code.
        case edrpou
        /// Azerbaijan's taxpayer number: no sum is published, the last digit is 1 for companies and 2 for people.
        case voen
        /// Armenia's taxpayer number: no sum is published.
        case hvhh
    }

    /// The digits fit the kind's length and sum.
    static func isPlausible(_ text: some Sequence<UInt8>, _ kind: Kind) -> Bool {
        let d = text.filter { (48...57).contains($0) }.map { Int($0) - 48 }
        switch kind {
        case .inn: return isINN(d)
        case .ogrn:
            guard d.count == 13 || d.count == 15 else { return false }
            return CheckDigits.value(d.dropLast()) % (d.count - 2) % 10 == d[d.count - 1]
        case .ico:
            return d.count == 8 && CheckDigits.elevenLess(d, [8, 7, 6, 5, 4, 3, 2], ten: 0, eleven: 1)
        case .uid:
            return d.count == 9 && CheckDigits.elevenLess(d, [5, 4, 3, 2, 7, 6, 5, 4], ten: nil, eleven: 0)
        case .thaiTax:
            return d.count == 13 && (11 - CheckDigits.sum(d, Array((2...13).reversed())) % 11) % 10 == d[12]
        case .vkn: return d.count == 10 && isVKN(d)
        case .bin:
            return d.count == 12
                && CheckDigits.twice(d, Array(1...11), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])
        case .edrpou: return d.count == 8 && isEDRPOU(d)
        case .voen: return d.count == 10 && (d[9] == 1 || d[9] == 2)
        case .hvhh: return d.count == 8
        }
    }

    private static func isINN(_ d: [Int]) -> Bool {
        let ten = [2, 4, 10, 3, 5, 9, 4, 6, 8]
        if d.count == 10 { return CheckDigits.sum(d, ten) % 11 % 10 == d[9] }
        guard d.count == 12 else { return false }
        return CheckDigits.sum(d, [7] + ten) % 11 % 10 == d[10]
            && CheckDigits.sum(d, [3, 7] + ten) % 11 % 10 == d[11]
    }

    private static func isVKN(_ d: [Int]) -> Bool {
        let sum = d[..<9].enumerated().reduce(0) { sum, item in
            let part = (item.element + 9 - item.offset) % 10
            guard part != 9 else { return sum + 9 }
            return sum + part * (1 << (9 - item.offset)) % 9
        }
        return (10 - sum % 10) % 10 == d[9]
    }

    /// The order of the weights depends on the number's range.
    private static func isEDRPOU(_ d: [Int]) -> Bool {
        let isMiddle = (30_000_000...60_000_000).contains(CheckDigits.value(d))
        let weights = isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]
        return CheckDigits.twice(d, weights, weights.map { $0 + 2 })
    }
}
