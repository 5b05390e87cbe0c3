/// Tells runs of digits that are no telephone numbers by their own shape.
enum NumberKinds {
    /// A date, a span of years, an IP address: `run` as written.
    static func isSomethingElse(_ run: ArraySlice<UInt8>) -> Bool {
        let groups = run.split { !$0.isASCIIDigit }.map { group in
            (count: group.count, value: group.prefix(6).reduce(0) { $0 * 10 + Int($1 - 48) })
        }
        // "43/151/01234": a tax number or a reference.
        if run.count(where: { $0 == UInt8(ascii: "/") }) >= 2, run.first != UInt8(ascii: "+") { return true }
        let years = 1900...2100
        if groups.count >= 2, groups[0].count == 4, groups[1].count == 4, years.contains(groups[0].value),
            years.contains(groups[1].value), run.first != UInt8(ascii: "+")
        {
            return true
        }
        // "12.1 - 23.71 - 23.45": figures with decimals.
        if groups.count >= 4, run.count(where: { $0 == UInt8(ascii: ".") }) >= 2, run.split(separator: 32).count >= 3,
            run.contains(UInt8(ascii: "-")), run.first != UInt8(ascii: "+")
        {
            return true
        }
        if groups.count == 2 { return groups.allSatisfy { $0.count == 4 && (1900...2100).contains($0.value) } }
        if groups.count == 4, run.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) {
            return groups.allSatisfy { $0.count <= 3 && $0.value <= 255 } && groups.contains { $0.count < 2 }
                || groups.allSatisfy { $0.value <= 255 && $0.count == 3 }
        }
        // Two dates in a row ("01.03.2026 - 31.03.2026") are looked at as two.
        guard groups.count == 3 || groups.count == 6 else { return false }
        return stride(from: 0, to: groups.count, by: 3).allSatisfy { isDate(Array(groups[$0..<$0 + 3])) }
    }

    private static func isDate(_ groups: [(count: Int, value: Int)]) -> Bool {
        let years = 1900...2600
        let small = { (i: Int, most: Int) in groups[i].count <= 2 && groups[i].value >= 1 && groups[i].value <= most }
        if groups[2].count == 4, years.contains(groups[2].value) {
            return small(0, 31) && small(1, 12) || small(0, 12) && small(1, 31)
        }
        if groups[0].count == 4, years.contains(groups[0].value) { return small(1, 12) && small(2, 31) }
        return groups[2].count == 2 && small(0, 31) && small(1, 12)
    }

    /// Digits that somebody typed to fill the field, or that a plan reserves for fiction. `national` are the digits
    /// without country code where the country is known.
    static func isPlaceholder(_ digits: [UInt8], national: [UInt8], callingCode: Int) -> Bool {
        for number in [digits, national] where number.count >= 6 {
            if isCounting(number) || hasRepeats(number) { return true }
        }
        return isFictitious(String(decoding: national, as: UTF8.self), callingCode: callingCode)
    }

    /// 123456789, 0123456, 987654321 make up the number; or 1234567 its last seven digits.
    private static func isCounting(_ digits: [UInt8]) -> Bool {
        let isRising = { (d: ArraySlice<UInt8>) in
            zip(d, d.dropFirst()).allSatisfy { $1 == $0 + 1 || ($0 == 57 && $1 == 48) }
        }
        let isFalling = { (d: ArraySlice<UInt8>) in
            zip(d, d.dropFirst()).allSatisfy { $0 == $1 + 1 || ($0 == 48 && $1 == 57) }
        }
        return isRising(digits[...]) || isFalling(digits[...])
            || digits.count >= 8 && digits.suffix(7).elementsEqual("1234567".utf8)
    }

    /// One digit over and over, or seven zeros at the end. 555-55-55 alone may well be a real number.
    private static func hasRepeats(_ digits: [UInt8]) -> Bool {
        Set(digits).count == 1 || digits.count >= 8 && digits.suffix(7).allSatisfy { $0 == 48 }
    }

    /// Ranges that regulators keep free for films and examples: NANPA 555-0100…0199, Ofcom's drama numbers,
    /// Bundesnetzagentur's Drama-Rufnummern, ARCEP's, ACMA's.
    private static func isFictitious(_ national: String, callingCode: Int) -> Bool {
        let beginnings: [String]
        switch callingCode {
        case 1:
            let digits = Array(national.utf8)
            if digits.count == 7 { return digits.starts(with: "55501".utf8) }
            guard digits.count == 10 else { return false }
            return digits[0...2].elementsEqual("555".utf8) || digits[3...7].elementsEqual("55501".utf8)
        case 44:
            beginnings = [
                "2079460", "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960",
                "1414960", "1514960", "1614960", "1632960", "2890180", "2920180", "1914980", "7700900", "8081570",
                "9098790", "3069990",
            ]
        case 49: beginnings = ["3023125", "6990009", "4066969", "2214710", "8999998", "1715392", "17600406", "1523125"]
        case 33: beginnings = ["19900", "26191", "35301", "46571", "53649", "63998"]
        case 61: beginnings = ["25550", "27010", "35550", "37010", "75550", "77010", "85550", "87010", "491570"]
        default: return false
        }
        return beginnings.contains { national.hasPrefix($0) }
    }
}
