import Model
import Parsing
import Testing

/// Which part of the page an element belongs to.
struct RegionTests {
    @Test(arguments: [
        ("<header>x</header>", PageRegion.header), ("<main><article><header>x</header></article></main>", .main),
        ("<main><header>x</header></main>", .main), ("<article><footer>x</footer></article>", .page),
        ("<section><header>x</header></section>", .header),
        ("<header>a</header><section><header>x</header></section>", .page),
        ("<div id=header>x</div>", .header), ("<div class='site-header'>x</div>", .header),
        ("<div class='card-header'>x</div>", .page),
        ("<div class='header'>x</div>", .header), ("<div class='header-image-wrapper'>x</div>", .page),
        ("<main><div id=header>x</div></main>", .header),
        ("<div id=footer>x</div>", .footer), ("<div class='site-footer'>x</div>", .footer),
        ("<div class=siteFooter>x</div>", .footer),
        ("<div class='card-footer'>x</div>", .page), ("<div class='modal-footer'>x</div>", .page),
        ("<div role=contentinfo>x</div>", .footer), ("<footer><nav>x</nav></footer>", .footer),
        ("<blockquote><p>q</p><footer>x</footer></blockquote>", .page),
        ("<nav>x</nav>", .navigation), ("<div role=navigation>x</div>", .navigation),
        ("<div class=navbar>x</div>", .navigation),
        ("<ul class=main_menu><li>x</ul>", .navigation), ("<ul class='nav nav-tabs'><li>x</ul>", .page),
        ("<header><nav>x</nav></header>", .navigation), ("<div class=navigate>x</div>", .page),
        ("<main>x</main>", .main), ("<div id=content>x</div>", .main), ("<div id=MainContent>x</div>", .main),
        ("<div class=content>x</div>", .page),
        ("<aside>x</aside>", .aside), ("<div class='sidebar'>x</div>", .aside), ("<div id=column-left>x</div>", .aside),
        ("<div class='page-with-sidebar'>x</div>", .page), ("<main><aside>x</aside></main>", .aside),
        ("<dialog open>x</dialog>", .dialog), ("<div role=dialog>x</div>", .dialog),
        ("<div class='cookie-banner'>x</div>", .dialog),
        ("<div id=newsletter-popup>x</div>", .dialog), ("<div class='product_cat-cookies'>x</div>", .page),
        ("<a class='open-modal' href=/>x</a>", .page), ("<body class='sidebar footer'>x", .page),
    ]) func region(_ html: String, _ expected: PageRegion) throws {
        let document = page("<body>" + html)
        #expect(try #require(document.block("x")).region == expected)
    }

    @Test func locators() throws {
        let document = page("<div id=top><div class='a b'><ul><li><a class='c d' href=/x>t</a></ul></div></div>")
        #expect(document.locator(of: try #require(document.first(.a))) == "div.a > ul > li > a.c")
        #expect(document.locator(of: try #require(document.first(.ul))) == "div#top > div.a > ul")
        #expect(document.locator(of: -5) == "")
        let long = page("<div class=\(String(repeating: "ж", count: 500))><x-\(String(repeating: "y", count: 400))>t")
        for i in long.nodes.indices { #expect(long.locator(of: i).count <= 160) }
    }

    @Test func mentionsAreFitForReports() throws {
        let document = page("<main><p>\(String(repeating: "word ", count: 200))</p></main>")
        let mention = document.mention(block: 0)
        #expect(mention.quote.count <= Mention.quoteLimit && mention.quote.hasSuffix("word…"))
        #expect(mention.region == .main && mention.locator == "main > p")
        let plain = document.mention(node: 0, quote: "a\u{202E}b\u{0007}  c\n\u{FEFF}d")
        #expect(plain.quote == "ab c d")
        let around = document.mention(block: 0, around: 700..<704)
        #expect(around.quote.hasPrefix("word word"))
    }
}

/// Names that can't be right.
struct NamedRegionTests {
    private let words = String(repeating: "<p>Some words of the page's own content stand here.", count: 40)

    @Test(arguments: [
        "id=header", "class=sidebar", "id=column-left", "class=site-footer", "class=big-popup", "class=navbar",
    ])
    func wrapperAroundEverythingIsNone(_ name: String) throws {
        let document = page("<body><div \(name)>\(words)</div><p>end")
        #expect(try #require(document.blocks.first).region == .page)
        #expect(document.nodes.allSatisfy { $0.region == .page || $0.region == .head })
    }

    @Test(arguments: [("<aside>", PageRegion.aside), ("<div role=navigation>", .navigation), ("<footer>", .footer)])
    func elementsAreBelieved(_ tag: String, _ region: PageRegion) throws {
        #expect(try #require(page("<body>\(tag)\(words)").blocks.first).region == region)
    }

    @Test func aLargeMenuIsOne() throws {
        let links = String(repeating: "<li><a href=/x>A category of the shop</a>", count: 100)
        #expect(try #require(page("<ul id=menu>\(links)</ul><p>x").blocks.first).region == .navigation)
    }
}
