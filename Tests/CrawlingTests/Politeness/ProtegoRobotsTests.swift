import Testing

@testable import Crawling

/// The verdicts that Protego's tests (github.com/scrapy/protego) assert and Google's don't already. Where Protego and
/// RFC 9309 differ, the RFC wins; those stand in `overruled` with our verdict, the opposite of Protego's.
private let rules: [RobotsCase] = [
    RobotsCase(
        "delay beside rules", "User-agent: * \nDisallow: /disallowed \nAllow: /allowed \nCrawl-delay: 10", "*",
        open: ["/allowed"], closed: ["/disallowed"]),
    RobotsCase("beginnings only", "User-agent: * \nDisallow: /d \n", "*", open: ["/abc/d"], closed: ["/disallowed"]),
    RobotsCase(
        "misspelt",
        "User-agent: * \nDisallow: /one \nDissallow: /two \nDissalow: /three \nDisalow: /four \nDiasllow: /five \n"
            + "Disallaw: /six \n", "*", closed: ["/one", "/two", "/three", "/four", "/five", "/six"]),
    RobotsCase("longest", "User-agent: * \nDisallow: / \nAllow: /page", "*", open: ["/page"], closed: ["/elsewhere"]),
    RobotsCase("parameters", "User-agent: * \nDisallow: /path;params?query \n", "*", closed: ["/path;params?query"]),
    RobotsCase("any query", "User-agent: * \nDisallow: /? \n", "*", open: ["/"], closed: ["/?query"]),
    RobotsCase("any parameter", "User-agent: * \nDisallow: /; \n", "*", open: ["/"], closed: ["/;params"]),
    RobotsCase("one query", "User-agent: * \nDisallow: /*s=", "*", open: ["/", "/s/"], closed: ["/?s=asd"]),
    RobotsCase("star first", "User-Agent: *\nallow: */p\ndisallow: /\n", "*", open: ["/page"]),
    RobotsCase("star first", "User-Agent: *\nallow: /page\ndisallow: */*.htm\n", "*", closed: ["/page.htm"]),
    RobotsCase(
        "two slashes", "User-Agent: *\nDisallow: //folder/*\n",
        open: ["/", "/folder", "/folder/", "/folder/page", "//folder"], closed: ["//folder/page"]),
    RobotsCase(
        "no value", "User-Agent: one\nDisallow:\n\nUser-Agent: two\nAllow:\n", "one", open: ["/path1", "/path2"]),
    RobotsCase(
        "no value", "User-Agent: one\nDisallow:\n\nUser-Agent: two\nAllow:\n", "two", open: ["/path1", "/path2"]),
    RobotsCase("an address no path begins with", "user-agent: *\ndisallow: http://other.example/\n", open: ["/"]),
    RobotsCase(
        "all dollars", "user-agent: FooBot\ndisallow: /x$/abc\ndisallow: /x*x$/abc\n",
        closed: ["/x$/abcdef", "/x%24/abcdef", "/xabcx$/abcdef", "/xabcx%24/abcdef"]),
    RobotsCase(
        "last dollar", "user-agent: FooBot\ndisallow: /y/abc$\ndisallow: /y*y/abc$\n",
        open: ["/y/abcdef", "/yabcy/abcdef"], closed: ["/y/abc", "/yabcy/abc"]),
    RobotsCase(
        "escaped signs are bytes", "user-agent: FooBot\ndisallow: /x/abc%24\ndisallow: /x%2Ax/abc\n",
        open: ["/x/abc", "/xabcx/abc"], closed: ["/x/abc$abc", "/x/abc$", "/x*x/abc", "/x*x/abcdef"]),
    RobotsCase("a star takes a star", "user-agent: FooBot\ndisallow: /x*x/abc\n", closed: ["/x*x/abc"]),
]

