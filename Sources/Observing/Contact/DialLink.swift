/// What follows "tel:".
enum DialLink {
    case broken
    case number(raw: String, PhoneVerdict)

    static func read(_ written: ArraySlice<UInt8>, regions: PhoneRegions) -> DialLink {
        var text = written.percentDecoded[...].trimmed
        while text.first == UInt8(ascii: "/") { text = text.dropFirst() }
        let raw = String(decoding: text.prefix(80), as: UTF8.self)
        // Parameters (RFC 3966) and pauses with digits to dial afterwards.
        let head = text.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
        let digits = head.filter(\.isASCIIDigit)
        let letters = head.filter(\.isASCIILetter)
        guard digits.count >= 3, digits.count <= 20, !head.contains(UInt8(ascii: "{")),
            !head.contains(UInt8(ascii: "@"))
        else {
            return .broken
        }
        // "1-800-FLOWERS" can be dialled, "see contact page 123" cannot.
        if letters.count > 8 { return .broken }
        if digits.count < PhoneRun.fewestDigits, letters.isEmpty {
            let isCode =
                head.first == UInt8(ascii: "*")
                || regions.strong.first.map { NumberPlan.isShortCode(head, region: $0) } ?? false
            return .number(raw: raw, PhoneVerdict(number: nil, validity: isCode ? .valid : .undecided))
        }
        var verdict = PhoneVerdict(head, regions: regions.all)
        // Guessed countries can say that a number is right, not that it is wrong.
        if verdict.validity == .invalid, regions.strong.isEmpty, head.first != UInt8(ascii: "+") {
            verdict.validity = .undecided
        }
        return .number(raw: raw, verdict)
    }
}
