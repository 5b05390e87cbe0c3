import Testing

@testable import Observing

@Suite struct EmailReaderTests {
    private func addresses(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return EmailReader.find(in: bytes, 0..<bytes.count).map(\.address)
    }

    @Test(arguments: [
        ("Write to Info@Shop.Example.", "info@shop.example"),
        ("почта: sales.dept+az@magazin.ru, звоните", "sales.dept+az@magazin.ru"),
        ("อีเมลinfo@shop.co.thติดต่อ", "info@shop.co.th"),
        ("<b>(o'neil@ox.ie)", "o'neil@ox.ie"),
        ("info [at] shop [dot] ru", "info@shop.ru"),
        ("info(at)shop.de", "info@shop.de"),
        ("predaj (zavináč) obchod.sk", "predaj@obchod.sk"),
        ("info {собака} magazin (точка) ru", "info@magazin.ru"),
        ("mail us: help at shop dot co dot uk today", "help@shop.co.uk"),
        ("orders @ shop.am", "orders@shop.am"),
        ("Info[@]laden.de", "info@laden.de"), ("info (put the at sign here) shop.de", "info@shop.de"),
        ("info [insert @ here] shop.com", "info@shop.com"),
        ("info (hier das At-Zeichen einsetzen) laden.de", "info@laden.de"),
        ("info (вместо скобок поставьте собаку) magazin.ru", "info@magazin.ru"),
        ("predaj [sem dajte zavináč] obchod [bodka] sk", "predaj@obchod.sk"),
        ("sifaris (bura @ işarəsi qoyun) dukan.az", "sifaris@dukan.az"),
        ("patver (այստեղ դրեք @ նշանը) khanut.am", "patver@khanut.am"),
        ("order (ใส่เครื่องหมาย @ ตรงนี้) shop.co.th", "order@shop.co.th"),
    ])
    func finds(text: String, address: String) { #expect(addresses(text) == [address]) }

    @Test(arguments: [
        "logo@2x.png", "follow @shop", "you@example.com", "look at polka dot dresses", "see you at shop.com",
        "1 @ 5.00", "a@b", "@", "[at]", "(at) shop", "image(at)", "x@.com", "x@y..com", "meet at 10 dot 30",
        "[email protected]", "@@@@", "a@b.c", "Sam (find me @ the fair) sells tea", "open (see the sign) shop.de",
        "tea (look for the at sign on the door) daily",
    ])
    func leavesAlone(text: String) { #expect(addresses(text).isEmpty) }

    @Test func tellsWhereAddressesStand() {
        let bytes = Array("Ring or write: a@b.de (at) c(at)d.de".utf8)
        let found = EmailReader.find(in: bytes, 0..<bytes.count)
        #expect(found.map(\.isObfuscated) == [false, true])
        #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["a@b.de", "c(at)d.de"])
    }

    @Test func readsWholeStringsOnly() {
        #expect(EmailReader.read(Array(" Info@Shop.de ".utf8)[...]) == "info@shop.de")
        #expect(EmailReader.read(Array("info at shop".utf8)[...]) == nil)
        #expect(EmailReader.read(Array("mailto:info@shop.de".utf8)[...]) == nil)
    }

    @Test func decodesCloudflare() {
        // Key 0x42, each byte of the address combined with it.
        let clear = Array("info@shop.example".utf8)
        let hex = ([0x42] + clear.map { $0 ^ 0x42 }).map { byte in
            let digits = Array("0123456789abcdef")
            return "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
        #expect(EmailDisguise.cloudflare(Array(hex.utf8)[...]) == "info@shop.example")
        #expect(EmailDisguise.cloudflare(Array("zz".utf8)[...]) == nil)
        let link = Array("/cdn-cgi/l/email-protection#\(hex)".utf8)[...]
        #expect(EmailDisguise.cloudflareLink(link).flatMap(EmailDisguise.cloudflare) == "info@shop.example")
    }
}
