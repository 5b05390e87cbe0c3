import Model

/// What the candidate countries' plans say of one string that is meant as a telephone number.
struct PhoneVerdict {
    var number: DialledNumber?
    var validity: PhoneFact.Validity

    /// `text` as somebody wrote it to be dialled; `regions` from `PhoneRegions.all`.
    init(_ text: ArraySlice<UInt8>, regions: [String]) {
        let digits = text.filter(\.isASCIIDigit)
        let isInternational = text.first { $0 > 32 } == UInt8(ascii: "+")
        let asked = isInternational || regions.isEmpty ? [regions.first ?? "ZZ"] : regions
        let readings = asked.map { NumberPlan.read(text, region: $0) }
        for (region, reading) in zip(asked, readings) {
            let (code, national) = PhoneVerdict.split(reading, region: region)
            if NumberKinds.isPlaceholder(digits, national: national, callingCode: code) {
                self.init(number: nil, validity: .placeholder)
                return
            }
            if reading.isValid {
                self.init(number: reading, validity: .valid)
                return
            }
        }
        let isImpossible =
            (isInternational || !regions.isEmpty) && digits.count > PhoneRun.fewestDigits
            && readings.allSatisfy { PhoneVerdict.isImpossible($0, isInternational: isInternational) }
        self.init(number: nil, validity: isImpossible ? .invalid : .undecided)
    }

    init(number: DialledNumber?, validity: PhoneFact.Validity) {
        self.number = number
        self.validity = validity
    }

    /// No plan can grow into it: the length is wrong, or no number at all begins with its first national digit. A
    /// range that is merely unknown may be newer than the plan that we have.
    private static func isImpossible(_ reading: DialledNumber, isInternational: Bool) -> Bool {
        switch reading.fault {
        case .wrongLength, .wrongCountry: true
        case .localOnly: isInternational
        case .noSuchRange: isBeginningUnused(reading.e164)
        case .none, .notANumber: false
        }
    }

    /// Tries numbers of the same length and first digit, spread evenly; none of a whole tenth of a plan is valid only
    /// where that tenth is not in use.
    private static func isBeginningUnused(_ e164: String) -> Bool {
        let digits = Array(e164.utf8)
        let code = callingCodeLength(digits)
        guard code > 0, digits.count - code - 2 >= 4 else { return false }
        let head = digits[...(code + 1)]
        var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<150 {
            var candidate = Array(head)
            while candidate.count < digits.count {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                candidate.append(48 + UInt8(truncatingIfNeeded: (seed >> 33) % 10))
            }
            if NumberPlan.read(candidate, region: "ZZ").isValid { return false }
        }
        return true
    }

    /// The country code and the digits after it; without the code where the number could not be read.
    static func split(_ reading: DialledNumber, region: String) -> (code: Int, national: [UInt8]) {
        let digits = Array(reading.e164.utf8)
        let length = callingCodeLength(digits)
        guard length > 0 else { return (0, []) }
        return (Int(String(decoding: digits[1...length], as: UTF8.self)) ?? 0, Array(digits[(length + 1)...]))
    }

    /// Digits of an E.164 number's country code: ITU-T E.164 assigns them so that none begins another.
    private static func callingCodeLength(_ e164: [UInt8]) -> Int {
        guard e164.count > 4, e164[0] == UInt8(ascii: "+") else { return 0 }
        if e164[1] == UInt8(ascii: "1") || e164[1] == UInt8(ascii: "7") { return 1 }
        return codesOfTwo.contains(String(decoding: e164[1...2], as: UTF8.self)) ? 2 : 3
    }

    private static let codesOfTwo: Set<String> = [
        "20", "27", "28", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
        "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82",
        "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ]
}
