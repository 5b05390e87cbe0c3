import Model
import Parsing
import Testing

@testable import Observing

/// A page that is walked for one observer alone.
func observed(
    _ html: String, by make: (ObservingContext) -> some PageObserver, host: String = "shop.az", language: String = "az",
    facts start: (inout PageFacts) -> Void = { _ in }
) throws -> PageFacts {
    let context = ObservingContext(
        host: host, domain: host, seed: "https://\(host)/", lexicon: try Lexicon.forTests.get())
    let document = Document(html: Array(html.utf8))
    let language = LanguageFacts(tag: language, declared: language)
    let (hits, ranges) = context.lexicon.hits(in: document, language: language)
    let fetch = FetchFacts(url: "https://\(host)/", finalURL: "https://\(host)/", status: 200)
    let page = PageView(
        document: document, fetch: fetch, context: context, language: language, hits: hits, hitRanges: ranges,
        structured: StructuredData.read(document))
    var observer = make(context)
    for i in document.nodes.indices where !document.nodes[i].isText { observer.visit(element: i, of: page) }
    for i in document.blocks.indices { observer.visit(block: i, of: page) }
    var facts = PageFacts(fetch: fetch)
    start(&facts)
    observer.conclude(page, into: &facts)
    return facts
}

extension Lexicon {
    /// Read once: building it is the dearest part of a test.
    static let forTests: Result<Lexicon, any Error> = Result { try Lexicon() }
}

@Suite struct ContactObserverTests {
    private func contact(_ body: String, host: String = "shop.az", language: String = "az") throws -> ContactFacts {
        try observed(
            "<html><body>\(body)</body></html>", by: ContactObserver.init(context:), host: host, language: language
        ).contact
    }

    private func phones(_ body: String, host: String, language: String) throws -> [String] {
        try contact(body, host: host, language: language).phones.map { $0.e164 ?? "\($0.validity.rawValue) \($0.raw)" }
    }

    @Test(
        arguments: [
            ("<p>Telefon: (012) 555-01-00, 050 234 56 78</p>", "shop.az", "az", ["+994125550100", "+994502345678"]),
            ("<p>Звоните: 8 (800) 555-35-36 доб. 12</p>", "shop.ru", "ru", ["+78005553536"]),
            ("<dl><dt>Telefón</dt><dd>0905 123 456</dd></dl>", "obchod.sk", "sk", ["+421905123456"]),
            ("<footer>Հեռ.՝ 010 54-32-10</footer>", "khanut.am", "hy", ["+37410543210"]),
            ("<p>โทร 02-234-5671</p>", "raan.co.th", "th", ["+6622345671"]),
            ("<p>Rufen Sie uns an: 030 / 90 18 20</p>", "laden.de", "de", ["+4930901820"]),
            ("<p>Call (212) 736-5000 ext. 4</p>", "shop.com", "en", ["+12127365000"]),
            ("<p>Tel./Fax: 030 / 90 18 20</p>", "laden.de", "de", ["+4930901820"]),
            ("<p>Telefón/fax 02/5244 1234</p>", "obchod.sk", "sk", ["+421252441234"]),
            ("<p>Tel: 030 / 90 18 20 / Fax: 030 / 90 18 21</p>", "laden.de", "de", ["+4930901820"]),
            (
                "<table><td>Phone</td><td>(212) 736-5000</td><td>eFax</td><td>(212) 736-5001</td></table>", "shop.com",
                "en", ["+12127365000"]
            ),
            (
                "<p><img alt='' src='/i/phone.gif'>+33 1 42 68 53 00<br><img alt='' src='/i/fax.gif'>+33 1 42 68 53 01</p>",
                "shop.com", "en", ["+33142685300"]
            ),
            ("<li><i class='icon-fax'></i> 030 / 90 18 20</li>", "laden.de", "de", []),
            ("<span itemprop='faxNumber'>030 / 90 18 20</span>", "laden.de", "de", []),
            ("<p>Fax: <a href='tel:+4930901820'>030 / 90 18 20</a></p>", "laden.de", "de", []),
            ("<div class='phone-fax-box'><p>030 / 90 18 20</p></div>", "laden.de", "de", ["+4930901820"]),
            ("<p>Paris: +33 1 42 68 53 00</p>", "shop.com", "en", ["+33142685300"]),
        ] as [(String, String, String, [String])])
    func readsPhones(body: String, host: String, language: String, expected: [String]) throws {
        #expect(try phones(body, host: host, language: language) == expected)
    }

    @Test(arguments: [
        ("<p>Order no. 212-736-5000</p>", "shop.com", "en"), ("<p>ISBN 978-3-16-148410-0</p>", "shop.com", "en"),
        ("<p>ИНН 7707083893, ОГРН 1027700132195</p>", "shop.ru", "ru"),
        ("<p>IBAN SK31 1200 0000 1987 4263 7541</p>", "a.sk", "sk"),
        ("<p>Fax: (212) 736-5001</p>", "shop.com", "en"), ("<p>01.03.2026 - 31.03.2026</p>", "shop.de", "de"),
        ("<p>125 550 100 AZN</p>", "shop.az", "az"), ("<p>2019-2024</p>", "shop.az", "az"),
        ("<p>SKU 2127365000</p>", "shop.com", "en"),
        ("<p>Barkod 4760012345678</p>", "shop.az", "az"), ("<p>AZ1010 Bakı, 28 May 12</p>", "shop.az", "az"),
        ("<p>VÖEN: 1234567891</p>", "shop.az", "az"), ("<p>Model XT-212-736-5000</p>", "shop.com", "en"),
        ("<p>Артикул: 4952345678</p>", "shop.ru", "ru"), ("<script>var p = '+994125550100'</script>", "shop.az", "az"),
    ])
    func leavesOtherNumbersAlone(body: String, host: String, language: String) throws {
        #expect(try phones(body, host: host, language: language) == [])
    }

