import Model
import Parsing
import Testing

@testable import Observing

/// Which address a browser asks for to show the picture of a product, by how shops write it.
@Suite struct PictureAddressTests {
    @Test(arguments: [
        ("<img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/a.jpg?v=1' data-src='/a-full.jpg'>", "/a.jpg?v=1"),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/a.jpg'>", "/a.jpg"),
        ("<img class='img lazyload' src='/preview.jpg' data-src='/a.jpg'>", "/a.jpg"),
        ("<img src='/img/loading.gif' data-original='/a.jpg'>", "/a.jpg"),
        ("<img src='/placeholder.png' data-lazy-srcset='/a-300.jpg 300w, /a-900.jpg 900w'>", "/a-900.jpg"),
        ("<img src='/a.jpg' srcset='/a-300.jpg 300w, /a-1800.jpg 1800w, /a-700.jpg 700w'>", "/a-700.jpg"),
        ("<img src='/a.jpg' srcset='/a-300.jpg 300w, /a-500.jpg 500w'>", "/a-500.jpg"),
        ("<img src='/a.jpg' srcset='/a-1x.jpg, /a-2x.jpg 2x'>", "/a-1x.jpg"),
        ("<img srcset='/w_300,h_200/a.jpg 1x, /w_600,h_400/a.jpg 2x'>", "/w_300,h_200/a.jpg"),
        (
            "<picture><source media='(min-width: 900px)' srcset='/wide.jpg'><source type='image/webp' srcset='/a.webp'><img src='/a.jpg'></picture>",
            "/a.webp"
        ),
        ("<picture><source type='image/vnd.odd' srcset='/a.odd'><img src='/a.jpg'></picture>", "/a.jpg"),
        ("<img src='/img/blank.gif'>", nil), ("<img src='#'>", nil), ("<img alt='x'>", nil),
        ("<img src='{{ product.image }}'>", nil), ("<img src='about:blank'>", nil),
        ("<img src='/badge.png'><img itemprop='image' src='/a.jpg'>", "/a.jpg"),
        ("<a class=brand><img src='/i?brandlogo' alt='Karlson'></a><img src='/a.jpg'>", "/a.jpg"),
        ("<img class='maker-logo' src='/k.png'><img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/logo-shirt.jpg'>", "/logo-shirt.jpg"),
        ("<img src='/friends_circle_icon.svg'><img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/Apple-Pay-icon-1.svg'>", nil),
        ("<img class=avatar src='/u/17.jpg'><img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/icon-shirt.jpg'>", "/icon-shirt.jpg"),
        ("<img src='/sprite.png'><img src='/a.jpg'>", "/a.jpg"), ("<img src='/drawing.svg'>", "/drawing.svg"),
        ("<img src='/payment/visa-mastercard.png'><img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/star.png' width='16' height='16'><img src='/a.jpg'>", "/a.jpg"),
        ("<img src='/hidden.jpg' style='display:none'><img src='/a.jpg'>", "/a.jpg"),
    ])
    func ofAProduct(_ html: String, _ expected: String?) throws {
        let body =
            "<html lang=en><title>Teapot</title><base href='/x/'><main><h1>Teapot</h1>\(html)<p>€49.90</p>"
            + "<button>Add to cart</button></main></html>"
        let facts = try observed(body)
        #expect(facts.pricing.productPicture == expected)
        #expect(facts.head.base == "/x/")
    }

    @Test func ofATile() throws {
        let tiles = (1...4).map {
            "<li class=product><img src=/badge.png><a href=/p\($0)><img src=/\($0).jpg alt=''>Teapot no. \($0)</a><b>€\($0)9.90</b></li>"
        }
        let facts = try observed(
            "<html lang=en><title>Teapots</title><main><h1>Teapots</h1><ul>\(tiles.joined())</ul></main>")
        #expect(facts.pricing.tiles.map(\.picture) == ["/1.jpg", "/2.jpg", "/3.jpg", "/4.jpg"])
    }

    private func observed(_ html: String) throws -> PageFacts {
        let url = "https://shop.example/teapot"
        let context = ObservingContext(
            host: "shop.example", domain: "shop.example", seed: "https://shop.example/", lexicon: try Lexicon())
        return observe(Array(html.utf8), fetch: FetchFacts(url: url, finalURL: url, status: 200), context: context)
            .facts
    }
}
