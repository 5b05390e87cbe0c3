import Testing

@testable import Crawling

private func allows(_ file: String, _ path: String, agent: String = "Comeback/0.1 (+https://comeback.example)") -> Bool
{
    Robots(parsing: Array(file.utf8), for: agent).allows(Array(path.utf8))
}

@Test(arguments: [
    // Longest match, ties to Allow.
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", true),
    ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true), ("User-agent: *\nDisallow:", "/a", true),
    ("User-agent: *\nDisallow: /", "/robots.txt", true), ("User-agent: *\nDisallow: /", "/", false),
    // Wildcards and the end mark.
    ("User-agent: *\nDisallow: /*.php$", "/a/b.php", false), ("User-agent: *\nDisallow: /*.php$", "/a/b.php?x=1", true),
    ("User-agent: *\nDisallow: /*?sort=", "/list?sort=price", false),
    ("User-agent: *\nDisallow: /a*b*c", "/aXbYc/d", false),
    ("User-agent: *\nDisallow: /a$b", "/a$b", false), ("User-agent: *\nDisallow: /%2A", "/*", false),
    ("User-agent: *\nDisallow: /%2A", "/b", true),
    // Groups: ours before the general one; several of ours together; a rule ends the list of agents.
    ("User-agent: *\nDisallow: /\nUser-agent: comeback\nAllow: /", "/a", true),
    (
        "User-agent: COMEBACK\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Comeback/2\nDisallow: /b", "/b",
        false
    ),
    ("User-agent: comeback-images\nDisallow: /", "/a", true),
    ("User-agent: x\nUser-agent: *\nDisallow: /a", "/a", false),
    ("User-agent: x\nDisallow: /a\nUser-agent: y\nDisallow: /b", "/a", true), ("Disallow: /", "/a", true),
    ("User-agent: comeback\n\nUser-agent: *\nDisallow: /a", "/a", false),
    ("User-agent: comeback\nSitemap: /s.xml\nDisallow: /a", "/a", false),
    // Escapes.
    ("User-agent: *\nDisallow: /ä", "/%C3%A4", false), ("User-agent: *\nDisallow: /%c3%a4", "/%C3%A4", false),
    ("User-agent: *\nDisallow: /%61", "/a", false), ("User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
    // Forms of lines.
    ("\u{FEFF}User-agent: *\r\nDisallow: /a # why\r\n", "/a", false), ("user-agent : *\rDISALLOW:/a", "/a", false),
    ("<html>User-agent: *</html>", "/a", true),
])
func robots(file: String, path: String, isAllowed: Bool) { #expect(allows(file, path) == isAllowed) }

@Test func robotsSitemapsAndDelay() {
    let file = "User-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nSitemap: https://shop.example/s.xml\nSITEMAP:/t.xml"
    let robots = Robots(parsing: Array(file.utf8), for: "Comeback")
    #expect(robots.sitemaps == ["https://shop.example/s.xml", "/t.xml"])
    #expect(robots.crawlDelay == 2.5)
}

@Test func robotsReadsFiveHundredKibibytes() {
    let filler = String(repeating: "# filler\n", count: Robots.sizeLimit / 9)
    #expect(allows("User-agent: *\nDisallow: /a\n" + filler + filler + "Disallow: /b", "/b"))
    #expect(!allows("User-agent: *\nDisallow: /a\n" + filler + filler + "Disallow: /b", "/a"))
}

/// A rule that the limit cuts is no rule: `/` of `/private` would close everything.
@Test func cutRuleIsNoRule() {
    let head = "User-agent: *\nDisallow: /a\n"
    let filler = String(repeating: "#", count: Robots.sizeLimit - head.utf8.count - 12) + "\n"
    let file = head + filler + "Disallow: /private\n"
    #expect(allows(file, "/b"))
    #expect(!allows(file, "/a"))
}

@Test func tellsTheLineThatCloses() {
    let robots = Robots(parsing: Array("# x\r\nUser-agent: *\r\nDisallow: /cart".utf8), for: "Comeback")
    #expect(robots.closingLine(Array("/cart/1".utf8)) == "line 3, “Disallow: /cart”")
    #expect(robots.closingLine(Array("/".utf8)) == nil)
}

@Test func unreachableClosesEverything() {
    #expect(!Robots.unreachable.allows(Array("/".utf8)))
    #expect(Robots.allowsAll.allows(Array("/".utf8)))
}