private let starsFile = """
    User-agent: Rule1TestBot
    Disallow:  /foo*

    User-agent: Rule2TestBot
    Disallow:  /foo*/bar.html

    User-agent: Rule3TestBot
    Disallow:  *m

    User-agent: Rule4TestBot
    Allow:  /foo/bar.html
    Disallow: *

    User-agent: Rule5TestBot
    Disallow:  /foo*/*bar.html

    User-agent: Rule6TestBot
    Allow:  /foo$
    Disallow:  /foo

    User-agent: Rule7TestBot
    Allow: *****************/****.js
    """

private let twoFile =
    "User-agent: first\nDisallow: /disallowed/*/end$\nDisallow: /protego*work\n\nUser-agent: second\n"
    + "Allow: /*allowed\nDisallow: /\n"

private let stars: [RobotsCase] = [
    RobotsCase(
        "stars and end", twoFile, "first",
        open: ["/disallowed", "/disallowed/xyz/endinglater", "/rotego_does_work", "/protego_does_wor"],
        closed: [
            "/disallowed/xyz/end", "/disallowed/abc/end", "/protegoworks", "/protego_works", "/protego/works",
            "/protego_does_work",
        ]),
    RobotsCase("star opens", twoFile, "second", open: ["/allowed", "/is_still_allowed", "/is_allowed_too"]),
    RobotsCase(
        "1", starsFile, "Rule1TestBot", open: ["/fo.html"], closed: ["/foo.html", "/food", "/foo/bar.html"]),
    RobotsCase(
        "2", starsFile, "Rule2TestBot", open: ["/fo.html", "/food/xyz.html"],
        closed: ["/foo/bar.html", "/food/bar.html", "/foo/a/b/c/x/y/z/bar.html"]),
    RobotsCase(
        "3", starsFile, "Rule3TestBot", open: ["/foo", "/foo/bar.txt"],
        closed: ["/foo.htm", "/foo.html", "/foom", "/moo", "/foo/bar.html"]),
    RobotsCase(
        "4", starsFile, "Rule4TestBot", open: ["/foo/bar.html"],
        closed: ["/fo.html", "/foo.html", "/foo", "/foo/bar.txt"]),
    RobotsCase(
        "5", starsFile, "Rule5TestBot", open: ["/food/rebarf.html"],
        closed: ["/foo/bar.html", "/food/rebar.html", "/foo/a/b/c/rebar.html", "/foo/a/b/c/bar.html"]),
    RobotsCase("6", starsFile, "Rule6TestBot", open: ["/foo"], closed: ["/foo/", "/foo/bar.html", "/fooey"]),
    RobotsCase("7", starsFile, "Rule7TestBot", open: ["xyz/foo.js", "/inlife/daily/fashion-20160727/"]),
]

private let wikiFile = """
    User-Agent: *
    Disallow: /admin/
    Disallow: /static/
    Disallow: /wiki/K%C3%A4ytt%C3%A4j%C3%A4:
    Disallow: /wiki/Käyttäjä:
    Disallow: /wiki/Keskustelu_käyttäjästä:
    User-Agent: UnicödeBöt
    Disallow: /some/randome/page.html
    """
private let townFile = "User-Agent: Jävla-Foobot\nDisallow: /\n\nUser-Agent: Львів-bot\nDisallow: /totalitarianism/\n"

private let letters: [RobotsCase] =
    ["/a%3cd.html", "/a%3c*", "/a<d.html", "/a<*"].map {
        RobotsCase("\($0)", "User-agent: * \nDisallow: / \nAllow: \($0)", "*", open: ["/a<d.html", "/a%3cd.html"])
    } + [
        RobotsCase(
            "paths", wikiFile, "*", open: ["/", "/some/randome/page.html"],
            closed: [
                "/admin/", "/static/", "/wiki/K%C3%A4ytt%C3%A4j%C3%A4:", "/wiki/Käyttäjä:",
                "/wiki/Keskustelu_k%C3%A4ytt%C3%A4j%C3%A4st%C3%A4:", "/wiki/Keskustelu_käyttäjästä:",
            ]),
        RobotsCase("names", wikiFile, "UnicödeBöt", open: ["/admin/"], closed: ["/some/randome/page.html"]),
        RobotsCase("names", townFile, "jävla-fanbot", open: ["/foo/bar.html"]),
        RobotsCase("names", townFile, "jävla-foobot", closed: ["/foo/bar.html"]),
        RobotsCase("names", townFile, "foobot", open: ["/"]),
        RobotsCase(
            "name in a header", townFile, "Mozilla/5.0 (compatible; Львів-bot/1.1)", open: ["/"],
            closed: ["/totalitarianism/foo.htm"]),
    ]

