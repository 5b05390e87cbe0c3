import CLibXML2
import Glibc
import Model

/// Runs libxml2 over a page and lets a `TreeBuilder` take what it finds.
///
/// libxml2 asks for the bytes some 4,000 at a time, and each time is the chance to end the reading: by time, and
/// where one start tag grows so many attributes that comparing them all would take seconds. The reading ends by
/// giving it no more bytes, never by `xmlStopParser`, which frees what the caller is still using.
struct HTMLReading {
    private var builder: TreeBuilder
    /// What libxml2 doesn't get to see.
    private let taken: TakenOut?
    /// Index of the next of `taken.tags`.
    private var nextTag = 0
    /// What libxml2 reads.
    private let input: UnsafeBufferPointer<UInt8>
    /// Bytes of the input that libxml2 got.
    private var given = 0
    private(set) var context: htmlParserCtxtPtr?
    /// Where in the input the last callback came; how far attributes have been counted since.
    private var lastEvent = 0
    private var nextCount = HTMLReading.countAfter
    private let deadline: ProcessorDeadline
    private var errors = 0

    /// A start tag is looked at once this many bytes came without a callback.
    private static let countAfter = 16_384

    private init(_ input: UnsafeBufferPointer<UInt8>, _ taken: TakenOut?, _ limits: ParseLimits) {
        self.input = input
        self.taken = taken
        builder = TreeBuilder(limits: limits, inputCount: taken?.page.count ?? input.count)
        deadline = ProcessorDeadline(milliseconds: limits.milliseconds)
    }

    /// Reads valid UTF-8 without NULs.
    ///
    /// - Parameters:
    ///   - isCut: It isn't the whole body.
    ///   - isLean: libxml2 is spared what the tree doesn't depend on. It makes no difference to the document.
    static func document(
        _ page: UnsafeBufferPointer<UInt8>, _ limits: ParseLimits, _ encoding: EncodingFact, isCut: Bool,
        isLean: Bool
    ) -> Document {
        guard isLean, let lean = LeanMarkup(page) else { return document(page, nil, limits, encoding, isCut: isCut) }
        defer { lean.free() }
        return lean.tags.withUnsafeBufferPointer { tags in
            lean.attributes.withUnsafeBufferPointer { attributes in
                document(
                    UnsafeBufferPointer(start: lean.markup.base, count: lean.markup.count),
                    TakenOut(page: page, tags: tags, attributes: attributes), limits, encoding, isCut: isCut)
            }
        }
    }

    private static func document(
        _ input: UnsafeBufferPointer<UInt8>, _ taken: TakenOut?, _ limits: ParseLimits, _ encoding: EncodingFact,
        isCut: Bool
    ) -> Document {
        _ = isLibraryReady
        var reading = HTMLReading(input, taken, limits)
        defer { reading.builder.free() }
        reading.run()
        if isCut { reading.builder.stop("a body of more than \(limits.inputBytes) bytes") }
        return reading.builder.finish(encoding)
    }

