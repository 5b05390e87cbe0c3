import Testing

@testable import Crawling

/// The rule of RFC 9309 written down as plainly as possible: whether `pattern` matches a beginning of `path`. Keeps
/// every length of a beginning that what was read of the pattern can match.
private func plainMatch(_ pattern: String, _ path: String) -> Bool {
    let isAnchored = pattern.hasSuffix("$")
    let bytes = Array(path.utf8)
    var lengths = [0]
    for sign in isAnchored ? pattern.utf8.dropLast() : pattern.utf8[...] {
        guard let shortest = lengths.first else { return false }
        lengths =
            sign == UInt8(ascii: "*")
            ? Array(shortest...bytes.count)
            : lengths.filter { $0 < bytes.count && bytes[$0] == sign }.map { $0 + 1 }
    }
    return isAnchored ? lengths.last == bytes.count : !lengths.isEmpty
}

@Suite struct RobotsPropertyTests {
    /// Every rule by itself, and the longest of several, against the plain form.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func agreesWithPlainForm(seed: UInt64) async {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            // Servers of other tests run on the same threads.
            await Task.yield()
            let path = "/" + random.text(of: ["a", "b", "ab", "/", "c"], upTo: 12)
            let rules = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                let end = Bool.random(using: &random) ? "$" : ""
                return (
                    allows: Bool.random(using: &random),
                    pattern: "/" + random.text(of: ["a", "b", "*", "**", "ab", "/", "*a"], upTo: 8) + end
                )
            }
            let file = rules.map { "\($0.allows ? "Allow" : "Disallow"): \($0.pattern)\n" }.joined()
            let matching = rules.filter { plainMatch($0.pattern, path) }
            let longest = matching.map(\.pattern.utf8.count).max()
            let expected = matching.filter { $0.pattern.utf8.count == longest }.contains(where: \.allows)
            let robots = Robots(parsing: Array("User-agent: *\n\(file)".utf8), for: "Comeback")
            #expect(robots.allows(Array(path.utf8)) == (matching.isEmpty || expected), "\(path) by \(file)")
        }
    }

    /// Any bytes are read; what comes out is bounded and has a verdict for any path.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func anyBytes(seed: UInt64) async {
        var random = SeededRandom(seed: seed)
        let words = [
            "user-agent", "disallow", "allow", ":", " ", "\n", "\r", "*", "$", "%", "%4", "%2a", "/", "#", "\u{0}",
            "\u{FEFF}", "é", "crawl-delay", "1e999", "sitemap", "comeback",
        ]
        for _ in 0..<800 {
            await Task.yield()
            var bytes = Array(random.text(of: words, upTo: 60).utf8)
            if !bytes.isEmpty, Bool.random(using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            let robots = Robots(parsing: bytes, for: "Comeback")
            let path = Array(random.text(of: words, upTo: 8).utf8)
            #expect(robots.allows(path) || robots.closingLine(path) != nil)
            #expect(robots.crawlDelay.map { $0 > 0 && $0.isFinite } ?? true)
        }
    }

    /// Escaping a path's bytes in either case of letters changes no verdict, as long as they aren't reserved.
    @Test func escapesChangeNothing() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2_000 {
            let path = "/" + random.text(of: ["a", "Z", "0", "-", "~", "é", "/"], upTo: 8)
            let escaped = path.utf8.map { byte in
                guard byte != UInt8(ascii: "/"), Bool.random(using: &random) else { return [byte] }
                let digits = String(byte, radix: 16, uppercase: Bool.random(using: &random))
                return Array("%\(digits)".utf8)
            }.flatMap { $0 }
            #expect(RobotsPattern.normalised(escaped) == RobotsPattern.normalised(path.utf8))
            #expect(RobotsPattern(escaped).matches(RobotsPattern.normalised(path.utf8, escapesStar: true)))
        }
    }

    /// A normal form is its own normal form.
    @Test func normalisingTwiceIsOnce() {
        var random = SeededRandom(seed: 6)
        for _ in 0..<2_000 {
            let path = Array(random.text(of: ["%", "4", "1", "%2f", "%7E", "é", "<", "a", "*", "$"], upTo: 12).utf8)
            let once = RobotsPattern.normalised(path)
            #expect(RobotsPattern.normalised(once) == once)
            #expect(once.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }

    /// Would take longer than anybody waits if stars were tried one against the other.
    @Test func manyStarsEndSoon() {
        let half = String(repeating: "*a", count: 4_000)
        let run = String(repeating: "a", count: 8_000)
        let path = "/" + run + run
        #expect(!RobotsPattern("/\(half)b$".utf8).matches(Array(path.utf8)))
        #expect(!RobotsPattern("/*\(run)b".utf8).matches(Array(path.utf8)))
        #expect(RobotsPattern("/*\(run)*a$".utf8).matches(Array(path.utf8)))
    }
}