private let namesFile =
    "User-Agent: robot\nDisallow: /ro-bot\n\nUser-Agent: *\nDisallow: /default-UA\n\nUser-Agent: testbot\n"
    + "Disallow: /testbot\n"
private let commentsFile =
    "# 1\nUser-Agent: one # 2\n# 3\nUser-Agent: two\nDisallow: /one-two-bot\n# Disallow: /commented\n# 4\n"
    + "User-Agent: *\nDisallow: /default-ua\n"

private let groups: [RobotsCase] =
    [
        RobotsCase(
            "rules before any name",
            "Disallow: /withoutUA\nAllow: /withoutUA/exception\nCrawl-delay: 5.2\nUser-Agent: testbot\nDisallow: /withUA",
            "mybot", open: ["/withoutUA", "/withUA"]),
        RobotsCase(
            "rules before any name", "Disallow: /withoutUA\nUser-Agent: testbot\nDisallow: /withUA", "testbot",
            open: ["/withoutUA"], closed: ["/withUA"]),
        RobotsCase("all others", namesFile, "mybot", closed: ["/default-UA"]),
        RobotsCase("own", namesFile, "robot", open: ["/default-UA"]),
        RobotsCase("no rules", "User-Agent: harrybot\nDisallow: /\nUser-Agent: testbot", "testbot", open: ["/path1"]),
        RobotsCase(
            "nothing closed", "User-agent: *\nDisallow:    /\n\nUser-agent: foobot\nDisallow:\n",
            open: ["/", "/bar.html"]),
        RobotsCase(
            "all closed", "User-agent: *\nDisallow:    /\n\nUser-agent: foobot\nDisallow:\n", "SomeOtherBot",
            closed: ["/", "/blahblahblah"]),
    ]
    + ["TESTbot", "testbot", "tEStbOt"].map {
        RobotsCase("case of names", namesFile, $0, open: ["/default-UA"], closed: ["/testbot"])
    }
    + ["one", "two"].flatMap { agent in
        let other = agent == "one" ? "two" : "one"
        let pair = "User-Agent: one\nDisallow: /bot-one\n%\nUser-Agent: two\nDisallow: /bot-two\n".split(separator: "%")
        return [
            RobotsCase("comments", commentsFile, agent, open: ["/commented", "/default-ua"], closed: ["/one-two-bot"]),
            RobotsCase(
                "two names",
                "User-Agent: one\nUser-Agent: two\nDisallow: /success\nUser-Agent: *\nDisallow: /failure\n",
                agent, open: ["/failure"], closed: ["/success"]),
            RobotsCase(
                "unknown line", pair.joined(separator: "Harry: Potter"), agent, open: ["/bot-\(other)"],
                closed: ["/bot-\(agent)"]),
            RobotsCase(
                "no line", pair.joined(separator: "Harry Potter"), agent, open: ["/bot-\(other)"],
                closed: ["/bot-\(agent)"]),
        ]
    }

private let draft1994 =
    "User-agent: *\nDisallow: /cyberworld/map/ # endless\nDisallow: /tmp/ # soon gone\nDisallow: /foo.html\n"
private let draft1996 =
    [
        ("1bot", "/tmp"), ("2bot", "/tmp/"), ("3bot", "/a%3cd.html"), ("4bot", "/a%3Cd.html"), ("5bot", "/a%2fb.html"),
        ("6bot", "/a/b.html"), ("7bot", "/%7ejoe/index.html"), ("8bot", "/~joe/index.html"),
    ].map { "User-agent: \($0)\nAllow: \($1)\nDisallow: /\n" }.joined(separator: "\n")
