import Model
import Testing

@testable import Observing

@Suite struct RefreshTests {
    private func refresh(_ head: String) throws -> DeclaredRefresh? {
        try ObservedPage("<!doctype html><html><head>\(head)</head><body><p>Hello</p></body></html>").facts.head.refresh
    }

    @Test(arguments: [
        ("0; url=/shop/", 0, "/shop/"), ("0;URL='/shop/'", 0, "/shop/"), (" 5 , \u{20}url = \"/a b\" x", 5, "/a b"),
        ("0.5;/plain", 0, "/plain"), ("3 /plain", 3, "/plain"), (".9;url=x", 0, "x"), ("99999999;url=x", Int.max, "x"),
        ("0;url=url", 0, "url"), ("0; urls", 0, "urls"),
    ])
    func whereItLeads(content: String, seconds: Int, target: String) throws {
        let escaped = content.replacing("\"", with: "&quot;")
        let found = try refresh("<meta http-equiv=Refresh content=\"\(escaped)\">")
        #expect(found == DeclaredRefresh(seconds: seconds, target: target))
        #expect(found?.forward == (seconds <= 3 ? target : nil))
    }

    @Test(arguments: ["30", "", "url=/x", "0;", "0;url=''", "abc;url=/x", "0x;url=/x"])
    func whatLeadsNowhere(content: String) throws {
        #expect(try refresh("<meta http-equiv=\"refresh\" content=\"\(content)\">") == nil)
    }

    @Test func visitorsWithScriptsStay() throws {
        #expect(try refresh("<noscript><meta http-equiv=refresh content=\"0;url=/no-script\"></noscript>") == nil)
        #expect(
            forward(of: Array("<noscript><meta http-equiv=refresh content='0;url=/n'></noscript>".utf8), charset: nil)
                == nil)
        #expect(forward(of: Array("<meta http-equiv=refresh content='1;url=/y'>".utf8), charset: nil) == "/y")
        #expect(forward(of: Array("<meta http-equiv=refresh content='9;url=/y'>".utf8), charset: nil) == nil)
    }
}
