import Testing

@testable import Crawling

@Suite struct AddressPropertyTests {
    private static let parts = [
        "http:", "https:", "HTTP:", "//", "/", "\\", ".", "..", "%2e", "?", "#", "%", "%41", "%c3%a9", "&", "=", ";",
        ":", "@",
        "[", "]", "::1", "0", "80", "0x7f", "a", "Z", "shop.example", "utm_source=x", "PHPSESSID=0123456789abcdef01",
        ";jsessionid=0123456789abcdef", " ", "\t", "\n", "\u{0}", "é", "ツ", "xn--", "-", "_", "~", "'", "\"", "<", "|",
        "mailto:",
    ]

    private func href(_ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(random.text(of: Self.parts, upTo: 10).utf8)
        // Not UTF-8 at times.
        if !bytes.isEmpty, Int.random(in: 0..<8, using: &random) == 0 {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
        }
        return bytes
    }

    /// Whatever comes in: what comes out is a URL in normal form, which no base and no second time changes.
    @Test(arguments: [
        "https://shop.example/a/", "http://127.0.0.1:8080/", "http://[::1]/x/y?z", "http://xn--bro-hoa.example/",
    ])
    func normalFormIsStable(base: String) async throws {
        let resolver = try #require(LinkResolver(base: base))
        let others = try ["https://other.example/p/q?r", "http://1.2.3.4/"].map { try #require(LinkResolver(base: $0)) }
        var random = SeededRandom(seed: UInt64(base.utf8.count))
        var resolved = 0
        for _ in 0..<2_000 {
            // Servers of other tests run on the same threads.
            await Task.yield()
            let href = href(&random)
            var out: [UInt8] = []
            guard resolver.resolve(href, href.indices, into: &out) == nil else { continue }
            resolved += 1
            let shown = "\(String(decoding: href, as: UTF8.self)) → \(String(decoding: out, as: UTF8.self))"
            let parts = try #require(AddressParts(out), "\(shown)")
            #expect(out.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }, "\(shown)")
            #expect(!out[parts.authority].contains(UInt8(ascii: "@")), "\(shown)")
            #expect(out.count <= LinkResolver.lengthLimit)
            for other in others + [resolver] {
                var again: [UInt8] = []
                #expect(other.resolve(out, out.indices, into: &again) == nil, "\(shown)")
                #expect(String(decoding: again, as: UTF8.self) == String(decoding: out, as: UTF8.self), "\(shown)")
            }
        }
        #expect(resolved > 700)
    }

    /// Every page is its own base: an empty link and its own path lead back to it.
    @Test func pagesLeadToThemselves() async throws {
        let resolver = try #require(LinkResolver(base: "https://shop.example/a/"))
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            // Servers of other tests run on the same threads.
            await Task.yield()
            let href = href(&random)
            var out: [UInt8] = []
            guard resolver.resolve(href, href.indices, into: &out) == nil else { continue }
            let page = String(decoding: out, as: UTF8.self)
            let own = try #require(LinkResolver(base: page))
            #expect(try own.resolve("").get() == page)
            #expect(try own.resolve("#top").get() == page)
            let path = out[own.parts.path.lowerBound...]
            // Two slashes begin a host.
            guard !path.starts(with: "//".utf8) else { continue }
            #expect(try own.resolve(String(decoding: path, as: UTF8.self)).get() == page, "\(page)")
        }
    }

    @Test(arguments: ["a", "é", "%zz", "../", "&", "a=1&", "x;"], ["/", "/?"])
    func lengthIsBounded(part: String, start: String) throws {
        let resolver = try #require(LinkResolver(base: "https://shop.example/a/"))
        for count in [1_000, 1_359, 4_000, 4_074, 4_100, 20_000] {
            var out: [UInt8] = []
            let href = Array((start + String(repeating: part, count: count)).utf8)
            let refusal = resolver.resolve(href, href.indices, into: &out)
            #expect((refusal == nil) == (out.count <= LinkResolver.lengthLimit))
            #expect(refusal == nil || refusal == .tooLong)
        }
    }
}
