import Model
import Testing

@testable import Observing

@Suite struct KindTests {
    private func kind(_ path: String, _ html: String, _ language: String = "en", status: Int = 200) throws -> KindFact {
        try ObservedPage("<html lang=\(language)>\(html)</html>", at: path, status: status).facts.kind
    }

    @Test(arguments: ["/", "/en/", "/en-gb/", "/index.php", "/?utm_source=x", "/index.php?route=common/home"])
    func home(path: String) throws {
        #expect(try kind(path, "<h1>Shop</h1>").kind == .home)
    }

    @Test(arguments: [
        ("/contact", "en", "Contact us", PageKind.contact), ("/page1", "en", "Returns", .returns),
        ("/o-nas", "ru", "О нас", .about), ("/dostavka", "ru", "Доставка", .delivery), ("/p", "az", "Əlaqə", .contact),
        ("/privacy-policy", "en", "Privacy policy", .privacy), ("/x", "en", "Terms and conditions", .terms),
        ("/faq", "en", "Frequently asked questions", .help), ("/cart", "en", "Your cart", .cart),
        ("/login", "en", "Sign in", .account), ("/search?q=boots", "en", "Search results", .search),
        ("/x9", "en", "Our values", .other),
    ])
    func byName(path: String, language: String, heading: String, expected: PageKind) throws {
        #expect(
            try kind(path, "<title>\(heading) | Shop</title><main><h1>\(heading)</h1></main>", language).kind
                == expected)
    }

    @Test func aPageMayCoverTwoTopics() throws {
        let both = try kind(
            "/delivery-returns", "<title>Delivery and returns</title><main><h1>Delivery and returns</h1></main>")
        #expect(both.kind == .delivery)
        #expect(both.covers(.returns))
        let sections = try kind("/terms", "<main><h1>Terms and conditions</h1><h2>Returns</h2><h2>Warranty</h2></main>")
        #expect(sections.kind == .terms)
        #expect(sections.covers(.returns) && sections.covers(.warranty) && !sections.covers(.privacy))
    }

    @Test func anArticleThatMentionsReturnsIsNoPolicy() throws {
        let text = Array(
            repeating: "We thought long about how returns work and what they cost us in the end.", count: 12)
        let body =
            "<main><article><h1>Ten lessons from a year of returns</h1><time>2024-05-01</time><p>\(text.joined(separator: " "))</p></article></main>"
        let article = try kind("/blog/ten-lessons", body)
        #expect(article.kind == .article)
        #expect(!article.covers(.returns))
    }

    @Test func aProductByItsData() throws {
        let data =
            #"{"@context":"https://schema.org","@type":"Product","name":"Oak chair","offers":{"@type":"Offer","price":"49.00","priceCurrency":"EUR"}}"#
        let body = """
            <title>Oak chair</title><script type="application/ld+json">\(data)</script>
            <main><h1>Oak chair</h1><p>€49.00</p><button>Add to cart</button></main>
            """
        #expect(try kind("/oak-chair", body).kind == .product)
    }

    @Test func aListingByItsTiles() throws {
        let tiles = (1...6).map {
            "<li class=product><a href=/p\($0)><img src=\($0).jpg alt=c><h3>Chair \($0)</h3></a><span class=price>€\($0)9.00</span></li>"
        }
        #expect(try kind("/chairs", "<main><h1>Chairs</h1><ul>\(tiles.joined())</ul></main>").kind == .listing)
    }

    @Test func anErrorIsNoPage() throws {
        #expect(try kind("/contact", "<h1>Contact us</h1>", status: 404).kind == .other)
    }

    @Test func shapesOfOneTemplateAgree() throws {
        func product(_ n: Int) throws -> ShapeSketch {
            let words = (0..<n).map { "<p>Text \($0) <b>bold</b></p>" }.joined()
            let body = """
                <main class=product><div class=gallery><img class=photo src=\(n).jpg alt=x></div><div class=summary><h1 class=name>N\(n)</h1>
                <div class=price>\(n)</div><form class=buy><button class=add>Add</button></form></div><div class=description>\(words)</div></main>
                """
            return try ObservedPage(body, at: "/p\(n)").facts.shape
        }
        let items = "<li class=tile><div class=pic><img class=thumb></div><div class=label>x</div></li>"
        let listing = try ObservedPage(
            "<main class=category><aside class=filters><form class=facets><input></form></aside><ul class=grid>\(items)\(items)</ul></main>"
        )
        let first = try product(1)
        #expect(first.similarity(to: try product(30)) >= 0.8)
        #expect(first.similarity(to: listing.facts.shape) < 0.6)
        #expect(first.minima.count == 32)
    }

    @Test(arguments: [
        ("https://s.example/a%20b/Contact_Us.php?x=1", ["a-b", "contact-us"]),
        ("/index.php?route=checkout/cart", ["index", "checkout", "cart"]),
        ("https://s.example", []), ("/%D0%BE", ["о"]), ("/%", ["%"]),
    ])
    func addressWords(url: String, segments: [String]) {
        #expect(AddressWords(url).segments == segments)
    }
}