private let orgFile =
    "User-agent: unhipbot\nDisallow: /\n\nUser-agent: webcrawler\nUser-agent: excite\nDisallow:\n\nUser-agent: *\n"
    + "Disallow: /org/plans.html\nAllow: /org/\nAllow: /serv\nAllow: /~mak\nDisallow: /\n"
private let orgPages = [
    "/", "/index.html", "/server.html", "/services/fast.html", "/services/slow.html", "/orgo.gif", "/org/about.html",
    "/org/plans.html", "/%7Ejim/jim.html", "/%7Emak/mak.html",
]

/// The examples of the drafts of 1994 and 1996.
private let drafts: [RobotsCase] = [
    RobotsCase(
        "1994", draft1994, "CrunchyFrogBot", open: ["/", "/foo.htm", "/foo.shtml", "/cyberworld/index.html"],
        closed: ["/foo.html", "/foo.htmlx", "/tmp/foo.html"]),
    RobotsCase("1996", draft1996, "1bot", open: ["/tmp.html", "/tmp", "/tmp/a.html"]),
    RobotsCase("1996", draft1996, "2bot", open: ["/tmp/", "/tmp/a.html"], closed: ["/tmp"]),
    RobotsCase("1996", draft1996, "3bot", open: ["/a%3cd.html", "/a%3Cd.html"]),
    RobotsCase("1996", draft1996, "4bot", open: ["/a%3cd.html", "/a%3Cd.html"]),
    RobotsCase("1996", draft1996, "5bot", open: ["/a%2fb.html"], closed: ["/a/b.html"]),
    RobotsCase("1996", draft1996, "6bot", open: ["/a/b.html"], closed: ["/a%2fb.html"]),
    RobotsCase("1996", draft1996, "7bot", open: ["/~joe/index.html"]),
    RobotsCase("1996", draft1996, "8bot", open: ["/%7Ejoe/index.html"]),
    RobotsCase("1996", orgFile, "unhipbot", closed: orgPages),
    RobotsCase("1996", orgFile, "webcrawler", open: orgPages),
    RobotsCase("1996", orgFile, "excite", open: orgPages),
    RobotsCase(
        "1996", orgFile, "OtherBot",
        open: ["/server.html", "/services/fast.html", "/services/slow.html", "/org/about.html", "/%7Emak/mak.html"],
        closed: ["/", "/index.html", "/orgo.gif", "/org/plans.html", "/%7Ejim/jim.html"]),
]

private let hedwigFile =
    "user-agent: hedwig-news\ndisallow: /\nallow: /group1\nuser-agent: *\ndisallow: /\nallow: /group2\n"
    + "user-agent: hedwig\ndisallow: /\nallow: /group3\n"

private let precedence: [RobotsCase] =
    [
        RobotsCase("own", hedwigFile, "hedwig-news", open: ["/group1"], closed: ["/group2", "/group3"]),
        RobotsCase("less than a name", hedwigFile, "hedwi", open: ["/group2"], closed: ["/group1", "/group3"]),
        RobotsCase("another", hedwigFile, "a", open: ["/group2"], closed: ["/group1", "/group3"]),
    ]
    + [
        ("/", ["/harry", "/device/time-turner"], []), ("/*", ["/harry", "/device/time-turner"], []),
        (
            "/phoenix", ["/phoenix", "/phoenix.php?id=anything", "/phoenixheads/yummy.html"],
            ["/Phoenix.asp", "/?id=phoenix"]
        ),
        ("/phoenix/", ["/phoenix/", "/phoenix/?id=anything"], ["/phoenix", "/phoenix.html", "/Phoenix/Sparky.asp"]),
        ("/*.php", ["/folder/any.php.file.html", "/filename.php/"], ["/", "/windows.PHP"]),
    ].map { RobotsCase("\($0)", "User-Agent: *\ndisallow: \($0)\n", "*", open: $2, closed: $1) }

