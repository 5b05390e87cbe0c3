import Model
import Testing

@testable import Observing

@Suite struct ChannelCatalogueTests {
    private let catalogue = ChannelCatalogue.bundled

    private func told(_ href: String) -> String {
        guard let (index, role) = catalogue.classify(LinkShape(Array(href.utf8)[...])) else { return "none" }
        return "\(catalogue.channels[index].platform) \(role.rawValue)"
    }

    @Test(arguments: [
        ("https://wa.me/994501234567", "whatsapp profile"),
        ("https://api.whatsapp.com/send?phone=421905555010&text=Hi", "whatsapp profile"),
        ("https://api.whatsapp.com/send?text=Look%20at%20this", "whatsapp share"),
        ("https://wa.me/?text=look", "whatsapp share"),
        ("whatsapp://send?phone=994501234567", "whatsapp profile"),
        ("whatsapp://send?text=x", "whatsapp barePlatform"),
        ("https://t.me/ourshop", "telegram profile"),
        ("//t.me/share/url?url=x", "telegram share"),
        ("tg://resolve?domain=ourshop", "telegram profile"),
        ("viber://chat?number=%2B994501234567", "viber profile"),
        ("https://m.me/ourshop", "messenger profile"),
        ("https://line.me/ti/p/@ourshop", "line profile"),
        ("https://line.me/R/msg/text/?x", "line share"),
        ("https://lin.ee/abc", "line profile"),
        ("https://zalo.me/0123", "zalo profile"),
        ("skype:ourshop?chat", "skype profile"),
        ("https://www.facebook.com/ourshop/", "facebook profile"),
        ("https://www.facebook.com/sharer/sharer.php?u=x", "facebook share"),
        ("https://www.facebook.com/sharer.php?u=x", "facebook share"),
        ("https://facebook.com", "facebook barePlatform"),
        ("https://www.facebook.com/profile.php?id=1000", "facebook profile"),
        ("https://www.instagram.com/ourshop?igsh=1", "instagram profile"),
        ("https://www.instagram.com/p/Cabc/", "instagram barePlatform"),
        ("https://instagram.com/", "instagram barePlatform"),
        ("https://www.tiktok.com/@ourshop", "tiktok profile"),
        ("https://www.youtube.com/channel/UCx", "youtube profile"),
        ("https://www.youtube.com/watch?v=x", "youtube barePlatform"),
        ("https://vk.com/club123", "vk profile"),
        ("https://vk.com/share.php?url=x", "vk share"),
        ("https://ok.ru/group/55", "odnoklassniki profile"),
        ("https://twitter.com/intent/tweet?url=x", "x share"),
        ("https://x.com/ourshop", "x profile"),
        ("https://www.pinterest.com/pin/create/button/?url=x", "pinterest share"),
        ("https://pinterest.de/ourshop", "pinterest profile"),
        ("https://www.linkedin.com/shareArticle?mini=true", "linkedin share"),
        ("https://www.linkedin.com/company/ourshop", "linkedin profile"),
        ("https://notfacebook.com/ourshop", "none"),
        ("https://facebook.com.evil.example/x", "none"),
        ("/facebook.com/ourshop", "none"),
        ("HTTPS://User@WWW.Facebook.COM:443/ourshop#x", "facebook profile"),
    ])
    func tells(href: String, expected: String) { #expect(told(href) == expected) }

    @Test func findsWidgets() {
        let script =
            "<x> (function(){s.src='https://embed.tawk.to/5f/default'; window._smartsupp = {}; _smartsupp.key='1'"
        #expect(Set(platforms(script)) == ["tawk", "smartsupp"])
        #expect(platforms("smartsupp tawk jivo crisp").isEmpty)
        #expect(platforms("").isEmpty)
    }

    private func platforms(_ script: String) -> [String] {
        var found: [String] = []
        catalogue.scan(Array(script.utf8)[...]) { mark, _ in
            found.append(catalogue.channels[catalogue.fingerprint(mark).channel].platform)
        }
        return found
    }

    @Test func everyFingerprintIsFoundWhereverItStands() throws {
        let source = try ChannelSource(yaml: sample, file: "x.yaml")
        let catalogue = ChannelCatalogue(entries: source.entries)
        for offset in 0..<20 {
            let text = String(repeating: "a", count: offset) + "widget-one.js" + String(repeating: "b", count: 30)
            var places: [Int] = []
            catalogue.scan(Array(text.utf8)[...]) { _, place in places.append(place) }
            #expect(places == [offset])
        }
    }

    private let sample = """
        freemail: [[mail.example]]
        channels:
          - { platform: one, kind: chat, scripts: [widget-one.js], source: here }
        """

    @Test(arguments: [
        ("channels: [{platform: a, kind: chat, source: x, skripts: []}]", "skripts"),
        ("chanels: []", "chanels"),
        ("channels: [{platform: a, kind: talk, source: x}]", "kind"),
        ("channels: [{platform: a, kind: chat}]", "source"),
        ("channels: [{platform: a, kind: chat, source: x, scripts: [short]}]", "short"),
        ("channels: [{kind: chat}]", "platform"), ("[", "YAML"), ("- x", "mapping"),
    ])
    func refuses(yaml: String, word: String) {
        #expect {
            try ChannelCatalogue(yaml: yaml, file: "mine.yaml")
        } throws: { error in
            let line = String(describing: error)
            return line.contains(word) && line.contains("mine.yaml")
        }
    }

    @Test func knowsFreeMailboxes() {
        for domain in ["mail.ru", "gmail.com", "azet.sk", "web.de", "t-online.de", "box.az"] {
            #expect(catalogue.freemail.contains(domain))
        }
        #expect(!catalogue.freemail.contains("shop.example"))
    }
}
