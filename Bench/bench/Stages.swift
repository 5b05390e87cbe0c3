import Foundation
import Model
import Observing
import Parsing

/// Measures one page after another, in one thread and without a network: bare SAX, the document, and what is observed
/// in it. Only their ratios mean anything elsewhere.
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
        func time(_ name: String, _ body: ((url: String, body: [UInt8])) -> Int) {
            let begin = clock()
            var sum = 0
            for page in pages { sum &+= body(page) }
            let milliseconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC) * 1000 / Double(pages.count)
            print("\(name) \(String(format: "%.3f", milliseconds)) ms a page (\(sum))")
        }
        time("bare SAX") { countElements($0.body) }
        time("document") { Document(html: $0.body).nodes.count }
        time("document and observation") {
            let fetch = FetchFacts(url: $0.url, finalURL: $0.url, status: 200, bytes: $0.body.count)
            return observe($0.body, fetch: fetch, context: context).links.entries.count
        }
    }
}

extension [String] {
    /// At most so many of them, evenly chosen.
    fileprivate func spread(_ most: Int) -> [String] {
        guard count > most else { return self }
        return (0..<most).map { self[$0 * count / most] }
    }
}
