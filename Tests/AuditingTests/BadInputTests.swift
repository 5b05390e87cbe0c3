import Auditing
import Foundation
import Support
import Testing

/// Bad input gets one clear line and the right exit status, and leaves no half-written report.
@Suite struct BadInputTests {
    private func fault(
        _ url: String, adjust: (inout AuditSettings) -> Void = { _ in }
    ) async throws -> (error: AuditError?, wrote: Bool) {
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder + "/out"
            settings.crawl.connectTimeout = 5
            adjust(&settings)
            do {
                _ = try await audit(url, settings: settings, clock: .system, isStopped: { false }, progress: { _ in })
                return (nil, true)
            } catch let error as AuditError {
                let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/out")) ?? []
                return (error, !files.isEmpty)
            }
        }
    }

    private func expectOneLine(_ error: AuditError?, status: Int32, naming part: String) {
        #expect(error?.exitStatus == status)
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "no error")")
        #expect(error?.description.contains("\n") == false)
    }

    @Test(arguments: [
        ("http://host.invalid/", 3 as Int32, "host.invalid"),
        ("http://127.0.0.1:1/", 3, "127.0.0.1:1"),
        ("shop.example", 2, "https://shop.example"),
        ("ftp://shop.example/", 2, "http"),
        ("http://", 2, "http://"),
        ("", 2, "http"),
    ])
    func anAddressThatLeadsNowhere(url: String, status: Int32, part: String) async throws {
        let (error, wrote) = try await fault(url)
        expectOneLine(error, status: status, naming: part)
        #expect(!wrote)
    }

    @Test(arguments: ["/file.pdf", "/away"])
    func aSeedThatIsNoPage(path: String) async throws {
        let routes: [String: ShopServer.Answer] = [
            "/file.pdf": .init(headers: ["Content-Type": "application/pdf"], body: Array("%PDF-1.7".utf8)),
            "/away": .redirect("ftp://shop.example/"),
        ]
        let server = try await ShopServer.start(routes: routes)
        let (error, wrote) = try await fault(server.origin + path)
        await server.stop()
        expectOneLine(error, status: 3, naming: path)
        #expect(!wrote)
    }

    @Test func anOutputFolderThatCannotBeWritten() async throws {
        let (error, _) = try await fault("http://127.0.0.1:1/") { $0.out = "/proc/comeback" }
        expectOneLine(error, status: 2, naming: "/proc/comeback")
    }

    @Test(arguments: [
        ("max-pagse: 3", "did you mean “max-pages”"), ("max-pages: many", "max-pages"), ("- 1\n- 2", "top level"),
        ("max-pages: [", "YAML"), ("format: pdf", "pdf"), ("fail-under: 300", "fail-under"),
    ])
    func aBrokenConfiguration(yaml: String, part: String) async throws {
        try await FixtureShop.withFolder { folder in
            let file = folder + "/comeback.yaml"
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: file))
            var settings = AuditSettings()
            let error = #expect(throws: AuditError.self) { try ConfigurationFile.read(file, into: &settings) }
            expectOneLine(error, status: 2, naming: part)
            #expect(error?.description.contains(file) == true)
        }
    }

    @Test(arguments: [
        ("title: x\nwhyy: y\n", "whyy"), ("title: [\n", "fax-missing.yaml"),
    ])
    func aBrokenCheck(yaml: String, part: String) async throws {
        try await FixtureShop.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/contact", withIntermediateDirectories: true)
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: folder + "/contact/fax-missing.yaml"))
            let error = #expect(throws: AuditError.self) { try Catalogue(folders: [folder]) }
            expectOneLine(error, status: 2, naming: part)
        }
    }

    /// Links, referrers and pages by numbers that the crawl doesn't have; a list of links too few.
    @Test(arguments: [
        (nodes: #"{"url":"http://a.example/","source":"seed","inSitemap":false,"linkText":""}"#, links: "[[7]]", id: 0),
        (
            nodes: #"{"url":"http://a.example/","source":"seed","inSitemap":false,"linkText":"","firstReferrer":9}"#,
            links: "[[]]", id: 0
        ),
        (nodes: #"{"url":"http://a.example/","source":"seed","inSitemap":false,"linkText":""}"#, links: "[]", id: 0),
        (nodes: #"{"url":"http://a.example/","source":"seed","inSitemap":false,"linkText":""}"#, links: "[[]]", id: 3),
    ])
    func aSavedCrawlThatDoesNotHoldTogether(nodes: String, links: String, id: Int) async throws {
        try await FixtureShop.withFolder { folder in
            let file = folder + "/crawl.ndjson"
            _ = try await FixtureShop.audit("ucuz-bazar") {
                $0.saveCrawl = file
                $0.out = folder + "/live"
                $0.crawl.maxPages = 1
            }
            var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
            #expect(lines.count == 3)
            lines[1] = lines[1].replacing(#""id":0"#, with: "\"id\":\(id)")
            lines[2] = #"{"footer":{"_0":{"duration":1,"graph":{"links":\#(links),"nodes":[\#(nodes)]},"unlisted":0}}}"#
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
            var settings = AuditSettings()
            settings.out = folder + "/out"
            let error = #expect(throws: AuditError.self) { try judge(crawlAt: file, settings: settings) }
            expectOneLine(error, status: 2, naming: "names pages that the crawl doesn't have")
        }
    }

    @Test func aSavedCrawlThatIsNone() async throws {
        try await FixtureShop.withFolder { folder in
            let file = folder + "/crawl.ndjson"
            try Data("{\"header\":1}\n".utf8).write(to: URL(fileURLWithPath: file))
            var settings = AuditSettings()
            settings.out = folder + "/out"
            let error = #expect(throws: AuditError.self) { try judge(crawlAt: file, settings: settings) }
            expectOneLine(error, status: 2, naming: file)
        }
    }
}
