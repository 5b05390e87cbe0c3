/// Beginnings of words that name the pages an audit needs most, in addresses and link texts. They only decide what is
/// read first; what a page is, its content tells.
enum KeyWords {
    private static let stems = [
        "contact", "kontakt", "contatt", "contacto", "elaqe", "əlaqə", "контакт", "связ", "կապ", "ติดต่อ",
        "deliver", "shipping", "versand", "liefer", "dostavk", "доставк", "çatdırılma", "catdirilma", "doprav",
        "doruč", "առաք", "จัดส่ง", "livraison", "envio", "spedizion", "kargo", "teslimat",
        "return", "refund", "rückgabe", "rueckgabe", "widerruf", "возврат", "vozvrat", "qaytar", "vráten", "vraten",
        "reklam", "вернут", "վերադար", "คืนสินค้า", "iade", "retour", "devoluc", "resi",
        "payment", "zahlung", "оплат", "oplat", "odenis", "ödəniş", "platb", "վճար", "ชำระ", "paiement", "pago",
        "terms", "conditions", "agb", "услови", "uslovi", "şərt", "sert", "podmienk", "podmink", "պայման", "เงื่อนไข",
        "privacy", "datenschutz", "конфиденц", "məxfilik", "mexfilik", "sukromi", "súkromi", "գաղտնի", "ความเป็นส่วนตัว",
        "warranty", "guarantee", "garant", "гарант", "zəmanət", "zemanet", "záruk", "zaruk", "երաշխ", "รับประกัน",
        "about", "haqqimizda", "haqqımızda", "impressum", "imprint", "nas", "компани", "մասին", "เกี่ยวกับ",
        "dostaw", "wysył", "zwrot", "płatno", "platno", "regulamin", "warunki", "prywatn", "gwaran", "vrácen", "plateb",
        "podmín",
        "soukrom", "зв'яз", "поверн", "умови", "конфіден", "гарант", "iletişim", "iletisim", "ödeme", "odeme", "koşul",
        "kosul",
        "gizlilik", "garanti", "hakkımızda", "hakkimizda", "entrega", "garantía", "privacid", "condicion", "paiement",
        "expédition", "confidential", "garantie", "consegn", "pagament", "condizion", "garanzi", "promoc", "promocj",
        "знижк", "indirim", "kampanya", "rebaj", "ofert", "soldes", "faq", "help", "hilfe", "помощ", "pomoc", "kömək",
        "komek", "օգն", "ช่วยเหลือ",
        "loyalty", "bonus", "бонус", "club", "reward", "promo", "sale", "offers", "specials", "aksiya", "акци", "скидк",
        "angebot", "zlav", "akci", "endirim", "զեղչ", "โปรโมชั่น",
    ].map { Array($0.utf8) }
    private static let byFirst = Dictionary(grouping: stems) { $0[0] }
    /// Too short to be a stem: the word must be equal.
    private static let whole: Set<[UInt8]> = Set(["agb", "nas", "resi", "sert", "club", "sale"].map { Array($0.utf8) })

    /// `word` in lower case; addresses in escapes only match by their Latin names.
    static func contain(_ word: some Collection<UInt8>) -> Bool {
        guard let first = word.first, let candidates = byFirst[first] else { return false }
        return candidates.contains { stem in
            word.starts(with: stem) && (word.count == stem.count || !whole.contains(stem))
        }
    }

    /// Whether a link's text has such a word.
    static func contain(text: String) -> Bool {
        text.lowercased().utf8.split { $0 < 0x80 && !isLetter($0) && !isDigit($0) }.contains { contain($0) }
    }
}