    private mutating func run() {
        guard input.count > 0, let parser = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(parser) }
        // The pointer is good until this call ends, and no callback outlives it.
        withUnsafeMutablePointer(to: &self) { reading in
            guard
                let buffer = xmlParserInputBufferCreateIO(readMore, { _ in 0 }, reading, XML_CHAR_ENCODING_NONE),
                let stream = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE)
            else { return }
            reading.pointee.context = parser
            setHandlers(of: parser)
            parser.pointee.userData = UnsafeMutableRawPointer(reading)
            inputPush(parser, stream)
            xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
            let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NONET.rawValue
            htmlCtxtUseOptions(parser, Int32(bitPattern: options))
            htmlParseDocument(parser)
        }
        context = nil
    }

    /// The next bytes for libxml2; 0 ends the input.
    fileprivate mutating func give(_ target: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        if builder.isStopped || room <= 0 { return 0 }
        if given > 0 {
            if deadline.isOver() {
                builder.stop("reading took longer than \(builder.limits.milliseconds) ms")
                return 0
            }
            if given - lastEvent > nextCount, hasTooManyAttributes() {
                builder.stop("an element with more than \(builder.limits.attributes) attributes")
                return 0
            }
        }
        var count = min(room, input.count - given)
        guard count > 0, let base = input.baseAddress else { return 0 }
        if given + count < input.count, count > 3 {
            // An attribute would end where the bytes so far end in "&#": libxml2 doesn't ask for more there.
            let cut = (1...3).first { base[given + count - $0] == UInt8(ascii: "&") }
            count -= cut ?? 0
        }
        memcpy(target, base + given, count)
        given += count
        return count
    }

    /// Called by every handler: are its news still wanted?
    @inline(__always)
    fileprivate mutating func isWanted() -> Bool {
        if builder.isStopped { return false }
        if let stream = context?.pointee.input { lastEvent = given &- (stream.pointee.end - stream.pointee.cur) }
        nextCount = Self.countAfter
        return true
    }

    @inline(__always)
    fileprivate mutating func open(
        _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard isWanted() else { return }
        guard let taken, let base = taken.page.baseAddress, let tag = tagTaken(of: taken, name) else {
            return builder.open(name, attributes, taken: nil)
        }
        builder.open(name, attributes, taken: TakenAttributes(attributes: taken.attributes(of: tag), page: base))
        if tag.contentCount > 0 { deliver(base + Int(tag.contentStart), Int(tag.contentCount)) }
    }

    /// The tag that libxml2 stands at, where something was taken out of it; nil for an element that it implies.
    @inline(__always)
    private mutating func tagTaken(of taken: TakenOut, _ name: UnsafePointer<UInt8>) -> LeanMarkup.StartTag? {
        while nextTag < taken.tags.count, Int(taken.tags[nextTag].place) < lastEvent { nextTag &+= 1 }
        guard nextTag < taken.tags.count, Int(taken.tags[nextTag].place) == lastEvent,
            builder.names.tag(name, &builder.bytes).value == taken.tags[nextTag].tag
        else { return nil }
        return taken.tags[nextTag]
    }

    /// A script's text in the pieces that libxml2 gives.
    private mutating func deliver(_ content: UnsafePointer<UInt8>, _ count: Int) {
        var start = 0
        while start < count, !builder.isStopped {
            var end = min(start &+ 1_000, count)
            while end < count, content[end] & 0xC0 == 0x80 { end &+= 1 }
            builder.characters(content + start, end &- start)
            start = end
        }
    }

    @inline(__always)
    fileprivate mutating func close(_ name: UnsafePointer<UInt8>) {
        guard isWanted() else { return }
        builder.close(name)
    }

    @inline(__always)
    fileprivate mutating func characters(_ start: UnsafePointer<UInt8>, _ count: Int) {
        if isWanted() { builder.characters(start, count) }
    }

    /// An end tag that matches nothing is compared with every open element and leads to no other callback.
    fileprivate mutating func noteError() {
        errors &+= 1
        if errors & 15 == 0 && !builder.isStopped && deadline.isOver() {
            builder.stop("reading took longer than \(builder.limits.milliseconds) ms")
        }
    }

    /// Counts the attributes of a start tag that libxml2 is still reading.
    private mutating func hasTooManyAttributes() -> Bool {
        nextCount = nextCount &* 2
        var i = max(0, min(lastEvent, given))
        while i < given && input[i] != UInt8(ascii: "<") { i += 1 }
        guard i + 1 < given, input[i + 1] | 32 >= UInt8(ascii: "a"), input[i + 1] | 32 <= UInt8(ascii: "z") else {
            return false
        }
        return attributeCount(from: i) > builder.limits.attributes
    }

    private func attributeCount(from start: Int) -> Int {
        var count = 0
        var quote: UInt8 = 0
        var wasBlank = false
        for i in start..<given {
            let byte = input[i]
            if quote != 0 {
                if byte == quote {
                    quote = 0
                    wasBlank = true
                }
                continue
            }
            switch byte {
            case UInt8(ascii: ">"): return count
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case 0...32, UInt8(ascii: "/"): wasBlank = true
            case UInt8(ascii: "="): wasBlank = false
            default:
                if wasBlank { count += 1 }
                wasBlank = false
            }
        }
        return count
    }

}

/// What was taken out of a page's markup.
private struct TakenOut {
    let page: UnsafeBufferPointer<UInt8>
    let tags: UnsafeBufferPointer<LeanMarkup.StartTag>
    let attributes: UnsafeBufferPointer<LeanMarkup.Attribute>

    @inline(__always)
    func attributes(of tag: LeanMarkup.StartTag) -> UnsafeBufferPointer<LeanMarkup.Attribute> {
        let first = Int(tag.firstAttribute)
        return UnsafeBufferPointer(rebasing: attributes[first..<(first &+ Int(tag.attributeCount))])
    }
}

/// libxml2 wants its tables made before threads use it.
let isLibraryReady: Bool = {
    xmlInitParser()
    return true
}()

private func readMore(_ context: UnsafeMutableRawPointer?, _ target: UnsafeMutablePointer<CChar>?, _ room: Int32)
    -> Int32
{
    guard let context, let target else { return 0 }
    let reading = context.assumingMemoryBound(to: HTMLReading.self)
    return Int32(truncatingIfNeeded: reading.pointee.give(target, Int(room)))
}

private func setHandlers(of parser: htmlParserCtxtPtr) {
    guard let sax = parser.pointee.sax else { return }
    sax.pointee = xmlSAXHandler()
    comeback_xml_mark_sax2(sax)
    sax.pointee.startElement = { context, name, attributes in
        guard let reading = context?.assumingMemoryBound(to: HTMLReading.self), let name else { return }
        reading.pointee.open(name, attributes)
    }
    sax.pointee.endElement = { context, name in
        guard let reading = context?.assumingMemoryBound(to: HTMLReading.self), let name else { return }
        reading.pointee.close(name)
    }
    let characters: charactersSAXFunc = { context, start, count in
        guard let reading = context?.assumingMemoryBound(to: HTMLReading.self), let start else { return }
        reading.pointee.characters(start, Int(count))
    }
    sax.pointee.characters = characters
    sax.pointee.cdataBlock = characters
    sax.pointee.ignorableWhitespace = characters
    sax.pointee.serror = { context, _ in
        context?.assumingMemoryBound(to: HTMLReading.self).pointee.noteError()
    }
}
