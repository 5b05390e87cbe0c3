import Parsing

/// What the words of class and id attributes hint at, in the languages that shops' templates are written in.
struct ClassWords: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    static let price = ClassWords(rawValue: 1)
    static let was = ClassWords(rawValue: 1 << 1)
    static let now = ClassWords(rawValue: 1 << 2)
    static let unit = ClassWords(rawValue: 1 << 3)
    static let instalment = ClassWords(rawValue: 1 << 4)
    static let save = ClassWords(rawValue: 1 << 5)
    static let delivery = ClassWords(rawValue: 1 << 6)
    static let tax = ClassWords(rawValue: 1 << 7)
    static let members = ClassWords(rawValue: 1 << 8)
    static let stock = ClassWords(rawValue: 1 << 9)
    static let related = ClassWords(rawValue: 1 << 10)
    static let cart = ClassWords(rawValue: 1 << 11)
    static let add = ClassWords(rawValue: 1 << 12)
    static let description = ClassWords(rawValue: 1 << 13)
    static let specification = ClassWords(rawValue: 1 << 14)
    static let product = ClassWords(rawValue: 1 << 15)
    static let currency = ClassWords(rawValue: 1 << 16)
    static let cents = ClassWords(rawValue: 1 << 17)
    static let recommended = ClassWords(rawValue: 1 << 18)
    static let wish = ClassWords(rawValue: 1 << 19)
    static let buy = ClassWords(rawValue: 1 << 20)
    static let disabled = ClassWords(rawValue: 1 << 21)
    static let bonus = ClassWords(rawValue: 1 << 22)
    static let badge = ClassWords(rawValue: 1 << 23)
    static let gallery = ClassWords(rawValue: 1 << 24)
    static let review = ClassWords(rawValue: 1 << 25)
    static let miniCart = ClassWords(rawValue: 1 << 26)
    static let option = ClassWords(rawValue: 1 << 27)

    static let weakWas = ClassWords(rawValue: 1 << 29)
    static let filter = ClassWords(rawValue: 1 << 28)
    /// "discount" is what is saved, but in "price-discount" what is paid.
    static let weakSave = ClassWords(rawValue: 1 << 30)
    /// The lowest price of the last 30 days.
    static let lowest30 = ClassWords(rawValue: 1 << 31)

    /// What makes an amount something else than what a customer pays for the product now.
    static let otherAmount: ClassWords = [
        .unit, .instalment, .save, .delivery, .tax, .members, .bonus, .miniCart, .filter,
    ]

    /// Reads the words of one attribute: split at anything but letters, and where capitals begin ("oldPrice").
    init(_ bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBufferPointer { ClassWords($0) } }

    /// Of one attribute's value; nothing where the element doesn't have it.
    init(_ name: AttributeName, of node: Int, in document: borrowing Document) {
        guard let range = document.attributeRange(name, of: node) else {
            self = []
            return
        }
        self.init(document.bytes[range])
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let dictionary = ClassWords.dictionary
        var all: ClassWords = []
        var token: ClassWords = []
        var hash = ClassWords.seed
        var length = 0
        var wasLower = false
        var isVariant = false
        func closeWord() {
            guard length > 0 else { return }
            token.formUnion(ClassWords(rawValue: dictionary[hash]))
            hash = ClassWords.seed
            length = 0
        }
        func closeToken() {
            closeWord()
            // "regular" and "original" mean a price before only where they speak of a price.
            if token.contains(.weakWas), token.contains(.price) { token.insert(.was) }
            if token.contains(.weakSave), !token.contains(.price) { token.insert(.save) }
            // "disabled:text-grey-disabled" says how it would look if it were.
            if isVariant { token.remove(.disabled) }
            all.formUnion(token)
            token = []
            isVariant = false
        }
        for b in bytes.prefix(400) {
            let isUpper = b >= 65 && b <= 90
            let lower = isUpper ? b | 32 : b
            let isLetter = lower >= 97 && lower <= 122
            if !isLetter || isUpper && wasLower { closeWord() }
            if isLetter {
                hash = (hash ^ UInt64(lower)) &* ClassWords.prime
                length += 1
                if length == 5, hash == ClassWords.priceHash { token.insert(.price) }
            } else if b <= 32 {
                closeToken()
            } else if b == 58 {
                isVariant = true
            }
            wasLower = isLetter && !isUpper
        }
        closeToken()
        self = all
    }

    /// FNV-1a's 64-bit constants.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
    private static let priceHash = hash("price")

    private static func hash(_ word: String) -> UInt64 {
        word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    private static let dictionary: WordTable = {
        var out = WordTable()
        for (words, meaning) in vocabulary {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                out.add(hash(String(word)), meaning.rawValue)
            }
        }
        return out
    }()

    private static let vocabulary: [(String, ClassWords)] = [
        (
            "price prices prc pricing amount preis preise cena ceny cenu cenia tsena stoimost qiymet qiymat prix precio precios preco prezzo prezzi prijs pris hinta pret ara arak fiyat fiyati tutar harga gin raka",
            .price
        ),
        (
            "old was former crossed through strike strikethrough striked struck stara statt starapris eski kohne evvelki staraya anterior barre ancien ancienne vecchio vecchia oude regi lineprice",
            .was
        ),
        ("before previous prev regular original standard compare cross", .weakWas),
        ("oldprice priceold wasprice pricewas regularprice listprice compareprice originalprice", [.was, .price]),
        ("now new current sale special final actual reduced promo promotional selling nova novaya yeni", .now),
        ("newprice pricenew saleprice specialprice finalprice currentprice ourprice yourprice", [.now, .price]),
        ("unit perunit grundpreis baseprice perkg measure jednotkova unitprice pum", .unit),
        (
            "installment installments instalment instalments credit kredit finance financing monthly rata raten ratenzahlung leasing rassrochka splátky splatky taksit klarna afterpay clearpay birbank paypal",
            .instalment
        ),
        (
            "save saving savings saved economy ekonomia economia you skidka rabatt sleva zlava endirim benefit",
            .save
        ),
        ("discount", .weakSave), ("omnibus", .lowest30),
        ("shipping delivery versand dostavka doprava postage freight catdirilma livraison envio", .delivery),
        ("tax vat taxes nds dph mwst netto net excl exvat extax withouttax", .tax),
        ("member members club loyalty vip wholesale opt b2b dealer", .members),
        (
            "coupon coupons voucher vouchers gutschein promocode bonus bonuses points reward rewards cashback ball",
            .bonus
        ),
        (
            "stock availability available nalichie dostupnost sklad instock outofstock verfugbarkeit lager inventory",
            .stock
        ),
        (
            "related upsell upsells crosssell similar recommend recommended recommendation recommendations recently viewed bestseller bestsellers carousel also pohozhie analog accessories bundle youmaylike",
            .related
        ),
        (
            "cart basket korzina korzinu korzine warenkorb kosik kosika košík sebet sebete koszyk koszyka bag carrito carro cesta panier carrello winkelwagen winkelmand kosar kosarba kosara cos cosul varukorg varukorgen kundvagn handlekurv kurv ostoskori ostoskoriin krepsel ostukorv grozs kosarica kosarico koshik koshyk trolley tocart order checkout",
            .cart
        ),
        (
            """
            add in into to put do dodaj pridat pridaj dobavit dodat ajouter ajout anadir agregar adicionar aggiungi toevoegen
            lagg tilfoj ekle adauga hozzaad lisaa lisa hinzufugen legen elave
            """, .add
        ),
        ("addtocart addtobasket addcart addtobag cartadd basketadd atc", [.add, .cart]),
        (
            "buy buynow kupit kupi kupiti kupyty kaufen bestellen purchase koupit objednat zakazat zamovyty preorder buybutton comprar acheter acquista koop kopen kop kob kjop cumpara osta pirkt pirkti satinal sifaris",
            .buy
        ),
        ("description desc opisanie popis beschreibung tesvir overview about details detail", .description),
        (
            "specification specifications specs spec attributes attribute characteristics characteristic features properties props params parameters harakteristiki parametre parametry technical additional",
            .specification
        ),
        ("product products item tovar goods produkt produkty mehsul artikel", .product),
        (
            "currency valuta symbol rub ruble rouble manat azn euro eur dollar usd tenge curr uah czk baht dram",
            .currency
        ),
        ("cents cent decimal decimals fraction kop kopecks kopeyki superscript sup pence penny small minor", .cents),
        ("rrp msrp uvp srp recommendedprice", [.was, .recommended]),
        ("wishlist wish compare favorite favourite izbrannoe favorites bookmark", .wish),
        ("disabled soldout unavailable notavailable", .disabled),
        ("badge label sticker flag tag ribbon percent percentage procent onsale reduction", .badge),
        ("gallery image images picture pictures photo photos slider thumbnails thumbs media foto fotorama", .gallery),
        ("review reviews comment comments testimonial otzyvy feedback rating", .review),
        ("minicart cartmini carttotal mini", .miniCart),
        ("filter filters facet facets slider noui layered", .filter),
        ("option options variant variants swatch swatches select modification", .option),
    ]
}

/// Open addressing over hashes that are well mixed already: a look-up is one or two reads.
private struct WordTable: Sendable {
    private static let size = 2_048
    private var keys = [UInt64](repeating: 0, count: size)
    private var values = [UInt32](repeating: 0, count: size)

    mutating func add(_ hash: UInt64, _ value: UInt32) {
        var i = WordTable.place(hash)
        while keys[i] != 0 && keys[i] != hash { i = (i + 1) % WordTable.size }
        keys[i] = hash
        values[i] |= value
    }

    /// 0 for unknown words.
    subscript(_ hash: UInt64) -> UInt32 {
        var i = WordTable.place(hash)
        while keys[i] != 0 {
            if keys[i] == hash { return values[i] }
            i = (i + 1) % WordTable.size
        }
        return 0
    }

    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(size - 1)) }
}
