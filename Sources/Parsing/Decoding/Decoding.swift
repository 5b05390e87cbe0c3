/// A body as valid UTF-8 without NULs: the body itself where it is that already.
struct DecodedBody {
    private let bytes: [UInt8]
    private let range: Range<Int>
    let encoding: EncodingFact
    /// The body was longer than the limit.
    let isCut: Bool

    fileprivate init(_ bytes: [UInt8], _ range: Range<Int>, _ encoding: EncodingFact, isCut: Bool) {
        self.bytes = bytes
        self.range = range
        self.encoding = encoding
        self.isCut = isCut
    }

    /// The bytes, without a copy.
    func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}

/// Decides on the character set (byte order mark, header, meta, XML declaration, validity as UTF-8, detection) and
/// makes the body valid UTF-8. What can't be decoded becomes U+FFFD; NULs go.
func decode(_ body: [UInt8], charset: String?, limit: Int) -> DecodedBody {
    let end = min(body.count, max(0, limit))
    return body.withUnsafeBufferPointer { whole in
        let all = UnsafeBufferPointer(rebasing: whole[..<end])
        let (set, source, markLength) = decide(all, charset)
        let fact = EncodingFact(name: set.name, decidedBy: source)
        let content = UnsafeBufferPointer(rebasing: all[markLength...])
        if set == .utf8 {
            let survey = ByteSurvey(content)
            if survey.isValidUTF8 && !survey.hasNUL {
                return DecodedBody(body, markLength..<end, fact, isCut: end < body.count)
            }
            let mended = repairedUTF8(content)
            return DecodedBody(mended, 0..<mended.count, fact, isCut: end < body.count)
        }
        let converted = set.isSingleByte ? decodeSingleByte(content, set) : decodeByIconv(content, set)
        return DecodedBody(converted, 0..<converted.count, fact, isCut: end < body.count)
    }
}

private func decide(_ bytes: UnsafeBufferPointer<UInt8>, _ charset: String?)
    -> (CharacterSet, EncodingFact.Source, Int)
{
    if let (set, length) = EncodingDeclaration.byMark(bytes) { return (set, .byteOrderMark, length) }
    if let charset, let set = CharacterSet(label: charset.utf8) { return (set, .header, 0) }
    if let set = EncodingDeclaration.byMeta(bytes, limit: 4_096) { return (set, .meta, 0) }
    if let set = EncodingDeclaration.byXML(bytes) { return (set, .xmlDeclaration, 0) }
    let survey = ByteSurvey(bytes)
    if survey.isASCII && survey.hasNUL, let set = utf16WithoutMark(bytes) { return (set, .detection, 0) }
    if survey.isASCII && survey.isValidUTF8 { return (.utf8, .validity, 0) }
    if let set = EncodingDeclaration.byMeta(bytes, limit: 131_072) { return (set, .meta, 0) }
    // A cut may have split the last character.
    if survey.isValidUTF8 || ByteSurvey(UnsafeBufferPointer(rebasing: bytes.dropLast(min(3, bytes.count)))).isValidUTF8
    {
        return (.utf8, .validity, 0)
    }
    if let set = detectedCharacterSet(bytes) { return (set, .detection, 0) }
    return (.windows1252, .fallback, 0)
}

/// Nearly every other byte is zero: ASCII in UTF-16.
private func utf16WithoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterSet? {
    let sample = min(bytes.count, 1_024) & ~1
    guard sample >= 8 else { return nil }
    var zeros = (0, 0)
    for i in 0..<sample where bytes[i] == 0 {
        if i & 1 == 0 { zeros.0 += 1 } else { zeros.1 += 1 }
    }
    let most = sample / 2 * 3 / 4
    if zeros.1 >= most && zeros.0 == 0 { return .utf16LE }
    return zeros.0 >= most && zeros.1 == 0 ? .utf16BE : nil
}
