import Testing

@testable import Observing
@testable import Parsing

@Suite struct LanguageDetectionTests {
    /// Short paragraphs such as shops write.
    static let paragraphs: [(String, String)] = [
        (
            "en",
            "Our shop delivers everything within two working days. You can send goods back within thirty days, and we "
                + "refund the whole price together with what the delivery cost you."
        ),
        (
            "ru",
            "Наш магазин доставляет товары в течение двух рабочих дней. Вы можете вернуть покупку в течение тридцати "
                + "дней, и мы вернём вам всю сумму вместе со стоимостью доставки."
        ),
        (
            "az",
            "Mağazamız bütün malları iki iş günü ərzində çatdırır. Aldığınız məhsulu otuz gün ərzində geri qaytara "
                + "bilərsiniz, biz də çatdırılma haqqı ilə birlikdə bütün məbləği qaytarırıq."
        ),
        (
            "tr",
            "Mağazamız bütün ürünleri iki iş günü içinde teslim eder. Satın aldığınız ürünü otuz gün içinde iade "
                + "edebilirsiniz, biz de teslimat ücretiyle birlikte bütün tutarı geri öderiz."
        ),
        (
            "sk",
            "Náš obchod doručí všetok tovar do dvoch pracovných dní. Tovar môžete vrátiť do tridsiatich dní a my vám "
                + "vrátime celú sumu vrátane toho, čo ste zaplatili za doručenie. Stačí nám poslať ľubovoľnú správu."
        ),
        (
            "cs",
            "Náš obchod doručí veškeré zboží do dvou pracovních dnů. Zboží můžete vrátit do třiceti dnů a my vám vrátíme "
                + "celou částku včetně toho, co jste zaplatili za doručení. Stačí nám poslat jakoukoli zprávu, řekněme e-mail."
        ),
        (
            "hy",
            "Մեր խանութը բոլոր ապրանքները առաքում է երկու աշխատանքային օրվա ընթացքում։ Դուք կարող եք վերադարձնել գնված "
                + "ապրանքը երեսուն օրվա ընթացքում, և մենք կվերադարձնենք ամբողջ գումարը։"
        ),
        (
            "th",
            "ร้านของเราจัดส่งสินค้าทุกชิ้นภายในสองวันทำการ คุณสามารถคืนสินค้าได้ภายในสามสิบวัน และเราจะคืนเงินเต็มจำนวนพร้อมค่าจัดส่ง"
        ),
        (
            "de",
            "Unser Laden liefert alle Waren innerhalb von zwei Werktagen. Sie können den Einkauf innerhalb von dreißig "
                + "Tagen zurückschicken, und wir erstatten den ganzen Betrag samt den Kosten der Lieferung."
        ),
        (
            "uk",
            "Наш магазин доставляє товари протягом двох робочих днів. Ви можете повернути покупку протягом тридцяти днів, "
                + "і ми повернемо вам усю суму разом із вартістю доставки."
        ),
        (
            "pl",
            "Nasz sklep dostarcza wszystkie towary w ciągu dwóch dni roboczych. Zakup można zwrócić w ciągu trzydziestu "
                + "dni, a my oddamy całą kwotę razem z tym, co kosztowała dostawa."
        ),
        (
            "kk",
            "Біздің дүкен барлық тауарларды екі жұмыс күні ішінде жеткізеді. Сатып алған затыңызды отыз күн ішінде "
                + "қайтара аласыз, біз жеткізу құнымен бірге бүкіл соманы қайтарамыз."
        ),
        (
            "es",
            "Nuestra tienda entrega todos los artículos en dos días laborables. Puede devolver su compra en treinta días y "
                + "le reembolsamos todo el importe junto con los gastos de envío."
        ),
        (
            "it",
            "Il nostro negozio consegna tutti gli articoli entro due giorni lavorativi. Può restituire l'acquisto entro "
                + "trenta giorni e le rimborsiamo l'intero importo insieme alle spese di spedizione."
        ),
        (
            "fr",
            "Notre magasin livre tous les articles en deux jours ouvrables. Vous pouvez renvoyer votre achat dans les "
                + "trente jours, et nous vous rendons toute la somme avec les frais de livraison."
        ),
    ]

    func facts(_ html: String, hint: String? = nil, host: String = "shop.example") -> (String, [String: Double]) {
        let facts = LanguageDetection.facts(of: Document(html: Array(html.utf8)), hint: hint, host: host)
        return (facts.tag, facts.others)
    }

    @Test(arguments: paragraphs) func recognises(_ tag: String, _ text: String) {
        #expect(facts("<p>\(text)</p>").0 == tag)
    }

    @Test(arguments: paragraphs) func overrulesATemplatesDeclaration(_ tag: String, _ text: String) {
        #expect(facts("<html lang=en><body><nav><a href=/>Home</a></nav><p>\(text)</p>").0 == tag)
    }

    @Test(arguments: [
        ("<html lang=sk><body><p>Kontakt</p>", "sk"),
        ("<html lang=\"pt-BR\"><body><p>12,90 - 14,90</p>", "pt"),
        ("<html lang=ru><body><p>Shop</p>", "ru"),
        ("<html lang='x y'><body></body>", "und"),
        ("<html><body></body>", "und"),
        (
            "<html lang=sk><body><p>Dobrá cena a rýchla doprava na celom Slovensku. Predajňa v Košiciach je otvorená.</p>",
            "sk"
        ),
    ])
    func shortTexts(_ html: String, _ tag: String) { #expect(facts(html).0 == tag) }

    @Test func namesOfGoodsAreNotTheLanguage() {
        let names = String(repeating: "<p>Samsung Galaxy Watch Ultra Titanium Silver Edition</p>", count: 4)
        #expect(
            facts("<p>Новые часы уже в продаже: доставка по городу бесплатно, оплата картой при получении.</p>" + names)
                .0 == "ru")
        #expect(facts("<html lang=az><body>" + names).0 == "az")
    }

    @Test func takesTheHint() { #expect(facts("<p>1 2 3", hint: "az").0 == "az") }

    @Test func findsLargerPartsInOtherLanguages() {
        let texts = Dictionary(uniqueKeysWithValues: Self.paragraphs)
        let (tag, others) = facts("<p>\(texts["az"] ?? "")</p><p>\(texts["az"] ?? "")</p><p>\(texts["ru"] ?? "")</p>")
        #expect(tag == "az")
        #expect(others.keys.sorted() == ["ru"])
        let (_, none) = facts("<p>\(texts["az"] ?? "")</p><p>Samsung Galaxy S24 Ultra Titanium Black</p>")
        #expect(none.isEmpty)
    }
}
