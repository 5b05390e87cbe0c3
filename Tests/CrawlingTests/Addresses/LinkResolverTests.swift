import Testing

@testable import Crawling

/// Addresses as pages write them, and what they are in normal form.
@Test(arguments: [
    ("", "http://shop.example/a/b?x=1"), ("#top", "http://shop.example/a/b?x=1"),
    ("?y=2", "http://shop.example/a/b?y=2"),
    ("c", "http://shop.example/a/c"), ("./c", "http://shop.example/a/c"), ("../c", "http://shop.example/c"),
    ("../../../c", "http://shop.example/c"), (".", "http://shop.example/a/"), ("..", "http://shop.example/"),
    ("c/./d/../e", "http://shop.example/a/c/e"), ("/c/..", "http://shop.example/"), ("/", "http://shop.example/"),
    ("/c//d", "http://shop.example/c//d"), ("/%2e%2E/c", "http://shop.example/c"),
    ("//cdn.example", "http://cdn.example/"),
    ("HTTPS://Shop.Example", "https://shop.example/"), ("http://shop.example:80/", "http://shop.example/"),
    ("https://shop.example:443/a", "https://shop.example/a"), ("http://shop.example:8080", "http://shop.example:8080/"),
    ("http://shop.example:/a", "http://shop.example/a"), ("http:c", "http://shop.example/a/c"),
    ("https:c", "https://c/"), ("http://me:secret@shop.example/a", "http://shop.example/a"),
    ("\\c\\d", "http://shop.example/c/d"), (" /c ", "http://shop.example/c"), ("/c\n/d", "http://shop.example/c/d"),
    ("/a b", "http://shop.example/a%20b"), ("/%7Ejo/%c3%a4", "http://shop.example/~jo/%C3%A4"),
    ("/ä", "http://shop.example/%C3%A4"), ("/%zz%", "http://shop.example/%zz%"),
    ("/a%2Fb", "http://shop.example/a%2Fb"),
    ("/a%252Fb", "http://shop.example/a%252Fb"), ("/c?", "http://shop.example/c"),
    ("/c?q=a b&r='", "http://shop.example/c?q=a%20b&r=%27"),
    ("/c?a=1#f?g", "http://shop.example/c?a=1"), ("/c?utm_source=x&a=1&UTM_Medium=y", "http://shop.example/c?a=1"),
    ("/c?gclid=abc", "http://shop.example/c"), ("/c?a=1&fbclid=z&b=2", "http://shop.example/c?a=1&b=2"),
    ("/c?PHPSESSID=0123456789abcdef01", "http://shop.example/c"), ("/c?sid=12", "http://shop.example/c?sid=12"),
    ("/c?osCsid=0123456789abcdef0123&p=2", "http://shop.example/c?p=2"),
    ("/c;jsessionid=0123456789ABCDEF0123?a=1", "http://shop.example/c?a=1"), ("/c;v=1", "http://shop.example/c;v=1"),
    ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
    ("http://магазин.рф/", "http://xn--80aairftm.xn--p1ai/"),
    ("http://[::1]:8080/a", "http://[::1]:8080/a"), ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://127.0.0.1:8107/a", "http://127.0.0.1:8107/a"), ("http://shop.example./a", "http://shop.example/a"),
    (
        "index.php@route=product%252Fcategory&path=20.html",
        "http://shop.example/a/index.php@route=product%252Fcategory&path=20.html"
    ),
])
func normalForm(href: String, expected: String) throws {
    let resolver = try #require(LinkResolver(base: "http://shop.example/a/b?x=1"))
    #expect(try resolver.resolve(href).get() == expected)
    // What is in normal form stays as it is.
    let again = try #require(LinkResolver(base: "https://other.example/"))
    #expect(try again.resolve(expected).get() == expected)
}

@Test(arguments: [
    ("mailto:a@b.example", LinkRefusal.scheme), ("tel:+994125550100", .scheme), ("javascript:void(0)", .scheme),
    ("data:text/html,x", .scheme), ("ftp://a.example/", .scheme), ("whatsapp://send", .scheme),
    ("http://", .malformed), ("http:///", .malformed), ("http://a b/", .malformed),
    ("http://a.example:99999/", .malformed),
    ("http://a..b/", .malformed), ("http://<script>/", .malformed), ("http://2001::1/", .malformed),
    ("http://[1::2]:3:4/", .malformed),
    ("http://256.1.1.1/", .malformed), ("http://a.0x1/", .malformed),
    ("/" + String(repeating: "a", count: 5_000), .tooLong),
])
func refused(href: String, expected: LinkRefusal) throws {
    let resolver = try #require(LinkResolver(base: "http://shop.example/"))
    #expect(resolver.resolve(href) == .failure(expected))
}

@Test func baseElementMovesRelativeLinks() throws {
    let moved = try #require(LinkResolver(page: "http://shop.example/a/b", baseHref: "/shop/"))
    #expect(try moved.resolve("c").get() == "http://shop.example/shop/c")
    let broken = try #require(LinkResolver(page: "http://shop.example/a/b", baseHref: "mailto:x"))
    #expect(try broken.resolve("c").get() == "http://shop.example/a/c")
}

@Test(arguments: [
    ("https://www.shop.example/", "https://blog.shop.example/a", true),
    ("https://shop.example/", "http://www.shop.example/", true),
    ("https://shop.example/", "https://myshop.example/", false),
    ("https://shop.example/", "https://shop.example.org/", false),
    ("https://www.shop.co.uk/", "https://shop.co.uk/", true),
    ("https://www.shop.co.uk/", "https://other.co.uk/", false),
    ("https://a.github.io/", "https://b.github.io/", false),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/a", true),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8081/a", false), ("http://localhost:1/", "http://localhost:1/", true),
    ("http://127.0.0.1:1/", "http://7.0.0.1:1/", false), ("http://[::1]:1/", "http://[::1]:2/", false),
])
func scope(home: String, url: String, isInside: Bool) throws {
    #expect(try #require(Scope(home: home)).contains(url) == isInside)
}
