import Testing

@testable import Crawling

/// Every verdict that the tests of Google's parser (github.com/google/robotstxt, robots_test.cc) assert, by what they
/// are about. Three of them are turned round, where RFC 9309, 2.2.2, says the opposite and so do Protego's tests; they
/// stand in `encoding` with the word "RFC". Google's own comments call them a matter of the caller and nothing to
/// rely on: its matcher compares bytes as they come, ours brings both sides into one form.
private let lines: [RobotsCase] = [
    RobotsCase("no file", "", open: ["", "/a"]),
    RobotsCase("a URL without path is the root", "user-agent: FooBot\ndisallow: /\n", closed: [""]),
    RobotsCase("nobody is nobody", "user-agent: FooBot\ndisallow: /\n", "", open: [""]),
    RobotsCase("nobody, no file", "", "", open: [""]),
    RobotsCase("colon", "user-agent: FooBot\ndisallow: /\n", closed: ["/x/y"]),
    RobotsCase("other keys", "foo: FooBot\nbar: /\n", open: ["/x/y"]),
    RobotsCase("no colon", "user-agent FooBot\ndisallow /\n", closed: ["/x/y"]),
    RobotsCase("upper", "USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n", open: ["/x/y"], closed: ["/a/b"]),
    RobotsCase("lower", "user-agent: FooBot\nallow: /x/\ndisallow: /\n", open: ["/x/y"], closed: ["/a/b"]),
    RobotsCase("camel", "uSeR-aGeNt: FooBot\nAlLoW: /x/\ndIsAlLoW: /\n", open: ["/x/y"], closed: ["/a/b"]),
    RobotsCase("paths keep their case", "user-agent: FooBot\ndisallow: /x/\n", closed: ["/x/y"]),
    RobotsCase("paths keep their case", "user-agent: FooBot\ndisallow: /X/\n", open: ["/x/y"]),
]

private let groupsFile = """
    allow: /foo/bar/

    user-agent: FooBot
    disallow: /
    allow: /x/
    user-agent: BarBot
    disallow: /
    allow: /y/


    allow: /w/
    user-agent: BazBot

    user-agent: FooBot
    allow: /z/
    disallow: /
    """

