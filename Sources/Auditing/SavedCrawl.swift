import Crawling
import Foundation
import Model

/// A crawl in a file: JSON lines, first what was asked for, then a page's facts a line, last the graph of links.
struct SavedCrawl {
    /// What was known when the crawl began.
    struct Header: Codable, Sendable {
        var format = 1
        var version = toolVersion
        /// As the user wrote it.
        var seed: String
        /// Where it led, normalised.
        var home: String
        var host: String
        var domain: String
        var language: String?
        /// Milliseconds since 1970-01-01T00:00:00Z.
        var startedAt: Int64
        /// Crawl options that differ from their defaults.
        var options: [String: String]

        init(_ site: Site, url: String, settings: AuditSettings, startedAt: Int64) {
            seed = url
            home = site.home
            host = site.host
            domain = site.domain
            language = settings.crawl.language
            self.startedAt = startedAt
            options = settings.crawlDifference
        }
    }

    /// What was known when it ended.
    struct Footer: Codable, Sendable {
        var graph: LinkGraph
        /// "pageLimit", "timeBudget", "interrupted", or nil at the site's end.
        var stop: String?
        /// Pages that were looked at for new links only; nil for none.
        var passed: Int?
        /// Links to in-scope URLs that came after the graph was full.
        var unlisted: Int
        /// Milliseconds.
        var duration: Int64
        /// Pictures of products that were asked for; nil where none were.
        var pictures: [ShownPicture]?
        /// What products that were reduced cost before; nil where no ledger was kept.
        var histories: [PriceHistory]?
        /// Pages that were visited again; nil where none were.
        var revisits: [SecondVisit]?
        /// What earlier audits saw of countdowns; nil where no ledger was kept.
        var countdownHistories: [CountdownHistory]?
        /// Why the ledger could not be used; nil where it could, or none was wanted.
        var ledgerFault: String?
        /// Sitemaps that could not be read, by address; nil for none.
        var unreadSitemaps: [String: FetchOutcome]?

        init(graph: LinkGraph, duration: Int64 = 0) {
            self.graph = graph
            self.duration = duration
            unlisted = 0
        }

        init(_ crawl: Crawl, duration: Int64) {
            graph = crawl.graph
            stop = crawl.stop?.rawValue
            passed = crawl.passed > 0 ? crawl.passed : nil
            unlisted = crawl.unlisted
            unreadSitemaps = crawl.unreadSitemaps.isEmpty ? nil : crawl.unreadSitemaps
            self.duration = duration
        }
    }

    /// One line of the file.
    enum Line: Codable {
        case header(Header)
        case page(id: PageID, facts: PageFacts)
        case footer(Footer)
    }

    let header: Header
    private let path: String
    private let lines: [Data]

    /// Reads the file and its first line.
    init(path: String) throws {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw AuditError.usage("\(path): cannot be read; give a file that --save-crawl wrote")
        }
        lines = data.split(separator: 10)
        guard let first = lines.first, case .header(let header)? = try? JSONDecoder().decode(Line.self, from: first)
        else { throw AuditError.usage("\(path): is no saved crawl; give a file that --save-crawl wrote") }
        guard header.format == 1 else {
            throw AuditError.usage(
                "\(path): saved in format \(header.format), which Comeback \(toolVersion) can't read")
        }
        self.header = header
    }

    /// Hands on the pages in the order in which they were read.
    func forEachPage(_ body: (PageFacts, PageID) -> Void) throws -> Footer {
        let decoder = JSONDecoder()
        var pages = 0
        for (number, line) in lines.enumerated().dropFirst() {
            switch try? decoder.decode(Line.self, from: line) {
            case .page(let id, let facts):
                pages = max(pages, Int(id) + 1)
                body(facts, id)
            case .footer(let footer):
                guard footer.graph.isWhole, pages <= footer.graph.nodes.count else {
                    throw AuditError.usage(
                        "\(path): line \(number + 1) names pages that the crawl doesn't have; save the crawl anew")
                }
                return footer
            default:
                throw AuditError.usage("\(path): line \(number + 1) cannot be read; save the crawl anew")
            }
        }
        throw AuditError.usage("\(path): ends before the crawl did; save the crawl anew")
    }
}
