import Foundation
import Ledger
import Model
import Support
import Testing

@testable import Auditing
@testable import Crawling

/// What may change between the runs of an audit, and what may not.
@Suite(.serialized) struct GoingOnTests {
    /// Audits into `out`; stopped when the server has had `limit` further requests.
    private func run(
        _ server: ShopServer, _ out: String, stopAfter limit: Int = .max,
        adjust: (inout AuditSettings) -> Void = { _ in }, notice: (String) -> Void = { _ in }
    ) async throws -> AuditSummary {
        var settings = AuditSettings()
        settings.out = out
        settings.crawl.concurrency = 2
        // Tests that run beside this one keep the server waiting.
        settings.crawl.answerTimeout = 300
        settings.crawl.transferTimeout = 300
        adjust(&settings)
        let end = server.requests.count.addingReportingOverflow(limit)
        let last = end.overflow ? Int.max : end.partialValue
        return try await audit(
            server.origin + "/", settings: settings, clock: FixtureShop.clock,
            isStopped: { server.requests.count >= last }, progress: { _ in }, notice: notice)
    }

    @Test func limitsMayChange() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 0...2)
            let whole = try await run(server, folder + "/whole") { $0.crawl.maxPages = 40 }
            let first = try await run(server, folder + "/broken", stopAfter: 15) { $0.crawl.maxPages = 20 }
            #expect(first.isInterrupted && first.isResumable)
            let before = server.requests.count
            var notices: [String] = []
            let second = try await run(
                server, folder + "/broken",
                adjust: {
                    $0.resumes = true
                    $0.crawl.maxPages = 40
                }, notice: { notices.append($0) })
            await server.stop()
            #expect(!second.isInterrupted && !second.isResumable)
            #expect(!whole.isInterrupted)
            let files = ["whole", "broken"].map { FileManager.default.contents(atPath: "\(folder)/\($0)/report.json") }
            #expect(files[0] != nil && files[0] == files[1])
            #expect(notices.filter { $0.contains("Going on") }.count == 1)
            #expect(server.requests[before...].count { !$0.hasPrefix("/img/") } < 35)
        }
    }

    @Test(arguments: [("user-agent", 0), ("language", 1), ("connect-to", 2)])
    func whatTheServerAnswersToMayNot(name: String, change: Int) async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 0...2)
            _ = try await run(server, folder, stopAfter: 10)
            let error = await #expect(throws: AuditError.self) {
                _ = try await run(server, folder) {
                    $0.resumes = true
                    switch change {
                    case 0: $0.crawl.userAgent = "Other/1.0"
                    case 1: $0.crawl.language = "az"
                    default: $0.crawl.connectTo = ["a:80:b:80"]
                    }
                }
            }
            await server.stop()
            #expect(error?.exitStatus == 2)
            #expect(error?.description.contains("another \(name)") == true, "\(error?.description ?? "")")
        }
    }

    @Test func anotherAddressIsRefusedAndAnEmptyFolderBeginsAnew() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 0...2)
            let other = try await SlowShop.start(delay: 0...2)
            _ = try await run(server, folder + "/a", stopAfter: 10)
            let error = await #expect(throws: AuditError.self) {
                _ = try await run(other, folder + "/a") { $0.resumes = true }
            }
            #expect(error?.description.contains(server.origin) == true)
            var notices: [String] = []
            let anew = try await run(
                server, folder + "/b", adjust: { $0.resumes = true }, notice: { notices.append($0) })
            #expect(!anew.isInterrupted)
            #expect(notices.first?.contains("beginning anew") == true)
            let without = await #expect(throws: AuditError.self) {
                _ = try await run(server, folder + "/b") {
                    $0.resumes = true
                    $0.keepsAnswers = false
                }
            }
            #expect(without?.exitStatus == 2)
            await server.stop()
            await other.stop()
        }
    }

    @Test func withoutResumeItBeginsAnewAndSaysSo() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 0...2)
            _ = try await run(server, folder, stopAfter: 10)
            let before = server.requests.count
            var notices: [String] = []
            let second = try await run(server, folder, stopAfter: 10, notice: { notices.append($0) })
            #expect(second.isInterrupted)
            #expect(server.requests[before...].contains("/"))
            #expect(notices.count == 1 && notices[0].contains("unfinished audit"))
            await server.stop()
        }
    }

    @Test func noStoreLeavesNoFile() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 0...2)
            let summary = try await run(server, folder, stopAfter: 10) { $0.keepsAnswers = false }
            await server.stop()
            #expect(summary.isInterrupted && !summary.isResumable)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.allSatisfy { $0.hasPrefix("report.") })
        }
    }

    @Test func everyPartOfAnAnswerIsKept() throws {
        try withStore { store in
            let keeper = AnswerKeeper(store: store, startedAt: 0, earlier: 0, clock: .fixed(0))
            let request = FetchRequest("http://shop.example/", settings: CrawlSettings())
            var fetched = Fetched(
                .fetched(
                    FetchFacts(
                        url: "http://shop.example/", finalURL: "http://shop.example/a", status: 200, bytes: 3,
                        redirects: [Redirect(url: "http://shop.example/", status: 301)], robotsTag: "noindex")))
            fetched.body = Array("tea".utf8)
            fetched.location = "http://shop.example/b"
            fetched.isFromPrivateAddress = true
            fetched.isCut = true
            fetched.isFromStore = true
            keeper.keep([(request, fetched)])
            let kept = try #require(keeper.answer(to: request))
            // A part that is new and isn't kept would make a report that went on differ from an unbroken one.
            let usual = Dictionary(
                Mirror(reflecting: Fetched(.skipped(why: .scheme))).children.map { ($0.label, "\($0.value)") }
            ) { a, _ in a }
            for (was, now) in zip(Mirror(reflecting: fetched).children, Mirror(reflecting: kept).children) {
                #expect("\(was.value)" == "\(now.value)", "\(was.label ?? "")")
                #expect("\(was.value)" != usual[was.label], "\(was.label ?? ""): set it above")
            }
        }
    }

    @Test func aStoreThatCannotBeWrittenEndsTheCrawl() throws {
        try withStore(diskLimit: 60_000) { store in
            let keeper = AnswerKeeper(store: store, startedAt: 0, earlier: 0, clock: .fixed(0))
            var answer = Fetched(.fetched(FetchFacts(url: "", finalURL: "", status: 200)))
            var kept = 0
            var random = SystemRandomNumberGenerator()
            while keeper.fault == nil, kept < 100 {
                answer.body = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
                keeper.keep([(FetchRequest("http://shop.example/\(kept)", settings: CrawlSettings()), answer)])
                kept += 1
            }
            let fault = try #require(keeper.fault)
            #expect(fault.exitStatus == 4)
            #expect(fault.description.contains("disk is full") && fault.description.contains("--resume"))
            #expect(try store.extent().answers == kept - 1)
            keeper.keep([(FetchRequest("http://shop.example/late", settings: CrawlSettings()), answer)])
            #expect(try store.extent().answers == kept - 1)
        }
    }

    private func withStore(diskLimit: Int? = nil, _ body: (CrawlStore) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "comeback-\(UUID().uuidString).sqlite"
        let store = try CrawlStore(path: path, diskLimit: diskLimit)
        defer { try? store.remove() }
        try store.begin(StoredRun(seed: "", settings: "", startedAt: 0))
        try body(store)
    }
}
