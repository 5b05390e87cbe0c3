import CLibXML2
import Glibc
import Model

/// Reads a sitemap: `<urlset>`, `<sitemapindex>` or one address a line. Anything else, a page in its place for one,
/// gives nothing. Entities that the file declares aren't expanded, and nothing outside of it is read.
///
/// - Parameter bytes: The file, already unzipped; at most 50 MiB of it are read, and 50,000 addresses (the protocol's
///   own bounds).
public func readSitemap(_ bytes: [UInt8]) -> SitemapContents {
    let start = bytes.firstIndex { $0 > 32 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } ?? bytes.endIndex
    let content = bytes[start...].prefix(SitemapReading.byteLimit)
    guard let first = content.first else { return SitemapContents() }
    guard first == UInt8(ascii: "<") else {
        // UTF-16 begins with a mark and has its second byte zero.
        return first >= 0xFE ? SitemapReading.contents(bytes[...]) : addressesByLine(content)
    }
    return SitemapReading.contents(escapingStrayAmpersands(content))
}

private func addressesByLine(_ bytes: ArraySlice<UInt8>) -> SitemapContents {
    var contents = SitemapContents()
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
        if contents.pages.count >= SitemapReading.addressLimit { break }
        guard line.count <= SitemapReading.addressBytes, line.prefix(8).containsFolded("http") else { continue }
        let address = quotelessAddress(line)
        if address.hasPrefix("http://") || address.hasPrefix("https://") { contents.pages.append(address) }
    }
    return contents
}

private func quotelessAddress(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: collapsed(Array(line)), as: UTF8.self)
}

/// `&` in an address that should have been `&amp;`: XML would lose what follows it.
private func escapingStrayAmpersands(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var out: [UInt8] = []
    var copied = bytes.startIndex
    for i in bytes.indices where bytes[i] == UInt8(ascii: "&") {
        let name = bytes[(i + 1)...].prefix(6)
        let isEntity =
            name.first == UInt8(ascii: "#")
            || ["amp;", "lt;", "gt;", "quot;", "apos;"].contains { name.starts(with: $0.utf8) }
        if isEntity { continue }
        out.append(contentsOf: bytes[copied...i])
        out.append(contentsOf: "amp;".utf8)
        copied = i + 1
    }
    if out.isEmpty { return bytes }
    out.append(contentsOf: bytes[copied...])
    return out[...]
}

/// The state of one reading, which libxml2's callbacks reach through a pointer.
struct SitemapReading {
    static let byteLimit = 50 << 20
    static let addressLimit = 50_000
    static let addressBytes = 2_048

    private enum Root { case unknown, pages, sitemaps, other }

    private var contents = SitemapContents()
    private var root = Root.unknown
    private var depth = 0
    private var address: [UInt8] = []
    /// Inside `<loc>` of an entry of the root.
    private var isInAddress = false
    private var isInEntry = false
    private var isFull: Bool { contents.pages.count + contents.sitemaps.count >= Self.addressLimit }

    static func contents(_ bytes: ArraySlice<UInt8>) -> SitemapContents {
        _ = isLibraryReady
        var reading = SitemapReading()
        withUnsafeMutablePointer(to: &reading) { read(bytes, $0) }
        return reading.contents
    }

    private static func read(_ bytes: ArraySlice<UInt8>, _ reading: UnsafeMutablePointer<SitemapReading>) {
        var handlers = handlers()
        guard let parser = xmlCreatePushParserCtxt(&handlers, reading, nil, 0, nil) else { return }
        defer { xmlFreeParserCtxt(parser) }
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue
        xmlCtxtUseOptions(parser, Int32(bitPattern: options))
        bytes.withUnsafeBytes { all in
            var at = 0
            while at < all.count && !reading.pointee.isFull && reading.pointee.root != .other {
                let count = min(16_384, all.count - at)
                let part = UnsafeRawBufferPointer(rebasing: all[at..<(at + count)])
                xmlParseChunk(
                    parser, part.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), 0)
                at += count
            }
            xmlParseChunk(parser, nil, 0, 1)
        }
    }

    /// Without handlers for declarations, entities of the file's own stay unknown and expand to nothing.
    private static func handlers() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        comeback_xml_mark_sax2(&sax)
        sax.startElementNs = { context, name, _, _, _, _, _, _, _ in
            guard let reading = context?.assumingMemoryBound(to: SitemapReading.self), let name else { return }
            reading.pointee.open(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        }
        sax.endElementNs = { context, _, _, _ in
            context?.assumingMemoryBound(to: SitemapReading.self).pointee.close()
        }
        let characters: charactersSAXFunc = { context, start, count in
            guard let reading = context?.assumingMemoryBound(to: SitemapReading.self), let start else { return }
            reading.pointee.characters(UnsafeBufferPointer(start: start, count: max(0, Int(count))))
        }
        sax.characters = characters
        sax.cdataBlock = characters
        sax.serror = { _, _ in }
        return sax
    }

    private mutating func open(_ name: UnsafePointer<CChar>) {
        depth += 1
        let local = UnsafeRawBufferPointer(start: name, count: strnlen(name, 16))
        switch depth {
        case 1: root = local.equalsFolded("urlset") ? .pages : local.equalsFolded("sitemapindex") ? .sitemaps : .other
        case 2: isInEntry = local.equalsFolded("url") || local.equalsFolded("sitemap")
        case 3 where isInEntry && local.equalsFolded("loc"):
            isInAddress = true
            address.removeAll(keepingCapacity: true)
        default: break
        }
    }

    private mutating func close() {
        if depth == 3 && isInAddress { keep() }
        if depth <= 3 { isInAddress = false }
        depth -= 1
    }

    private mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard isInAddress, depth == 3, address.count <= Self.addressBytes else { return }
        address.append(contentsOf: text.prefix(Self.addressBytes + 1))
    }

    private mutating func keep() {
        guard !isFull, address.count <= Self.addressBytes else { return }
        let text = String(decoding: collapsed(address), as: UTF8.self)
        guard !text.isEmpty else { return }
        if root == .sitemaps { contents.sitemaps.append(text) } else { contents.pages.append(text) }
    }
}
