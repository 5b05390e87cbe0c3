import Model
import Testing

@testable import Observing

@Suite struct LinkTests {
    @Test(arguments: [
        ("/a", LinkTarget.inside), ("a?b", .inside), ("//shop.example/x", .inside),
        ("https://www.shop.example", .inside),
        ("HTTP://SHOP.EXAMPLE:8080/", .inside), ("https://notshop.example/", .outside),
        ("https://shop.example.org", .outside),
        ("//cdn.other.example/x", .outside), ("#top", .fragment), ("", .nowhere), ("javascript:void(0)", .nowhere),
        ("mailto:a@b.example", .otherScheme), ("tel:+1", .otherScheme), ("https://user@shop.example/", .inside),
        ("a:b", .otherScheme), ("1:b", .inside), ("https://", .outside),
    ])
    func targets(href: String, expected: LinkTarget) {
        #expect(LinkTarget(Array(href.utf8)[...], domain: Array("shop.example".utf8)) == expected)
    }

    @Test(arguments: [
        #"<a href="/x">Xidmətlər</a>"#, #"<a href="/x"><img src=a.png alt="Логотип"></a>"#,
        #"<a href="/x" aria-label="Cart"><i class=icon></i></a>"#, #"<a href="/x" title="ตะกร้า"><i></i></a>"#,
        #"<span id=n hidden>Menu</span><a href="/x" aria-labelledby="n"><svg></svg></a>"#,
        #"<a href="/x"><svg><title>Home</title><path/></svg></a>"#,
        #"<a href="/x"><span class="sr-only">Search</span><i></i></a>"#, #"<a href="/x"><i title="Basket"></i></a>"#,
        #"<a href="/x"><img src=a aria-labelledby=l></a><p id=l>Boots</p>"#,
        // Nothing to blame: not shown, no link, for assistive software not there.
        #"<a href="/x" hidden></a>"#, #"<a name="top"></a>"#, #"<a href="/x" aria-hidden="true"><img src=a.png></a>"#,
        #"<div style="display:none"><a href="/x"><img src=a></a></div>"#,
        #"<a href="/x" tabindex="-1"><img src=a></a>"#,
        #"<a href="/x" role="button"><i></i></a>"#,
    ])
    func linksWithAName(html: String) throws {
        #expect(try ObservedPage("<body>\(html)</body>").facts.navigation.namelessLinkCount == 0)
    }

    @Test(arguments: [
        #"<a href="/x"></a>"#, #"<a href="/x"><img src=a.png></a>"#, #"<a href="/x"><img src=a.png alt=""></a>"#,
        #"<a href="/x"><svg><path/></svg></a>"#, #"<a href="/x" aria-label=" ">&nbsp;</a>"#,
        #"<a href="/x"><i aria-hidden="true">★</i></a>"#, #"<a href="/x" aria-labelledby="nothing"><i></i></a>"#,
    ])
    func linksWithoutAName(html: String) throws {
        let facts = try ObservedPage("<body>\(html)</body>").facts.navigation
        #expect(facts.namelessLinkCount == 1)
        #expect(facts.namelessLinks.first?.quote == "/x")
    }

    @Test(arguments: [
        ("en", "For prices click <a href=/p>here</a>."), ("en", "<a href=/p> Read more » </a>"),
        ("ru", "<a href=/p>Подробнее</a>"),
        ("ru", "Цены смотрите <a href=/p>здесь</a>"),
    ])
    func vagueLinks(language: String, html: String) throws {
        let facts = try ObservedPage("<html lang=\(language)><body><p>\(html)</p></body></html>").facts.navigation
        #expect(facts.vagueLinkCount == 1)
    }

    @Test(arguments: [
        ("en", "<a href=/p aria-label='Read more about boots'>Read more</a>"),
        ("en", "<a href=/p>Read more about boots</a>"),
        ("en", "<a href=/p>Read more <span class=sr-only>about boots</span></a>"),
        ("en", "Stand here, not <a href=/p>there yet</a>"),
        ("ru", "<a href=/p>Подробнее о доставке</a>"), ("en", "<a href=#top>here</a>"),
    ])
    func linksThatSayMore(language: String, html: String) throws {
        let facts = try ObservedPage("<html lang=\(language)><body><p>\(html)</p></body></html>").facts.navigation
        #expect(facts.vagueLinkCount == 0)
    }

    @Test func everyReferenceIsCollected() throws {
        let page = try ObservedPage(
            """
            <head><base href="/shop/"><link rel=canonical href=" /c "><link rel=next href=/2><link rel=stylesheet href=/s.css></head>
            <body><header><nav><a href="/n" rel="nofollow noopener">N</a></nav></header><main><a href="p">P</a>
            <img src="/i.jpg" alt=i><img src="/t.gif" width=1 height=1><form action=/search><input name=q></form>
            <form action=/post method=POST></form><iframe src=/f></iframe><map><area href=/m alt=M></map></main>
            <footer><a href=/z>Z</a></footer></body>
            """)
        #expect(page.links.base == "/shop/")
        #expect(page.addresses([.notAnAnchor]) == ["/c", "/2", "/search", "/f", "/m"])
        #expect(page.addresses([.image]) == ["/i.jpg"])
        #expect(page.addresses([.nofollow]) == ["/n"])
        #expect(page.addresses([.inNavigation]) == ["/n"])
        #expect(page.addresses([.inFooter]) == ["/z"])
        #expect(page.facts.navigation.linkCount == 3)
    }
}
