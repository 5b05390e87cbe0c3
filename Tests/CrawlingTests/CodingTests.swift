import Model
import Support
import Testing

@testable import Crawling

/// Bodies as servers compress them.
@Suite struct CodingTests {
    private func fetch(_ answer: Fault) async throws -> (Fetched, head: String) {
        let server = try FaultServer(answer: { _ in answer })
        var settings = CrawlSettings()
        settings.maxBodyBytes = 64 << 20
        let fetcher = try #require(Fetcher(settings: settings))
        var request = FetchRequest(server.origin + "/", settings: settings)
        request.allowsPrivateAddress = true
        let fetched = await fetcher.fetch(request)
        #expect(server.requests.count == 1)
        let head = server.requests.first?.head ?? ""
        fetcher.close()
        server.stop()
        return (fetched, head)
    }

    /// Each coding, and how long what it stands for is.
    private static let codings: [(name: String, body: [UInt8], length: Int)] = [
        ("gzip", Bomb.gzip(500_000), 500_000), ("br", Bomb.brotli(blocks: 1), 16 << 20),
        ("zstd", Bomb.zstd(blocks: 3), 3 << 17),
    ]

    @Test(arguments: codings.indices) func isUndone(index: Int) async throws {
        let coding = Self.codings[index]
        let (fetched, head) = try await fetch(.encoded(coding.body, as: coding.name))
        #expect(fetched.facts?.status == 200)
        #expect(abs(fetched.body.count - coding.length) <= 1)
        #expect(head.contains("Accept-Encoding: gzip, deflate, br, zstd"))
    }

    /// Whatever had come of it, it is no whole page.
    @Test(arguments: codings.indices) func thatBreaksOffIsAFault(index: Int) async throws {
        let coding = Self.codings[index]
        let (fetched, _) = try await fetch(.encoded(Array(coding.body.dropLast(3)), as: coding.name))
        guard case .failed(let failure) = fetched.outcome else {
            Issue.record("\(coding.name): \(fetched.outcome)")
            return
        }
        #expect(failure.explanation.contains("breaks off") || failure.explanation.contains("decompressed"))
    }

    @Test func oneThatNobodyAskedForIsNamed() async throws {
        let (fetched, _) = try await fetch(.encoded([31, 157, 144], as: "compress"))
        guard case .failed(let failure) = fetched.outcome else {
            Issue.record("\(fetched.outcome)")
            return
        }
        #expect(failure.explanation.contains("a coding that was not asked for (compress)"))
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

    /// Servers say deflate with zlib's frame and without; what breaks off is neither's end.
    @Test(arguments: [1, 2, 3, 7, 4_096], [true, false])
    func deflateComesFramedAndRaw(size: Int, isRaw: Bool) throws {
        let whole = isRaw ? Bomb.rawDeflate(3_000) : Bomb.deflate(3_000)
        let (out, isAtEnd) = try decoded(whole, size, ["deflate"])
        #expect(out == 3_000 && isAtEnd)
        for length in 1..<whole.count {
            #expect(try !decoded(Array(whole.prefix(length)), size, ["deflate"]).isAtEnd)
        }
    }

    private func decoded(
        _ bytes: [UInt8], _ size: Int, _ codings: [String] = ["gzip", "gzip"]
    ) throws -> (out: Int, isAtEnd: Bool) {
        let decoding = try #require(ContentDecoding(codings, limit: 10_000))
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
