import Glibc
import Model

/// The header of one answer, gathered line by line.
struct AnswerHead {
    /// Bytes of all header lines of one request at most.
    static let limit = 256 << 10

    private(set) var bytes = 0
    private(set) var status = 0
    private(set) var contentType = ""
    private(set) var charset: String?
    private(set) var location: [UInt8]?
    private(set) var robotsTag: String?
    private(set) var retryAfter: Int?
    private(set) var contentLength: Int?
    /// In lower case, in the order in which they were applied; those that do nothing left out. At most 10.
    private(set) var codings: [String] = []
    /// The `Date` and `ETag` lines, and the seconds of `Age`: what copies are told by.
    private(set) var date: String?
    private(set) var etag: String?
    private(set) var age: Int?
    /// Read to its empty line; the head of an interim answer (1xx) isn't the one.
    private(set) var isWhole = false
    /// Lines by which walls against robots make themselves known; nil for none.
    private(set) var wallHeaders: [String]?

    /// HTML, XHTML, or nothing said: worth reading as a page.
    var isPage: Bool {
        contentType.isEmpty || contentType == "text/html" || contentType == "application/xhtml+xml"
    }
    /// A status that tells to go on at `location`.
    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && location != nil }

    /// Takes a line with its end; false when there is too much of it.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
        bytes += line.count
        guard bytes <= Self.limit else { return false }
        // What a body's trailer says comes too late to be believed.
        if isWhole { return true }
        if line.starts(with: "HTTP/".utf8) {
            // A new answer: after a 1xx, or a further hop.
            let kept = bytes
            self = AnswerHead()
            bytes = kept
            let digits = line.drop { $0 != 0x20 }.dropFirst().prefix(3)
            status = digits.reduce(0) { isDigit($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
            return true
        }
        if line.count <= 2, line.first.map({ $0 <= 0x20 }) ?? true { isWhole = status >= 200 }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 32 else { return true }
        // Most lines are of no interest, and a flood of them costs no strings.
        guard let field = Field.allCases.first(where: { $0.isNamed(line[..<colon]) }) else { return true }
        take(field, Self.trimmed(line[(colon + 1)...]))
        return true
    }

    /// The header lines that are read, by their names in lower case.
    private enum Field: String, CaseIterable {
        case contentType = "content-type"
        case location
        case robotsTag = "x-robots-tag"
        case retryAfter = "retry-after"
        case contentLength = "content-length"
        case contentEncoding = "content-encoding"
        case date
        case etag
        case age
        // What only walls against robots send; an observer knows what each means.
        case mitigated = "cf-mitigated"
        case wafAction = "x-amzn-waf-action"
        case vercelMitigated = "x-vercel-mitigated"
        case siteGroundCaptcha = "sg-captcha"
        case dataDome = "x-dd-b"
        case sucuriBlock = "x-sucuri-block"
        case kasadaToken = "x-kpsdk-ct"
        case kasadaRequest = "x-kpsdk-r"

        func isNamed(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
            rawValue.utf8.count == name.count && zip(rawValue.utf8, name).allSatisfy { $0 == lowered($1) }
        }
    }

    private mutating func take(_ field: Field, _ value: [UInt8]) {
        switch field {
        case .contentType: takeType(value)
        case .location: location = value
        case .robotsTag:
            let said = Printable.line(value, limit: 200)
            robotsTag = robotsTag.map { $0.count < 1_000 ? $0 + "; " + said : $0 } ?? said
        case .retryAfter: retryAfter = RetryAfter.seconds(value, now: time(nil))
        case .contentEncoding:
            let named = value.split(separator: UInt8(ascii: ",")).map {
                Printable.line(Self.trimmed($0).map(lowered), limit: 40)
            }
            codings += named.filter { !["", "identity", "none"].contains($0) }.prefix(max(0, 10 - codings.count))
        case .date: date = Printable.line(value, limit: 60)
        case .etag: etag = value.isEmpty ? nil : Printable.line(value, limit: 100)
        case .age: age = Int(String(decoding: value, as: UTF8.self))
        case .contentLength: contentLength = Int(String(decoding: value, as: UTF8.self))
        case .mitigated, .wafAction, .vercelMitigated, .siteGroundCaptcha, .dataDome, .sucuriBlock, .kasadaToken,
            .kasadaRequest:
            let line = "\(field.rawValue): \(Printable.line(value.map(lowered), limit: 60))"
            wallHeaders = (wallHeaders ?? []).prefix(3) + [line]
        }
    }

    private mutating func takeType(_ value: [UInt8]) {
        let parts = value.map(lowered).split(separator: UInt8(ascii: ";"))
        contentType = Printable.line(Self.trimmed(parts.first ?? []), limit: 100)
        charset = nil
        for part in parts.dropFirst() {
            let parameter = Self.trimmed(part)
            guard parameter.starts(with: "charset=".utf8) else { continue }
            let name = parameter.dropFirst(8).filter { $0 != 0x22 && $0 != 0x27 }
            charset = name.isEmpty ? nil : Printable.line(name, limit: 40)
        }
    }

    private static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var rest = bytes[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return Array(rest)
    }
}

/// Bytes from outside as one line for people.
enum Printable {
    /// Control characters and direction overrides become spaces; at most `limit` bytes are read.
    static func line(_ bytes: some Collection<UInt8>, limit: Int) -> String {
        let text = String(decoding: bytes.prefix(limit), as: UTF8.self)
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    isObeyed(scalar.value) ? " " : scalar
                }))
    }

    /// Control characters, and those that turn text around or have no width.
    private static func isObeyed(_ value: UInt32) -> Bool {
        switch value {
        case ..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }
}
