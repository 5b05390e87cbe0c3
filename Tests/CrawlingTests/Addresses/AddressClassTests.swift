import Testing

@testable import Crawling

/// The kinds of cases that the WHATWG URL standard's tests have of http and https, each by a few of our own; base is
/// `http://shop.example/a/b?q`. The document docs/urls.md says where we differ.
@Suite struct AddressClassTests {
    private func resolve(_ href: String) throws -> String {
        let resolver = try #require(LinkResolver(base: "http://shop.example/a/b?q"))
        return (try? resolver.resolve(href).get()) ?? "refused"
    }

    @Test(arguments: [
        ("http://1.2.3/", "1.2.0.3"), ("http://1.2/", "1.0.0.2"), ("http://16909060/", "1.2.3.4"),
        ("http://0x1.0X2.03.4/", "1.2.3.4"), ("http://0300.0250.1/", "192.168.0.1"), ("http://1.2.3.4./", "1.2.3.4"),
        ("http://192.168.257./", "192.168.1.1"), ("http://0x/", "0.0.0.0"), ("http://0x.0x.0/", "0.0.0.0"),
        ("http://4294967295/", "255.255.255.255"), ("http://%31%32%37.1/", "127.0.0.1"),
        ("http://１２７.0.0.1/", "127.0.0.1"), ("http://1。2。3。4/", "1.2.3.4"),
    ]) func addressOfFourBytes(href: String, host: String) throws { #expect(try resolve(href) == "http://\(host)/") }

    @Test(arguments: [
        "http://4294967296/", "http://1.2.3.256/", "http://256.1/", "http://1.2.3.4.5/", "http://1.2.3.08/",
        "http://0x100000000/",
        "http://1..2/", "http://shop.1/", "http://shop.0xf/", "http://shop.0xffffffffff/", "http://1.2.3.4../",
        "http://09/", "http://[1.2.3.4]/", "http://[::1", "http://::1]/", "http://[]/", "http://[:]/",
        "http://[1:2:3:4:5:6:7:8:9]/", "http://[::1%25eth0]/", "http://[::1%eth0]/", "http://[::fffff]/",
        "http://[::1.2.3]/", "http://[::1.2.3.256]/", "http://[www.shop.example]/", "http://x[::1]/", "http://[::1]x/",
    ]) func noAddress(href: String) throws { #expect(try resolve(href) == "refused") }

    @Test(arguments: [
        ("http://[::]/", "[::]"), ("http://[0:0:0:0:0:0:0:1]/", "[::1]"), ("http://[1:0:0:2:0:0:0:3]/", "[1:0:0:2::3]"),
        ("http://[1:0:0:2:3:0:0:4]/", "[1::2:3:0:0:4]"), ("http://[1:0:2:3:4:5:6:7]/", "[1:0:2:3:4:5:6:7]"),
        ("http://[::127.0.0.1]/", "[::7f00:1]"), ("http://[::FFFF:10.0.0.1]/", "[::ffff:a00:1]"),
        ("http://[2001:DB8::A]/", "[2001:db8::a]"),
    ]) func addressOfSixteenBytes(href: String, host: String) throws { #expect(try resolve(href) == "http://\(host)/") }

    @Test(arguments: [
        ("http://SHOP.example", "http://shop.example/"), ("http://shop%2Eexample/", "http://shop.example/"),
        ("http://ＳＨＯＰ．example/", "http://shop.example/"), ("http://büro.example/", "http://xn--bro-hoa.example/"),
        ("http://a_b.example/", "http://a_b.example/"), ("http://sh\top.exa\nmple/", "http://shop.example/"),
        ("http://a b.example/", "refused"), ("http://a%20b.example/", "refused"), ("http://a%00b/", "refused"),
        ("http://a<b/", "refused"), ("http://a^b/", "refused"), ("http://a|b/", "refused"), ("http://%zz/", "refused"),
        ("http://a%2fb/", "refused"),
        ("http://a%3ab/", "refused"), ("http://a%40b/", "refused"), ("http://xn--/", "http://xn--/"),
    ]) func names(href: String, expected: String) throws { #expect(try resolve(href) == expected) }

    @Test(arguments: [
        ("http://s.example:080/", "http://s.example/"), ("http://s.example:/", "http://s.example/"),
        ("http://s.example:0/", "http://s.example:0/"), ("http://s.example:00000000443/", "http://s.example:443/"),
        ("https://s.example:443/", "https://s.example/"), ("http://s.example:65535/", "http://s.example:65535/"),
        ("http://s.example:65536/", "refused"), ("http://s.example:8a/", "refused"),
        ("http://s.example:-80/", "refused"),
        ("http://s.example:80:80/", "refused"), ("http://:80/", "refused"),
        ("http://u:p@s.example/", "http://s.example/"),
        ("http://u@v@s.example/", "http://s.example/"), ("http://@s.example/", "http://s.example/"),
        ("http://u:p@/", "refused"),
        ("http://u:p@:80/", "refused"), ("http://a.example/@b.example", "http://a.example/@b.example"),
        ("http://a.example\\@b.example/", "http://a.example/@b.example/"),
        ("http://a.example?@b.example/", "http://a.example/?@b.example/"),
        ("http://a.example#@b.example/", "http://a.example/"), ("//u@s.example:80/", "http://s.example/"),
    ]) func portsAndUsers(href: String, expected: String) throws { #expect(try resolve(href) == expected) }

    @Test(arguments: [
        ("http:c", "http://shop.example/a/c"), ("http:/c", "http://shop.example/c"),
        ("http:?c", "http://shop.example/a/b?c"),
        ("http:", "http://shop.example/a/b?q"), ("http://///c.example/d", "http://c.example/d"),
        ("https:/c/d", "https://c/d"),
        ("hTTp:\\\\c.example", "http://c.example/"), ("/\\c.example/d", "http://c.example/d"),
        ("\\/c.example", "http://c.example/"),
        ("h\nttp:c", "http://shop.example/a/c"), ("ht tp://c/", "http://shop.example/a/ht%20tp://c/"),
        ("a:b", "refused"), ("1a:b", "http://shop.example/a/1a:b"),
        ("\u{1f} c \u{0}", "http://shop.example/a/c"), ("http", "http://shop.example/a/http"),
        (":c", "http://shop.example/a/:c"), ("//", "refused"),
    ]) func slashesAndSchemes(href: String, expected: String) throws { #expect(try resolve(href) == expected) }

    @Test(arguments: [
        ("/a/../b", "/b"), ("/a/%2e%2E/b", "/b"), ("/a/.%2e", "/"), ("/../..", "/"), ("/a/./b/.", "/a/b/"),
        ("/...", "/..."),
        ("/a//../b", "/a/b"), ("/a\\..\\b", "/b"), ("/.a/..b", "/.a/..b"), ("/a;x/../b", "/b"),
        ("/a/..;/b", "/a/..;/b"),
        ("/%", "/%"), ("/%2", "/%2"), ("/%zz%41", "/%zzA"), ("/%%34%31", "/%%341"), ("/%4%31", "/%4%31"),
        ("/%%7e", "/%~"),
        ("/..;jsessionid=0123456789abcdef", "/..;jsessionid=0123456789abcdef"), ("/%2f%5c", "/%2F%5C"),
        ("/\"<>`{}^|", "/%22%3C%3E%60%7B%7D%5E|"),
        ("/c?\"<>'`{}^|", "/c?%22%3C%3E%27`{}^|"), ("/c?a?b/../c", "/c?a?b/../c"), ("/c?é%C3%a9", "/c?%C3%A9%C3%A9"),
        ("/\u{0}\u{7f}x", "/%00%7Fx"),
        ("/c?&&a=1&&", "/c?a=1"), ("/c?#", "/c"), ("/c#a#b?c", "/c"), ("/😀", "/%F0%9F%98%80"),
    ]) func pathsAndQueries(href: String, expected: String) throws {
        #expect(try resolve(href) == "http://shop.example" + expected)
    }
}