private let agents: [RobotsCase] =
    [
        RobotsCase("groups of one name add up", groupsFile, open: ["/x/b", "/z/d"], closed: ["/y/c", "/foo/bar/"]),
        RobotsCase(
            "empty lines end no group", groupsFile, "BarBot", open: ["/y/c", "/w/a"], closed: ["/z/d", "/foo/bar/"]),
        RobotsCase("two names, one group", groupsFile, "BazBot", open: ["/z/d"], closed: ["/foo/bar/"]),
        RobotsCase(
            "a name ends at a space", "User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n",
            "Foo", open: ["/x/y"]),
        RobotsCase(
            "no name has a space", "User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n",
            "Foo Bar", closed: ["/x/y"]),
        RobotsCase(
            "own before all", "user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", closed: ["/x/y"]),
        RobotsCase(
            "all", "user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "BarBot", open: ["/x/y"]),
        RobotsCase(
            "others only",
            "user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\nuser-agent: BazBot\ndisallow: /\n",
            "QuxBot", open: ["/x/y"]),
    ]
    + ["FOO BAR", "foo bar", "FoO bAr"].flatMap { name in
        ["Foo", "foo"].map { agent in
            RobotsCase(
                "\(name) is \(agent)", "User-Agent: \(name)\nAllow: /x/\nDisallow: /\n", agent, open: ["/x/y"],
                closed: ["/a/b"])
        }
    }

private let longest: [RobotsCase] = [
    RobotsCase("longest", "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n", closed: ["/x/page.html"]),
    RobotsCase(
        "longest", "user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", open: ["/x/page.html"],
        closed: ["/x/"]),
    RobotsCase("empty rules", "user-agent: FooBot\ndisallow: \nallow: \n", open: ["/x/page.html"]),
    RobotsCase("tie", "user-agent: FooBot\ndisallow: /\nallow: /\n", open: ["/x/page.html"]),
    RobotsCase("slash at the end", "user-agent: FooBot\ndisallow: /x\nallow: /x/\n", open: ["/x/"], closed: ["/x"]),
    RobotsCase(
        "tie", "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n", open: ["/x/page.html"]),
    RobotsCase(
        "stars count", "user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", open: ["/page"],
        closed: ["/page.html"]),
    RobotsCase(
        "stars count", "user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", open: ["/x/page.html"],
        closed: ["/x/y.html"]),
    RobotsCase(
        "own group only", "User-agent: *\nDisallow: /x/\nUser-agent: FooBot\nDisallow: /y/\n", open: ["/x/page"],
        closed: ["/y/page"]),
    RobotsCase("short allow", "user-agent: FooBot\nallow: /p\ndisallow: /\n", open: ["/page"]),
    RobotsCase("tie below", "user-agent: FooBot\nallow: /folder\ndisallow: /folder\n", open: ["/folder/page"]),
    RobotsCase("longer star", "user-agent: FooBot\nallow: /page\ndisallow: /*.htm\n", closed: ["/page.htm"]),
    RobotsCase("root only", "user-agent: FooBot\nallow: /$\ndisallow: /\n", open: ["/"], closed: ["/page.html"]),
]

private let closedButTsu = "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/"

private let encoding: [RobotsCase] = [
    RobotsCase(
        "a query as it stands",
        "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n",
        open: ["/foo/bar?qux=taz&baz=http://foo.bar?tar&par"]),
    RobotsCase("rule in UTF-8", closedButTsu + "ツ\n", open: ["/foo/bar/%E3%83%84"]),
    RobotsCase("RFC: URL in UTF-8, rule too", closedButTsu + "ツ\n", open: ["/foo/bar/ツ"]),
    RobotsCase("rule escaped", closedButTsu + "%E3%83%84\n", open: ["/foo/bar/%E3%83%84"]),
    RobotsCase("RFC: URL in UTF-8, rule escaped", closedButTsu + "%E3%83%84\n", open: ["/foo/bar/ツ"]),
    RobotsCase("needless escapes", closedButTsu + "%62%61%7A\n", open: ["/foo/bar/%62%61%7A"]),
    RobotsCase("RFC: needless escapes are undone", closedButTsu + "%62%61%7A\n", open: ["/foo/bar/baz"]),
    RobotsCase("upper case", "User-agent: FooBot\nDisallow: /%aa\nDisallow: /á", closed: ["/%AA", "/%C3%A1"]),
]

private let signs: [RobotsCase] = [
    RobotsCase(
        "star", "User-agent: FooBot\nDisallow: /foo/bar/quz\nAllow: /foo/*/qux\n",
        open: ["/foo/quz", "/foo//quz", "/foo/bax/quz"], closed: ["/foo/bar/quz"]),
    RobotsCase(
        "end", "User-agent: FooBot\nDisallow: /foo/bar$\nAllow: /foo/bar/qux\n",
        open: ["/foo/bar/qux", "/foo/bar/", "/foo/bar/baz"], closed: ["/foo/bar"]),
    RobotsCase(
        "comments", "User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n", open: ["/foo/bar"],
        closed: ["/foo/quz"]),
    RobotsCase(
        "index.html opens its folder", "User-Agent: *\nAllow: /allowed-slash/index.html\nDisallow: /\n", "foobot",
        open: ["/allowed-slash/", "/allowed-slash/index.html"], closed: ["/allowed-slash/index.htm", "/anyother-url"]),
]

private func onlyOpen(_ rule: String) -> String { "user-agent: FooBot\ndisallow: /\nallow: \(rule)\n" }

private let fish = [
    "/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fishheads/yummy.html", "/fish.html?id=anything",
]

/// The examples of Google's documentation.
private let documentation: [RobotsCase] = [
    RobotsCase("/fish", onlyOpen("/fish"), open: fish, closed: ["/bar", "/Fish.asp", "/catfish", "/?id=fish"]),
    RobotsCase("/fish*", onlyOpen("/fish*"), open: fish, closed: ["/bar", "/Fish.bar", "/catfish", "/?id=fish"]),
    RobotsCase(
        "/fish/", onlyOpen("/fish/"),
        open: ["/fish/", "/fish/salmon", "/fish/?salmon", "/fish/salmon.html", "/fish/?id=anything"],
        closed: ["/bar", "/fish", "/fish.html", "/Fish/Salmon.html"]),
    RobotsCase(
        "/*.php", onlyOpen("/*.php"),
        open: [
            "/filename.php", "/folder/filename.php", "/folder/filename.php?parameters", "//folder/any.php.file.html",
            "/filename.php/", "/index?f=filename.php/",
        ], closed: ["/bar", "/php/", "/index?php", "/windows.PHP"]),
    RobotsCase(
        "/*.php$", onlyOpen("/*.php$"), open: ["/filename.php", "/folder/filename.php"],
        closed: [
            "/bar", "/filename.php?parameters", "/filename.php/", "/filename.php5", "/php/", "/filename?php",
            "/aaaphpaaa", "//windows.PHP",
        ]),
    RobotsCase(
        "/fish*.php", onlyOpen("/fish*.php"), open: ["/fish.php", "/fishheads/catfish.php?parameters"],
        closed: ["/bar", "/Fish.PHP"]),
]

@Suite struct GoogleRobotsTests {
    @Test(arguments: [lines, agents, longest, encoding, signs, documentation].flatMap { $0 })
    func verdict(_ robots: RobotsCase) { robots.check() }

    /// Lines are cut after 16,663 bytes, and what is left of a rule holds.
    @Test func longLines() {
        let disallowed = "/x/" + String(repeating: "a", count: 16_649)
        RobotsCase(
            "cut", "user-agent: FooBot\ndisallow: \(disallowed)/qux\n", open: ["/fux"], closed: [disallowed + "/fux"]
        ).check()
        let a = "/x/" + String(repeating: "a", count: 16_652)
        let b = "/x/" + String(repeating: "b", count: 16_652)
        RobotsCase(
            "cut", "user-agent: FooBot\ndisallow: /\nallow: \(a)/qux\nallow: \(b)/qux\n",
            open: [a + "/qux", b + "/fux"],
            closed: ["/"]
        ).check()
    }

    @Test(arguments: [
        ["User-Agent: foo\n", "Allow: /some/path\n", "User-Agent: bar\n", "\n", "\n", "Disallow: /\n"],
        ["User-Agent: foo\r\n", "Allow: /some/path\r\n", "User-Agent: bar\r\n", "\r\n", "\r\n", "Disallow: /\r\n"],
        ["User-Agent: foo\r", "Allow: /some/path\r", "User-Agent: bar\r", "\r", "\r", "Disallow: /\r"],
        ["User-Agent: foo\n", "Allow: /some/path\n", "User-Agent: bar\n", "\n", "\n", "Disallow: /"],
        ["User-Agent: foo\n", "Allow: /some/path\r\n", "User-Agent: bar\n", "\r\n", "\n", "Disallow: /"],
    ])
    func lineEnds(parts: [String]) {
        let found = RobotsLine.all(of: Array(parts.joined().utf8))
        #expect(found.count == 4)
        #expect(found.last?.number == 6)
        RobotsCase("foo", parts.joined(), "foo", open: ["/some/path/", "/a"]).check()
        RobotsCase("bar", parts.joined(), "bar", closed: ["/some/path/"]).check()
    }

    /// A byte order mark or its beginning is passed over at the start of a file and nowhere else.
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF], [], 2), ([0xEF, 0xBB], [], 2), ([0xEF], [], 2), ([0xEF, 0x11, 0xBF], [], 1),
            ([], [0xEF, 0xBB, 0xBF], 1),
        ] as [([UInt8], [UInt8], Int)])
    func byteOrderMark(start: [UInt8], middle: [UInt8], understood: Int) {
        let file = start + Array("User-Agent: foo\n".utf8) + middle + Array("Allow: /AnyValue\n".utf8)
        #expect(RobotsLine.all(of: file).count == understood)
    }

    @Test(arguments: [
        "User-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\n\nSitemap: http://foo.bar/sitemap.xml\n",
        "Sitemap: http://foo.bar/sitemap.xml\nUser-Agent: foo\nAllow: /some/path\nUser-Agent: bar\n\n\n",
    ])
    func sitemapAnywhere(file: String) {
        #expect(Robots(parsing: Array(file.utf8), for: "foo").sitemaps == ["http://foo.bar/sitemap.xml"])
    }

    /// What of a URL rules are compared with.
    @Test(arguments: [
        ("http://www.example.com", "/"), ("http://www.example.com/", "/"), ("http://www.example.com/a", "/a"),
        ("http://www.example.com/a/", "/a/"), ("http://www.example.com/a/b?c=http://d.e/", "/a/b?c=http://d.e/"),
        ("http://www.example.com/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"), ("//a/b/c", "/b/c"), ("/a", "/a"),
        ("http://example.com?a", "/?a"), ("http://example.com/a;b#c", "/a;b"),
    ])
    func pathAndQuery(url: String, expected: String) throws {
        let resolver = try #require(LinkResolver(base: "http://www.example.com/"))
        let bytes = Array(try resolver.resolve(url).get().utf8)
        let parts = try #require(AddressParts(bytes))
        #expect(String(decoding: bytes[parts.path.lowerBound...], as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("Foobot", "Foobot"), ("Foobot-Bar", "Foobot-Bar"), ("Foo_Bar", "Foo_Bar"), ("Foobot/2.1", "Foobot"),
        ("Comeback/0.1 (+https://comeback.example/bot)", "Comeback"), ("Foobot (x)", "Foobot"),
        ("Mozilla/5.0 (compatible; Foobot/1.0; +https://foo.example)", "Foobot"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Mozilla"), ("", ""),
    ])
    func tokenOfUserAgent(header: String, token: String) { #expect(ProductToken(header).description == token) }
}
