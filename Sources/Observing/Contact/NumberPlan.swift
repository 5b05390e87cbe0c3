import CPhoneNumber
import Model

/// A telephone number as its country's plan reads it.
struct DialledNumber: Sendable, Hashable {
    /// Bytes of the text that was given.
    var range: Range<Int>
    /// Empty unless it could be read.
    var e164: String
    /// Nil unless valid.
    var region: String?
    var hasExtension: Bool
    var line: PhoneFact.Line
    var isValid: Bool
    var fault: Fault

    /// Why a number cannot be dialled.
    enum Fault: Sendable, Hashable {
        case none, notANumber, wrongLength, wrongCountry
        /// The length is right, the plan knows no such range: it may be newer than the plan we have.
        case noSuchRange
        case localOnly
    }
}

/// libphonenumber with a memory: a shop shows the same few numbers on every page, and reading one costs more than
/// all else on a page.
enum NumberPlan {
    private struct Question: Hashable {
        var text: [UInt8]
        var region: String
        var isWhole: Bool
    }
    /// A pure function's results: what order pages come in cannot change them.
    private static let memory = Guarded<[Question: [DialledNumber]]>([:])
    private static let memoryLimit = 4_096

    /// Valid numbers in text, in order; at most 16.
    static func find(in text: ArraySlice<UInt8>, region: String) -> [DialledNumber] {
        remembered(Question(text: PlainSpaces.written(text.prefix(400)), region: region, isWhole: false))
    }

    /// One string read as a number of a region ("ZZ" for one with its country code).
    static func read(_ text: some Collection<UInt8>, region: String) -> DialledNumber {
        remembered(Question(text: Array(text.prefix(80)), region: region, isWhole: true)).first
            ?? DialledNumber(
                range: 0..<0, e164: "", hasExtension: false, line: .other, isValid: false, fault: .notANumber)
    }

    /// "555-01-00/01": the next line of a row, by the digits that take the place of the last ones.
    static func neighbour(of number: DialledNumber, endingIn last: ArraySlice<UInt8>) -> DialledNumber? {
        let digits = last.filter(\.isASCIIDigit)
        guard last.first == UInt8(ascii: "/"), digits.count == 2, number.e164.utf8.count > 8 else { return nil }
        let other = read(Array(number.e164.utf8.dropLast(2)) + digits, region: "ZZ")
        return other.isValid && other.e164 != number.e164 ? other : nil
    }

    /// A short code that may be dialled in a region, and is none of the emergency services'.
    static func isShortCode(_ digits: ArraySlice<UInt8>, region: String) -> Bool {
        // Special services' numbers of NBTC's plan, which libphonenumber's list of short codes leaves out.
        if region == "TH", digits.count == 4, digits.first == UInt8(ascii: "1") { return true }
        let digits = Array(digits)
        // The C side reads `digits.count` bytes, which outlive the call.
        return digits.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
            return cpn_is_short(start, Int32(clamping: digits.count), region)
        }
    }

    private static func remembered(_ question: Question) -> [DialledNumber] {
        if let known = memory.withLock({ $0[question] }) { return known }
        let answer = ask(question)
        memory.withLock { memory in
            if memory.count >= memoryLimit { memory.removeAll(keepingCapacity: true) }
            memory[question] = answer
        }
        return answer
    }

    private static func ask(_ question: Question) -> [DialledNumber] {
        let capacity = question.isWhole ? 1 : 16
        // The C side reads `text.count` bytes and writes at most `capacity` numbers; both buffers outlive the call.
        let numbers = question.text.withUnsafeBytes { text in
            [CPNNumber](unsafeUninitializedCapacity: capacity) { out, count in
                let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
                guard let start, let slot = out.baseAddress else { return }
                let length = Int32(clamping: text.count)
                if question.isWhole {
                    cpn_parse(start, length, question.region, slot)
                    count = 1
                } else {
                    count = Int(cpn_find(start, length, question.region, slot, Int32(capacity)))
                }
            }
        }
        return numbers.map(DialledNumber.init)
    }
}

extension DialledNumber {
    fileprivate init(_ number: CPNNumber) {
        let start = Int(number.start)
        range = start..<max(start, Int(number.end))
        e164 = DialledNumber.string(number.e164)
        let region = DialledNumber.string(number.region)
        self.region = region.isEmpty ? nil : region
        hasExtension = number.extension.0 != 0
        isValid = number.isValid
        line =
            switch number.line {
            case CPN_FIXED: .fixed
            case CPN_MOBILE: .mobile
            case CPN_FIXED_OR_MOBILE: .fixedOrMobile
            case CPN_TOLL_FREE: .tollFree
            case CPN_SHARED_COST: .sharedCost
            case CPN_PREMIUM: .premium
            default: .other
            }
        fault =
            switch number.reason {
            case CPN_OK: .none
            case CPN_BAD_COUNTRY: .wrongCountry
            case CPN_TOO_SHORT, CPN_TOO_LONG, CPN_BAD_LENGTH: .wrongLength
            case CPN_NO_SUCH_RANGE: .noSuchRange
            case CPN_LOCAL_ONLY: .localOnly
            default: .notANumber
            }
    }

    /// A C array of characters up to its NUL.
    private static func string<T>(_ characters: T) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
