import CLibXML2
import Crawling
import Foundation
import Model

/// Fetches every URL once with the crawl's own fetcher, 32 at a time, and reads each page by libxml2's SAX with
/// handlers that only count, which is the least that a crawler written on these libraries can do.
func fetchAll(_ urls: [String], parses: Bool) async -> Int {
    var settings = CrawlSettings()
    settings.concurrency = 32
    guard let fetcher = Fetcher(settings: settings) else { return 0 }
    defer { fetcher.close() }
    let limits = settings
    return await withTaskGroup(of: Int.self) { group in
        var next = 0
        var read = 0
        func start() {
            guard next < urls.count else { return }
            var request = FetchRequest(urls[next], settings: limits)
            request.allowsPrivateAddress = true
            next += 1
            group.addTask {
                let fetched = await fetcher.fetch(request)
                guard fetched.facts?.isSuccess == true else { return 0 }
                return parses ? (countElements(fetched.body) > 0 ? 1 : 0) : 1
            }
        }
        for _ in 0..<32 { start() }
        for await one in group {
            read += one
            start()
        }
        return read
    }
}

/// Elements of a page, by bare SAX.
func countElements(_ body: [UInt8]) -> Int {
    var count = 0
    var handler = htmlSAXHandler()
    handler.startElement = { context, _, _ in
        context?.assumingMemoryBound(to: Int.self).pointee += 1
    }
    handler.characters = { _, _, _ in }
    handler.cdataBlock = { _, _, _ in }
    // The handler and the counter outlive the parser, which is freed in this scope.
    withUnsafeMutablePointer(to: &count) { counter in
        body.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard let context = htmlCreatePushParserCtxt(&handler, counter, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
                else { return }
                _ = htmlParseChunk(context, text.baseAddress, Int32(clamping: text.count), 1)
                htmlFreeParserCtxt(context)
            }
        }
    }
    return count
}
