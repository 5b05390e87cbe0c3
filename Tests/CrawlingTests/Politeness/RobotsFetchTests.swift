import Model
import Support
import Testing

@testable import Crawling

/// What a server's answer for its robots.txt means (RFC 9309, 2.3.1).
@Suite struct RobotsFetchTests {
    private static let closing = ShopServer.Answer.text("User-agent: comeback\nDisallow: /closed")

    private func ask(_ server: ShopServer) async throws -> RobotsAnswer {
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        defer { fetcher.close() }
        return await fetcher.robots(for: server.origin + "/a?b", settings: settings, allowsPrivateAddress: true)
    }

    /// - Parameter expected: nil where everything is closed; else whether `/closed` is.
    @Test(
        arguments: [
            (200, true), (204, false), (304, false), (400, false), (401, false), (403, false), (404, false),
            (410, false),
            (429, nil), (451, false), (500, nil), (502, nil), (503, nil), (599, nil),
        ] as [(Int, Bool?)])
    func statuses(status: Int, expected: Bool?) async throws {
        var answer = Self.closing
        answer.status = status
        if status == 204 || status == 304 { answer.body = [] }
        let server = try await ShopServer.start(routes: ["/robots.txt": answer])
        let robots = try await ask(server)
        await server.stop()
        #expect(robots.status == status)
        #expect(robots.origin == server.origin)
        #expect(robots.robots.isUnreachable == (expected == nil))
        #expect(robots.robots.allows("/closed/1".utf8) == (expected == false))
        #expect(robots.robots.allows("/".utf8) == (expected != nil))
        #expect(server.requests.count == (expected == nil ? 3 : 1), "what closes everything is asked for again")
    }

    @Test func oneBadAnswerIsForgiven() async throws {
        let asked = Tally()
        let server = try await ShopServer.start { _ in asked.next() == 1 ? .text("", status: 500) : Self.closing }
        let robots = try await ask(server)
        await server.stop()
        #expect(robots.robots.allows("/".utf8))
        #expect(!robots.robots.allows("/closed".utf8))
    }

    /// Five redirects are followed, also to other hosts; the rules are those of the origin that was asked.
    @Test(arguments: [(5, true), (6, false)]) func redirects(count: Int, isRead: Bool) async throws {
        let other = try await ShopServer.start(routes: ["/hop5": Self.closing, "/hop6": Self.closing])
        var routes = ["/robots.txt": ShopServer.Answer.redirect("/hop1", status: 302)]
        for hop in 1..<count {
            routes["/hop\(hop)"] = .redirect("/hop\(hop + 1)", status: 300 + [1, 2, 3, 7, 8][hop - 1])
        }
        routes["/hop\(count - 1)"] = .redirect("\(other.origin)/hop\(count)")
        let server = try await ShopServer.start(routes: routes)
        let robots = try await ask(server)
        await server.stop()
        await other.stop()
        #expect(robots.origin == server.origin)
        #expect(robots.robots.allows("/closed".utf8) == !isRead)
        #expect(robots.robots.allows("/".utf8))
    }

    @Test func redirectsThatLeadNowhereOpenEverything() async throws {
        let circle = try await ShopServer.start(routes: [
            "/robots.txt": .redirect("/robots.txt?1"), "/robots.txt?1": .redirect("/robots.txt"),
        ])
        #expect(try await ask(circle).robots.allows("/".utf8))
        await circle.stop()
        let mail = try await ShopServer.start(routes: ["/robots.txt": .redirect("mailto:a@shop.example")])
        #expect(try await ask(mail).robots.allows("/".utf8))
        await mail.stop()
    }

    @Test func silenceClosesEverything() async throws {
        let server = try await ShopServer.start(routes: [:])
        await server.stop()
        let robots = try await ask(server)
        #expect(robots.failure?.stage == .connect)
        #expect(!robots.robots.allows("/".utf8))
    }

    /// One silence is forgiven, a second is not.
    @Test(arguments: [1, 2]) func silenceOnALine(silences: Int) async throws {
        let asked = Tally()
        let server = try FaultServer(answer: { _ in asked.next() <= silences ? Fault([.hold]) : .html("") })
        defer { server.stop() }
        var settings = CrawlSettings()
        settings.answerTimeout = 0.3
        let fetcher = try #require(Fetcher(settings: settings))
        defer { fetcher.close() }
        let robots = await fetcher.robots(for: server.origin + "/", settings: settings, allowsPrivateAddress: true)
        #expect(robots.robots.allows("/".utf8) == (silences == 1))
        #expect(server.requests.count == 2)
    }

    /// Of a longer file the first 500 KiB count.
    @Test func longFile() async throws {
        let filler = String(repeating: "# filler\n", count: Robots.sizeLimit / 9)
        let file = "User-agent: *\nDisallow: /a\n\(filler)\(filler)Disallow: /b"
        let server = try await ShopServer.start(routes: ["/robots.txt": .text(file)])
        let robots = try await ask(server)
        await server.stop()
        #expect(!robots.robots.allows("/a".utf8))
        #expect(robots.robots.allows("/b".utf8))
    }

    /// Each origin has its own rules and is asked for them once.
    @Test func oneFileAnOrigin() async throws {
        let server = try await ShopServer.start(routes: [
            "/robots.txt": Self.closing, "/": page("home", ["/a", "/closed/1", "/closed/2"]),
            "/a": page("a", ["/closed/3"]),
        ])
        let result = try await crawl(server)
        await server.stop()
        #expect(server.requests.filter { $0 == "/robots.txt" }.count == 1)
        #expect(result.order == ["/", "/a"])
        for path in ["/closed/1", "/closed/2", "/closed/3"] { #expect(result.outcome(path) == .blocked(by: .robots)) }
    }
}
