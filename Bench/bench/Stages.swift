import Foundation
import Model
import Observing
import Parsing

/// Measures the stages of reading in one thread and without a network: bare SAX, the document, and what is observed in
/// it. The stages take turns page by page, and of several turns a page's fastest counts, so that what else the machine
/// does falls on none of them alone. Only their ratios mean anything elsewhere.
struct Stages {
    private let pages: [(url: String, body: [UInt8])]

    /// - Parameter folder: The document root of a site; its HTML files are the pages.
    init(folder: String, most: Int) throws {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        pages = try names.filter { $0.hasSuffix(".html") }.sorted().spread(most).map {
            ("http://127.0.0.1/" + $0, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))))
        }
        guard !pages.isEmpty else { throw BenchError(description: "\(folder): holds no .html file") }
    }

    func run() throws {
        let context = ObservingContext(
            host: "127.0.0.1", domain: "127.0.0.1", seed: "http://127.0.0.1/index.html", lexicon: try Lexicon())
        let stages: [(name: String, work: (String, [UInt8]) -> Int)] = [
            ("bare SAX", { countElements($1) }),
            ("document", { Document(html: $1).nodes.count }),
            (
                "document and observation",
                {
                    let fetch = FetchFacts(url: $0, finalURL: $0, status: 200, bytes: $1.count)
                    return observe($1, fetch: fetch, context: context).links.entries.count
                }
            ),
        ]
        var fastest = stages.map { _ in [UInt64](repeating: .max, count: pages.count) }
        var sums = stages.map { _ in 0 }
        for _ in 0..<turns {
            for (p, page) in pages.enumerated() {
                for (s, stage) in stages.enumerated() {
                    let begin = processorTime()
                    sums[s] &+= stage.work(page.url, page.body)
                    fastest[s][p] = min(fastest[s][p], processorTime() - begin)
                }
            }
        }
        let means = fastest.map { Double($0.reduce(0, +)) / 1e6 / Double(pages.count) }
        for (s, stage) in stages.enumerated() {
            let ratio = String(
                format: "%.3f ms a page, %.2f of bare SAX", means[s], means[s] / max(means[0], .ulpOfOne))
            print("\(stage.name) \(ratio) (\(sums[s] / turns))")
        }
    }

    private let turns = 5

    /// Nanoseconds that this thread has had of the processor.
    private func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

extension [String] {
    /// At most so many of them, evenly chosen.
    fileprivate func spread(_ most: Int) -> [String] {
        guard count > most else { return self }
        return (0..<most).map { self[$0 * count / most] }
    }
}
