import Auditing
import Foundation
import Model
import Support
import Testing

/// A shop that does everything wrong at once: the audit ends, every page has its outcome in the report, and nothing
/// of the shop gets out of the text it belongs in.
@Suite struct HostileShopTests {
    private static let name = "<script>alert(1)</script>\u{1B}]0;owned\u{7}\u{202E}=1+1|`{{x}}`"

    /// Path, what it does, and what the report has to say of it.
    private static let faults: [(path: String, fault: Fault, said: String)] = [
        ("/silent", Fault([.hold]), "no answer within 2 s"),
        ("/stalled", .body([.send(Array("<p>x".utf8)), .hold]), "the body stalled"),
        ("/endless", .body([.sendAgain([UInt8](repeating: 0x41, count: 65_536))]), "too large"),
        ("/bomb", .encoded(Bomb.gzip(8 << 20), as: "gzip"), "too large"),
        ("/corrupt", .encoded(Array("<p>hello".utf8), as: "gzip"), "could not be decompressed"),
        ("/reset", Fault([.reset]), "the answer could not be understood"),
        ("/short", .body([.send(Array("<p>x".utf8))], headers: ["Content-Length: 99"]), "before its stated length"),
        ("/garbage", .raw("\u{1}\u{2}\u{3}"), "not HTTP"),
        ("/headers", Fault([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendAgain(Array("A: b\r\n".utf8))]), "header"),
        ("/circle", .redirect("/circle2"), "redirects"),
        ("/circle2", .redirect("/circle"), "redirects"),
        ("/empty", .answer([]), "the answer is empty"), ("/blank", .html(" \r\n\t"), "the answer is empty"),
        ("/cut", .encoded(Array(Bomb.gzip(90_000).dropLast(30)), as: "gzip"), "breaks off"),
        (
            "/picture", .answer([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 7, count: 900)),
            "not an HTML page"
        ),
        ("/noise", .answer((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3 ^ $0) }), "not an HTML page"),
        ("/nowhere", .redirect("ftp://shop.example/"), "answered with status 302, which leads nowhere"),
        ("/head", .raw("HTTP/1.1 200 OK\r\nContent-"), "ended within its header"),
        ("/teapot", .answer([], status: "418 I'm a \u{1B}[31mteapot"), "418"),
    ]

    /// Pages that are read, if only in part.
    private static let pages: [String: String] = [
        "/deep": String(repeating: "<div>", count: 20_000) + "<p>deep", "/wide": "<p " + attributes + ">wide",
        "/text": "<title>" + String(repeating: "T", count: 1_000_000) + "</title><h1>\(name)</h1><p>text",
        "/nul": "<p>\u{0}\u{0}nul", "/unclosed": String(repeating: "<b><p>x", count: 5_000),
    ]

    private static let attributes = (0..<8_000).map { "a\($0)" }.joined(separator: " ")

    private func shop() throws -> FaultServer {
        var routes = Dictionary(uniqueKeysWithValues: Self.faults.map { ($0.path, $0.fault) })
        for (path, body) in Self.pages { routes[path] = .html("<!doctype html><html lang=en>" + body) }
        routes["/robots.txt"] = .html("Sitemap: /map.xml\nSitemap: /other.xml")
        routes["/map.xml"] = Fault([.hold])
        routes["/other.xml"] = .html("<urlset><url><loc>/text</loc></url></urlset>")
        let links = (Array(routes.keys).sorted()).map { "<a href='\($0)'>\(Self.name)</a>" }
        let secret = "<a href='http://user:secret@evil.example/'>x</a><a href='javascript:alert(1)'>x</a>"
        routes["/"] = .html(
            "<!doctype html><html lang=en><title>\(Self.name)</title><h1>\(Self.name)</h1><p>Sale \(Self.name)</p>"
                + links.joined() + secret)
        return try FaultServer(routes)
    }

    @Test func everyPageHasItsOutcomeAndNothingGetsOut() async throws {
        let server = try shop()
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.saveCrawl = folder + "/crawl.ndjson"
            settings.crawl.answerTimeout = 2
            settings.crawl.stallTimeout = 2
            settings.crawl.maxBodyBytes = 4 << 20
            let summary = try await audit(
                server.origin + "/", settings: settings, clock: FixtureShop.clock, isStopped: { false },
                progress: { _ in })
            for (path, _, said) in Self.faults {
                let row = summary.result.notAssessed.first { $0.url == server.origin + path }
                #expect(row?.reason.contains(said) == true, "\(path): \(row?.reason ?? "not in the report")")
            }
            for path in Self.pages.keys {
                #expect(summary.result.pages.contains { $0.url == server.origin + path }, "\(path)")
            }
            let cautions = summary.result.cautions.joined(separator: " ")
            #expect(
                cautions.contains("The sitemap \(server.origin)/map.xml could not be read: no answer in time"),
                "\(cautions)")
            #expect(cautions.contains("nested deeper") && cautions.contains("attributes"), "\(cautions)")
            try expectHarmless(summary, folder)
        }
        server.stop()
    }

    private func expectHarmless(_ summary: AuditSummary, _ folder: String) throws {
        let texts =
            try summary.files.map { try String(contentsOfFile: $0, encoding: .utf8) } + [
                summary.text, summary.json,
            ]
        for text in texts {
            #expect(!text.unicodeScalars.contains { [0, 7, 0x1B, 0x202E].contains($0.value) })
            #expect(!text.contains("user:secret"))
            #expect(text.utf8.count < 1_000_000)
        }
        let crawl = try String(contentsOfFile: folder + "/crawl.ndjson", encoding: .utf8)
        #expect(!crawl.contains("secret"))
        let html = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
        #expect(!html.contains("<script>alert"))
        let markdown = try String(contentsOfFile: folder + "/report.md", encoding: .utf8)
        #expect(!markdown.contains("<script>alert"))
    }

    @Test(arguments: ["http://user:secret@127.0.0.1:1/", "https://secret@shop.example", "ftp://u:secret@shop.example/"])
    func aPasswordIsNeverRepeated(url: String) async throws {
        let error = await #expect(throws: AuditError.self) {
            try await audit(
                url, settings: AuditSettings(), clock: .system, isStopped: { false }, progress: { _ in })
        }
        #expect(error?.exitStatus == 2 && error?.description.contains("secret") == false)
    }
}
