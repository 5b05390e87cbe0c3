import Crawling
import Foundation
import Model
import Observing
import Parsing

@testable import Auditing
@testable import Checking

/// One reader of bytes from outside, and what must hold whatever they are. A trap, a time-out, memory out of bounds or
/// a broken `precondition` is a find.
struct FuzzTarget: Sendable {
    let name: String
    let run: @Sendable ([UInt8]) -> Void

    static let all = [
        FuzzTarget(name: "html", run: html), FuzzTarget(name: "page", run: page),
        FuzzTarget(name: "robots", run: robots), FuzzTarget(name: "address", run: address),
        FuzzTarget(name: "sitemap", run: sitemap), FuzzTarget(name: "json", run: json),
        FuzzTarget(name: "check", run: check), FuzzTarget(name: "config", run: config),
        FuzzTarget(name: "crawl", run: crawl),
    ]

    private static func html(_ bytes: [UInt8]) {
        let document = Document(html: bytes, charset: bytes.count % 3 == 0 ? nil : "utf-8")
        for (index, node) in document.nodes.enumerated() {
            precondition(node.end > index && node.end <= document.nodes.count, "a node ends behind itself")
            precondition(node.parent < index, "parents come first")
        }
        for block in document.blocks {
            precondition(!document.string(of: block).utf8.isEmpty && block.text.upperBound <= document.text.count)
        }
    }

    private static let context: ObservingContext? = (try? Lexicon()).map {
        ObservingContext(host: "shop.example", domain: "shop.example", seed: "https://shop.example/", lexicon: $0)
    }
    private static let fetch = FetchFacts(
        url: "https://shop.example/p", finalURL: "https://shop.example/p", status: 200, contentType: "text/html",
        charset: nil, bytes: 0, timeToFirstByte: 0, redirects: [], httpVersion: "1.1", robotsTag: nil, retryAfter: nil)

    private static func page(_ bytes: [UInt8]) {
        guard let context else { preconditionFailure("the languages can't be read") }
        let observation = observe(bytes, fetch: fetch, context: context)
        // What is kept of a page must be readable again.
        precondition((try? JSONEncoder().encode(observation.facts)) != nil, "facts can be saved")
    }

    /// Up to the first NUL a file, then a path.
    private static func robots(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let robots = Robots(parsing: Array(parts[0]), for: "Comeback/1.0")
        let path = parts.count > 1 ? Array(parts[1]) : Array("/a/b?c".utf8)
        precondition(robots.allows(path) || robots.closingLine(path) != nil, "who closes tells the line")
        precondition(robots.crawlDelay.map { $0 > 0 && $0.isFinite } ?? true)
    }

    private static func address(_ bytes: [UInt8]) {
        guard let resolver = LinkResolver(base: "https://shop.example/a/b?c") else { return }
        var once: [UInt8] = []
        guard resolver.resolve(bytes, bytes.indices, into: &once) == nil else { return }
        var twice: [UInt8] = []
        precondition(resolver.resolve(once, once.indices, into: &twice) == nil && once == twice, "one normal form")
        precondition(once.allSatisfy { $0 > 0x20 && $0 < 0x7F } && once.count <= LinkResolver.lengthLimit)
        _ = Scope(home: String(decoding: once, as: UTF8.self))
    }

    private static func sitemap(_ bytes: [UInt8]) {
        let contents = readSitemap(bytes)
        precondition(contents.pages.count <= 50_000 && contents.sitemaps.count <= 50_000)
    }

    private static func json(_ bytes: [UInt8]) { _ = JSONValue.read(tolerant: bytes) }

    /// A folder of this process with one file, which is `bytes`.
    private static func folder(_ path: String, _ bytes: [UInt8]) -> String {
        let root = NSTemporaryDirectory() + "comeback-fuzz-\(getpid())"
        let file = root + "/" + path
        let parent = (file as NSString).deletingLastPathComponent
        if !FileManager.default.fileExists(atPath: parent) {
            try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        }
        precondition(FileManager.default.createFile(atPath: file, contents: Data(bytes)), "\(file) cannot be written")
        return root
    }

    /// Errors are an answer; they must be one line.
    private static func saysOneLine(_ body: () throws -> Void) {
        do { try body() } catch {
            precondition(!"\(error)".contains("\n"), "an error is one line")
        }
    }

    private static func check(_ bytes: [UInt8]) {
        let root = folder("checks/contact/own.yaml", bytes)
        saysOneLine {
            let catalogue = try CheckCatalogue(bundled: nil, folders: [root + "/checks"])
            for check in catalogue.checks { _ = try catalogue.explain("\(check.id)") }
        }
    }

    private static func config(_ bytes: [UInt8]) {
        let root = folder("config.yaml", bytes)
        var settings = AuditSettings()
        saysOneLine { try ConfigurationFile.read(root + "/config.yaml", into: &settings) }
    }

    private static let catalogue = try? CheckCatalogue()

    private static func crawl(_ bytes: [UInt8]) {
        guard let catalogue else { preconditionFailure("the checks can't be read") }
        let root = folder("crawl.jsonl", bytes)
        saysOneLine {
            let saved = try SavedCrawl(path: root + "/crawl.jsonl")
            let runner = CheckRunner(catalogue: catalogue)
            var verdict = Verdict(header: saved.header, catalogue: catalogue)
            let footer = try saved.forEachPage { facts, id in verdict.absorb(facts, runner.judge(facts), id: id) }
            let facts = verdict.facts(footer.graph)
            let result = verdict.result(facts, footer, judging: [:])
            precondition((try? JSONEncoder().encode(result)) != nil, "a result can be written")
        }
    }
}
