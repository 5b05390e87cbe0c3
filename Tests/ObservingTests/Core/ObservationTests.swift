import Model
import Testing

@testable import Observing

@Suite struct ObservationTests {
    @Test func headIsRead() throws {
        let page = try ObservedPage(
            """
            <html lang="az"><head><title> Ayaqqabı
            mağazası </title><meta name="description" content="Ən yaxşı ayaqqabılar">
            <meta name=viewport content="width=device-width, initial-scale=1"><meta name="ROBOTS" content="NoIndex">
            <link rel="canonical" href="/a"><link rel="alternate" hreflang="ru" href="/ru/a"></head>
            <body><svg><title>Icon</title></svg><p>Salam</p></body></html>
            """)
        #expect(page.facts.head.title == "Ayaqqabı mağazası")
        #expect(page.facts.head.description == "Ən yaxşı ayaqqabılar")
        #expect(page.facts.head.canonical == "/a")
        #expect(page.facts.head.robots == "noindex")
        #expect(page.facts.head.alternates == ["ru": "/ru/a"])
        #expect(page.facts.head.viewport == "width=device-width, initial-scale=1")
    }

    @Test func anAuditorsOwnQueriesAreAnswered() throws {
        let xpath = CheckID(.loyalty, "own-xpath")
        let terms = CheckID(.loyalty, "own-terms")
        let absent = CheckID(.loyalty, "own-absent")
        let page = try ObservedPage(
            "<html lang=en><body><main><p class=badge>Family business since 1987</p><p>Nothing else</p></main></body></html>",
            queries: [
                PageQuery(check: xpath, kind: .xpath("//p[@class='badge']")),
                PageQuery(check: terms, kind: .terms(["*": ["family business"]])),
                PageQuery(check: absent, kind: .terms(["*": ["carbon neutral"]])),
            ])
        #expect(page.facts.custom[xpath.rawValue]?.map(\.quote) == ["Family business since 1987"])
        #expect(page.facts.custom[terms.rawValue]?.map(\.quote) == ["Family business since 1987"])
        #expect(page.facts.custom[absent.rawValue]?.isEmpty == true)
    }

    @Test(arguments: ["", " ", "<", "plain words", "<html>", "<p", "\u{0}\u{1}", "<a href=><b></a></b><table><form>"])
    func anyBytesGiveFacts(html: String) throws {
        let page = try ObservedPage(html)
        #expect(page.facts.url == "https://shop.example/page")
        #expect(page.facts.navigation.namelessLinkCount == 0)
    }

    @Test func aQuoteAroundAHitStaysWithinItsLimit() throws {
        let filler = Array(repeating: "Wörter über unser Haus", count: 40).joined(separator: " ")
        let html = "<html lang=de><main><p>\(filler) Lorem ipsum dolor sit amet \(filler)</p></main></html>"
        let quote = try #require(try ObservedPage(html).facts.readability.placeholders.first?.quote)
        #expect(quote.contains("Lorem ipsum"))
        #expect(quote.count <= Mention.quoteLimit)
    }
}
