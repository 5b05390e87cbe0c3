import Model
import Parsing
import Testing

@testable import Observing

@Suite struct PromiseTests {
    private func promises(_ text: String, _ language: String) throws -> [Promise] {
        let url = "https://shop.example/help"
        let context = try ObservingContext(
            host: "shop.example", domain: "shop.example", seed: "https://shop.example/", lexicon: Lexicon.forTests.get()
        )
        let html = "<html lang=\"\(language)\"><title>–</title><body><h1>–</h1><p>\(text)</p></body></html>"
        let fetch = FetchFacts(url: url, finalURL: url, status: 200, bytes: html.utf8.count)
        return observe(Array(html.utf8), fetch: fetch, context: context).facts.promises
    }

    @Test(arguments: [
        ("en", "We reply to e-mails within 24 hours, usually sooner.", "24 hours"),
        ("en", "Our team will reply within two hours.", "2 hours"),
        ("en", "We aim to respond to your message within 1-2 business days.", "1 to 2 working days"),
        ("ru", "Перезвоним в течение 15 минут.", "15 minutes"),
        ("ru", "Ответим на письмо в течение 2 рабочих дней.", "2 working days"),
        ("th", "ตอบกลับภายใน 24 ชั่วโมง", "24 hours"),
    ])
    func answers(language: String, text: String, span: String) throws {
        let found = try promises(text, language).filter { $0.kind == .answerTime }
        #expect(found.map { $0.span?.text } == [span])
    }

    @Test(arguments: [
        ("en", "Orders are delivered within 3 to 5 working days.", "3 to 5 working days"),
        ("en", "Delivery in 2–4 days across the country", "2 to 4 days"),
        ("ru", "Доставим за 1-3 дня по Москве", "1 to 3 days"),
        ("sk", "Doručíme do 2 pracovných dní.", "2 working days"),
        ("de", "Lieferzeit: 3-5 Werktage", "3 to 5 working days"),
        ("az", "Sifarişlər 2 iş günü ərzində çatdırılır.", "2 working days"),
        ("hy", "Առաքում 2 օրվա ընթացքում", "2 days"), ("th", "จัดส่งภายใน 3 วันทำการ", "3 working days"),
    ])
    func delivery(language: String, text: String, span: String) throws {
        let found = try promises(text, language).filter { $0.kind == .deliveryTime }
        #expect(found.map { $0.span?.text } == [span])
    }

    @Test(arguments: [
        ("en", "All teapots come with a 2 year warranty.", "2 years"), ("en", "12 months warranty", "12 months"),
        ("ru", "Гарантия 12 месяцев от производителя.", "12 months"),
        ("sk", "Záručná doba je 24 mesiacov.", "24 months"),
        ("de", "Wir geben 5 Jahre Garantie.", "5 years"), ("az", "1 il rəsmi zəmanət", "1 year"),
        ("hy", "2 տարվա երաշխիք", "2 years"), ("th", "รับประกัน 1 ปี", "1 year"),
    ])
    func warranty(language: String, text: String, span: String) throws {
        let found = try promises(text, language).filter { $0.kind == .warranty }
        #expect(found.map { $0.span?.text } == [span])
    }

    @Test(arguments: [
        ("en", "Found it cheaper? We refund the difference."), ("ru", "Нашли дешевле? Снизим цену!"),
        ("sk", "Garancia najnižšej ceny"), ("de", "Bestpreisgarantie"), ("az", "Daha ucuz tapsanız, fərqi qaytarırıq"),
        ("hy", "Ամենացածր գնի երաշխիք"), ("th", "รับประกันราคาถูกที่สุด"),
    ])
    func lowestPrice(language: String, text: String) throws {
        #expect(try promises(text, language).contains { $0.kind == .lowestPrice })
    }

    /// Other lengths of time, and words without one.
    @Test(arguments: [
        ("en", "The refund reaches you within 14 working days of the return."), ("en", "We reply as soon as possible."),
        ("en", "Warranty claims go to the maker."), ("ru", "Мы работаем 12 лет."), ("de", "Seit 25 Jahren für Sie da."),
        ("sk", "Sme tu už 20 rokov."), ("en", "Warranty is void after 3 days in water."),
    ])
    func nothing(language: String, text: String) throws {
        #expect(try promises(text, language).filter { $0.kind != .returnDays }.isEmpty)
    }

    @Test func returnsAndFreeDelivery() throws {
        let found = try promises("Free delivery on orders over €50. You can return goods within 30 days.", "en")
        #expect(found.contains { $0.kind == .returnDays && $0.span?.text == "30 days" })
        #expect(found.contains { $0.kind == .freeDelivery && $0.amount?.text == "50.00 EUR" })
    }
}
