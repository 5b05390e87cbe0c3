import Auditing
import CLibXML2
import Foundation
import Model
import Observing
import Parsing
import Checking

func countElements(_ body: [UInt8]) -> Int {
    var count = 0
    var handler = htmlSAXHandler()
    handler.startElement = { context, _, _ in context?.assumingMemoryBound(to: Int.self).pointee += 1 }
    handler.characters = { _, _, _ in }
    handler.cdataBlock = { _, _, _ in }
    withUnsafeMutablePointer(to: &count) { counter in
        body.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard let context = htmlCreatePushParserCtxt(&handler, counter, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else { return }
                _ = htmlParseChunk(context, text.baseAddress, Int32(clamping: text.count), 1)
                htmlFreeParserCtxt(context)
            }
        }
    }
    return count
}
func files(_ dir: String, _ n: Int) -> [(String, [UInt8])] {
    var all: [String] = []
    for p in (FileManager.default.enumerator(atPath: dir)?.allObjects as? [String] ?? []).sorted() {
        if p.hasSuffix(".xml") || p.hasSuffix(".txt") || p.hasSuffix(".json") { continue }
        var isDir: ObjCBool = false
        guard FileManager.default.fileExists(atPath: dir + "/" + p, isDirectory: &isDir), !isDir.boolValue else { continue }
        all.append(p)
    }
    let step = max(1, all.count / n)
    return stride(from: 0, to: all.count, by: step).prefix(n).compactMap { i in
        FileManager.default.contents(atPath: dir + "/" + all[i]).map { (all[i], [UInt8]($0)) }
    }
}
let a = CommandLine.arguments
let mode = a[1]
if mode == "audit" {
    var s = AuditSettings()
    s.crawl.maxPages = Int(a[3])!
    s.crawl.concurrency = 32
    s.out = a[4]
    if a.count > 5 { s.saveCrawl = a[5] }
    let summary = try await audit(a[2], settings: s, clock: .fixed(1_772_355_600_000), isStopped: { false }, progress: { _ in })
    print(summary.text)
    exit(0)
}
let pages = files(a[2], Int(a[3])!)
let context = ObservingContext(host: (ProcessInfo.processInfo.environment["HOSTN"] ?? "127.0.0.1"), domain: (ProcessInfo.processInfo.environment["HOSTN"] ?? "127.0.0.1"), seed: "http://127.0.0.1:18431/", lexicon: try Lexicon(), queries: ProcessInfo.processInfo.environment["QUERIES"] == nil ? [] : try CheckCatalogue(folders: []).queries)
func fetch(_ p: String) -> FetchFacts {
    let u = "http://127.0.0.1:18431/" + p
    return FetchFacts(url: u, finalURL: u, status: 200)
}
nonisolated(unsafe) var times: [String: Int] = [:]
nonisolated(unsafe) let stages = Set((ProcessInfo.processInfo.environment["HOT"] ?? "").split(separator: ",").map(String.init))
nonisolated(unsafe) var names: [String] = []
@inline(never) @_cdecl("stage_hot") func hotMark(_ f: UnsafeRawPointer, _ x: UnsafeMutableRawPointer) {
    f.assumingMemoryBound(to: (() -> Void).self).pointee()
}
func hot<T>(_ f: () -> T) -> T {
    var r: T?
    withoutActuallyEscaping({ r = f() }) { (g: @escaping () -> Void) in
        var h = g
        withUnsafeMutablePointer(to: &h) { hotMark(UnsafeRawPointer($0), UnsafeMutableRawPointer($0)) }
    }
    return r!
}
func time<T>(_ name: String, _ f: () -> T) -> T {
    var b = timespec(); var e = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b)
    let r = stages.contains(name) ? hot(f) : f()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &e)
    if times[name] == nil { names.append(name) }
    times[name, default: 0] += (e.tv_sec - b.tv_sec) * 1_000_000_000 + e.tv_nsec - b.tv_nsec
    return r
}
switch mode {
case "time", "run":
    let catalogue = try CheckCatalogue(folders: [])
    let runner = CheckRunner(catalogue: catalogue)
    let rounds = Int(a[4])!
    let withSax = mode == "time"
    for r in 0..<(rounds + (withSax ? 1 : 0)) {
        if r == 1, withSax { times = [:] }
        var site = SiteFactsBuilder(seed: "http://127.0.0.1:18431/", now: 1_772_355_600_000)
        var tally = Tally(catalogue: catalogue)
        for (k, (p, body)) in pages.enumerated() {
            if withSax { _ = time("sax") { countElements(body) } }
            let d = time("document") { Document(html: body) }
            let o = time("observe") { observe(d, fetch: fetch(p), context: context) }
            let j = time("judge") { runner.judge(o.facts) }
            time("absorb") {
                let t = site.absorb(o.facts, id: PageID(k))
                tally.absorb(j, id: PageID(k), url: o.facts.url, template: t)
            }
        }
    }
    let n = Double(rounds * pages.count)
    for name in names { print(name.padding(toLength: 20, withPad: " ", startingAt: 0), String(format: "%.4f ms", Double(times[name]!) / n / 1e6)) }
case "facts":
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for (p, body) in pages {
        let d = Document(html: body)
        let cold = ProcessInfo.processInfo.environment["COLD"] != nil
        let own = cold ? ObservingContext(host: context.host, domain: context.domain, seed: context.seed, lexicon: context.lexicon, queries: context.queries) : context
        if !cold { _ = observe(d, fetch: fetch(p), context: own); _ = observe(d, fetch: fetch(p), context: own) }
        let o = observe(d, fetch: fetch(p), context: own)
        print(p, String(decoding: try encoder.encode(o.facts), as: UTF8.self))
    }
default: break
}
