import Model
import Testing

@testable import Observing

@Suite struct NavigationTests {
    @Test(arguments: [
        "<nav><a href=/a>Ayaqqabı</a><a href=/b>Geyim</a><a href=/c>Çanta</a></nav><h1>X</h1>",
        "<header><ul><li><a href=/a>Обувь</a><li><a href=/b>Одежда</a><li><a href=/c>Сумки</a></ul></header><h1>X</h1>",
        "<div id=top-menu><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a></div><h1>X</h1>",
        "<div role=navigation><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a></div>",
        "<table><tr><td><a href=/a>A</a><td><a href=/b>B</a><td><a href=/c>C</a></table><h1>X</h1>",
    ])
    func menus(html: String) throws {
        let facts = try ObservedPage("<body>\(html)</body>").facts.navigation
        #expect(facts.menuLinks >= 3)
        #expect(facts.menu != nil)
    }

    @Test(arguments: [
        "<h1>X</h1><p>See <a href=/a>A</a>, <a href=/b>B</a>, <a href=/c>C</a></p>",
        "<nav class=breadcrumb><a href=/>Home</a><a href=/b>B</a><a href=/c>C</a></nav><h1>X</h1>",
        "<nav><a href=https://other.example/a>A</a><a href=https://other.example/b>B</a><a href=#c>C</a></nav><h1>X</h1>",
    ])
    func noMenus(html: String) throws {
        #expect(try ObservedPage("<body>\(html)</body>").facts.navigation.menuLinks < 3)
    }

    @Test(arguments: [
        "<nav aria-label=Breadcrumb><a href=/>Home</a> Boots</nav><h1>Boots</h1>",
        "<ul class='breadcrumb'><li><a href=/>Главная</a><li>Обувь</ul>",
        "<div><a href=/>Domov</a> › <a href=/o>Obuv</a> › Čižmy</div><h1>Čižmy</h1>",
        "<p>Sie sind hier: <a href=/>Start</a> &gt; <a href=/s>Schuhe</a></p><h1>Schuhe</h1>",
        "<ol><li><a href=/>Գլխավոր</a><li><a href=/k>Կոշիկ</a><li>Ճտքավոր</ol>",
        #"<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"A"},{"name":"B"}]}</script>"#,
    ])
    func trails(html: String) throws {
        #expect(try ObservedPage("<body>\(html)</body>", at: "/o/boots").facts.navigation.breadcrumbs != nil)
    }

    @Test(arguments: [
        "<p><a href=/a>A</a> and <a href=/b>B</a></p>", "<p><a href=/a>A</a></p>",
        "<ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>",
        "<footer><div class=breadcrumb><a href=/>Home</a> › X</div></footer>",
        "<p>Sizes 38 / 39 / 40, see <a href=/s>sizes</a></p>",
    ])
    func noTrails(html: String) throws {
        #expect(try ObservedPage("<body>\(html)</body>").facts.navigation.breadcrumbs == nil)
    }

    @Test(arguments: [
        ("<font color=red>Sale</font>", 1), ("<marquee>News</marquee>", 1), ("<center>Shop</center>", 0),
        ("<font style='vertical-align: inherit'>translated</font>", 0), ("<object data=a.swf?x></object>", 1),
        ("<table width=600><tr><td><table><tr><td><table><tr><td>Menu</table></table></table>", 1),
        ("<table width=600><tr><td><table><tr><td><table><tr><th>Size<td>38</table></table></table>", 0),
        ("<table><tr><td>1</table>", 0), ("<img src=https://hitwebcounter.com/c.php width=88 height=31>", 1),
        ("<img src=https://hitwebcounter.com/c.php width=1 height=1>", 0),
    ])
    func datedMarkup(html: String, count: Int) throws {
        #expect(try ObservedPage("<body>\(html)</body>").facts.navigation.datedMarkup.count == count)
    }

    @Test func insecureParts() throws {
        let page = try ObservedPage(
            """
            <body><form action="http://shop.example/login" method=post></form><script src="http://cdn.example/a.js"></script>
            <a href="http://shop.example/">a link is fine</a><img src="//cdn.example/a.png"><script src="http://localhost/x"></script>
            <noscript><img src="http://t.example/p.gif"></noscript><link rel=canonical href="http://shop.example/"></body>
            """)
        let expected = ["http://shop.example/login", "http://cdn.example/a.js"]
        #expect(page.facts.navigation.insecureParts.map(\.quote) == expected)
    }

    @Test func advertisingIsNotTracking() throws {
        let ads = try ObservedPage("<body><ins class=adsbygoogle></ins><div id=div-gpt-ad-1></div></body>")
        #expect(ads.facts.navigation.advertising.count == 2)
        let trackers = try ObservedPage(
            "<body><script src=https://www.googletagmanager.com/gtag/js></script><iframe src=https://td.doubleclick.net/td></iframe></body>"
        )
        #expect(trackers.facts.navigation.advertising.isEmpty)
    }

    @Test func listingControls() throws {
        let page = try ObservedPage(
            """
            <body><main><select name=orderby><option>Cheapest</select><div class="filters"><a href=?c=1>Red</a>
            <a href=?c=2>Blue</a></div><ul class=pagination><li><a href=?page=2>2</a></ul></main></body>
            """)
        #expect(page.facts.navigation.filters.count == 2)
        #expect(page.facts.navigation.pagination?.quote == "2")
        let plain = try ObservedPage("<body><main class=resort-assortment><a href=/a>A</a></main></body>")
        #expect(plain.facts.navigation.filters.isEmpty && plain.facts.navigation.pagination == nil)
    }

    @Test func headings() throws {
        let page = try ObservedPage(
            "<body><h1>Ботинки</h1><h2 hidden>x</h2><h3></h3><h2><img src=a alt=Обувь></h2><div role=heading aria-level=4>Q</div></body>"
        )
        #expect(page.facts.navigation.headings.map(\.level) == [1, 2, 4])
        #expect(page.facts.navigation.headings.map(\.text) == ["Ботинки", "Обувь", "Q"])
    }
}
