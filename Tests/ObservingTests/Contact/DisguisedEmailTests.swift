import Model
import Testing

@testable import Observing

@Suite struct DisguisedEmailTests {
    private func emails(_ body: String, language: String = "en") throws -> [String] {
        try observed(
            "<html><body>\(body)</body></html>", by: ContactObserver.init(context:), host: "shop.example",
            language: language
        ).contact.emails.map(\.address)
    }

    @Test(arguments: [
        #"<script>document.write('<a href="mailto:' + 'info' + '@' + 'kettles.example' + '">')</script>"#,
        #"<script>var u='info', d='kettles.example'; document.write(u+'@'+d);</script>"#,
        #"<script>var a = 'in'; a += 'fo'; a = a + '&#64;' + 'kettles' + '&#46;' + 'example'; x.innerHTML = a;</script>"#,
        #"<script>document.write('elpmaxe.selttek@ofni'.split('').reverse().join(''))</script>"#,
        #"<script>document.write(['info','kettles.example'].join('@'))</script>"#,
        "<script>document.write(String.fromCharCode(105,110,102,111,64,107,101,116,116,108,101,115,46,99,111))</script>",
        #"<script>location.href = atob('bWFpbHRvOmluZm9Aa2V0dGxlcy5leGFtcGxl')</script>"#,
        #"<script>document.write(unescape('%69%6E%66%6F%40kettles.example'))</script>"#,
        #"<script>document.write("vasb@xrggyrf.rknzcyr".replace(/[a-zA-Z]/g, function(c){return String.fromCharCode((c<="Z"?90:122)>=(c=c.charCodeAt(0)+13)?c:c-26);}))</script>"#,
        #"<script>document.write('info#kettles.example'.replace('#', '@'))</script>"#,
        #"<script>el.innerHTML = '\x69nfo\u0040kettles.example' + '';</script>"#,
        "<span data-user='info' data-domain='kettles.example'></span>",
        "<a data-name='info' data-domain='kettles' data-tld='example' href='#'>Mail</a>",
        "<a data-email='info@kettles.example'>Mail</a>",
        "<a data-email='aW5mb0BrZXR0bGVzLmV4YW1wbGU='>Mail</a>",
        "<img src='m.png' alt='info@kettles.example'>",
        "<p>info&#64;kettles&#46;example</p>", "<p>info {at} kettles.example</p>",
        "<p>info собака kettles.example</p>", "<p>info zavináč kettles bodka example</p>",
        "<p>info (put the at sign here) kettles.example</p>",
        "<p>info (sem vložte zavináč) kettles [bodka] example</p>",
        "<p>info [at] kettles [dot] example</p>", "<p>info(@)kettles.example</p>",
    ])
    func findsDisguisedAddress(body: String) throws {
        let expected = body.contains("fromCharCode(105") ? "info@kettles.co" : "info@kettles.example"
        #expect(try emails(body) == [expected])
    }

    @Test func turnsRoundWhatAStyleSheetTurns() throws {
        #expect(try emails("<span class='rev'>moc.selttek@ofni</span>") == ["info@kettles.com"])
    }

    @Test(arguments: [
        "<img src='logo@2x.png' alt='logo@2x.png'>", "<p>Follow @kettles.shop and @tea</p>",
        "<p>swiper@8.4.5 jquery@3.7.1/dist/jquery.min.js</p>",
        "<script>Sentry.init({dsn: 'https://0a1b2c3d@o12345.ingest.sentry.io/42'}); x.innerHTML = 'a'</script>",
        "<p>https://0a1b2c@o12345.ingest.sentry.io/42</p>", "<input placeholder='name@kettles.example'>",
        "<p>you@example.com</p>", "<script>var mails = {a: 'info@elsewhere.example'}; y.innerHTML = '';</script>",
        "<p>We are open at noon dot</p>", "<p>Tea (find the at sign on the box) today.</p>",
        "<p>Meet us at the fair (at hall 3.b)</p>",
    ])
    func makesUpNoAddress(body: String) throws {
        #expect(try emails(body) == [])
    }
}
