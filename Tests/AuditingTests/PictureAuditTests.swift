import Auditing
import Foundation
import Model
import Support
import Testing

/// Pictures of products that don't load are found by asking for them.
@Suite(.serialized) struct PictureAuditTests {
    private static let gif = Fault.answer(Array("GIF89a".utf8), headers: ["Content-Type: image/gif"])

    private static func page(_ name: String, _ picture: String) -> String {
        "<!doctype html><html lang=en><head><title>\(name)</title></head><body><nav><a href=/>Home</a></nav><main>"
            + "<h1>\(name)</h1><img src='\(picture)' alt='\(name)' width=600 height=600><p class=price>€49.90</p>"
            + "<p>In stock</p><button>Add to cart</button></main></body></html>"
    }

    /// Audits a shop with a product for each picture; what came of the check, and what was asked for.
    private func audited(
        _ pictures: [String: Fault], adjust: (inout AuditSettings) -> Void = { _ in }
    ) async throws -> (check: CheckResult, failures: [Finding], server: FaultServer) {
        let paths = pictures.keys.sorted()
        let links = paths.indices.map { "<a href=/p\($0)>Teapot \($0)</a>" }.joined()
        var routes = pictures
        routes["/"] = .html("<!doctype html><html lang=en><title>Teapots</title><body><h1>Teapots</h1>\(links)</body>")
        for (index, path) in paths.enumerated() { routes["/p\(index)"] = .html(Self.page("Teapot \(index)", path)) }
        let server = try FaultServer(routes)
        defer { server.stop() }
        return try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            adjust(&settings)
            let result = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in }
            ).result
            let id = "pricing/broken-product-image"
            let check = try #require(result.checks.first { $0.id.rawValue == id })
            return (check, result.findings.filter { $0.check.rawValue == id }, server)
        }
    }

    @Test func thoseThatAreGoneAreFound() async throws {
        let found = try await audited([
            "/a.gif": Self.gif, "/b.gif": .answer([], status: "404 Not Found"),
            "/c.gif": .html("<html><p>Hello</p></html>"),
            "/d.gif": .redirect("/a.gif"), "/e.gif": .answer([], status: "403 Forbidden"),
        ])
        #expect(found.check.verdict == .fail)
        let evidence = try #require(found.failures.first).evidence
        #expect(evidence.map(\.quote) == ["Teapot 1", "Teapot 2"])
        #expect(evidence[0].url.hasSuffix("/p1"))
        #expect(evidence[0].note?.hasSuffix("/b.gif, which answers 404") == true)
        #expect(evidence[1].note?.hasSuffix("/c.gif, which answers with a page in place of a picture") == true)
        #expect(found.failures.first?.detail?.hasPrefix("2 of 4 pictures") == true)
        #expect(found.failures.first?.detail?.contains("1 × refused (403)") == true)
    }

    @Test(arguments: [
        Fault.answer([], status: "403 Forbidden"), .answer([], status: "500 Internal Server Error"),
        .html("<html><p>A page for everybody that asks</p></html>"), Fault([.hold]),
    ])
    func whatTellsNothingIsNotHeldAgainstTheShop(_ fault: Fault) async throws {
        let found = try await audited(["/a.gif": fault, "/b.gif": fault]) { $0.crawl.answerTimeout = 0.5 }
        #expect(found.check.verdict == .undetermined)
    }

    @Test func aSampleIsEnough() async throws {
        let many = Dictionary(uniqueKeysWithValues: (1...90).map { ("/img/\($0).gif", Self.gif) })
        let found = try await audited(many)
        #expect(found.check.verdict == .pass)
        let asked = found.server.requests.map(\.target).filter { $0.hasPrefix("/img/") }
        #expect(asked.count == 60 && Set(asked).count == 60)
    }

    @Test func nothingIsAskedForWhatIsNotJudged() async throws {
        let server = try FaultServer(["/": .html(Self.page("Teapot", "/a.gif"))])
        defer { server.stop() }
        try await FixtureShop.withFolder { folder in
            var settings = AuditSettings()
            settings.out = folder
            settings.formats = [.json]
            settings.skip = ["pricing/broken-product-image"]
            _ = try await audit(
                server.origin, settings: settings, clock: FixtureShop.clock, isStopped: { false }, progress: { _ in })
        }
        #expect(!server.requests.contains { $0.target == "/a.gif" })
    }
}
