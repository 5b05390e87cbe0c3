import Foundation
import Model

@testable import Checking

/// Facts put together by hand, and folders of checks on disk.
enum Shop {
    static func page(
        _ path: String, _ kind: PageKind = .other, language: String = "en", title: String? = nil, shape: [UInt32] = []
    ) -> PageFacts {
        let url = "https://shop.example" + path
        var facts = PageFacts(
            fetch: FetchFacts(url: url, finalURL: url, status: 200), kind: KindFact(kind, reason: "said so"))
        facts.language = LanguageFacts(tag: language)
        facts.head.title = title
        facts.shape = ShapeSketch(minima: shape)
        return facts
    }

    static func mention(_ quote: String, _ region: PageRegion = .main) -> Mention {
        Mention(quote: quote, region: region, locator: "main > p")
    }

    static func phone(_ raw: String, _ e164: String) -> PhoneFact {
        PhoneFact(raw: raw, e164: e164, region: "SK", validity: .valid, source: .text, mention: mention(raw))
    }

    static func offer(_ minor: Int64?, was: Int64? = nil, percent: Double? = nil, currency: String? = "EUR") -> Offer {
        var offer = Offer(source: .visible, mention: mention(minor.map { "\($0)" } ?? "-"))
        offer.price = minor.map { Money(minor: $0, currency: currency) }
        offer.was = was.map { Money(minor: $0, currency: currency) }
        offer.claimedPercent = percent
        return offer
    }

    /// The site of some pages; `unread` known ones were not asked for, for the given reason.
    static func site(_ pages: [PageFacts], unread: [FetchOutcome?] = []) -> SiteFacts {
        var builder = SiteFactsBuilder(seed: "https://shop.example/", now: 1_767_225_600_000)
        var graph = LinkGraph()
        for (i, page) in pages.enumerated() {
            builder.absorb(page, id: PageID(i))
            graph.nodes.append(LinkGraph.Node(url: page.url, outcome: .fetched(page.fetch), source: .link))
        }
        for (i, outcome) in unread.enumerated() {
            graph.nodes.append(LinkGraph.Node(url: "https://shop.example/u\(i)", outcome: outcome, source: .link))
        }
        graph.links = Array(repeating: [], count: graph.nodes.count)
        var coverage = Coverage()
        coverage.known = graph.nodes.count
        coverage.assessed = pages.count
        return builder.finish(graph: graph, coverage: coverage)
    }

    /// A folder of checks that is there while `body` runs.
    static func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    static let words = """
        title: The healthy state
        why: Because.
        fix: So.
        disproof: That.
        source: A law
        severity: major
        effort: small

        """

    static let phoneMissing =
        words + """
            evaluate:
              subject: site
              fact: contact.phones
              fails: absent
              what: telephone numbers
            examples:
              - { name: shown, html: '<p>+421 2 5555 0100', expect: { outcome: pass, evidence: ["+421 2 5555 0100"] } }

            """

    /// A catalogue of one file, in a folder of its own.
    static func catalogue(_ files: [String: String]) throws -> CheckCatalogue {
        try withFolder(files) { try CheckCatalogue(bundled: nil, folders: [$0]) }
    }

    /// The line that reading the files fails with.
    static func complaint(_ files: [String: String]) throws -> String {
        do {
            _ = try catalogue(files)
            return "no complaint"
        } catch let error as CatalogueError { return error.description }
    }
}