/// Protego says the opposite.
private let overruled: [RobotsCase] = [
    // A name is compared as a whole (2.2.1); Protego looks for the line's name within the crawler's.
    RobotsCase("more than a name", hedwigFile, "hedwig-new", open: ["/group2"], closed: ["/group1", "/group3"]),
    RobotsCase("more than a name", hedwigFile, "hedwig-images", open: ["/group2"], closed: ["/group1", "/group3"]),
    RobotsCase("more than a name", hedwigFile, "hedwig-news2", open: ["/group2"], closed: ["/group1", "/group3"]),
    // No star stands in a name; as written the name is known.
    RobotsCase("star in a name", "user-agent: foo*bot\ndisallow: /myprofile", "foobot", open: ["/myprofile"]),
    RobotsCase("star in a name", "user-agent: foo*bot\ndisallow: /myprofile", "foo*bot", closed: ["/myprofile"]),
    // Google asserts that no name has a space, and reads a line without a colon only if it has two words.
    RobotsCase("space in a name", "user agent harry potter\ndisallow /horcrux", "harry potter", open: ["/horcrux"]),
    // Other lines must not interfere with groups (2.2.4): both names share the rule.
    RobotsCase(
        "unknown line between names", "User-agent: *\nInvalid_directive: /gb.html\nUser-agent: archiver\nDisallow: /",
        "agent", closed: ["/foo"]),
    // A last dollar is the end and nothing else (2.2.3).
    RobotsCase("dollar as itself", "user-agent: FooBot\ndisallow: /x/abc$\n", open: ["/x/abc$", "/x/abc%24"]),
    // A path begins with a slash, or matches nothing (2.2.2).
    RobotsCase("address as a path", "user-agent: *\ndisallow: http://a.example/\n", open: ["/http://a.example/"]),
]

@Suite struct ProtegoRobotsTests {
    @Test(arguments: [rules, stars, letters, groups, drafts, precedence, overruled].flatMap { $0 })
    func verdict(_ robots: RobotsCase) { robots.check() }

    @Test(
        arguments: [
            ("User-agent: * \nDisallow: /d \nCrawl-delay: 10 \nUser-agent: testbot\nCrawl-delay: 15 \n", "*", 10.0),
            ("User-agent: * \nDisallow: /d \nCrawl-delay: 10 \nUser-agent: testbot\nCrawl-delay: 15 \n", "testbot", 15),
            ("User-agent: * \nCrawl-delay: random_word", "*", nil), ("User-agent: * \nDisallow: /d \n", "*", nil),
            ("Crawl-delay: 5.2\nUser-Agent: testbot\nDisallow: /a", "testbot", nil),
            // A delay holds for the names right before it, though the rules below hold for all of them.
            ("User-agent: slow\nCrawl-delay: 60\nUser-agent: *\nDisallow: /a", "*", nil),
            ("User-agent: *\nCrawl-delay: 1\nUser-agent: slow\nCrawl-delay: 60\nDisallow: /a", "*", 1),
            ("User-agent: *\nCrawl-delay: -1", "*", nil), ("User-agent: *\nCrawl-delay: nan", "*", nil),
            ("User-agent: *\nCrawl-delay: inf", "*", nil), ("User-agent: *\nCrawl-delay: 0", "*", nil),
        ] as [(String, String, Double?)])
    func crawlDelay(file: String, agent: String, expected: Double?) {
        #expect(Robots(parsing: Array(file.utf8), for: agent).crawlDelay == expected)
    }

    @Test func sitemaps() {
        let file =
            "User-agent: * \nDisallow: /a \nSitemap: https://a.example/1.xml \nAllow: /b \nUser-agent: x \n"
            + "Sitemaps: https://a.example/2.xml\nSite-map: /3.xml"
        #expect(
            Robots(parsing: Array(file.utf8), for: "*").sitemaps == [
                "https://a.example/1.xml", "https://a.example/2.xml", "/3.xml",
            ])
    }
}
