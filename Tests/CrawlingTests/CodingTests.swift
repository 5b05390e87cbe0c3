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

    /// However a body is cut up on its way, and whatever is wrong with it: it ends, within its bound.
    @Test(arguments: [1, 2, 3, 7, 64, 4_096])
    func piecesMakeAWhole(size: Int) throws {
        let whole = Bomb.gzip(of: Bomb.gzip(3_000) + Bomb.gzip(200))
        let (out, isAtEnd) = try decoded(whole, size)
        #expect(out == 3_200 && isAtEnd)
        var random = SeededRandom(seed: UInt64(size))
        for _ in 0..<200 {
            var broken = whole
            broken[Int.random(in: broken.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            broken.removeLast(Int.random(in: 0..<broken.count, using: &random))
            #expect(try decoded(broken, size).out <= 10_000 + 65_536)
        }
    }

    private func decoded(_ bytes: [UInt8], _ size: Int) throws -> (out: Int, isAtEnd: Bool) {
        let decoding = try #require(ContentDecoding(["gzip", "gzip"], limit: 10_000))
        var out = 0
        var start = 0
        while start < bytes.count {
            let piece = Array(bytes[start..<min(bytes.count, start + size)])
            start += size
            let fault = piece.withUnsafeBytes { raw in
                decoding.take(raw) { part in
                    out += part.count
                    return nil
                }
            }
            guard fault == nil else { return (out, false) }
        }
        return (out, decoding.isAtEnd)
    }
}
