import Model
import Testing

@testable import Observing

@Suite struct ReadabilityTests {
    private func facts(_ body: String, _ language: String = "en") throws -> ReadabilityFacts {
        try ObservedPage("<html lang=\(language)><body>\(body)</body></html>").facts.readability
    }

    /// Words, sentences, long words, syllables.
    @Test(arguments: [
        ("en", "The quick brown fox jumps over the lazy dog. It is wonderful!", 12, 2, 1, 16),
        ("ru", "Мы доставляем заказы по всей стране за три дня. Звоните, т. е. пишите нам.", 14, 2, 2, 24),
        ("hy", "Մենք առաքում ենք պատվերները ամբողջ երկրում երեք օրում։ Զանգահարեք մեզ հիմա։", 11, 2, 4, 24),
        ("de", "Wir liefern z. B. nach Österreich und in die Schweiz, ca. 3 Tage später.", 14, 1, 3, 20),
    ])
    func measures(language: String, text: String, words: Int, sentences: Int, long: Int, syllables: Int) throws {
        let facts = try facts("<main><p>\(text)</p></main>", language)
        #expect(facts.runningWords == words)
        #expect(facts.sentences == sentences)
        #expect(facts.longWords == long)
        #expect(abs(facts.syllables - syllables) <= 1)
    }

    @Test func thaiIsDividedIntoWords() throws {
        let facts = try facts("<main><p>เรามีบริการจัดส่งสินค้าทั่วประเทศไทยภายในสามวันทำการ</p></main>", "th")
        #expect((9...18).contains(facts.runningWords))
    }

    @Test func onlyRunningTextIsMeasured() throws {
        let facts = try facts(
            """
            <nav><p>one two three four five six seven eight nine ten</p></nav>
            <main><h2>one two three four five six seven eight nine</h2><p>too short to count</p>
            <p><a href=/a>one two three four five six seven eight nine</a></p>
            <table><tr><td>one two three four five six seven eight nine</table></main>
            <footer><p>one two three four five six seven eight nine ten</p></footer>
            """)
        #expect(facts.runningWords == 0)
        #expect(facts.words > 40)
        #expect(facts.headings == 1)
    }

    @Test func walls() throws {
        let wall = Array(repeating: "söz", count: 160).joined(separator: " ")
        let facts = try facts(
            "<main><p>\(wall)</p><p>\(wall.prefix(200))</p><p>\(wall.prefix(320))<br>\(wall.prefix(320))</p></main>",
            "az")
        #expect(facts.walls.map(\.value) == [160])
    }

    @Test(arguments: [
        "<p>DIQQƏT! BÜTÜN MALLARA ENDİRİM BAŞLADI, TƏLƏSİN</p>", "<h2>ДОСТАВКА ПО ВСЕЙ РОССИИ БЕСПЛАТНО СЕГОДНЯ</h2>",
        "<p>Please note: ALL SALES ARE FINAL WITHOUT EXCEPTION here.</p>",
    ])
    func shouting(html: String) throws {
        #expect(try facts("<main>\(html)</main>").shouting.count == 1)
    }

    @Test(arguments: [
        "<p>USB HDMI VGA DVI RCA SATA PCI</p>", "<h2>BIG SALE NOW</h2>",
        "<p>All sales are final without exception.</p>",
        "<p><a href=/a>SAMSUNG GALAXY ULTRA PREMIUM EDITION BLACK</a></p>", "<p>สินค้าทุกชิ้นลดราคาพิเศษวันนี้เท่านั้น</p>",
        "<p>GTX1080 RTX3090 SAMSUNG S22 MODEL XR500 ULTRA</p>",
    ])
    func noShouting(html: String) throws {
        #expect(try facts("<main>\(html)</main>").shouting.isEmpty)
    }

    @Test(arguments: [
        "CafÃ© and crÃ¨me", "Itâ€™s here", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "РџСЂРёРІРµС‚ РІСЃРµРј", "lost \u{FFFD} letter", "GrÃ¶ÃŸe",
    ])
    func garbledText(text: String) throws {
        #expect(try facts("<main><p>\(text)</p></main>").garbled.count == 1)
    }

    @Test(arguments: [
        "Привет всем, Россия и СССР", "São João, IRMÃ e avó", "Größe Ärmel Übung", "Kişi ayaqqabısı ƏLA", "РЎ",
        "20 °C ± 5 §",
        "«ИГРА»: акция № 5", "Ñandú, Ædle", "Đà Nẵng, HÀ NỘI",
    ])
    func soundText(text: String) throws {
        #expect(try facts("<main><p>\(text)</p></main>").garbled.isEmpty)
    }

    @Test func picturesWithoutText() throws {
        let facts = try facts(
            """
            <header><img src=logo.png></header><main><img src=a.jpg><img src=b.jpg alt=""><img src=c.jpg alt="Boots">
            <img src=d.gif width=1 height=1><img src=e.jpg role=presentation><img data-src=f.jpg aria-label="Hat">
            <div aria-hidden=true><img src=g.jpg></div><img></main>
            """)
        #expect(facts.pictures == 6)
        #expect(facts.picturesWithoutText.map(\.quote) == ["a.jpg"])
    }

    @Test(arguments: [
        ("width=device-width, user-scalable=no", "user-scalable=no"), ("user-scalable=0", "user-scalable=0"),
        ("width=device-width,maximum-scale=1.0", "maximum-scale=1.0"), ("maximum-scale=yes", "maximum-scale=yes"),
        ("width=device-width", nil), ("user-scalable=yes, maximum-scale=5", nil), ("maximum-scale=2", nil),
        ("maximum-scale=-1", nil),
        ("", nil), ("user-scalable=", nil),
    ])
    func zoom(content: String, expected: String?) {
        #expect(ViewportZoom.block(in: content) == expected)
    }
}
