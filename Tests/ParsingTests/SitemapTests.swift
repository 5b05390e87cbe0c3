import Model
import Parsing
import Testing

/// Sitemaps as they are found.
struct SitemapTests {
    private func read(_ text: String) -> SitemapContents { readSitemap(Array(text.utf8)) }

    @Test func pages() {
        let contents = read(
            """
            \u{FEFF}
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://shop.example/a?b=1&amp;c=2 </loc><image:image><image:loc>https://x/i.png</image:loc></image:image></url>
            <url><loc><![CDATA[https://shop.example/č]]></loc></url><url><loc>https://shop.example/d?e=1&f=2</loc></url><url><loc/></url>
            </urlset>
            """)
        #expect(
            contents.pages == [
                "https://shop.example/a?b=1&c=2", "https://shop.example/č", "https://shop.example/d?e=1&f=2",
            ])
        #expect(contents.sitemaps.isEmpty)
    }

    @Test func index() {
        let contents = read(
            "<sitemapindex><sitemap><loc>https://x/1.xml</loc></sitemap><sitemap><loc>https://x/2.xml.gz</loc></sitemap>"
        )
        #expect(contents == SitemapContents(pages: [], sitemaps: ["https://x/1.xml", "https://x/2.xml.gz"]))
    }

    @Test func plainText() {
        #expect(read("https://x/a\r\nhttps://x/b \n\n# no\nftp://x/c").pages == ["https://x/a", "https://x/b"])
    }

    @Test(arguments: [
        "", " ", "<", "<html><body><url><loc>https://x/a</loc></url></body></html>", "<urlset", "<urlset><url><loc>",
        "{\"a\":1}",
        "<urlset><loc>https://x/a</loc></urlset>",
    ]) func nothing(_ text: String) { #expect(read(text) == SitemapContents()) }

    @Test func entitiesAreNotExpanded() {
        var bomb = "<!DOCTYPE urlset [<!ENTITY a0 \"lol\">"
        for i in 1...9 { bomb += "<!ENTITY a\(i) \"" + String(repeating: "&a\(i - 1);", count: 10) + "\">" }
        bomb += "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>https://x/&a9;&f;</loc></url></urlset>"
        let pages = read(bomb).pages
        #expect(pages.allSatisfy { !$0.contains("root") && $0.utf8.count < 100 })
    }

    @Test func bounds() {
        let many = "<urlset>" + String(repeating: "<url><loc>https://x/a</loc></url>", count: 60_000)
        #expect(read(many).pages.count == 50_000)
        #expect(
            read("<urlset><url><loc>https://x/\(String(repeating: "a", count: 5_000))</loc></url></urlset>").pages
                .isEmpty)
    }

    @Test func otherCharacterSets() {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "<urlset><url><loc>https://x/ž</loc></url></urlset>".utf16 {
            bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        #expect(readSitemap(bytes).pages == ["https://x/ž"])
    }
}
