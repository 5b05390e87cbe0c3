import Crawling

/// How far a crawl is.
public struct AuditProgress: Sendable {
    /// Pages read.
    public var done: Int
    /// Of these, pages that the audit had fetched before it was broken off.
    public var fromStore: Int
    /// Pages known.
    public var known: Int
    /// Requests that gave no page.
    public var failed: Int
    /// On average since the crawl began.
    public var pagesPerSecond: Double
    /// Nil while nothing can be said.
    public var secondsLeft: Double?

    /// For a terminal or a log.
    public var line: String {
        let left = secondsLeft.map { ", \(AuditProgress.duration($0)) left" } ?? ""
        let pace = pagesPerSecond >= 10 ? "\(Int(pagesPerSecond))" : "\(Double(Int(pagesPerSecond * 10)) / 10)"
        let kept = fromStore > 0 ? " (\(fromStore) of them before)" : ""
        return "\(done) read\(kept) of \(known) known, \(failed) failed, \(pace) pages/s\(left)"
    }

    /// One JSON object.
    public var json: String {
        let left = secondsLeft.map { ",\"secondsLeft\":\(Int($0))" } ?? ""
        let pace = Double(Int(pagesPerSecond * 10)) / 10
        return "{\"event\":\"progress\",\"done\":\(done),\"fromStore\":\(fromStore),\"known\":\(known),"
            + "\"failed\":\(failed),\"pagesPerSecond\":\(pace)\(left)}"
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 1e7))
        if whole < 60 { return "\(whole) s" }
        return whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}

extension AuditProgress {
    init(_ crawl: CrawlProgress) {
        self.init(
            done: crawl.done, fromStore: crawl.fromStore, known: crawl.known, failed: crawl.failed,
            pagesPerSecond: crawl.pagesPerSecond, secondsLeft: crawl.secondsLeft)
    }
}
