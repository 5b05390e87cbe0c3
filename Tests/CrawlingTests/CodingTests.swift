import Model
import Support
import Testing

@testable import Crawling

/// Bodies in codings that weren't asked for.
@Suite struct CodingTests {
    private static let brotli = Fault.encoded(Bomb.brotli(blocks: 1), as: "br")

    @Test func aServerThatAnswersInOneOfItsOwnIsUnderstood() async throws {
        let server = try FaultServer(answer: { request in
            request.target == "/gzip" ? .encoded(Bomb.gzip(5_000), as: "gzip") : Self.brotli
        })
        var settings = CrawlSettings()
        settings.maxBodyBytes = 64 << 20
        let fetcher = try #require(Fetcher(settings: settings))
        var lengths: [Int] = []
        for path in ["/a", "/b", "/c", "/d", "/gzip", "/e"] {
            var request = FetchRequest(server.origin + path, settings: settings)
            request.allowsPrivateAddress = true
            lengths.append(await fetcher.fetch(request).body.count)
        }
        #expect(Set(lengths.dropLast(2)).count == 1 && lengths[0] > 5_000 && lengths[4] == 5_000)
        // Asked for again at first, and then as the server has it; until it keeps to what is asked for.
        let asked = Dictionary(server.requests.map { ($0.target, 1) }, uniquingKeysWith: +)
        #expect(asked == ["/a": 2, "/b": 2, "/c": 2, "/d": 1, "/gzip": 1, "/e": 2])
        #expect(server.requests[0].head.contains("Accept-Encoding: gzip, deflate"))
        fetcher.close()
        server.stop()
    }
}