    @Test func tellsDialLinksFromText() throws {
        let facts = try contact("<a href='tel:+994125550100'>(012) 555-01-00</a> <a href='tel:'>Zəng</a>")
        #expect(facts.phones.map(\.source) == [.link, .text])
        #expect(Set(facts.phones.map(\.e164)) == ["+994125550100"])
        #expect(facts.brokenLinks.count == 1)
    }

    @Test func tellsWrongNumbers() throws {
        let facts = try contact(
            "<a href='tel:+99412555'>a</a><a href='tel:123456789'>b</a><p>Telephone: 123456789</p>", host: "shop.com",
            language: "en")
        #expect(facts.phones.map(\.validity) == [.invalid, .placeholder, .placeholder])
        #expect(facts.phones.allSatisfy { $0.e164 == nil })
    }

    @Test func namesDepartments() throws {
        let facts = try contact(
            "<p>Sales department: (212) 736-5000</p><p>Call: (212) 736-5001</p>", host: "shop.com", language: "en")
        #expect(facts.phones.map(\.label) == ["Sales department", nil])
    }

    @Test func readsEmails() throws {
        let facts = try contact(
            """
            <p>Bizə yazın: Info@Shop.az</p><a href="mailto:sale@mail.ru?subject=x">Satış</a>
            <a href="mailto:?subject=look">Paylaş</a><a href="mailto:info at shop">yaz</a>
            <p style="unicode-bidi:bidi-override; direction: rtl">za.pohs@ofni2</p><input placeholder="you@shop.az">
            <img src="logo@2x.png" alt="x"><p>info3 [at] shop [dot] az</p>
            """)
        #expect(facts.emails.map(\.address) == ["sale@mail.ru", "info@shop.az", "2info@shop.az", "info3@shop.az"])
        #expect(facts.emails.map(\.isFreemail) == [true, false, false, false])
        #expect(facts.emails.map(\.source) == [.link, .text, .obfuscated, .obfuscated])
        #expect(facts.brokenLinks.count == 1)
    }

    @Test func readsStructuredData() throws {
        let facts = try contact(
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Store","name":"Dükan",
            "telephone":"+994 12 555 01 00","email":"mailto:info@dukan.az","address":{"@type":"PostalAddress",
            "streetAddress":"Nizami küç. 5","addressLocality":"Bakı","postalCode":"AZ1000"}}</script>
            """)
        #expect(facts.phones.map(\.source) == [.structuredData])
        #expect(facts.emails.map(\.address) == ["info@dukan.az"])
        #expect(facts.postalAddress.count == 1)
    }

    @Test func tellsChannelsFromShareButtons() throws {
        let facts = try contact(
            """
            <a href="https://wa.me/994501234567"><img alt="WhatsApp" src="w.svg"></a><a href="https://t.me/share/url?url=x">Share</a>
            <a href="https://www.instagram.com/dukan/"></a><a href="https://www.facebook.com/sharer.php?u=x">f</a>
            <a href="https://facebook.com/">f</a><script src="//code.jivosite.com/widget/AbC" async></script>
            <p>We compared embed.tawk.to with others.</p>
            """)
        #expect(facts.messengers.map(\.role) == [.profile, .share])
        #expect(facts.socials.map(\.role) == [.profile, .share, .barePlatform])
        #expect(facts.chats.map(\.platform) == ["jivo"])
        #expect(facts.messengers.first?.mention.quote == "WhatsApp")
    }

    @Test func findsContactLinks() throws {
        let facts = try contact(
            "<a href='/kontakt'>x</a> | <a href='/c/17'>Contact us</a> | <a href='/lenses'>Contact lenses</a> | <a href='#'>Contact</a>",
            host: "shop.com", language: "en")
        #expect(Set(facts.contactLinks.map(\.target)) == ["/kontakt", "/c/17"])
    }

    @Test func findsIdentityAndAddress() throws {
        let facts = try contact(
            """
            <address>Shop Ltd, 12 High Street, London N1 9GU</address><address class="author">By Ann</address>
            <footer><p>Company number 01234567</p><p>© 2026 Shop Ltd</p></footer><p>Toys by Acme Inc are here</p>
            """, host: "shop.co.uk", language: "en")
        #expect(facts.legalIdentity.map(\.quote) == ["Company number 01234567", "© 2026 Shop Ltd"])
        #expect(facts.postalAddress.map(\.quote) == ["Shop Ltd, 12 High Street, London N1 9GU"])
    }

    @Test func survivesAnyBytes() throws {
        var body =
            "<a href='tel:" + String(repeating: "9", count: 5_000) + "'>x</a><a href='mailto:"
            + String(repeating: "@", count: 500)
        body +=
            "'>x</a><p>" + String(repeating: "+1 (2", count: 3_000) + String(repeating: "[at]", count: 2_000)
            + "</p><a href='://'>"
        let facts = try contact(body)
        #expect(facts.phones.count <= PhoneReader.limit)
    }
}
