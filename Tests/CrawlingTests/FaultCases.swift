import Support
import Testing

/// How a fault has to come out.
enum Expected: Sendable {
    /// Stage of the failure and a part of its words.
    case failed(String, String)
    /// Status and length of the body.
    case fetched(Int, bytes: Int)
    /// Whatever curl makes of it, as long as it ends and is told in a line.
    case told
}

/// One thing that a server can do to a client.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let name: String
    let fault: Fault
    let expected: Expected
    var testDescription: String { name }

    init(_ name: String, _ fault: Fault, _ expected: Expected) {
        self.name = name
        self.fault = fault
        self.expected = expected
    }

    var path: String { "/" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() }
}

private func text(_ string: String) -> [UInt8] { Array(string.utf8) }
private let page = text("<p>hello")

extension FaultCase {
    /// Faults that show at once, whatever the budgets are.
    static let prompt = connection + heads + lengths + statusLines + encodings + redirects + odd

    static let silent = [
        FaultCase("silence", Fault([.hold]), .failed("timeout", "no answer within 0.4 s")),
        FaultCase(
            "head drips", Fault([.send(text("HTTP/1.1 200 OK\r\nX: ")), .sendAgain([0x41], every: .milliseconds(15))]),
            .failed("timeout", "header did not end within 0.4 s")),
        FaultCase(
            "interim answers for ever",
            Fault([.sendAgain(text("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), every: .milliseconds(20))]),
            .failed("timeout", "header did not end within 0.4 s")),
    ]

    static let stalled = [
        FaultCase(
            "body drips", .body([.sendAgain([0x41], every: .milliseconds(10))]),
            .failed("timeout", "stalled: under 1000 bytes in 0.4 s")),
        FaultCase("body stops", .body([.send(page), .hold]), .failed("timeout", "stalled")),
    ]

    static let slow = [
        FaultCase(
            "endless chunk extension",
            .body([.send(text("4;")), .sendAgain(text("xxxxxxxx"))], headers: ["Transfer-Encoding: chunked"]),
            .failed("timeout", "")),
        FaultCase(
            "body is slow", .body([.sendAgain([UInt8](repeating: 0x41, count: 100), every: .milliseconds(10))]),
            .failed("timeout", "not done within 1.5 s")),
    ]

    static let connection = [
        FaultCase("reset at once", Fault([.reset]), .failed("badResponse", "")),
        FaultCase("close at once", .raw(""), .failed("badResponse", "the server")),
        FaultCase(
            "close in the head", .raw("HTTP/1.1 200 OK\r\nContent-Ty"),
            .failed("badResponse", "ended within its header")),
        FaultCase(
            "reset in the head", Fault([.send(text("HTTP/1.1 200 OK\r\nContent-")), .reset]),
            .failed("badResponse", "reset")),
        FaultCase(
            "reset in the body",
            .body([.send(page), .wait(.milliseconds(30)), .reset], headers: ["Content-Length: 99"]),
            .failed("badResponse", "")),
        FaultCase(
            "body is endless", .body([.sendAgain([UInt8](repeating: 0x41, count: 65_536))]),
            .failed("tooLarge", "longer than 1000000 bytes")),
    ]

    static let heads = [
        FaultCase(
            "endless header lines", Fault([.send(text("HTTP/1.1 200 OK\r\n")), .sendAgain(text("X-A: b\r\n"))]),
            .failed("badResponse", "header is longer")),
        FaultCase(
            "one endless header line", Fault([.send(text("HTTP/1.1 200 OK\r\nX-A: ")), .sendAgain(text("aaaaaaaa"))]),
            .failed("badResponse", "a line of the header is too long")),
        FaultCase(
            "endless interim answers", Fault([.sendAgain(text("HTTP/1.1 100 Continue\r\n\r\n"))]),
            .failed("badResponse", "header is longer")),
        FaultCase(
            "cookies", .answer(page, headers: (0..<4_000).map { "Set-Cookie: a\($0)=\($0); Path=/" }),
            .fetched(200, bytes: 8)),
        FaultCase(
            "a flood of cookies",
            .answer(page, headers: (0..<400).map { "Set-Cookie: a\($0)=" + String(repeating: "x", count: 4_000) }),
            .failed("badResponse", "header is longer")),
        FaultCase(
            "a flood of types", .answer(page, headers: (0..<3_000).map { "Content-Type: text/html; charset=x\($0)" }),
            .fetched(200, bytes: 8)),
        FaultCase(
            "a long type", .answer(page, headers: ["Content-Type: text/" + String(repeating: "x", count: 60_000)]),
            .fetched(200, bytes: 0)),
        FaultCase("no type", .raw("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n<p>hello"), .fetched(200, bytes: 8)),
        FaultCase(
            "bare line feeds", .raw("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>hello"), .fetched(200, bytes: 8)),
        FaultCase("bare returns", .raw("HTTP/1.1 200 OK\rContent-Type: text/html\r\r<p>hello"), .told),
        FaultCase("lines without a colon", .raw("HTTP/1.1 200 OK\r\nnonsense\r\n: x\r\n\r\n<p>hello"), .told),
        FaultCase(
            "folded lines", .raw("HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html\r\n\r\n<p>hello"), .told),
        FaultCase("a zero in the head", .raw("HTTP/1.1 200 OK\r\nX: a\u{0}b\r\n\r\n<p>hello"), .told),
        FaultCase(
            "controls in the head", .raw("HTTP/1.1 200 \u{1B}[31mOK\r\nContent-Type: \u{1B}]0;x\u{7}\r\n\r\n<p>hello"),
            .fetched(200, bytes: 0)),
        FaultCase(
            "nonsense in Retry-After", .answer(page, headers: ["Retry-After: -99999999999999999999"]),
            .fetched(200, bytes: 8)),
        FaultCase(
            "a refresh header", .answer(page, headers: ["Refresh: 0; url=file:///etc/passwd"]), .fetched(200, bytes: 8)),
    ]

    static let lengths = [
        FaultCase(
            "ends before its length", .body([.send(page)], headers: ["Content-Length: 4000"]),
            .failed("badResponse", "ended before its stated length")),
        FaultCase(
            "longer than its length", .body([.send(page)], headers: ["Content-Length: 3"]), .fetched(200, bytes: 3)),
        FaultCase("a negative length", .body([.send(page)], headers: ["Content-Length: -5"]), .told),
        FaultCase("two lengths", .body([.send(page)], headers: ["Content-Length: 3", "Content-Length: 8"]), .told),
        FaultCase(
            "a length beyond numbers", .body([.send(page)], headers: ["Content-Length: 99999999999999999999999"]), .told
        ),
        FaultCase(
            "a length beyond memory", .body([.send(page)], headers: ["Content-Length: 9000000000000000000"]),
            .failed("badResponse", "ended before")),
        FaultCase(
            "chunks",
            .body(
                [.send(text("4;x=y\r\n<p>h\r\n4\r\nello\r\n0\r\nX: y\r\n\r\n"))],
                headers: ["Transfer-Encoding: chunked"]),
            .fetched(200, bytes: 8)),
        FaultCase(
            "chunk sizes that are none",
            .body([.send(text("zz\r\n<p>h\r\n"))], headers: ["Transfer-Encoding: chunked"]),
            .failed("badResponse", "")),
        FaultCase(
            "a huge chunk size",
            .body([.send(text("FFFFFFFFFFFFFFFFFFFF\r\n<p>h\r\n"))], headers: ["Transfer-Encoding: chunked"]),
            .failed("badResponse", "")),
        FaultCase(
            "chunks that break off", .body([.send(text("FF\r\n<p>h"))], headers: ["Transfer-Encoding: chunked"]),
            .failed("badResponse", "ended before")),
        FaultCase(
            "endless trailers",
            .body(
                [.send(text("4\r\n<p>h\r\n0\r\n")), .sendAgain(text("X-A: b\r\n"))],
                headers: ["Transfer-Encoding: chunked"]),
            .failed("badResponse", "")),
        FaultCase(
            "a trailer that says otherwise",
            .body(
                [.send(text("8\r\n<p>hello\r\n0\r\nContent-Type: image/png\r\nLocation: /x\r\n\r\n"))],
                headers: ["Transfer-Encoding: chunked"]),
            .fetched(200, bytes: 8)),
        FaultCase(
            "a status line in the trailer",
            .body(
                [.send(text("8\r\n<p>hello\r\n0\r\nHTTP/1.1 404 x\r\n\r\n"))],
                headers: ["Transfer-Encoding: chunked"]),
            .failed("badResponse", "breaks the rules")),
        FaultCase(
            "length and chunks",
            .body(
                [.send(text("8\r\n<p>hello\r\n0\r\n\r\n"))],
                headers: ["Content-Length: 3", "Transfer-Encoding: chunked"]), .told),
    ]

    static let statusLines = [
        FaultCase("HTTP/0.9", .raw("<html><p>hello"), .failed("badResponse", "not HTTP")),
        FaultCase("garbage", .raw("\u{0}\u{1}\u{2}\u{FF}", [0xFF, 0xFE, 0, 1]), .failed("badResponse", "")),
        FaultCase(
            "endless garbage", Fault([.sendAgain([UInt8](repeating: 0, count: 65_536))]), .failed("badResponse", "")),
        FaultCase("another protocol", .raw("SSH-2.0-OpenSSH_9.2\r\n"), .failed("badResponse", "")),
        FaultCase("no number", .raw("HTTP/1.1 abc OK\r\n\r\n<p>hello"), .failed("badResponse", "")),
        FaultCase("number too long", .raw("HTTP/1.1 99999 OK\r\n\r\n<p>hello"), .told),
        FaultCase("number zero", .raw("HTTP/1.1 000 OK\r\n\r\n<p>hello"), .failed("badResponse", "")),
        FaultCase("version from the future", .raw("HTTP/9.9 200 OK\r\n\r\n<p>hello"), .failed("badResponse", "")),
        FaultCase("no reason phrase", .raw("HTTP/1.1 200\r\n\r\n<p>hello"), .fetched(200, bytes: 8)),
        FaultCase(
            "HTTP/1.0", .raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>hello"), .fetched(200, bytes: 8)),
        FaultCase("ICY", .raw("ICY 200 OK\r\n\r\n<p>hello"), .failed("badResponse", "")),
        FaultCase(
            "switches protocols", .raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n\u{1}\u{2}"),
            .failed("badResponse", "")),
        FaultCase("HTTP/2 unasked", .raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), .failed("badResponse", "")),
        FaultCase(
            "204 with a body", .raw("HTTP/1.1 204 No\r\nContent-Length: 8\r\n\r\n<p>hello"), .fetched(204, bytes: 0)),
        FaultCase("206 unasked", .answer(page, status: "206 Partial"), .fetched(206, bytes: 8)),
        FaultCase("304 unasked", .raw("HTTP/1.1 304 Not Modified\r\n\r\n"), .fetched(304, bytes: 0)),
        FaultCase("416 unasked", .answer([], status: "416 Range"), .fetched(416, bytes: 0)),
    ]

    private static let tower = ["gzip", "gzip", "gzip"]
    static let encodings = [
        FaultCase("a gzip bomb", .encoded(Bomb.gzip(64 << 20), as: "gzip"), .failed("tooLarge", "longer than 1000000")),
        FaultCase("a deflate bomb", .encoded(Bomb.deflate(64 << 20), as: "deflate"), .failed("tooLarge", "")),
        FaultCase("a brotli bomb", .encoded(Bomb.brotli(blocks: 64), as: "br"), .failed("tooLarge", "")),
        FaultCase("a zstd bomb", .encoded(Bomb.zstd(blocks: 8_192), as: "zstd"), .failed("tooLarge", "")),
        FaultCase(
            "a bomb in a bomb in a bomb",
            .encoded(Bomb.gzip(of: Bomb.gzip(of: Bomb.gzip(64 << 20))), as: tower.joined(separator: ", ")),
            .failed("tooLarge", "")),
        FaultCase(
            "a tower of encodings", .encoded(page, as: [String](repeating: "gzip", count: 40).joined(separator: ",")),
            .failed("badResponse", "more than 4 codings")),
        FaultCase(
            "a thousand encoding headers",
            .answer(page, headers: [String](repeating: "Content-Encoding: gzip", count: 1_000)),
            .failed("badResponse", "more than 4 codings")),
        FaultCase(
            "empty blocks for ever",
            .body(
                [.send([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), .sendAgain([0, 0, 0, 0xFF, 0xFF])],
                headers: ["Content-Encoding: gzip"]),
            .failed("tooLarge", "as sent")),
        FaultCase("not gzip at all", .encoded(page, as: "gzip"), .failed("badResponse", "decompressed")),
        FaultCase(
            "corrupt gzip", .encoded(Bomb.gzip(5_000).enumerated().map { $0 == 14 ? $1 ^ 0x55 : $1 }, as: "gzip"),
            .failed("badResponse", "decompressed")),
        FaultCase(
            "gzip that breaks off", .encoded(Array(Bomb.gzip(500_000).dropLast(40)), as: "gzip"),
            .failed("badResponse", "breaks off")),
        FaultCase(
            "gzip that breaks off with the connection",
            .body([.send(Array(Bomb.gzip(500_000).dropLast(40)))], headers: ["Content-Encoding: gzip"]),
            .failed("badResponse", "breaks off")),
        FaultCase(
            "deflate that breaks off", .encoded(Array(Bomb.deflate(500_000).dropLast(40)), as: "deflate"),
            .failed("badResponse", "breaks off")),
        FaultCase(
            "gzip with something behind it", .encoded(Bomb.gzip(5_000) + text("and on it goes"), as: "gzip"),
            .fetched(200, bytes: 5_000)),
        FaultCase(
            "gzip in two members", .encoded(Bomb.gzip(5_000) + Bomb.gzip(500), as: "x-gzip"),
            .fetched(200, bytes: 5_500)),
        FaultCase(
            "gzip in gzip", .encoded(Bomb.gzip(of: Bomb.gzip(5_000)), as: "GZIP, gzip"), .fetched(200, bytes: 5_000)),
        FaultCase(
            "gzip that is said twice", .encoded(Bomb.gzip(5_000), as: "gzip, gzip"),
            .failed("badResponse", "decompressed")),
        FaultCase(
            "deflate without its frame", .encoded(Array(Bomb.deflate(5_000).dropFirst(2).dropLast(4)), as: "deflate"),
            .fetched(200, bytes: 5_000)),
        FaultCase("no encoding by name", .encoded(page, as: "identity, none"), .fetched(200, bytes: 8)),
        FaultCase("an encoding without content", .encoded([], as: "gzip"), .fetched(200, bytes: 0)),
        FaultCase("an unknown encoding", .encoded(page, as: "rot13"), .failed("badResponse", "not asked for (rot13)")),
        FaultCase(
            "brotli that is none", .encoded([UInt8](repeating: 0xFF, count: 99), as: "br"),
            .failed("badResponse", "decompressed")),
        FaultCase("zstd that is none", .encoded(page, as: "zstd"), .failed("badResponse", "decompressed")),
    ]

    static let redirects = [
        FaultCase("to itself", .redirect("/to-itself"), .failed("tooManyRedirects", "more than 8 redirects")),
        FaultCase("to a file", .redirect("file:///etc/passwd"), .fetched(302, bytes: 0)),
        FaultCase("to gopher", .redirect("gopher://127.0.0.1:70/"), .fetched(302, bytes: 0)),
        FaultCase("to a script", .redirect("javascript:alert(1)"), .fetched(302, bytes: 0)),
        FaultCase("to data", .redirect("data:text/html,<p>x"), .fetched(302, bytes: 0)),
        FaultCase("to nowhere", .redirect(""), .told),
        FaultCase("to a colon", .redirect("http://:::/"), .fetched(302, bytes: 0)),
        FaultCase("to a long address", .redirect("/" + String(repeating: "x", count: 60_000)), .fetched(302, bytes: 0)),
        FaultCase("to a zero", .redirect("/\u{0}x"), .told),
        FaultCase("to a reader's home", .redirect("//%00@[::1"), .fetched(302, bytes: 0)),
    ]

    static let odd = [
        FaultCase("zeros", .answer([UInt8](repeating: 0, count: 1_000)), .fetched(200, bytes: 1_000)),
        FaultCase("a picture as HTML", .answer([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), .fetched(200, bytes: 8)),
    ]
}
