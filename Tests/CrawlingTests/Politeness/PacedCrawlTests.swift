import Model
import Support
import Testing

@testable import Crawling

/// The pace at work: a loopback server that is paced as a public one.
@Suite struct PacedCrawlTests {
    private var settings: CrawlSettings {
        var settings = CrawlSettings()
        settings.pacesPrivate = true
        settings.rate = 500
        settings.obeysRobots = false
        return settings
    }

    @Test func waitsAndComesBack() async throws {
        let asked = Tally()
        let server = try await ShopServer.start { target in
            switch target {
            case "/": return page("home", ["/busy", "/a"])
            case "/a": return page("a", [])
            case "/busy":
                if asked.next() > 1 { return page("busy", []) }
                return ShopServer.Answer(status: 429, headers: ["Retry-After": "1"])
            default: return nil
            }
        }
        let result = try await crawl(server, settings: settings)
        await server.stop()
        #expect(asked.value == 2)
        #expect(result.order == ["/", "/busy", "/a"])
        #expect(result.crawl.pagesRead == 3)
    }

    /// What is left of a host that doesn't want us is blocked, and isn't asked for.
    @Test(arguments: [(429, BlockReason.status429), (503, .status503)])
    func givesUp(status: Int, reason: BlockReason) async throws {
        let links = (0..<40).map { "/p/\($0)" }
        let server = try await ShopServer.start { target in
            target == "/" ? page("home", links) : ShopServer.Answer(status: status, headers: ["Retry-After": "86400"])
        }
        let result = try await crawl(server, settings: settings)
        await server.stop()
        for link in links { #expect(result.outcome(link) == .blocked(by: reason)) }
        #expect(server.requests.count <= 1 + settings.concurrency)
    }

    /// Without being paced, a private server is asked as fast as it answers and no page twice.
    @Test func privateServersAreFree() async throws {
        let server = try await ShopServer.start { target in
            target == "/" ? page("home", ["/a", "/b"]) : ShopServer.Answer(status: 503, headers: ["Retry-After": "60"])
        }
        var settings = settings
        settings.pacesPrivate = false
        settings.rate = 0.01
        let result = try await crawl(server, settings: settings)
        await server.stop()
        #expect(result.outcome("/a") == .blocked(by: .status503))
        #expect(server.requests.filter { $0 == "/a" }.count == 1)
    }
}
