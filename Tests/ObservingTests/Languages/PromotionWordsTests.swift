import Testing

@testable import Observing

/// Clauses of promotions' terms as shops word them, and sentences that only look like them.
@Suite struct PromotionWordsTests {
    static let lexicon: Result<Lexicon, any Error> = Result { try Lexicon() }

    private func clauses(_ text: String, _ language: String) throws -> Set<String> {
        let hits = try Self.lexicon.get().hits(in: Array(text.utf8), language: language)
        return Set(hits.map(\.group.name).filter { $0.hasPrefix("condition.") }.map { String($0.dropFirst(10)) })
    }

    @Test(
        arguments: [
            ("pl", "Rabat naliczy się przy zakupach za min. 200 zł.", "minimumPurchase"),
            ("pl", "Promocja nie łączy się z innymi rabatami.", "notCombinable"),
            ("pl", "Oferta ważna do wyczerpania zapasów.", "subjectToAvailability"),
            ("pl", "Kod nie obejmuje kart podarunkowych.", "exclusion"),
            ("pl", "Zniżka dotyczy produktów nieprzecenionych.", "fullPriceOnly"),
            ("cs", "Platí při nákupu nad 1 500 Kč.", "minimumPurchase"),
            ("cs", "Slevy nelze sčítat.", "notCombinable"),
            ("cs", "Akce platí do vyprodání zásob.", "subjectToAvailability"),
            ("cs", "Sleva se nevztahuje na dárkové poukazy.", "exclusion"),
            ("cs", "Kód neplatí na již zlevněné zboží.", "fullPriceOnly"),
            ("uk", "Знижка діє при замовленні від 1000 грн.", "minimumPurchase"),
            ("uk", "Промокод не сумується з іншими знижками.", "notCombinable"),
            ("uk", "Кількість товару обмежена.", "subjectToAvailability"),
            ("uk", "Акція не поширюється на подарункові сертифікати.", "exclusion"),
            ("uk", "Тільки для зареєстрованих користувачів.", "membersOnly"),
            ("tr", "500 TL ve üzeri alışverişlerde geçerlidir.", "minimumPurchase"),
            ("tr", "Diğer kampanyalarla birleştirilemez.", "notCombinable"),
            ("tr", "Kampanya stoklarla sınırlıdır.", "subjectToAvailability"),
            ("tr", "Hediye kartları kampanyaya dahil değildir.", "exclusion"),
            ("tr", "Kampanyayı önceden haber vermeksizin sonlandırma hakkını saklı tutar.", "organiserMayChange"),
            ("es", "Válido para compras superiores a 60 €.", "minimumPurchase"),
            ("es", "No acumulable a otras promociones.", "notCombinable"),
            ("es", "Oferta válida hasta agotar existencias.", "subjectToAvailability"),
            ("es", "Quedan excluidos los libros.", "exclusion"),
            ("es", "Exclusivo para nuevos clientes.", "membersOnly"),
            ("fr", "Offre valable dès 80 € d’achat.", "minimumPurchase"),
            ("fr", "Offre non cumulable avec d’autres remises.", "notCombinable"),
            ("fr", "Dans la limite des stocks disponibles.", "subjectToAvailability"),
            ("fr", "Les livres sont exclus de l’offre.", "exclusion"),
            ("fr", "Sur le même ticket de caisse.", "singleReceipt"),
            ("it", "Con una spesa minima di 70 €.", "minimumPurchase"),
            ("it", "Promozione non cumulabile con altri sconti.", "notCombinable"),
            ("it", "Fino a esaurimento scorte.", "subjectToAvailability"),
            ("it", "Sono esclusi dalla promozione i libri.", "exclusion"),
            ("it", "Acquistando almeno tre prodotti.", "minimumQuantity"),
        ] as [(String, String, String)])
    func readsClauses(language: String, text: String, expected: String) throws {
        #expect(try clauses(text, language).contains(expected))
    }

    @Test(arguments: [
        ("pl", "Szafa ma trzy półki i lustro na całej wysokości drzwi."),
        ("pl", "Na zamówienia wysyłane do Czech odpowiadamy w języku polskim."),
        ("cs", "Skříň má tři police a zrcadlo přes celou výšku dveří."),
        ("cs", "Barvy lze libovolně kombinovat a prát je na čtyřicet stupňů."),
        ("uk", "Шафа має три полиці та дзеркало на всю висоту дверей."), ("uk", "Кольори добре поєднуються між собою."),
        ("tr", "Dolabın üç rafı ve kapı boyunca bir aynası var."), ("tr", "Renkler birbiriyle çok iyi uyum sağlar."),
        ("es", "El armario tiene tres estantes y un espejo en toda la puerta."),
        ("es", "Los colores combinan muy bien entre sí."),
        ("fr", "L’armoire a trois étagères et un miroir sur toute la porte."),
        ("fr", "Les couleurs se combinent très bien."),
        ("it", "L’armadio ha tre ripiani e uno specchio su tutta l’anta."),
        ("it", "I colori si abbinano molto bene tra loro."),
    ])
    func leavesOrdinarySentencesAlone(language: String, text: String) throws {
        #expect(try clauses(text, language).isEmpty)
    }

    /// A neighbour's words are not the language's own.
    @Test(arguments: [
        ("Slevy nelze kombinovat.", "cs", "sk"), ("Знижки не сумуються.", "uk", "ru"),
        ("Diğer kampanyalarla birleştirilemez.", "tr", "az"), ("Non cumulabile con altre promozioni.", "it", "es"),
    ])
    func neighboursDiffer(text: String, own: String, other: String) throws {
        #expect(try clauses(text, own) == ["notCombinable"])
        #expect(try clauses(text, other).isEmpty)
    }

    @Test(
        arguments: [
            ("pl", "Darmowa dostawa od 199 zł", "promo.freeDelivery"),
            ("cs", "Doprava zdarma nad 999 Kč", "promo.freeDelivery"),
            ("uk", "Безкоштовна доставка від 1500 грн", "promo.freeDelivery"),
            ("tr", "750 TL üzeri kargo bedava", "promo.freeDelivery"),
            ("es", "Envío gratis a partir de 50 €", "promo.freeDelivery"),
            ("fr", "Livraison offerte dès 60 €", "promo.freeDelivery"),
            ("it", "Spedizione gratuita sopra i 49 €", "promo.freeDelivery"),
            ("tr", "%30'a varan indirim", "promo.upTo"),
            ("pl", "Ostatnie sztuki", "stock.limited"), ("cs", "Není skladem", "stock.out"),
            ("fr", "Rupture de stock", "stock.out"),
            ("es", "Añadir al carrito", "order.add"), ("it", "Aggiungi al carrello", "order.add"),
            ("uk", "До кошика", "order.add"),
        ] as [(String, String, String)])
    func readsShopWords(language: String, text: String, group: String) throws {
        let hits = try Self.lexicon.get().hits(in: Array(text.utf8), language: language)
        #expect(hits.contains { $0.group.name == group })
    }
}
