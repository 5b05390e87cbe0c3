import Foundation
import Model
import Support
import Testing

@testable import Crawling

/// Pictures are asked for as a browser does, and what comes is told apart by what it is.
@Suite struct PictureTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 7, count: 900)
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 9, count: 300_000)
    private static let page = "<!doctype html><html><title>Shop</title><p>Welcome</p></html>"

    /// What the server does, and what has to be made of it.
    private static let cases: [(path: String, fault: Fault, answer: PictureAnswer)] = [
        ("/png", .answer(png, headers: ["Content-Type: image/png"]), .picture),
        ("/large", .answer(jpeg, headers: ["Content-Type: image/jpeg"]), .picture),
        ("/endless", .body([.sendAgain(png)], headers: ["Content-Type: image/png"]), .picture),
        ("/no-type", .raw("HTTP/1.1 200 OK\r\nContent-Length: 908\r\n\r\n", png), .picture),
        ("/wrong-type", .answer(png), .picture),
        (
            "/webp", .answer(Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8), headers: ["Content-Type: image/webp"]),
            .picture
        ),
        ("/avif", .answer([0, 0, 0, 32] + Array("ftypavif".utf8), headers: ["Content-Type: x/y"]), .picture),
        (
            "/svg",
            .answer(Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), headers: ["Content-Type: image/svg+xml"]),
            .picture
        ),
        ("/unheard-of", .answer([200, 201, 202], headers: ["Content-Type: image/x-new"]), .picture),
        ("/moved", .redirect("/png"), .picture),
        ("/moved-to-page", .redirect("/page"), .page),
        ("/gone", .answer([], status: "410 Gone"), .missing(status: 410)),
        ("/not-found", .answer(Array(page.utf8), status: "404 Not Found"), .missing(status: 404)),
        ("/moved-to-nothing", .redirect("/not-found"), .missing(status: 404)),
        ("/page", .html(page), .page),
        ("/page-as-picture", .answer(Array(page.utf8), headers: ["Content-Type: image/jpeg"]), .page),
        (
            "/wall", .html("<html><title>Just a moment</title>wall</html>"),
            .unread("a wall against robots stands in its place")
        ),
        ("/refused", .answer([], status: "403 Forbidden"), .unread("403")),
        ("/too-many", .answer([], status: "429 Too Many Requests"), .unread("429")),
        ("/error", .answer([], status: "500 Internal Server Error"), .unread("500")),
        ("/bad-request", .answer([], status: "400 Bad Request"), .unread("400")),
        ("/empty", .answer([], headers: ["Content-Type: image/png"]), .unread("the answer is empty")),
        (
            "/json", .answer(Array("{}".utf8), headers: ["Content-Type: application/json"]),
            .unread("the answer is neither a picture nor a page (application/json)")
        ),
        ("/silent", Fault([.hold]), .unread("timeout")), ("/circle", .redirect("/circle"), .unread("tooManyRedirects")),
        ("/private/1", .answer(png), .unread("robots")),
    ]

    private func ask(
        _ server: FaultServer, _ urls: [String], adjust: (inout CrawlSettings) -> Void = { _ in }
    ) async throws -> [PictureAnswer?] {
        var settings = CrawlSettings()
        settings.answerTimeout = 0.5
        settings.pacesPrivate = false
        adjust(&settings)
        let fetcher = try #require(Fetcher(settings: settings))
        defer { fetcher.close() }
        let site = try await Site.open(seed: server.origin + "/", settings: settings, fetcher: fetcher).get()
        return await site.answers(
            to: urls.map { WantedPicture(url: $0, page: server.origin + "/page") }, settings: settings,
            fetcher: fetcher, robots: [site.robots],
            isWall: { _, body in body.suffix(20).contains(UInt8(ascii: "w")) && body.count < 60 },
            words: { _, outcome in
                switch outcome {
                case .fetched(let facts): "\(facts.status)"
                case .failed(let failure): failure.stage.rawValue
                case .blocked(let reason, _): reason.rawValue.replacing("status", with: "")
                case .skipped(let reason): reason.rawValue
                }
            })
    }

    private func server() throws -> FaultServer {
        var routes = Dictionary(uniqueKeysWithValues: Self.cases.map { ($0.path, $0.fault) })
        routes["/"] = .html(Self.page)
        routes["/robots.txt"] = .html("User-agent: *\nDisallow: /private/")
        return try FaultServer(routes)
    }

    @Test func eachAnswerIsTakenForWhatItIs() async throws {
        let server = try server()
        defer { server.stop() }
        let answers = try await ask(server, Self.cases.map { server.origin + $0.path })
        for (expected, answer) in zip(Self.cases, answers) { #expect(answer == expected.answer, "\(expected.path)") }
        #expect(!server.requests.contains { $0.target.hasPrefix("/private/") })
        let head = try #require(server.requests.first { $0.target == "/png" }?.head)
        #expect(head.contains("Accept: image/"))
        #expect(head.contains("Referer: \(server.origin)/page"))
        #expect(!head.contains("Range:"))
        let pageHead = try #require(server.requests.first { $0.target == "/" }?.head)
        #expect(pageHead.contains("Accept: text/html") && !pageHead.contains("Referer"))
    }

    /// A shop's page may name any address as its picture.
    @Test func noOtherPrivateHostIsAsked() async throws {
        let server = try server()
        let other = try FaultServer(answer: { _ in .answer(Self.png) })
        defer {
            server.stop()
            other.stop()
        }
        let answers = try await ask(server, ["http://localhost:\(other.port)/png", server.origin + "/png"])
        #expect(answers == [.unread("connect"), .picture])
        #expect(other.connections == 0)
    }

    @Test(arguments: [
        ("https://shop.example/a?b=c", "https://shop.example/x.png", "https://shop.example/a?b=c"),
        ("https://shop.example/a?b=c", "https://cdn.example/x.png", "https://shop.example/"),
        ("http://shop.example:81/a", "http://shop.example/x.png", "http://shop.example:81/"),
        ("http://shop.example/a", "https://shop.example/x.png", "http://shop.example/"),
        ("https://shop.example/a", "http://cdn.example/x.png", nil),
    ])
    func saysNoMoreOfThePageThanABrowser(page: String, picture: String, expected: String?) {
        #expect(FetchRequest(picture: picture, on: page, settings: CrawlSettings()).referrer == expected)
    }

    @Test func anAddressKeepsItsParameters() throws {
        let resolver = try #require(LinkResolver(page: "https://shop.example/a/b", baseHref: "/base/"))
        #expect(resolver.picture("x.jpg?utm_source=a&v=2#top") == "https://shop.example/base/x.jpg?utm_source=a&v=2")
        #expect(resolver.picture("//cdn.example/x y.jpg") == "https://cdn.example/x%20y.jpg")
        #expect(resolver.picture("data:image/gif;base64,R0lGOD") == nil)
    }
}
